/** The single facts of a rules file. Every scalar is read as text: no sum passes through a float, no `no` becomes false. */
import { z } from "zod";
import { type Fraction, parseNumber } from "../fraction.ts";
import { isDay } from "../model/civil-date.ts";
import { parseYuan } from "../money.ts";
import { say } from "./wording.ts";

/** A word or sentence that is not empty. */
export const text = z.string().trim().min(1);

/** A list of words, at least one. */
export const texts = z.array(text).min(1);

/** One word or a list of them: `agency: 民政`, `agency: [民政, 人社]`. */
export const oneOrMore = z.union([text.transform((one) => [one]), texts], {
  error: () => say("应当是一个词，或一个列表，如 [甲, 乙]", "should be a text, or a list such as [a, b]"),
});

/** A key of ours: kebab-case English, since it appears in columns and paths. */
export const idText = text.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: () =>
    say(
      "编号应当是小写英文字母、数字和连字符，如 winter-warmth",
      "should be lower-case English with hyphens, such as winter-warmth",
    ),
});

/** A sum in yuan, above zero, with at most two decimals: `460`, `1,000.50`. */
export const yuan = text.transform((written, ctx) => {
  const fen = parseYuan(written);
  if (fen !== null && fen > 0) return fen;
  ctx.issues.push({
    code: "custom",
    input: written,
    message: say(
      `“${written}”不是金额，应当是大于 0 的数，最多两位小数，如 460`,
      `${written} is no sum: a number above 0 with at most two decimals, such as 460`,
    ),
  });
  return z.NEVER;
});

/** A whole number from 1. */
export const count = text.transform((written, ctx) => {
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  ctx.issues.push({
    code: "custom",
    input: written,
    message: say(`“${written}”不是个数，应当是大于 0 的整数`, `${written} is no whole number above 0`),
  });
  return z.NEVER;
});

/** A day that exists: `2022-12-19`. */
export const date = text.refine(isDay, {
  error: (issue) =>
    say(`“${issue.input}”不是日期，应当写成 2022-12-19 这样`, `${issue.input} is no date such as 2022-12-19`),
});

/** A month: `2023-01`. */
export const month = text.refine((written) => isDay(`${written}-01`), {
  error: (issue) =>
    say(`“${issue.input}”不是月份，应当写成 2023-01 这样`, `${issue.input} is no month such as 2023-01`),
});

/** `yes` or `no`. */
export const yesOrNo = z.enum(["yes", "no"]).transform((written) => written === "yes");

/** A number that is not negative: `1.3`, `2,000`, `130%`, `1/3`. */
export const number = text.transform((written, ctx): Fraction => {
  const read = parseNumber(written);
  if (read !== null) return read;
  ctx.issues.push({
    code: "custom",
    input: written,
    message: say(
      `“${written}”不是数，应当写成 1.3、130% 或 1/3 这样`,
      `${written} is no number such as 1.3, 130% or 1/3`,
    ),
  });
  return z.NEVER;
});
