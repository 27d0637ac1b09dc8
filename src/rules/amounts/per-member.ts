/** `per-member: { first: 700, further: 100 }`: so much for the first counted member, so much for each further one. */
import { z } from "zod";
import { add, times, toYuan, ZERO } from "../../money.ts";
import { yuan } from "../facts.ts";
import type { Mechanism } from "./mechanism.ts";

export const perMember: Mechanism<"per-member"> = {
  schema: z.strictObject({ first: yuan, further: yuan, "at-most": yuan.optional() }).transform((w) => ({
    kind: "per-member" as const,
    first: w.first,
    further: w.further,
    atMost: w["at-most"] ?? null,
  })),
  price: ({ first, further, atMost }, { counted }) => {
    if (counted <= 0) return { sum: ZERO, arithmetic: `0 人：${toYuan(ZERO)}` };
    const full = add(first, times(further, counted - 1));
    const steps =
      counted === 1 ? toYuan(first) : `${toYuan(first)} + ${counted - 1} × ${toYuan(further)} = ${toYuan(full)}`;
    if (atMost === null || full <= atMost) return { sum: full, arithmetic: steps };
    return { sum: atMost, arithmetic: `${steps}，最高 ${toYuan(atMost)}` };
  },
};
