/** A table by whole numbers from 1, with `more` for every larger one: `{ 1: 700, 2: 800, more: 1000 }`. */
import { z } from "zod";
import { say } from "./wording.ts";

/** What it says for 1, 2, …, and for every larger number. */
export interface Sizes<T> {
  readonly of: readonly T[];
  readonly more: T;
}

/** Reads such a table; a number that is left out, or a missing `more`, is told. */
export function sizes<T>(each: z.ZodType<T>): z.ZodType<Sizes<T>> {
  return z.record(z.string(), each).transform((table, ctx): Sizes<T> => {
    const { more, ...rest } = table;
    const keys = Object.keys(rest);
    const refuse = (zh: string, en: string, path: string[]) => {
      ctx.issues.push({ code: "custom", input: table, path, message: say(zh, en) });
      return z.NEVER;
    };
    if (more === undefined) return refuse("缺少“more”：更大的怎样算", "is missing `more`: what larger ones get", []);
    const wrong = keys.find((key, i) => key !== String(i + 1));
    if (wrong !== undefined)
      return refuse("应当从 1 起依次写，最后写 more", "should go 1, 2, 3, …, and end with more", [wrong]);
    return { of: Object.values(rest), more };
  });
}

/** "2 人", "3 人及以上" for the place in the table. */
export function sizeText(at: number, ofThem: number, language: "zh" | "en"): string {
  if (at < ofThem) return language === "zh" ? `${at + 1} 人` : String(at + 1);
  return language === "zh" ? `${at + 1} 人及以上` : `${at + 1} or more`;
}
