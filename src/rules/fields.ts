/** Declared columns: what a cell of each kind may hold, read into one spelling. */
import { compare, type Fraction, NOUGHT, parseNumber, product, whole } from "../fraction.ts";
import { isDay } from "../model/civil-date.ts";
import type { DeclaredField } from "../model/rules.ts";
import { parseYuan } from "../money.ts";
import type { Column } from "./field-schema.ts";
import type { CellValue } from "./given.ts";

/** How lists write yes and no, where an edition does not say it otherwise. */
const YES_NO: ReadonlyMap<string, readonly string[]> = new Map([
  ["yes", ["是", "有", "√", "✓", "Y", "yes", "1"]],
  ["no", ["否", "无", "没有", "不是", "×", "N", "no", "0"]],
]);

/** A cell by its column's kind; null where it cannot be one. */
function readCell(field: DeclaredField, text: string): CellValue | null {
  switch (field.kind) {
    case "text":
      return { text, number: null };
    case "words":
    case "yes-no": {
      const folded = fold(text);
      for (const [word, written] of field.words)
        if (fold(word) === folded || written.some((way) => fold(way) === folded)) return { text: word, number: null };
      return null;
    }
    case "number": {
      const number = parseNumber(withoutUnit(text, field.unit));
      if (number === null || !hasDecimals(number, field.decimals)) return null;
      return { text, number };
    }
    case "sum": {
      const sum = parseYuan(text);
      return sum === null ? null : { text, number: whole(sum) };
    }
    case "date": {
      const day = dayOf(text);
      return day === null ? null : { text: day, number: null };
    }
    default:
      return field.kind satisfies never;
  }
}

/** A cell by its column, the column's `blank` and bounds included; else what is wrong with it. */
export type ReadCell =
  | { readonly is: "value"; readonly value: CellValue }
  /** Beyond the column's bounds: a person may wave it through. */
  | { readonly is: "outside"; readonly value: CellValue }
  | { readonly is: "empty" }
  | { readonly is: "unreadable" };

/** Reads a cell; "" where the list has no such column, or nothing in it. */
export function cellOf(field: DeclaredField, text: string): ReadCell {
  const written = text === "" ? field.blank : text;
  if (written === null) return { is: "empty" };
  const value = readCell(field, written);
  if (value === null) return { is: "unreadable" };
  const { number } = value;
  const low = number !== null && field.from !== null && compare(number, field.from) < 0;
  const high = number !== null && field.to !== null && compare(number, field.to) > 0;
  return { is: low || high ? "outside" : "value", value };
}

/** It has no more decimals than that. */
function hasDecimals(number: Fraction, decimals: number): boolean {
  return product(number, whole(10 ** decimals)).d === 1n;
}

/** "12.5亩" is 12.5 where the unit is 亩. */
function withoutUnit(text: string, unit: string): string {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const tail = unit.normalize("NFKC");
  return tail !== "" && plain.endsWith(tail) ? plain.slice(0, -tail.length) : plain;
}

/** 2022-12-31, 2022.12.31, 2022/12/31, 2022年12月31日, 20221231. */
function dayOf(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const match = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const found = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(found) ? found : null;
}

function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** A word of a column as people read it. */
export function wordText(word: string): string {
  return word === "yes" ? "是" : word === "no" ? "否" : word;
}

/** The smallest step in which a column's numbers go. */
export function grainOf(field: DeclaredField): Fraction {
  if (field.kind === "sum") return whole(1);
  return field.kind === "number" ? { n: 1n, d: 10n ** BigInt(field.decimals) } : NOUGHT;
}

/** A declared column as it was written. */
export function toField({ id, value }: { readonly id: string; readonly value: Column }): DeclaredField {
  const inFen = (bound: Fraction | undefined) => (bound === undefined ? null : product(bound, whole(100)));
  const plain = {
    name: id,
    headers: value.headers,
    kind: value.holds,
    unit: "",
    decimals: 0,
    from: null,
    to: null,
    words: NO_WORDS,
    blank: value.blank ?? null,
  };
  switch (value.holds) {
    case "words":
      return { ...plain, words: new Map(Object.entries(value.words)) };
    case "yes-no":
      return { ...plain, words: value.words === undefined ? YES_NO : new Map(Object.entries(value.words)) };
    case "number": {
      const { unit, decimals, from = null, to = null } = value;
      return { ...plain, unit, decimals: Number(decimals), from, to };
    }
    case "sum":
      return { ...plain, from: inFen(value.from), to: inFen(value.to) };
    case "text":
    case "date":
      return plain;
    default:
      return value satisfies never;
  }
}

const NO_WORDS: ReadonlyMap<string, readonly string[]> = new Map();
