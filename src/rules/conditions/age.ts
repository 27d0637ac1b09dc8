/** `age: { on: 发放日, from: 70, below: 80 }`: whole years of age (周岁) on a day. 29 February is said for the edition. */
import { z } from "zod";
import { type Fraction, whole } from "../../fraction.ts";
import { ageOn } from "../../model/civil-date.ts";
import { no, YES } from "../answers.ts";
import { crossed, type Edges, edgesWrong, holdsWithin, numbersText, toEdges } from "../edges.ts";
import { number, text } from "../facts.ts";
import type { ConditionKind } from "../language.ts";

interface Age {
  readonly on: string;
  readonly edges: Edges;
}

const edge: z.ZodType<Fraction | undefined> = number.optional();

export const age: ConditionKind<Age> = {
  schema: () =>
    z
      .strictObject({ on: text, from: edge, above: edge, to: edge, below: edge })
      .refine((w) => edgesWrong(w) === null, { error: (issue) => edgesWrong(issue.input as object) ?? "" })
      .transform((w) => ({ on: w.on, edges: toEdges(w) })),
  say: ({ on, edges }) => {
    const range = numbersText(edges);
    return { zh: `${on}年龄 ${range.zh}周岁`, en: `aged ${range.en} on ${on}` };
  },
  uses: ({ on }) => [
    { use: "age", at: [] },
    { use: "day", name: on, at: ["on"] },
  ],
  faults: ({ edges }) => crossed(edges),
  prepare: ({ on, edges }, run) => {
    const dayOf = run.day(on);
    const range = numbersText(edges);
    const needed = { zh: `年龄应当 ${range.zh}周岁`, en: `the age should be ${range.en}` };
    return (given) => {
      const born = given.facts.bornOn();
      const day = dayOf(given);
      if (born === null || day === null) return null;
      const years = ageOn(born, day, run.leapBirthday);
      return holdsWithin(edges, whole(years)) ? YES : no(needed, `${day} ${years} 周岁（${born} 出生）`);
    };
  },
};
