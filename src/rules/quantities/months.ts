/**
 * `months: { from: 批准日期, to: 2023-12-31, first: counted }`: months from one day to another. `first` says whether the
 * month of the first day counts (当月起) or not (次月起); the month of the last day always counts.
 */
import { z } from "zod";
import { NOUGHT, whole } from "../../fraction.ts";
import { monthsBetween } from "../../model/civil-date.ts";
import { text } from "../facts.ts";
import type { QuantityKind } from "../language.ts";

interface Months {
  readonly from: string;
  readonly to: string;
  readonly first: "counted" | "not-counted";
}

export const months: QuantityKind<Months> = {
  schema: () => z.strictObject({ from: text, to: text, first: z.enum(["counted", "not-counted"]) }),
  say: ({ from, to, first }) => ({
    zh: `${from}${first === "counted" ? "当月" : "次月"}至${to}的月数`,
    en: `months from ${from} (its month ${first === "counted" ? "counted" : "not counted"}) to ${to}`,
  }),
  uses: ({ from, to }) => [
    { use: "day", name: from, at: ["from"] },
    { use: "day", name: to, at: ["to"] },
  ],
  grain: () => whole(1),
  prepare: ({ from, to, first }, run) => {
    const [start, end] = [run.day(from), run.day(to)];
    return (given) => {
      const [a, b] = [start(given), end(given)];
      if (a === null || b === null) return { number: NOUGHT, shown: "0 个月" };
      const count = Math.max(monthsBetween(a.slice(0, 7), b.slice(0, 7)) - (first === "counted" ? 0 : 1), 0);
      return { number: whole(count), shown: `${count} 个月` };
    };
  },
};
