/** `rate: { of: 低保标准, by: 130% }`: so much of another sum; `by` is a number, or the name of a declared rate. */
import { z } from "zod";
import { type Fraction, product, toRateText } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { AmountKind } from "../language.ts";
import { rateOf, rateOrName, rateText } from "../rates.ts";
import { made, NOTHING, operand } from "../value.ts";

interface Rate {
  readonly of: Amount;
  /** A number, or the name of a declared rate. */
  readonly by: Fraction | string;
}

export const rate: AmountKind<Rate> = {
  schema: ({ amount }) => z.strictObject({ of: amount, by: rateOrName }),
  say: ({ of, by }, words) => {
    const sum = words.amount(of);
    return { zh: `${sum.zh}的 ${rateText(by)}`, en: `${rateText(by)} of ${sum.en}` };
  },
  uses: ({ of, by }) => [
    { use: "amount", amount: of, at: ["of"] },
    ...(typeof by === "string" ? [{ use: "rate" as const, name: by, at: ["by"] }] : []),
  ],
  grain: ({ of, by }, grains) => product(grains.amount(of), typeof by === "string" ? grains.rate(by) : by),
  prepare: ({ of, by }, run) => {
    const price = run.amount(of);
    const rateFor = rateOf(by, run);
    return (given) => {
      const sum = price(given);
      const times = rateFor(given);
      if (times === null) return NOTHING;
      return made([sum], `${operand(sum)} × ${toRateText(times)}`, product(sum.sum, times));
    };
  },
};
