/** `date: { of: 登记日期, to: 2022-12-31 }`: a day within edges; each of them is a date, a declared day or a column. */
import { z } from "zod";
import { compareText } from "../../model/place.ts";
import { eachEdge, edgeUses, type Looked, lyingWithin, sayWithin } from "../comparing.ts";
import { edgesWrong } from "../edges.ts";
import { text } from "../facts.ts";
import type { ConditionKind } from "../language.ts";

interface DateWithin {
  readonly of: string;
  readonly edges: Looked<string>;
}

const edge = text.optional();
const itself = (name: string) => ({ zh: name, en: name });

export const date: ConditionKind<DateWithin> = {
  schema: () =>
    z
      .strictObject({ of: text, from: edge, above: edge, to: edge, below: edge })
      .refine((w) => edgesWrong(w) === null, { error: (issue) => edgesWrong(issue.input as object) ?? "" })
      .transform(({ of, ...edges }) => ({ of, edges })),
  say: ({ of, edges }) => sayWithin(itself(of), eachEdge(edges, itself)),
  uses: ({ of, edges }) => [
    { use: "day", name: of, at: ["of"] },
    ...edgeUses(edges, (name, at) => ({ use: "day", name, at })),
  ],
  prepare: ({ of, edges }, run) => {
    const { zh, en } = sayWithin(itself(of), eachEdge(edges, itself));
    const look = (name: string) => {
      const day = run.day(name);
      return (given: Parameters<typeof day>[0]) => {
        const is = day(given);
        return is === null ? null : { is, shown: is };
      };
    };
    return lyingWithin(look(of), eachEdge(edges, look), compareText, { zh: `应当${zh}`, en: `needs ${en}` });
  },
};
