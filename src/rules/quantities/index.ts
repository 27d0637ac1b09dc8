/** All kinds of quantities. A new kind is one file here, its line in this table, its example in fixtures/mechanisms/. */
import type { QuantityKind } from "../language.ts";
import { age } from "./age.ts";
import { counted } from "./counted.ts";
import { field } from "./field.ts";
import { members } from "./members.ts";
import { months } from "./months.ts";
import { number } from "./number.ts";
import { scale } from "./scale.ts";
import { shortOf } from "./short-of.ts";
import { within } from "./within.ts";

/** Those that are written as one word: `1.3`, `counted`, `亩数`. */
export const SHORT_QUANTITIES: Readonly<Record<string, QuantityKind<unknown>>> = { number, counted, field };

/** Those that are written with their key. */
export const KEYED_QUANTITIES: Readonly<Record<string, QuantityKind<unknown>>> = {
  age,
  members,
  months,
  scale,
  "short-of": shortOf,
  within,
};
