/**
 * `each-month: { from: 2020-01, to: 2020-03, sum: … }`: the amount as it is in each month, added up. Inside, the days
 * `month-start`, `month-end` and `previous-month-end` say from which month a birthday or a new standard counts.
 */
import { z } from "zod";
import { NOUGHT, plus, toYuanText } from "../../fraction.ts";
import { monthAfter, monthsBetween } from "../../model/civil-date.ts";
import type { Amount } from "../../model/rules.ts";
import { month } from "../facts.ts";
import type { AmountKind, Value } from "../language.ts";
import { made } from "../value.ts";
import { say } from "../wording.ts";

interface EachMonth {
  readonly from: string;
  readonly to: string;
  readonly sum: Amount;
}

export const eachMonth: AmountKind<EachMonth> = {
  schema: ({ amount }) =>
    z
      .strictObject({ from: month, to: month, sum: amount })
      .refine((w) => w.from <= w.to, { path: ["to"], error: () => say("to 比 from 早", "is before from") })
      .refine((w) => monthsBetween(w.from, w.to) <= MOST_MONTHS, {
        path: ["to"],
        error: () => say(`最多 ${MOST_MONTHS} 个月`, `${MOST_MONTHS} months at most`),
      }),
  say: ({ from, to, sum }, words) => {
    const { zh, en } = words.amount(sum);
    return { zh: `${from} 至 ${to} 每月 ${zh}`, en: `each month from ${from} to ${to}: ${en}` };
  },
  uses: ({ sum }) => [{ use: "amount", amount: sum, at: ["sum"], whose: "month" }],
  grain: ({ sum }, grains) => grains.amount(sum),
  prepare: ({ from, to, sum }, run) => {
    const price = run.amount(sum);
    const months = Array.from({ length: monthsBetween(from, to) }, (_, i) => monthAfter(from, i));
    return (given) => {
      const values = months.map((each) => price({ ...given, month: each }));
      return made([], runsOf(values), values.map((value) => value.sum).reduce(plus, NOUGHT));
    };
  },
};

/** Ten years: beyond that somebody mistyped a year. */
const MOST_MONTHS = 120;

/** Months of one sum together: "2 个月 × 0.00 + 1 个月 × 200.00". */
function runsOf(values: readonly Value[]): string {
  const runs: { readonly shown: string; months: number }[] = [];
  for (const { sum } of values) {
    const shown = toYuanText(sum);
    const last = runs.at(-1);
    if (last?.shown === shown) last.months++;
    else runs.push({ shown, months: 1 });
  }
  return runs.map((r) => `${r.months} 个月 × ${r.shown}`).join(" + ");
}
