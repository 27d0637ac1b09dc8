/**
 * `bands: { of: 亩数, sums: [{ from: 30, below: 100, is: 40 }, …] }`: a sum by the band in which a number lies: an age, an
 * area, a count. What no band holds gets nothing. For "each mu at the rate of its band" it is what `times` multiplies.
 */
import { z } from "zod";
import { commonGrain, NOUGHT } from "../../fraction.ts";
import type { Amount, Quantity } from "../../model/rules.ts";
import { type Edges, edgesWrong, holdsNothing, holdsWithin, notJoined, numbersText, toEdges } from "../edges.ts";
import { number } from "../facts.ts";
import type { AmountKind } from "../language.ts";
import { NOTHING, operand } from "../value.ts";

interface Bands {
  readonly of: Quantity;
  readonly bands: readonly { readonly edges: Edges; readonly sum: Amount }[];
}

const edge = number.optional();

export const bands: AmountKind<Bands> = {
  schema: ({ amount, quantity }) => {
    const band = z
      .strictObject({ from: edge, above: edge, to: edge, below: edge, is: amount })
      .refine((w) => edgesWrong(w) === null, { error: (issue) => edgesWrong(issue.input as object) ?? "" })
      .transform((w) => ({ edges: toEdges(w), sum: w.is }));
    return z.strictObject({ of: quantity, sums: z.array(band).min(1) }).transform((w) => ({ of: w.of, bands: w.sums }));
  },
  say: ({ of, bands: all }, words) => {
    const measure = words.quantity(of);
    const each = all.map(({ edges, sum }) => ({ range: numbersText(edges), sum: words.amount(sum) }));
    return {
      zh: `按${measure.zh}：${each.map(({ range, sum }) => `${range.zh} ${sum.zh}`).join("；")}`,
      en: `by ${measure.en}: ${each.map(({ range, sum }) => `${range.en}: ${sum.en}`).join("; ")}`,
    };
  },
  uses: ({ of, bands: all }) => [
    { use: "quantity", quantity: of, at: ["of"] },
    ...all.map(({ sum }, i) => ({ use: "amount" as const, amount: sum, at: ["sums", i, "is"] })),
  ],
  faults: ({ of, bands: all }, grains) => {
    const grain = grains.quantity(of);
    return all.flatMap(({ edges }, i) => {
      const before = all[i - 1];
      const at = ["sums", i];
      if (holdsNothing(edges, grain)) return [{ zh: "上下限颠倒，没有数在里面", en: "its edges cross", at }];
      const fault = before === undefined ? null : notJoined(before.edges, edges, grain);
      return fault === null ? [] : [{ ...fault, at }];
    });
  },
  grain: ({ bands: all }, grains) => all.map(({ sum }) => grains.amount(sum)).reduce(commonGrain, NOUGHT),
  prepare: ({ of, bands: all }, run) => {
    const measure = run.quantity(of);
    const prepared = all.map(({ edges, sum }) => ({ edges, price: run.amount(sum) }));
    return (given) => {
      const { number: size, shown } = measure(given);
      for (const { edges, price } of prepared) {
        if (!holdsWithin(edges, size)) continue;
        const value = price(given);
        return { ...value, shown: `${operand(value)}（${shown}）` };
      }
      return { ...NOTHING, shown: `0.00（${shown}，不在各档之内）` };
    };
  },
};
