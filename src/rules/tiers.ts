/** Tiers: amounts, each with those who are on it. What `highest-of` and `first-of` have in common. */
import { z } from "zod";
import { commonGrain, type Fraction, NOUGHT } from "../fraction.ts";
import type { Who } from "../model/rules.ts";
import type { Bilingual } from "../problem/problem.ts";
import type { Given } from "./given.ts";
import type { Grains, Grammar, Run, Tier, Use, Value, Words } from "./language.ts";
import { NOTHING, operand } from "./value.ts";

/** A list of tiers, and what is done with it. */
export const tierList = {
  schema: ({ tier }: Grammar): z.ZodType<readonly Tier[]> => z.array(tier).min(1),

  say: (tiers: readonly Tier[], words: Words): Bilingual => {
    const each = tiers.map(({ who, amount }) => {
      const whom = who === null ? { zh: "其他人", en: "others" } : words.who(who);
      const sum = words.amount(amount);
      return { zh: `${whom.zh} ${sum.zh}`, en: `${whom.en}: ${sum.en}` };
    });
    return { zh: each.map((t) => t.zh).join("；"), en: each.map((t) => t.en).join("; ") };
  },

  uses: (tiers: readonly Tier[]): readonly Use[] => tiers.flatMap((tier, i) => tierUses(tier, [i])),

  grain: (tiers: readonly Tier[], grains: Grains): Fraction =>
    tiers.map(({ amount }) => grains.amount(amount)).reduce(commonGrain, NOUGHT),

  /** The value of each tier; for those who are not on it, what it needs and what was found, "" where nobody can tell. */
  prepare: (tiers: readonly Tier[], run: Run): readonly ((given: Given) => Value | string)[] =>
    tiers.map(({ who, amount }) => {
      const fits = who === null ? null : run.who(who);
      const price = run.amount(amount);
      return (given) => {
        if (who === null || fits === null) return price(given);
        const answer = fits(given);
        if (answer?.holds !== true) return answer === null ? "" : `${answer.needed.zh}（${answer.found}）`;
        const value = price(given);
        return { ...value, shown: `${operand(value)}（${whyFits(who, given, run)}）` };
      };
    }),
};

/** Nobody's tier: nothing is due, and why. */
export function onNoTier(whys: readonly string[]): Value {
  const told = whys.filter((why) => why !== "").join("；");
  return told === "" ? NOTHING : { ...NOTHING, shown: `0.00（各档都不符合：${told}）` };
}

/** What a tier refers to. */
export function tierUses({ who, amount }: Tier, at: readonly (string | number)[]): readonly Use[] {
  const whose = who === null ? [] : [{ use: "who" as const, who, at }];
  return [...whose, { use: "amount", amount, at }];
}

/** Those of its categories that the unit has, and its conditions. */
function whyFits(who: Who, { categories }: Given, { words }: Run): string {
  const matched = [...who.any, ...who.all].filter((category) => categories.has(category));
  return [...matched, ...(who.where.length === 0 ? [] : [words.conditions(who.where).zh])].join("、");
}
