/** `plus: 2000`: added. */
import { plus as add, commonGrain } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { StepKind } from "../language.ts";
import { made, operand } from "../value.ts";

export const plus: StepKind<Amount> = {
  schema: ({ amount }) => amount,
  say: (amount, words) => {
    const { zh, en } = words.amount(amount);
    return { zh: `加 ${zh}`, en: `plus ${en}` };
  },
  uses: (amount) => [{ use: "amount", amount, at: [] }],
  grain: (amount, before, grains) => commonGrain(before, grains.amount(amount)),
  prepare: (amount, run) => {
    const price = run.amount(amount);
    return (before, given) => {
      const more = price(given);
      return made([before, more], `${operand(before)} + ${operand(more)}`, add(before.sum, more.sum));
    };
  },
};
