/** `highest-of`: tiers, each with those who are on it; who is on several gets the highest, once. */
import { compare } from "../../fraction.ts";
import type { AmountKind, Tier, Value } from "../language.ts";
import { tierList } from "../tiers.ts";
import { NOTHING } from "../value.ts";

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
      for (const tier of prepared) {
        const value = tier(given);
        if (value !== null && (best === null || compare(value.sum, best.sum) > 0)) best = value;
      }
      return best ?? NOTHING;
    };
  },
};
