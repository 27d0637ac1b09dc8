/** `number: { of: 家庭人口, from: 3 }`: a number within edges; each of them is a quantity: 3, counted, a column. */
import { z } from "zod";
import { compare } from "../../fraction.ts";
import type { Quantity } from "../../model/rules.ts";
import { eachEdge, edgeUses, type Looked, lyingWithin, sayWithin } from "../comparing.ts";
import { edgesWrong } from "../edges.ts";
import type { ConditionKind } from "../language.ts";

interface NumberWithin {
  readonly of: Quantity;
  readonly edges: Looked<Quantity>;
}

export const number: ConditionKind<NumberWithin> = {
  schema: ({ quantity }) => {
    const edge = quantity.optional();
    return z
      .strictObject({ of: quantity, from: edge, above: edge, to: edge, below: edge })
      .refine((w) => edgesWrong(w) === null, { error: (issue) => edgesWrong(issue.input as object) ?? "" })
      .transform(({ of, ...edges }) => ({ of, edges }));
  },
  say: ({ of, edges }, words) => sayWithin(words.quantity(of), eachEdge(edges, words.quantity)),
  uses: ({ of, edges }) => [
    { use: "quantity", quantity: of, at: ["of"] },
    ...edgeUses(edges, (quantity, at) => ({ use: "quantity", quantity, at })),
  ],
  prepare: ({ of, edges }, run) => {
    const { zh, en } = sayWithin(run.words.quantity(of), eachEdge(edges, run.words.quantity));
    const look = (quantity: Quantity) => {
      const measure = run.quantity(quantity);
      return (given: Parameters<typeof measure>[0]) => {
        const { number: is, shown } = measure(given);
        return { is, shown };
      };
    };
    return lyingWithin(look(of), eachEdge(edges, look), compare, { zh: `应当${zh}`, en: `needs ${en}` });
  },
};
