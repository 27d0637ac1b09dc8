/**
 * How a sheet is laid out: one list or several below each other, each with its titles, its header and its rows; or
 * lists side by side. A header that comes again in the midst of a list (a new printed page) begins no new one.
 */
import type { List, Row } from "../model/list.ts";
import { type Header, headerAround } from "./header.ts";
import { sameColumns, sameWords } from "./header-again.ts";
import { hasHeaderWords, isFurtherHeaderRow, isHeaderRow } from "./header-rows.ts";
import { MergedCells } from "./merged.ts";
import { mostly, profileOf } from "./profile.ts";
import { continuesNote, filledCells, isSentence } from "./row-words.ts";
import { type Part, sideBySide } from "./side-by-side.ts";
import { clean } from "./text.ts";
import type { Tools } from "./tools.ts";

/** A header stands within the first rows; further down a row of words is no header any more. */
const SEARCHED_ROWS = 60;
/** Cells of a title row: the title, 填报单位, 单位：元. */
const MOST_TITLE_CELLS = 3;
/** A text of this length begins like a number of a person or an account: no header has one. */
const NUMBER_LENGTH = 11;

/** One list as it stands on its sheet. */
export interface Table {
  /** The sheet on which it stands. */
  readonly list: List;
  readonly merged: MergedCells;
  /** Its place among the lists of the sheet, from 1, and their number. */
  readonly ordinal: number;
  readonly of: number;
  /** First and last row that it takes, by Excel's numbers, blank ones included. */
  readonly first: number;
  readonly last: number;
  readonly header: Header;
  /** It stands under another list's header, below a heading of its own (二、特困人员). */
  readonly isSection: boolean;
  /** Its columns, where it stands beside another list. */
  readonly part: Part | null;
  /** What stands above its own header. */
  readonly titles: readonly string[];
  /** The titles of the sheet's first list: they may speak for all. */
  readonly sheetTitles: readonly string[];
  /** All filled rows below its header but those of headers and titles that come again. */
  readonly rows: readonly Row[];
  /** Those of all parts under the same header: together they tell what a column holds. */
  readonly alikeRows: readonly Row[];
  readonly titleRows: number;
  readonly headerRows: number;
}

/** The lists of a sheet, from the top down, then from the left; none where no row is a header. */
export function layOut(list: List, tools: Tools): readonly Table[] {
  const merged = new MergedCells(list.merged);
  const layout = new Layout(list.rows, tools, merged);
  const drafts = layout.drafts();
  const sheetTitles = drafts[0]?.titles.map((title) => title.text) ?? [];
  const end = list.rows.at(-1)?.number ?? 0;
  const tables = drafts.flatMap((draft, at) => {
    const first = at === 0 ? 1 : draft.first;
    const last = (drafts[at + 1]?.first ?? end + 1) - 1;
    const alikeRows =
      drafts.length === 1 ? draft.rows : drafts.flatMap((d) => (d.header === draft.header ? d.rows : []));
    return inParts(draft, { list, merged, first, last, sheetTitles, alikeRows }, tools);
  });
  return tables.map((table, at) => ({ ...table, ordinal: at + 1, of: tables.length }));
}

/** A cell above a header. */
interface Title {
  readonly text: string;
  readonly index: number;
}

/** A list while the rows below are still looked at. */
interface Draft {
  readonly first: number;
  readonly header: Header;
  readonly isSection: boolean;
  readonly titles: Title[];
  readonly rows: Row[];
  titleRows: number;
  headerRows: number;
}

/** Goes over the rows of one sheet. */
class Layout {
  readonly #rows: readonly Row[];
  readonly #tools: Tools;
  readonly #merged: MergedCells;
  readonly #drafts: Draft[] = [];

  constructor(rows: readonly Row[], tools: Tools, merged: MergedCells) {
    this.#rows = rows;
    this.#tools = tools;
    this.#merged = merged;
  }

  /** Header after header; between two of them, headings that say a category begin a list of their own. */
  drafts(): readonly Draft[] {
    const first = this.#firstHeader();
    if (first === null) return [];
    const { headers, headings } = this.#marksBelow(first);
    const starts = headers.map((header, at) => {
      const above = headers[at - 1];
      return above === undefined ? 0 : this.#titlesStart(above, header.top);
    });
    headers.forEach((header, at) => {
      this.#header(header, starts[at] ?? 0);
      this.#body(header.bottom + 1, starts[at + 1] ?? this.#rows.length, headings);
    });
    return this.#drafts;
  }

