/**
 * `at-most: 1200`, `at-most: 低保标准`: a maximum for the unit. `at-most: { sum: 100000, used: 本年已救助 }`: over the year,
 * less what a column says was used already.
 */
import { z } from "zod";
import { commonGrain, compare, greater, minus, NOUGHT } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { StepKind } from "../language.ts";
import { made, operand } from "../value.ts";

interface AtMost {
  readonly sum: Amount;
  readonly used: Amount | null;
}

export const atMost: StepKind<AtMost> = {
  schema: ({ amount }) =>
    z.preprocess(
      (written) => (typeof written === "string" ? { sum: written } : written),
      z.strictObject({ sum: amount, used: amount.optional() }).transform((w) => ({ sum: w.sum, used: w.used ?? null })),
    ),
  written: ({ amount }) => z.union([amount, z.strictObject({ sum: amount, used: amount.optional() })]),
  say: ({ sum, used }, words) => {
    const bound = words.amount(sum);
    const before = used === null ? null : words.amount(used);
    return {
      zh: `最多 ${bound.zh}${before === null ? "" : `（扣除${before.zh}）`}`,
      en: `at most ${bound.en}${before === null ? "" : ` (less ${before.en})`}`,
    };
  },
  uses: ({ sum, used }) => [
    { use: "amount", amount: sum, at: ["sum"] },
    ...(used === null ? [] : [{ use: "amount" as const, amount: used, at: ["used"] }]),
  ],
  grain: ({ sum, used }, before, grains) =>
    commonGrain(commonGrain(before, grains.amount(sum)), used === null ? NOUGHT : grains.amount(used)),
  prepare: ({ sum, used }, run) => {
    const price = run.amount(sum);
    const usedUp = used === null ? null : run.amount(used);
    return (before, given) => {
      const bound = price(given);
      const gone = usedUp?.(given) ?? null;
      const left = gone === null ? bound.sum : greater(minus(bound.sum, gone.sum), NOUGHT);
      if (compare(before.sum, left) <= 0) return before;
      const how = gone === null ? operand(bound) : `${operand(bound)} − ${operand(gone)}`;
      return made(gone === null ? [before, bound] : [before, bound, gone], `${operand(before)}，最多 ${how}`, left);
    };
  },
};
