/** `short-of: { of: 人均面积, to: 15 }`: how much a measure lacks to a number; nothing where it reaches it. */
import { z } from "zod";
import { commonGrain, type Fraction, minus, NOUGHT, toDecimal } from "../../fraction.ts";
import type { Quantity } from "../../model/rules.ts";
import { number } from "../facts.ts";
import type { QuantityKind } from "../language.ts";

interface ShortOf {
  readonly of: Quantity;
  readonly to: Fraction;
}

export const shortOf: QuantityKind<ShortOf> = {
  schema: ({ quantity }) => z.strictObject({ of: quantity, to: number }),
  say: ({ of, to }, words) => {
    const { zh, en } = words.quantity(of);
    return { zh: `${zh}不足 ${toDecimal(to)} 的部分`, en: `what ${en} lacks to ${toDecimal(to)}` };
  },
  uses: ({ of }) => [{ use: "quantity", quantity: of, at: ["of"] }],
  grain: ({ of, to }, grains) => commonGrain(grains.quantity(of), to),
  prepare: ({ of, to }, run) => {
    const measure = run.quantity(of);
    return (given) => {
      const { number: size, shown } = measure(given);
      const lacks = minus(to, size);
      const found = lacks.n > 0n ? lacks : NOUGHT;
      return { number: found, shown: `（${toDecimal(to)} − ${shown}）` };
    };
  },
};
