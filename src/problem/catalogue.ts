/** Every kind of problem, by its code: a letter for the stage and three digits; a code is never used again. */
import { commandKinds } from "./catalogue/command.ts";
import { decideKinds } from "./catalogue/decide.ts";
import { factKinds } from "./catalogue/facts.ts";
import { joinKinds } from "./catalogue/join.ts";
import { listKinds } from "./catalogue/lists.ts";
import { payKinds } from "./catalogue/pay.ts";
import { readKinds } from "./catalogue/read.ts";
import { rowKinds } from "./catalogue/rows.ts";
import { rulesKinds } from "./catalogue/rules.ts";
import { writeKinds } from "./catalogue/write.ts";
import type { Kind } from "./kind.ts";

export const KINDS = {
  ...readKinds,
  ...listKinds,
  ...rowKinds,
  ...joinKinds,
  ...decideKinds,
  ...factKinds,
  ...payKinds,
  ...rulesKinds,
  ...commandKinds,
  ...writeKinds,
} as const;

/** A code such as V104. */
export type Code = keyof typeof KINDS;

/** What the sentences of a code need. */
export type Params<C extends Code> = (typeof KINDS)[C] extends Kind<infer P> ? P : never;
