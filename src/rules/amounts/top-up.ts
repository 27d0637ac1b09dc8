/** `top-up: { to: 低保标准, has: 月收入 }`: what is missing up to a standard; nothing where there is more than that. */
import { z } from "zod";
import { commonGrain, compare, minus, NOUGHT } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { AmountKind } from "../language.ts";
import { made, operand } from "../value.ts";

interface TopUp {
  readonly to: Amount;
  readonly has: Amount;
}

export const topUp: AmountKind<TopUp> = {
  schema: ({ amount }) => z.strictObject({ to: amount, has: amount }),
  say: ({ to, has }, words) => {
    const [wanted, there] = [words.amount(to), words.amount(has)];
    return {
      zh: `补足到 ${wanted.zh}（减去 ${there.zh}，不足的才补）`,
      en: `topped up to ${wanted.en} (less ${there.en}, never below zero)`,
    };
  },
  uses: ({ to, has }) => [
    { use: "amount", amount: to, at: ["to"] },
    { use: "amount", amount: has, at: ["has"] },
  ],
  grain: ({ to, has }, grains) => commonGrain(grains.amount(to), grains.amount(has)),
  prepare: ({ to, has }, run) => {
    const [wanted, there] = [run.amount(to), run.amount(has)];
    return (given) => {
      const [a, b] = [wanted(given), there(given)];
      const how = `${operand(a)} − ${operand(b)}`;
      if (compare(a.sum, b.sum) <= 0) return made([a, b], `${how}，不用补`, NOUGHT);
      return made([a, b], how, minus(a.sum, b.sum));
    };
  },
};
