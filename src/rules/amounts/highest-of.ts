/** `highest-of`: tiers, each with those who are on it; who is on several gets the highest, once. */
import { z } from "zod";
import type { Tier } from "../../model/rules.ts";
import { toYuan } from "../../money.ts";
import { conditionKeys, fits, letsSomebodyIn, nobodyLetIn, toCondition } from "../conditions.ts";
import { yuan } from "../facts.ts";
import { type Mechanism, NO_MONEY } from "./mechanism.ts";

const tier = z
  .strictObject({ ...conditionKeys, flat: yuan })
  .refine(letsSomebodyIn, { error: () => nobodyLetIn })
  .transform((written) => ({ who: toCondition(written), sum: written.flat }));

export const highestOf: Mechanism<"highest-of"> = {
  schema: z
    .array(tier)
    .min(1)
    .transform((tiers) => ({ kind: "highest-of" as const, tiers })),
  price: ({ tiers }, { categories }) => {
    let best: Tier | null = null;
    for (const tier of tiers) if (fits(tier.who, categories) && (best === null || tier.sum > best.sum)) best = tier;
    if (best === null) return NO_MONEY;
    const by = [...best.who.any, ...best.who.all].filter((category) => categories.has(category));
    return { sum: best.sum, arithmetic: `${toYuan(best.sum)}（${by.join("、")}）` };
  },
};
