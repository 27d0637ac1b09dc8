/** `residence: [新华路街道]`: the unit lives in one of these streets or towns. */
import { no, YES } from "../answers.ts";
import { texts } from "../facts.ts";
import type { ConditionKind } from "../language.ts";

export const residence: ConditionKind<readonly string[]> = {
  schema: () => texts,
  say: (streets) => ({ zh: `住在${streets.join("、")}`, en: `living in ${streets.join(", ")}` }),
  uses: (streets) => streets.map((name, i) => ({ use: "street", name, at: [i] })),
  prepare: (streets) => {
    const needed = { zh: `应当住在${streets.join("、")}`, en: `should live in ${streets.join(", ")}` };
    return ({ facts }) => {
      const street = facts.street();
      if (street === null) return null;
      return streets.includes(street) ? YES : no(needed, `街镇 ${street}`);
    };
  },
};
