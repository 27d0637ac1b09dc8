/** `goods: 新春大礼包一份`: a thing instead of money; it adds to no sum. */
import { text } from "../facts.ts";
import { type Mechanism, NO_MONEY } from "./mechanism.ts";

export const goods: Mechanism<"goods"> = {
  schema: text.transform((what) => ({ kind: "goods" as const, what })),
  price: () => NO_MONEY,
};
