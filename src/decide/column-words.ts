/** What a declared column should hold, in words: for messages about cells that cannot be used. */
import { type Fraction, toDecimal, toYuanText } from "../fraction.ts";
import type { DeclaredField } from "../model/rules.ts";
import { wordText } from "../rules/fields.ts";

/** What a column should hold, in words. */
export function wantedText({ kind, unit, decimals, words }: DeclaredField): {
  readonly wanted: string;
  readonly wantedEn: string;
} {
  switch (kind) {
    case "number":
      return {
        wanted: decimals === 0 ? `整数（${unit}）` : `数（${unit}），最多 ${decimals} 位小数`,
        wantedEn: `a number of ${unit} with at most ${decimals} decimals`,
      };
    case "sum":
      return { wanted: "金额，最多两位小数", wantedEn: "a sum with at most two decimals" };
    case "date":
      return { wanted: "日期，如 2022-12-31", wantedEn: "a date such as 2022-12-31" };
    case "words":
    case "yes-no": {
      const known = [...words.keys()].map(wordText).join("、");
      return { wanted: known, wantedEn: known };
    }
    case "text":
      return { wanted: "文字", wantedEn: "a text" };
    default:
      return kind satisfies never;
  }
}

/** The bounds of a column, in words. */
export function boundsText({ kind, from, to, unit }: DeclaredField): string {
  const shown = (bound: Fraction | null) =>
    bound === null ? "" : kind === "sum" ? toYuanText(bound) : `${toDecimal(bound)} ${unit}`;
  return from === null ? `最多 ${shown(to)}` : to === null ? `至少 ${shown(from)}` : `${shown(from)} 至 ${shown(to)}`;
}
