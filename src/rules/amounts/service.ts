/** `service: 临时避寒场所、食物、返乡服务`: a service instead of money; it adds to no sum and stands on no sheet. */
import { NOUGHT } from "../../fraction.ts";
import { text } from "../facts.ts";
import type { AmountKind } from "../language.ts";
import { NOTHING } from "../value.ts";

export const service: AmountKind<string> = {
  schema: () => text,
  say: (what) => ({ zh: what, en: what }),
  uses: () => [],
  grain: () => NOUGHT,
  prepare: () => () => NOTHING,
};