  #firstHeader(): Header | null {
    const searched = this.#rows.slice(0, SEARCHED_ROWS);
    const worded = searched.findIndex((row) => isHeaderRow(row, this.#tools.headers));
    const at = worded >= 0 ? worded : searched.findIndex((row, index) => this.#standsOverNumbers(row, index));
    return at < 0 ? null : headerAround(this.#rows, at, 0, this.#tools, this.#merged);
  }

  /** Words that headers have, though none for a name or number; and below them a column of ID numbers. */
  #standsOverNumbers(row: Row, index: number): boolean {
    if (holdsNumber(row) || !hasHeaderWords(row, this.#tools.headers)) return false;
    const below = this.#rows.slice(index + 1, index + 1 + SEARCHED_ROWS);
    return row.cells.some((_, column) => {
      const profile = profileOf(below, column, this.#tools.words);
      return mostly(profile, "ids") && mostly(profile, "rightIds");
    });
  }

  /** All headers, and the indices of headings between them. Rows that hold a person's number are passed at once. */
  #marksBelow(first: Header): { headers: readonly Header[]; headings: ReadonlySet<number> } {
    const headers = [first];
    const headings = new Set<number>();
    let above = first;
    for (let at = above.bottom + 1; at < this.#rows.length; at++) {
      const row = this.#rows[at] as Row;
      if (holdsNumber(row)) continue;
      const again = sameWords(this.#rows, above, at);
      if (again !== null) {
        above = again;
        headers.push(above);
        at = above.bottom;
      } else if (isFurtherHeaderRow(row, this.#tools.headers)) {
        above = headerAround(this.#rows, at, above.bottom + 1, this.#tools, this.#merged);
        headers.push(above);
        at = above.bottom;
      } else if (this.#isHeading(row, above)) headings.add(at);
    }
    return { headers, headings };
  }

  /** A new list, or the one above goes on: the same header on a new page, under titles that say nothing else. */
  #header(header: Header, start: number): void {
    const titles = this.#rows.slice(start, header.top).flatMap(titleCells);
    const above = this.#drafts.at(-1);
    const rows = header.bottom - header.top + 1;
    if (above !== undefined && sameColumns(header, above.header) && !this.#saysOther(titles, above)) {
      above.titleRows += header.top - start;
      above.headerRows += rows;
    } else {
      const first = this.#rows[start]?.number ?? 1;
      const titleRows = header.top - start;
      this.#drafts.push({ first, header, isSection: false, titles, rows: [], titleRows, headerRows: rows });
    }
  }

  #saysOther(titles: readonly Title[], above: Draft): boolean {
    const says = (of: readonly Title[]) => this.#tools.vocabularies.says(of.map((title) => title.text).join(" "));
    const said = says(titles);
    return said !== "" && said !== says(above.titles) && said !== says(this.#drafts[0]?.titles ?? []);
  }

  #body(from: number, to: number, headings: ReadonlySet<number>): void {
    for (let at = from; at < to; at++) {
      const row = this.#rows[at] as Row;
      const draft = this.#drafts.at(-1) as Draft;
      if (!headings.has(at)) draft.rows.push(row);
      else if (draft.rows.length === 0) {
        draft.titles.push(...titleCells(row));
        draft.titleRows++;
      } else {
        const titles = [...titleCells(row)];
        const { number: first } = row;
        this.#drafts.push({
          first,
          header: draft.header,
          isSection: true,
          titles,
          rows: [],
          titleRows: 1,
          headerRows: 0,
        });
      }
    }
  }

  /** One cell at the left that says a category and is more than a remark: numbered, or the category's name alone. */
  #isHeading(row: Row, above: Header): boolean {
    const [index, second] = filledCells(row);
    if (index === undefined || second !== undefined || index > (above.columns[0]?.index ?? 0)) return false;
    const text = clean(row.cells[index] ?? "");
    if (text.length > LONGEST_HEADING || /[，。；]/.test(text) || this.#tools.rowWords.of(row) !== null) return false;
    const bare = text.replace(COUNTED, "");
    return this.#tools.vocabularies.isName(bare) || (bare !== text && this.#tools.vocabularies.says(bare) !== "");
  }

  /** Index of the first title row above a further header; the rows above it belong to the list before. */
  #titlesStart(above: Header, top: number): number {
    let start = top;
    for (let at = top - 1; at > above.bottom; at--) {
      const row = this.#rows[at] as Row;
      const word = holdsNumber(row) ? null : this.#tools.rowWords.of(row);
      if (word === "total") break;
      // 填报单位 stands below a title, 填表人 below a list: a title further up decides whose it is.
      if (word === "note" || this.#continuesNote(at)) continue;
      if (!this.#isTitle(row, above)) break;
      start = at;
    }
    return start;
  }

  #continuesNote(at: number): boolean {
    const [row, before] = [this.#rows[at], this.#rows[at - 1]];
    if (row === undefined || before === undefined || !continuesNote(row)) return false;
    return this.#tools.rowWords.of(before) === "note" || this.#continuesNote(at - 1);
  }

  #isTitle(row: Row, above: Header): boolean {
    const filled = filledCells(row);
    if (filled.length > MOST_TITLE_CELLS || holdsNumber(row)) return false;
    const names = new Set(
      above.columns.filter((c) => c.field === "name" || c.field === "headName").map((c) => c.index),
    );
    return filled.every((index) => {
      const text = clean(row.cells[index] ?? "");
      const range = this.#merged.at(row.number, index + 1);
      if (range !== undefined && range.left < range.right) return true;
      if (names.has(index))
        return filled.length === 1 && (isSentence(text) || text.length > 4 || this.#tools.vocabularies.isName(text));
      return filled.length === 1 || text.length > 4 || /[：:年月表单位附页册]/.test(text);
    });
  }
}

/** Longest heading of a part of a list. */
const LONGEST_HEADING = 30;
/** 一、 （二） 3. 第四部分: what counts the parts of a list. */
const COUNTED =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．：:\s]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|第[一二三四五六七八九十\d]{1,3}[部分类项]+[、：:\s]*)/;

/**
 * A cell that begins like a person's number, an account or a telephone: headers and headings have none. A title may
 * begin with a year (2023年元旦春节…).
 */
function holdsNumber(row: Row): boolean {
  for (const text of row.cells) {
    if (text.length < NUMBER_LENGTH || !isDigit(text.charCodeAt(0))) continue;
    const behindYear = text.charCodeAt(YEAR_LENGTH);
    if (isDigit(behindYear) || behindYear === SPACE) return true;
  }
  return false;
}

const YEAR_LENGTH = 4;
const SPACE = 0x20;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function titleCells(row: Row): readonly Title[] {
  return filledCells(row).map((index) => ({ text: clean(row.cells[index] ?? ""), index }));
}

type Undivided = Omit<Table, "ordinal" | "of">;
type Frame = Pick<Table, "list" | "merged" | "first" | "last" | "sheetTitles" | "alikeRows">;

/** One list, or the lists that stand side by side under its header. A title over none of them is everybody's. */
function inParts(draft: Draft, frame: Frame, { headers }: Tools): readonly Undivided[] {
  const parts = sideBySide(draft.header.columns, draft.rows, headers);
  const all = draft.titles.map((title) => title.text);
  if (parts.length === 0) return [{ ...draft, ...frame, titles: all, part: null }];
  const isDivided = parts.slice(1).some((part) => draft.titles.some(({ index }) => isIn(part, index)));
  return parts.map((part) => {
    const own = draft.titles.filter(({ index }) => isIn(part, index)).map((title) => title.text);
    return {
      ...draft,
      ...frame,
      part,
      titles: isDivided && own.length > 0 ? own : all,
      header: { ...draft.header, columns: draft.header.columns.filter((c) => isIn(part, c.index)) },
      rows: draft.rows.flatMap((row) => partOfRow(row, part)),
    };
  });
}

function isIn({ from, to }: Part, index: number): boolean {
  return from <= index && index <= to;
}

/** A row's cells that stand in a part, at their places; none where all of them are empty. */
function partOfRow(row: Row, part: Part): readonly Row[] {
  const cells = row.cells.map((text, index) => (isIn(part, index) ? text : ""));
  if (cells.every((text) => text === "")) return [];
  const kinds = [...row.kinds].map((kind, index) => (isIn(part, index) ? kind : "-")).join("");
  return [{ ...row, cells, kinds }];
}
