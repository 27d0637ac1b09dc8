/** What a rules file may say of columns, days and standards: what amounts and conditions look at. */
import { z } from "zod";
import { type Fraction, whole } from "../fraction.ts";
import { isDay } from "../model/civil-date.ts";
import { date, number, text, texts, yesOrNo, yuan } from "./facts.ts";
import { checkedBy, say } from "./wording.ts";

const headers = z.strictObject({ headers: texts, blank: text.optional() });

/** Columns by what they hold; a list of headers alone means texts. */
const columnKinds = {
  text: headers.extend({ holds: z.literal("text") }),
  words: headers.extend({ holds: z.literal("words"), words: z.record(z.string(), texts) }),
  "yes-no": headers.extend({
    holds: z.literal("yes-no"),
    words: z.strictObject({ yes: texts, no: texts }).optional(),
    blank: z.enum(["yes", "no"]).optional(),
  }),
  number: headers.extend({
    holds: z.literal("number"),
    unit: text,
    decimals: text.regex(/^[0-6]$/, { error: () => say("小数位数应当是 0 到 6", "should be 0 to 6 decimals") }),
    from: number.optional(),
    to: number.optional(),
  }),
  sum: headers.extend({ holds: z.literal("sum"), from: number.optional(), to: number.optional() }),
  date: headers.extend({ holds: z.literal("date") }),
};

/** What is said of a declared column beside its headers. */
export type Column = z.output<(typeof columnKinds)[keyof typeof columnKinds]>;

const columnKind = z.looseObject({ holds: z.enum(["text", "words", "yes-no", "number", "sum", "date"]) });

/** `fields`: name → headers, or headers and what the column holds. */
export const fieldSchema: z.ZodType<Column> = z.unknown().transform((written, ctx): Column => {
  if (Array.isArray(written)) {
    const list = checkedBy(texts, written, ctx);
    return list === null ? z.NEVER : { headers: list, holds: "text" };
  }
  const kind = checkedBy(columnKind, written, ctx);
  return (kind && checkedBy<Column>(columnKinds[kind.holds], written, ctx)) ?? z.NEVER;
});

/** What `fields` may say, for the JSON Schema. */
export const fieldWritten = z.union([texts, ...Object.values(columnKinds)]);

/** `days`: name → a date. */
export const daySchema = date;

/** By the day from which each holds, the earliest first. */
function byDay<T>(each: z.ZodType<T>) {
  return z.record(z.string(), each).transform((table, ctx) => {
    const days = Object.keys(table);
    const wrong = days.find((day, i) => !isDay(day) || (i > 0 && day <= (days[i - 1] ?? "")));
    if (days.length > 0 && wrong === undefined) return Object.entries(table).map(([day, is]) => ({ day, is }));
    const message = say(
      "应当是 开始执行的日期: 标准，先后排列，如 2023-04-01: 1420",
      "should be the day from which it holds and the sum, in order, such as 2023-04-01: 1420",
    );
    ctx.issues.push({ code: "custom", input: table, path: wrong === undefined ? [] : [wrong], message });
    return z.NEVER;
  });
}

/** `standards`: name → sums (or rates) by date, and the day that counts. */
export const standardSchema = z
  .strictObject({
    unconfirmed: yesOrNo.optional(),
    on: text,
    sums: byDay(yuan.transform((sum): Fraction => whole(sum))).optional(),
    rates: byDay(number).optional(),
    quote: text.optional(),
  })
  .refine((w) => (w.sums === undefined) !== (w.rates === undefined), {
    error: () => say("sums（金额）和 rates（比例）要写一个，只写一个", "needs one of sums and rates"),
  });

/** What `standards` may say, for the JSON Schema. */
export const standardWritten = z.strictObject({
  unconfirmed: yesOrNo.optional(),
  on: text,
  sums: z.record(z.string(), text).optional(),
  rates: z.record(z.string(), text).optional(),
  quote: text.optional(),
});
