/** `at-least: { sum: 100, zero: stays }`: a minimum; `zero` says whether it lifts a sum of zero too. */
import { z } from "zod";
import { commonGrain, compare } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { StepKind } from "../language.ts";
import { made, operand } from "../value.ts";

interface AtLeast {
  readonly sum: Amount;
  readonly zero: "stays" | "lifted";
}

export const atLeast: StepKind<AtLeast> = {
  schema: ({ amount }) => z.strictObject({ sum: amount, zero: z.enum(["stays", "lifted"]) }),
  say: ({ sum, zero }, words) => {
    const bound = words.amount(sum);
    return {
      zh: `不足 ${bound.zh}的按 ${bound.zh}（为零的${zero === "stays" ? "仍为零" : "也按此"}）`,
      en: `at least ${bound.en} (zero ${zero === "stays" ? "stays zero" : "is lifted too"})`,
    };
  },
  uses: ({ sum }) => [{ use: "amount", amount: sum, at: ["sum"] }],
  grain: ({ sum }, before, grains) => commonGrain(before, grains.amount(sum)),
  prepare: ({ sum, zero }, run) => {
    const price = run.amount(sum);
    return (before, given) => {
      if (before.sum.n === 0n && zero === "stays") return before;
      const bound = price(given);
      if (compare(before.sum, bound.sum) >= 0) return before;
      return made([before, bound], `${operand(before)}，最低 ${operand(bound)}`, bound.sum);
    };
  },
};
