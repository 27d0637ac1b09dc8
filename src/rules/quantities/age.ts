/** `age: { on: 发放日 }`: whole years of age (周岁) on a day. */
import { z } from "zod";
import { NOUGHT, whole } from "../../fraction.ts";
import { ageOn } from "../../model/civil-date.ts";
import { text } from "../facts.ts";
import type { QuantityKind } from "../language.ts";

export const age: QuantityKind<string> = {
  schema: () => z.strictObject({ on: text }).transform((w) => w.on),
  say: (on) => ({ zh: `${on}的周岁`, en: `age on ${on}` }),
  uses: (on) => [
    { use: "age", at: [] },
    { use: "day", name: on, at: ["on"] },
  ],
  grain: () => whole(1),
  prepare: (on, run) => {
    const dayOf = run.day(on);
    return (given) => {
      const born = given.facts.bornOn();
      const day = dayOf(given);
      if (born === null || day === null) return { number: NOUGHT, shown: "年龄不明" };
      const years = Math.max(ageOn(born, day, run.leapBirthday), 0);
      return { number: whole(years), shown: `${day} ${years} 周岁` };
    };
  },
};
