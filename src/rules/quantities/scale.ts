/**
 * `scale: { of: counted, is: { 1: 2, 2: 2.5, 3: 3, 4: 4, more: 5 } }`: a number by another one, from 1 on: person
 * equivalents, months by the number of dependants. Of nobody, it is nothing.
 */
import { z } from "zod";
import { commonGrain, type Fraction, isWhole, NOUGHT, toDecimal } from "../../fraction.ts";
import type { Quantity } from "../../model/rules.ts";
import { number } from "../facts.ts";
import type { QuantityKind } from "../language.ts";
import { type Sizes, sizes } from "../sizes.ts";

interface Scale {
  readonly of: Quantity;
  readonly is: Sizes<Fraction>;
}

export const scale: QuantityKind<Scale> = {
  schema: ({ quantity }) => z.strictObject({ of: quantity, is: sizes(number) }),
  say: ({ of, is }, words) => {
    const { zh, en } = words.quantity(of);
    const table = [
      ...is.of.map((n, i) => `${i + 1} → ${toDecimal(n)}`),
      `${is.of.length + 1}+ → ${toDecimal(is.more)}`,
    ];
    return { zh: `按${zh}折算（${table.join("，")}）`, en: `${en} taken as (${table.join(", ")})` };
  },
  uses: ({ of }) => [{ use: "quantity", quantity: of, at: ["of"] }],
  grain: ({ is }) => is.of.reduce(commonGrain, is.more),
  faults: ({ of }, grains) =>
    isWhole(grains.quantity(of))
      ? []
      : [{ zh: "只能按整数折算", en: "only a whole number can be looked up", at: ["of"] }],
  prepare: ({ of, is }, run) => {
    const measure = run.quantity(of);
    return (given) => {
      const { number: size, shown } = measure(given);
      const at = Number(size.n / size.d);
      const found = at < 1 ? NOUGHT : (is.of[at - 1] ?? is.more);
      return { number: found, shown: `${toDecimal(found)}（${shown}）` };
    };
  },
};
