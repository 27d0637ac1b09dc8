/** All conditions (`where`). A new kind is one file here, its line in this table, its example in fixtures/mechanisms/. */
import type { ConditionKind } from "../language.ts";
import { age } from "./age.ts";
import { categories } from "./categories.ts";
import { date } from "./date.ts";
import { either } from "./either.ts";
import { holds } from "./holds.ts";
import { holdsNone } from "./holds-none.ts";
import { is } from "./is.ts";
import { isNot } from "./is-not.ts";
import { number } from "./number.ts";
import { residence } from "./residence.ts";
import { sum } from "./sum.ts";

export const CONDITIONS: Readonly<Record<string, ConditionKind<unknown>>> = {
  is,
  "is-not": isNot,
  age,
  date,
  number,
  sum,
  residence,
  holds,
  "holds-none": holdsNone,
  categories,
  either,
};
