/** `sum-of`: parts that add up; a part with `any`, `all`, `none` or `where` is for those alone. */
import { z } from "zod";
import { commonGrain, NOUGHT, plus } from "../../fraction.ts";
import type { AmountKind, Tier, Value } from "../language.ts";
import { tierUses } from "../tiers.ts";
import { made, NOTHING, operand } from "../value.ts";

export const sumOf: AmountKind<readonly Tier[]> = {
  schema: ({ part }) => z.array(part).min(2),
  say: (parts, words) => {
    const each = parts.map(({ who, amount }) => {
      const sum = words.amount(amount);
      const whom = who === null ? null : words.who(who);
      return {
        zh: whom === null ? sum.zh : `${whom.zh}的 ${sum.zh}`,
        en: whom === null ? sum.en : `${sum.en} for ${whom.en}`,
      };
    });
    return {
      zh: `合计：${each.map((p) => p.zh).join("；加 ")}`,
      en: `the sum of: ${each.map((p) => p.en).join("; plus ")}`,
    };
  },
  uses: (parts) => parts.flatMap((part, i) => tierUses(part, [i])),
  grain: (parts, grains) => parts.map(({ amount }) => grains.amount(amount)).reduce(commonGrain, NOUGHT),
  prepare: (parts, run) => {
    const prepared = parts.map(({ who, amount }) => ({
      fits: who === null ? null : run.who(who),
      price: run.amount(amount),
    }));
    return (given) => {
      const values: Value[] = [];
      for (const { fits, price } of prepared)
        if (fits === null || fits(given)?.holds === true) values.push(price(given));
      const [first, ...more] = values;
      if (first === undefined) return NOTHING;
      if (more.length === 0) return first;
      return made(values, values.map(operand).join(" + "), values.map((value) => value.sum).reduce(plus));
    };
  },
};
