/** `highest-of`: tiers, each with those who are on it; who is on several gets the highest, once. */
import { compare } from "../../fraction.ts";
import type { AmountKind, Tier, Value } from "../language.ts";
import { onNoTier, tierList } from "../tiers.ts";

export const highestOf: AmountKind<readonly Tier[]> = {
  schema: tierList.schema,
  say: (tiers, words) => {
    const { zh, en } = tierList.say(tiers, words);
    return { zh: `符合几档的取最高：${zh}`, en: `the highest that fits of: ${en}` };
  },
  uses: tierList.uses,
  grain: tierList.grain,
  prepare: (tiers, run) => {
    const prepared = tierList.prepare(tiers, run);
    return (given) => {
      let best: Value | null = null;
      const whys: string[] = [];
      for (const tier of prepared) {
        const value = tier(given);
        if (typeof value === "string") whys.push(value);
        else if (best === null || compare(value.sum, best.sum) > 0) best = value;
      }
      return best ?? onNoTier(whys);
    };
  },
};
