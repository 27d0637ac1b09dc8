/** Sheets as values: what a table shows, before any library draws it. */
import type { Fen } from "../../money.ts";

/** What a column holds: it decides number format, alignment, and that numbers of people and money stay text. */
export type ColumnKind = "text" | "link" | "yuan" | "count" | "share";

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  /** In half-width characters (a 汉字 counts 2); without it as wide as its content, within bounds. */
  readonly width?: number;
}

/** A sum or a count is a number (fen in a column of yuan), everything else a text; null is an empty cell. */
export type Cell = string | number | Fen | null;

/**
 * `group` opens a group, `total` sums up, `header` names the columns anew, `note` is a line of text without frame;
 * `error` and `warning` are body rows whose link is in the colour of the cell to which it leads.
 */
export type RowKind = "body" | "error" | "warning" | "group" | "total" | "header" | "note";

/** One row below the header. */
export interface TableRow {
  readonly kind: RowKind;
  readonly cells: readonly Cell[];
}

/** A drop-down of allowed words in some rows of one column; rows count from 0 in `rows`. */
export interface DropDown {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** One sheet that is a table. */
export interface Table {
  readonly name: string;
  readonly title: string;
  /** Lines between title and header. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Rows that are kept where `rows` must be cut: totals, places to sign. */
  readonly tail: readonly TableRow[];
  /** The CSV that has all rows, named where they are cut. */
  readonly allIn: string;
  readonly landscape: boolean;
  readonly dropDowns?: readonly DropDown[];
  /** For sheets that are signed by hand: height of a row in points, and how many stand on a page. */
  readonly signed?: { readonly rowHeight: number; readonly rowsPerPage: number };
  /** For each row, where its cell in the column of kind "link" leads: a place in the same workbook. */
  readonly links?: readonly (string | null)[];
  /** The header's row is the first, and nothing else is above: a sheet that programs read too. */
  readonly bare?: boolean;
  /** Two tables under each other: no filter, and only the title stays in view. */
  readonly mixed?: boolean;
}

/** Rows of one sheet, all told: title, header, note and totals among them. */
export const MOST_ROWS = 50_000;

/** A plain row. */
export function body(...cells: Cell[]): TableRow {
  return { kind: "body", cells };
}

/** A row that sums up. */
export function total(...cells: Cell[]): TableRow {
  return { kind: "total", cells };
}

/** A row that opens a group. */
export function group(...cells: Cell[]): TableRow {
  return { kind: "group", cells };
}

/** Names the columns of a second table. */
export function header(...cells: string[]): TableRow {
  return { kind: "header", cells };
}

/** A line of text. */
export function note(text: string): TableRow {
  return { kind: "note", cells: [text] };
}
