/** Lists that stand side by side under one header row: told where each part begins anew, else not taken apart. */
import type { Row } from "../model/list.ts";
import type { HeaderColumn } from "./header.ts";
import type { HeaderWords } from "./header-words.ts";
import { clean, foldHeader } from "./text.ts";

/** Columns of one part, as indices, both included. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a header under which several lists stand: they begin with the same 序号, or an empty column parts them,
 * or the same three columns and more come again. Each part has its own 姓名 or 身份证号. Empty where it is one list.
 */
export function sideBySide(
  columns: readonly HeaderColumn[],
  rows: readonly Row[],
  words: HeaderWords,
): readonly Part[] {
  const who = columns.filter((c) => c.field === "name" || c.field === "idNumber").map((c) => foldHeader(c.header));
  if (new Set(who).size === who.length) return [];
  for (const starts of [bySerial(columns, words), byGap(columns, rows), byRepeat(columns)]) {
    if (starts.length < 2) continue;
    const parts = starts.map((from, at) => ({ from, to: (starts[at + 1] ?? Number.POSITIVE_INFINITY) - 1 }));
    if (parts.every((part) => namesPeople(columns, part))) return parts;
  }
  return [];
}

function namesPeople(columns: readonly HeaderColumn[], { from, to }: Part): boolean {
  const own = columns.filter((c) => from <= c.index && c.index <= to);
  const names = own.filter((c) => c.field === "name");
  const numbers = own.filter((c) => c.field === "idNumber");
  return names.length <= 1 && numbers.length <= 1 && names.length + numbers.length > 0 && own.length >= 2;
}

/** Columns that begin with the same 序号 as the first. */
function bySerial(columns: readonly HeaderColumn[], words: HeaderWords): readonly number[] {
  const first = columns[0];
  if (first === undefined || !words.isSerial(first.header)) return [];
  return columns.filter((c) => foldHeader(c.header) === foldHeader(first.header)).map((c) => c.index);
}

/** Columns behind one that is empty from the header to the last row. */
function byGap(columns: readonly HeaderColumn[], rows: readonly Row[]): readonly number[] {
  const filled = new Set(columns.map((c) => c.index));
  const isEmpty = (index: number) => !filled.has(index) && rows.every((row) => clean(row.cells[index] ?? "") === "");
  return columns.flatMap(({ index }, at) =>
    at === 0 || (!filled.has(index - 1) && isEmpty(index - 1)) ? [index] : [],
  );
}

/** The whole header is one row of at least three words, written several times. */
function byRepeat(columns: readonly HeaderColumn[]): readonly number[] {
  const texts = columns.map((c) => foldHeader(c.header));
  for (let period = 3; period * 2 <= texts.length; period++) {
    if (texts.length % period !== 0 || texts.some((text, at) => text !== texts[at % period])) continue;
    return columns.filter((_, at) => at % period === 0).map((c) => c.index);
  }
  return [];
}
