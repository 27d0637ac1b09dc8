/** All steps (`then`). A new kind is one file here, its line in this table, its example in fixtures/mechanisms/. */
import type { StepKind } from "../language.ts";
import { atLeast } from "./at-least.ts";
import { atMost } from "./at-most.ts";
import { minus } from "./minus.ts";
import { plus } from "./plus.ts";
import { round } from "./round.ts";
import { times } from "./times.ts";

export const STEPS: Readonly<Record<string, StepKind<unknown>>> = {
  times,
  plus,
  minus,
  "at-least": atLeast,
  "at-most": atMost,
  round,
};
