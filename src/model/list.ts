/** Lists as they were read: the text of each cell and where it stood. What a cell means is decided later. */
import type { Problem } from "../problem/problem.ts";
import type { Original } from "./corrected-copy.ts";

/**
 * What kind of value a cell held, one letter a cell: `-` empty, `t` text, `n` number, `d` date (its text is ISO,
 * 2023-01-05), `b` yes/no, `e` an error value such as #REF!, `f` a formula without a stored value.
 */
export type CellKinds = string;

/** One row of a sheet. */
export interface Row {
  /** The row as Excel numbers it, from 1 (for a text file the number of the record). */
  readonly number: number;
  /** The text of each cell from column A on, "" where empty; shorter than the sheet is wide. Made when first asked for. */
  readonly cells: readonly string[];
  /** One letter a cell, as long as `cells`. */
  readonly kinds: CellKinds;
  /** Hidden in Excel: read all the same, and said. */
  readonly hidden: boolean;
}

/** A merged range, all four 1-based and inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Under which name the agency sent a list. */
export interface ListName {
  readonly file: string;
  readonly sheet: string;
}

/** One sheet of one file. */
export interface List {
  /** The file's name as shown. */
  readonly file: string;
  /** The sheet's name, "" for a text file. */
  readonly sheet: string;
  /** All rows that hold a filled cell, in order; blank rows are told by the gaps in their numbers. */
  readonly rows: readonly Row[];
  /** As the file has them, which may be a whole sheet of 16 384 × 1 048 576 cells: no reason to walk their cells. */
  readonly merged: readonly MergedRange[];
  /** Columns (1-based) that are hidden. */
  readonly hiddenColumns: readonly number[];
  /** Of a corrected copy: what it is a copy of. Null for a list as it was sent. */
  readonly original: ListName | null;
}

/** The name under which decisions and the campaign file know a list: a corrected copy goes by its original's. */
export function knownName({ file, sheet, original }: List): ListName {
  return original ?? { file, sheet };
}

/**
 * The path whose names may say whose a list is, the innermost first. A corrected copy may have been renamed, or lie in
 * another folder: what its own name does not say, its original's does.
 */
export function tellingPath({ file, original }: List): string {
  return original === null ? file : `${original.file.replace(/\.[^./]*$/, "")}/${file}`;
}

/** One file that was given or found, with what came of reading it. */
export interface InputFile {
  /** The name as shown: path below the given folder, or the bare name. */
  readonly name: string;
  /** SHA-256 of its bytes in hex; "" where it could not be opened. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of a corrected copy: what it came from, as its first sheet says; its lists are all the other sheets. */
  readonly original: Original | null;
  /** In the workbook's order; empty sheets too. */
  readonly lists: readonly List[];
  readonly problems: readonly Problem[];
  /**
   * `read`: its lists are there. `passed-over`: no table, or relief's own; said with a 提示.
   * `refused`: a table that cannot be read; it stops `compute`, since a missing list changes what others get.
   */
  readonly state: "read" | "passed-over" | "refused";
}

/** One file beside the lists that a run rests on, for the manifest. */
export interface SourceRecord {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** What it was read as. */
  readonly role: "campaign" | "check-list" | "decisions";
}
