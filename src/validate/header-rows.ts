/** Which rows are headers, and which rows around one belong to it. */
import type { MergedRange, Row } from "../model/list.ts";
import type { HeaderWords } from "./header-words.ts";
import { coverOf, type MergedCells } from "./merged.ts";
import { clean, foldHeader } from "./text.ts";
import type { Vocabularies } from "./whose.ts";

/** Longer texts above a header are titles, not upper header cells. */
const LONGEST_GROUP = 16;
/** A cell merged over more of the header's width than this is a title. */
const TITLE_WIDTH = 0.7;

/** What a header is told with. */
export interface HeaderTools {
  readonly headers: HeaderWords;
  readonly vocabularies: Vocabularies;
}

/** A row that names a person's name or number and one more known column. */
export function isHeaderRow(row: Row, words: HeaderWords): boolean {
  let known = 0;
  let names = false;
  for (const text of row.cells) {
    const word = words.find(text);
    if (word === undefined) continue;
    known++;
    names ||= word.field === "name" || word.field === "idNumber" || word.field === "headName";
  }
  return names && known >= 2;
}

/** At least two cells of text, and two known headers among them or one of a person's name or number. */
export function hasHeaderWords(row: Row, words: HeaderWords): boolean {
  if (/[ndef]/.test(row.kinds)) return false;
  const known = row.cells.flatMap((text) => words.find(text) ?? []);
  const names = known.some((word) => word.field === "name" || word.field === "idNumber" || word.field === "headName");
  return (row.kinds.match(/t/g)?.length ?? 0) >= 2 && (names || known.length >= 2);
}

/**
 * The same below a first header, where rows of data may use such words too (户主 as a relation): most of its cells are
 * known headers, none is a number.
 */
export function isFurtherHeaderRow(row: Row, words: HeaderWords): boolean {
  if (/[ndef]/.test(row.kinds)) return false;
  let filled = 0;
  let known = 0;
  let names = 0;
  for (const text of row.cells) {
    if (text === "") continue;
    filled++;
    const word = words.find(text);
    if (word === undefined) continue;
    known++;
    if (word.field === "name" || word.field === "idNumber") names += 2;
    else if (word.field === "headName") names++;
  }
  return known >= 2 && known * 10 >= filled * 6 && (names >= 2 || (names === 1 && known >= 3));
}

/** Rows stand right below each other on the sheet. */
function adjacent(upper: Row | undefined, lower: Row | undefined): upper is Row {
  return upper !== undefined && lower !== undefined && upper.number + 1 === lower.number;
}

/** The row above the header belongs to it: its cells group columns below, or reach down into the header. */
export function groups(
  rows: readonly Row[],
  top: number,
  bottom: number,
  { headers, vocabularies }: HeaderTools,
  merged: MergedCells,
): boolean {
  const [row, first] = [rows[top - 1], rows[top]];
  if (first === undefined || !adjacent(row, first)) return false;
  const block = rows.slice(top, bottom + 1);
  const below = new Filled(block);
  const [cover = []] = coverOf([row], merged, widthOf([row, ...block]));
  const texts = row.cells.flatMap((cell, index) => (clean(cell) === "" ? [] : [{ text: clean(cell), index }]));
  if (texts.some(({ text }) => text.length > LONGEST_GROUP || /[：:]\s*\S/.test(text))) return false;
  const both = new Filled([row, ...block]);
  if (texts.some(({ index }) => isTitle(cover[index], both))) return false;
  if (texts.some(({ index }) => (cover[index]?.bottom ?? 0) >= first.number)) return true;
  // Titles of two lists side by side are merged over their columns too, and name what the lists hold.
  if (texts.some(({ text }) => vocabularies.says(text) !== "")) return false;
  const isGrouping = ({ text, index }: { readonly text: string; readonly index: number }) =>
    below.under(cover[index]) >= 2 || (below.has(index) ? headers.isGroup(text) : headers.find(text) !== undefined);
  return texts.some(isGrouping) && texts.every((cell) => isGrouping(cell) || !below.has(cell.index));
}

function isTitle(range: MergedRange | undefined, columns: Filled): boolean {
  return columns.under(range) > Math.max(1, columns.size * TITLE_WIDTH);
}

