/** `service: 临时避寒场所、食物、返乡服务`: a service instead of money; it adds to no sum and stands on no sheet. */
import { text } from "../facts.ts";
import { type Mechanism, NO_MONEY } from "./mechanism.ts";

export const service: Mechanism<"service"> = {
  schema: text.transform((what) => ({ kind: "service" as const, what })),
  price: () => NO_MONEY,
};
