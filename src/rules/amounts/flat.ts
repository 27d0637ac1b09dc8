/** `flat: 460`: the same sum for everybody. */
import { toYuan } from "../../money.ts";
import { yuan } from "../facts.ts";
import type { Mechanism } from "./mechanism.ts";

export const flat: Mechanism<"flat"> = {
  schema: yuan.transform((sum) => ({ kind: "flat" as const, sum })),
  price: ({ sum }) => ({ sum, arithmetic: toYuan(sum) }),
};