/** The row below the header still belongs to it. */
export function isDivided(
  rows: readonly Row[],
  top: number,
  bottom: number,
  words: HeaderWords,
  merged: MergedCells,
): boolean {
  const header = rows.slice(top, bottom + 1);
  const [last, row] = [rows[bottom], rows[bottom + 1]];
  if (row === undefined || !adjacent(last, row)) return false;
  const filled = row.cells.flatMap((text, index) => (clean(text) === "" ? [] : [{ text: clean(text), index }]));
  if (filled.length === 0) return false;
  if (isNumbering(row) || filled.every((c) => isInBrackets(c.text))) return true;
  if (/[ndbe]/.test(row.kinds) || filled.some((c) => c.text.length > LONGEST_GROUP || /\d{4}/.test(c.text)))
    return false;
  const known = filled.filter((c) => words.find(c.text) !== undefined);
  const isMostlyKnown = known.length >= 2 && known.length * 10 >= filled.length * 6 && !repeats(filled, header);
  const [cover = []] = coverOf(header, merged, widthOf([...header, row])).slice(-1);
  if (cover.some((range) => range !== undefined)) {
    const under = filled.filter(({ index }) => isOver(cover[index], last.number));
    const reaches = cover.some((range) => range !== undefined && range.bottom >= row.number);
    return under.length > 0 && ((reaches && under.length === filled.length) || isMostlyKnown);
  }
  const above = new Filled(header);
  const isOpen = ({ index }: { readonly index: number }) =>
    !above.has(index) || header.some((r) => words.isGroup(textAt(r, index)));
  return isMostlyKnown && known.some(isOpen);
}

/** A merged cell of the header's last row, over several columns. */
function isOver(range: MergedRange | undefined, lastRow: number): boolean {
  return range !== undefined && range.left < range.right && range.bottom <= lastRow;
}

/** Mostly the same words in the same columns: the header once more, not a part of it. A group may be called like a column below it. */
function repeats(
  filled: readonly { readonly text: string; readonly index: number }[],
  header: readonly Row[],
): boolean {
  const again = filled.filter((c) => header.some((row) => foldHeader(textAt(row, c.index)) === foldHeader(c.text)));
  return again.length * 2 > filled.length;
}

/** 栏次: the columns numbered below their names, 1 2 3 … or 甲 乙 1 2 …. */
export function isNumbering(row: Row): boolean {
  const texts = row.cells.map(clean).filter((text) => text !== "");
  const numbers = texts.filter((text) => !/^[甲乙丙丁戊栏次]+$/.test(text));
  if (texts.length < 3 || numbers.length < 2) return false;
  return numbers.every((text, at) => /^\d{1,3}$/.test(text) && Number(text) === Number(numbers[0]) + at);
}

/** A remark on a column: "（元）", "(必填)". */
export function isInBrackets(text: string): boolean {
  return /^[（(].*[）)]$/.test(text);
}

/** The cleaned text of a cell. */
export function textAt(row: Row, index: number): string {
  return clean(row.cells[index] ?? "");
}

/** The columns in which some rows hold anything, asked by merged ranges too. */
class Filled {
  /** How many of the columns before each are filled. */
  readonly #before: number[] = [0];

  constructor(rows: readonly Row[]) {
    const width = widthOf(rows);
    for (let index = 0; index < width; index++) {
      const isFilled = rows.some((row) => textAt(row, index) !== "");
      this.#before.push((this.#before[index] ?? 0) + (isFilled ? 1 : 0));
    }
  }

  get size(): number {
    return this.#before.at(-1) ?? 0;
  }

  has(index: number): boolean {
    return this.#count(index, index + 1) > 0;
  }

  /** Filled columns under a merged range. */
  under(range: MergedRange | undefined): number {
    return range === undefined ? 0 : this.#count(range.left - 1, range.right);
  }

  #count(from: number, to: number): number {
    const last = this.#before.length - 1;
    return (this.#before[Math.min(to, last)] ?? 0) - (this.#before[Math.min(from, last)] ?? 0);
  }
}

/** Columns of the widest row. */
export function widthOf(rows: readonly Row[]): number {
  return Math.max(...rows.map((row) => row.cells.length));
}
