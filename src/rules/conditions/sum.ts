/** `sum: { of: 人均收入, below: 低保标准 }`: a sum within edges; each of them is an amount: 500, a standard, a column. */
import { z } from "zod";
import { compare } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import { eachEdge, edgeUses, type Looked, lyingWithin, sayWithin } from "../comparing.ts";
import { edgesWrong } from "../edges.ts";
import type { ConditionKind } from "../language.ts";
import { operand } from "../value.ts";

interface SumWithin {
  readonly of: Amount;
  readonly edges: Looked<Amount>;
}

export const sum: ConditionKind<SumWithin> = {
  schema: ({ amount }) => {
    const edge = amount.optional();
    return z
      .strictObject({ of: amount, from: edge, above: edge, to: edge, below: edge })
      .refine((w) => edgesWrong(w) === null, { error: (issue) => edgesWrong(issue.input as object) ?? "" })
      .transform(({ of, ...edges }) => ({ of, edges }));
  },
  say: ({ of, edges }, words) => sayWithin(words.amount(of), eachEdge(edges, words.amount)),
  uses: ({ of, edges }) => [
    { use: "amount", amount: of, at: ["of"] },
    ...edgeUses(edges, (amount, at) => ({ use: "amount", amount, at })),
  ],
  prepare: ({ of, edges }, run) => {
    const { zh, en } = sayWithin(run.words.amount(of), eachEdge(edges, run.words.amount));
    const look = (amount: Amount) => {
      const price = run.amount(amount);
      return (given: Parameters<typeof price>[0]) => {
        const value = price(given);
        return { is: value.sum, shown: operand(value) };
      };
    };
    return lyingWithin(look(of), eachEdge(edges, look), compare, { zh: `应当${zh}`, en: `needs ${en}` });
  },
};
