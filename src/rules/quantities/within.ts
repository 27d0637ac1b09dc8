/** `within: { of: 面积, above: 15, to: 50 }`: that part of a measure which lies between two numbers; with `to` alone, at most so much. */
import { z } from "zod";
import { commonGrain, compare, type Fraction, lesser, minus, NOUGHT, toDecimal } from "../../fraction.ts";
import type { Quantity } from "../../model/rules.ts";
import { number } from "../facts.ts";
import type { QuantityKind } from "../language.ts";
import { say } from "../wording.ts";

interface Within {
  readonly of: Quantity;
  readonly above: Fraction;
  readonly to: Fraction | null;
}

export const within: QuantityKind<Within> = {
  schema: ({ quantity }) =>
    z
      .strictObject({ of: quantity, above: number.optional(), to: number.optional() })
      .refine((w) => w.above !== undefined || w.to !== undefined, {
        error: () => say("要写 above 或 to", "needs above or to"),
      })
      .refine((w) => w.above === undefined || w.to === undefined || compare(w.above, w.to) < 0, {
        path: ["to"],
        error: () => say("to 应当比 above 大", "should be more than above"),
      })
      .transform((w) => ({ of: w.of, above: w.above ?? NOUGHT, to: w.to ?? null })),
  say: ({ of, above, to }, words) => {
    const { zh, en } = words.quantity(of);
    const low = above.n === 0n ? null : toDecimal(above);
    const high = to === null ? null : toDecimal(to);
    return {
      zh: `${zh}${low === null ? "" : `超过 ${low} 的部分`}${high === null ? "" : `（算到 ${high} 为止）`}`,
      en: `${en}${low === null ? "" : ` above ${low}`}${high === null ? "" : ` up to ${high}`}`,
    };
  },
  uses: ({ of }) => [{ use: "quantity", quantity: of, at: ["of"] }],
  grain: ({ of, above, to }, grains) => commonGrain(commonGrain(grains.quantity(of), above), to ?? NOUGHT),
  prepare: ({ of, above, to }, run) => {
    const measure = run.quantity(of);
    return (given) => {
      const { number: size, shown } = measure(given);
      const part = minus(to === null ? size : lesser(size, to), above);
      const found = part.n > 0n ? part : NOUGHT;
      return compare(found, size) === 0
        ? { number: size, shown }
        : { number: found, shown: `${toDecimal(found)}（${shown}）` };
    };
  },
};
