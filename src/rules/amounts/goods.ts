/** `goods: 新春大礼包一份`: a thing instead of money; it adds to no sum. */
import { NOUGHT } from "../../fraction.ts";
import { text } from "../facts.ts";
import type { AmountKind } from "../language.ts";
import { NOTHING } from "../value.ts";

export const goods: AmountKind<string> = {
  schema: () => text,
  say: (what) => ({ zh: what, en: what }),
  uses: () => [],
  grain: () => NOUGHT,
  prepare: () => () => NOTHING,
};
