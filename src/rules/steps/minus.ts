/** `minus: { granted: living-allowance }`: taken off, never below zero: a column, or what another programme grants. */
import { commonGrain, compare, minus as less, NOUGHT } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { StepKind } from "../language.ts";
import { made, operand } from "../value.ts";

export const minus: StepKind<Amount> = {
  schema: ({ amount }) => amount,
  say: (amount, words) => {
    const { zh, en } = words.amount(amount);
    return { zh: `减去 ${zh}（减完为止）`, en: `less ${en} (never below zero)` };
  },
  uses: (amount) => [{ use: "amount", amount, at: [] }],
  grain: (amount, before, grains) => commonGrain(before, grains.amount(amount)),
  prepare: (amount, run) => {
    const price = run.amount(amount);
    return (before, given) => {
      const off = price(given);
      const how = `${operand(before)} − ${operand(off)}`;
      if (compare(before.sum, off.sum) < 0) return made([before, off], `${how}，减完`, NOUGHT);
      return made([before, off], how, less(before.sum, off.sum));
    };
  },
};
