/** `members: [{ age: { below: 18, on: 发放日 } }]`: how many of the counted members fit these conditions. */
import { NOUGHT, whole } from "../../fraction.ts";
import type { Condition } from "../../model/rules.ts";
import type { QuantityKind } from "../language.ts";

export const members: QuantityKind<readonly Condition[]> = {
  schema: ({ conditions }) => conditions,
  say: (conditions, words) => {
    const { zh, en } = words.conditions(conditions);
    return { zh: `${zh}的成员人数`, en: `members with ${en}` };
  },
  uses: (conditions) => [
    { use: "members", at: [] },
    { use: "conditions", conditions, at: [], whose: "member" },
  ],
  grain: () => whole(1),
  prepare: (conditions, run) => {
    const fits = run.conditions(conditions);
    return (given) => {
      const all = given.facts.members();
      if (all === null) return { number: NOUGHT, shown: "0 人" };
      const count = all.filter((member) => fits(member)?.holds === true).length;
      return { number: whole(count), shown: `${count} 人` };
    };
  },
};
