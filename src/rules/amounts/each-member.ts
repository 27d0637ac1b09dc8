/** `each-member: <amount>`: the amount for each counted member as if for a person, added up. */
import { NOUGHT, plus } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { AmountKind } from "../language.ts";
import { made, NOTHING, operand } from "../value.ts";

export const eachMember: AmountKind<Amount> = {
  schema: ({ amount }) => amount,
  say: (amount, words) => {
    const { zh, en } = words.amount(amount);
    return { zh: `各成员相加：${zh}`, en: `for each member, added up: ${en}` };
  },
  uses: (amount) => [
    { use: "members", at: [] },
    { use: "amount", amount, at: [], whose: "member" },
  ],
  grain: (amount, grains) => grains.amount(amount),
  prepare: (amount, run) => {
    const price = run.amount(amount);
    return (given) => {
      const values = (given.facts.members() ?? []).map(price);
      const [first, ...more] = values;
      if (first === undefined) return NOTHING;
      if (more.length === 0) return first;
      return made(values, values.map(operand).join(" + "), values.map((v) => v.sum).reduce(plus, NOUGHT));
    };
  },
};
