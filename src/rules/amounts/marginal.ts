/**
 * `marginal: { of: 医疗费用, rates: [{ to: 3000, rate: 0% }, { above: 3000, rate: 70% }] }`: each part of a sum of money at
 * the rate of the band in which it lies (分段累计).
 */
import { z } from "zod";
import {
  commonGrain,
  type Fraction,
  lesser,
  minus,
  NOUGHT,
  plus,
  product,
  toRateText,
  toYuanText,
  whole,
} from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import { type Edges, edgesWrong, holdsNothing, notJoined, numbersText, toEdges } from "../edges.ts";
import { number } from "../facts.ts";
import type { AmountKind } from "../language.ts";
import { made, operand } from "../value.ts";

interface Marginal {
  readonly of: Amount;
  /** Edges in fen. */
  readonly bands: readonly { readonly edges: Edges; readonly rate: Fraction }[];
}

/** An edge in yuan, as it is written, in fen. */
const edge = number.transform((yuan) => product(yuan, whole(100))).optional();

const inYuan = ({ low, high }: Edges): Edges => ({
  low: low === null ? null : { ...low, at: product(low.at, { n: 1n, d: 100n }) },
  high: high === null ? null : { ...high, at: product(high.at, { n: 1n, d: 100n }) },
});

export const marginal: AmountKind<Marginal> = {
  schema: ({ amount }) => {
    const band = z
      .strictObject({ from: edge, above: edge, to: edge, below: edge, rate: number })
      .refine((w) => edgesWrong(w) === null, { error: (issue) => edgesWrong(issue.input as object) ?? "" })
      .transform((w) => ({ edges: toEdges(w), rate: w.rate }));
    return z.strictObject({ of: amount, rates: z.array(band).min(1) }).transform((w) => ({ of: w.of, bands: w.rates }));
  },
  say: ({ of, bands }, words) => {
    const sum = words.amount(of);
    const each = bands.map(({ edges, rate }) => ({ range: numbersText(inYuan(edges)), rate: toRateText(rate) }));
    return {
      zh: `${sum.zh}分段累计：${each.map(({ range, rate }) => `${range.zh}的部分 ${rate}`).join("；")}`,
      en: `each part of ${sum.en}: ${each.map(({ range, rate }) => `${range.en} at ${rate}`).join("; ")}`,
    };
  },
  uses: ({ of }) => [{ use: "amount", amount: of, at: ["of"] }],
  faults: ({ bands }) =>
    bands.flatMap(({ edges }, i) => {
      const before = bands[i - 1];
      const at = ["rates", i];
      // Money lies on a scale without gaps: bands join at one edge, whichever of them has it.
      if (holdsNothing(edges, NOUGHT)) return [{ zh: "上下限颠倒，没有金额在里面", en: "its edges cross", at }];
      const fault = before === undefined ? null : notJoined(inYuan(before.edges), inYuan(edges), NOUGHT);
      return fault === null ? [] : [{ ...fault, at }];
    }),
  grain: ({ of, bands }, grains) => {
    const whole = grains.amount(of);
    return bands
      .flatMap(({ edges, rate }) =>
        [whole, edges.low?.at ?? NOUGHT, edges.high?.at ?? NOUGHT].map((part) => product(part, rate)),
      )
      .reduce(commonGrain, NOUGHT);
  },
  prepare: ({ of, bands }, run) => {
    const price = run.amount(of);
    return (given) => {
      const value = price(given);
      const parts = bands
        .map(({ edges, rate }) => ({ part: within(edges, value.sum), rate }))
        .filter(({ part }) => part.n > 0n);
      const how = parts.map(({ part, rate }) => `${toYuanText(part)} × ${toRateText(rate)}`).join(" + ");
      const sum = parts.map(({ part, rate }) => product(part, rate)).reduce(plus, NOUGHT);
      return made([value], how === "" ? operand(value) : `${operand(value)}：${how}`, sum);
    };
  },
};

/** How much of a sum lies within a band. */
function within({ low, high }: Edges, sum: Fraction): Fraction {
  const part = minus(high === null ? sum : lesser(sum, high.at), low?.at ?? NOUGHT);
  return part.n > 0n ? part : NOUGHT;
}
