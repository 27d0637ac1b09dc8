/**
 * The header of a list: one row, or up to four whose upper cells cover several columns below them. Each column is
 * understood from its own words and from the cells that stand above it.
 */
import type { Row } from "../model/list.ts";
import type { Field } from "../model/list-words.ts";
import { columnLetter } from "../model/place.ts";
import type { DeclaredField } from "../model/rules.ts";
import { groups, type HeaderTools, isDivided, isInBrackets, isNumbering, textAt, widthOf } from "./header-rows.ts";
import type { HeaderWords } from "./header-words.ts";
import { type Cover, coverOf, type MergedCells } from "./merged.ts";

/** Rows that a header may take. */
const MOST_ROWS = 4;
/** A text file knows no merged cells: an upper cell groups this many columns to its right at most. */
const GROUP_REACH = 12;

/** One column of the header. */
export interface HeaderColumn {
  /** 0-based index into a row's cells. */
  readonly index: number;
  /** As people see it, upper cells first: "户主信息/姓名". */
  readonly header: string;
  /** Row in which its own words stand, as Excel numbers it. */
  readonly row: number;
  readonly field: Field | null;
  readonly declared: DeclaredField | null;
  readonly known: boolean;
  readonly rank: number;
}

/** The header that was found. */
export interface Header {
  /** Indices of its first and last row into the sheet's rows. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

/** "身份证号(C)": a column as places and problems name it. */
export function columnName(column: { readonly header: string; readonly index: number }): string {
  return `${column.header}(${columnLetter(column.index + 1)})`;
}

/**
 * The whole header around a row that is one: upper rows that group its columns, lower rows that divide them.
 * @param above index of the first row that may belong to it
 */
export function headerAround(
  rows: readonly Row[],
  at: number,
  above: number,
  tools: HeaderTools,
  merged: MergedCells,
): Header {
  let top = at;
  let bottom = at;
  while (top > above && bottom - top + 1 < MOST_ROWS && groups(rows, top, bottom, tools, merged)) top--;
  while (bottom - top + 1 < MOST_ROWS && isDivided(rows, top, bottom, tools.headers, merged)) bottom++;
  return { top, bottom, columns: columnsOf(rows.slice(top, bottom + 1), tools.headers, merged) };
}

interface Stacked {
  readonly text: string;
  readonly row: number;
}

/** Each column with what stands in it and over it. */
function columnsOf(header: readonly Row[], words: HeaderWords, merged: MergedCells): readonly HeaderColumn[] {
  const width = widthOf(header);
  const named = header.filter((row, at) => at === 0 || !isNumbering(row));
  const cover = coverOf(named, merged, width);
  const hasGroups = cover.some((line) => line.some((range) => range !== undefined && range.left < range.right));
  const columns: HeaderColumn[] = [];
  for (let index = 0; index < width; index++) {
    const stack = stackAt(named, cover, hasGroups, index, words);
    const own = stack.at(-1);
    if (own === undefined) continue;
    const above = stack.slice(0, -1).map((cell) => cell.text);
    const meaning = words.below(above, own.text);
    columns.push({
      index,
      header: [...above, own.text].join("/"),
      row: own.row,
      field: meaning?.field ?? null,
      declared: meaning?.declared ?? null,
      known: meaning !== undefined,
      rank: meaning?.rank ?? 0,
    });
  }
  return columns;
}

/** What stands in one column from the top down: its own cells, merged cells that cover it, remarks in brackets left out. */
function stackAt(
  header: readonly Row[],
  cover: readonly Cover[],
  hasGroups: boolean,
  index: number,
  words: HeaderWords,
): readonly Stacked[] {
  const stack: Stacked[] = [];
  header.forEach((_, at) => {
    const cell = cellAt(header, cover, hasGroups, at, index, words);
    if (cell === null || (stack.length > 0 && isInBrackets(cell.text))) return;
    if (stack.at(-1)?.text !== cell.text) stack.push(cell);
  });
  return stack;
}

function cellAt(
  header: readonly Row[],
  cover: readonly Cover[],
  hasGroups: boolean,
  at: number,
  index: number,
  words: HeaderWords,
): Stacked | null {
  const row = header[at];
  if (row === undefined) return null;
  const text = textAt(row, index);
  if (text !== "") return { text, row: row.number };
  const range = cover[at]?.[index];
  if (range !== undefined) {
    const first = header.find((r) => r.number === range.top);
    const over = first === undefined ? "" : textAt(first, range.left - 1);
    return over === "" ? null : { text: over, row: range.top };
  }
  if (hasGroups) return null;
  // Without merged cells what groups the columns stands over the first of them.
  const isBelow = (i: number) => header.slice(at + 1).some((r) => textAt(r, i) !== "");
  for (let i = index - 1; i >= Math.max(0, index - GROUP_REACH) && isBelow(i + 1); i--) {
    const left = textAt(row, i);
    if (left !== "") return words.isGroup(left) && isBelow(i) ? { text: left, row: row.number } : null;
  }
  return null;
}
