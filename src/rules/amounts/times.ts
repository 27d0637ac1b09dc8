/** `times: { of: 131.42, by: 亩数 }`: a sum for each month, day, mu, square metre or person, times how many there are. */
import { z } from "zod";
import { product } from "../../fraction.ts";
import type { Amount, Quantity } from "../../model/rules.ts";
import type { AmountKind } from "../language.ts";
import { made, operand } from "../value.ts";

interface Times {
  readonly of: Amount;
  readonly by: readonly Quantity[];
}

export const times: AmountKind<Times> = {
  schema: ({ amount, quantity }) =>
    z.strictObject({
      of: amount,
      by: z.preprocess((written) => (Array.isArray(written) ? written : [written]), z.array(quantity).min(1)),
    }),
  written: ({ amount, quantity }) => z.strictObject({ of: amount, by: z.union([quantity, z.array(quantity).min(1)]) }),
  say: ({ of, by }, words) => {
    const sum = words.amount(of);
    const all = by.map(words.quantity);
    return {
      zh: [sum.zh, ...all.map((q) => q.zh)].join(" × "),
      en: [sum.en, ...all.map((q) => q.en)].join(" × "),
    };
  },
  uses: ({ of, by }) => [
    { use: "amount", amount: of, at: ["of"] },
    ...by.map((quantity, i) => ({ use: "quantity" as const, quantity, at: ["by", i] })),
  ],
  grain: ({ of, by }, grains) => by.map(grains.quantity).reduce(product, grains.amount(of)),
  prepare: ({ of, by }, run) => {
    const price = run.amount(of);
    const measures = by.map(run.quantity);
    return (given) => {
      const sum = price(given);
      const found = measures.map((measure) => measure(given));
      const how = [operand(sum), ...found.map((m) => m.shown)].join(" × ");
      return made([sum], how, found.map((m) => m.number).reduce(product, sum.sum));
    };
  },
};
