/** `first-of`: tiers, each with those who are on it; the first one that fits decides. */
import type { AmountKind, Tier } from "../language.ts";
import { onNoTier, tierList } from "../tiers.ts";

export const firstOf: AmountKind<readonly Tier[]> = {
  schema: tierList.schema,
  say: (tiers, words) => {
    const { zh, en } = tierList.say(tiers, words);
    return { zh: `按先后取第一档符合的：${zh}`, en: `the first that fits of: ${en}` };
  },
  uses: tierList.uses,
  faults: (tiers) => {
    const open = tiers.findIndex((tier) => tier.who === null);
    if (open < 0 || open === tiers.length - 1) return [];
    const zh = "前一档已包括所有人，这一档轮不到";
    return [{ zh, en: "the tier before takes everybody; this one is never reached", at: [open + 1] }];
  },
  grain: tierList.grain,
  prepare: (tiers, run) => {
    const prepared = tierList.prepare(tiers, run);
    return (given) => {
      const whys: string[] = [];
      for (const tier of prepared) {
        const value = tier(given);
        if (typeof value !== "string") return value;
        whys.push(value);
      }
      return onNoTier(whys);
    };
  },
};
