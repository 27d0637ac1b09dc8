/**
 * The rows of sheets as a reader meets them, cell by cell in any order within a row, held against the limits: for all
 * formats but .xlsx and text, whose readers are too hot for it.
 */
import type { MergedRange, Row } from "../model/list.ts";
import { MAX_CELL_LENGTH, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";
import { dateText, numberText, type Shows } from "./number-text.ts";
import { Once } from "./once.ts";
import { overLimit } from "./unreadable.ts";

/** The kinds of filled cells, as `CellKinds` has them. */
export type Kind = "t" | "n" | "d" | "b" | "e" | "f";

/** A cell's text and kind; null where it is empty. */
export interface Cell {
  readonly text: string;
  readonly kind: Kind;
}

/** What the sheets of one file share: texts seen before, and how many cells there were. */
export class Filled {
  readonly texts = new Once();
  readonly kinds = new Map<string, string>();
  cells = 0;
}

/** A row with few cells costs as much as these: a file of some bytes may say that one stands there a million times. */
const CELLS_OF_A_ROW = 8;

/** The rows of one sheet. */
export class SheetRows {
  readonly #filled: Filled;
  readonly #rows: Row[] = [];
  #number = 0;
  #hidden = false;
  #cells: string[] = [];
  #kinds: string[] = [];
  #widest = 0;
  #inOrder = true;

  constructor(filled: Filled) {
    this.#filled = filled;
  }

  /** Begins the row of this number, from 1. */
  begin(number: number, hidden: boolean): void {
    this.#number = number;
    this.#hidden = hidden;
    this.#cells = [];
    this.#kinds = [];
  }

  /** Puts a cell into the row at hand; `column` from 1. */
  put(column: number, cell: Cell | null): void {
    if (cell === null || (cell.text === "" && cell.kind !== "f")) return;
    if (column > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, column);
    if (cell.text.length > MAX_CELL_LENGTH) {
      throw overLimit("单元格字数", "characters in a cell", MAX_CELL_LENGTH, cell.text.length);
    }
    for (let i = this.#cells.length; i < column - 1; i++) {
      this.#cells[i] = "";
      this.#kinds[i] = "-";
    }
    this.#cells[column - 1] = this.#filled.texts.of(cell.text);
    this.#kinds[column - 1] = cell.kind;
  }

  /** Ends the row at hand, which stands `times` times one below the other; one without a filled cell is none. */
  end(times: number): void {
    const cells = this.#cells;
    if (cells.length === 0) return;
    const last = this.#number + times - 1;
    if (last > MAX_ROWS) throw overLimit("行数", "rows", MAX_ROWS, last);
    this.#filled.cells += Math.max(cells.length, CELLS_OF_A_ROW) * times;
    if (this.#filled.cells > MAX_CELLS) throw overLimit("单元格数", "cells", MAX_CELLS, `> ${MAX_CELLS}`);
    const kinds = this.#kindsText();
    if ((this.#rows.at(-1)?.number ?? 0) > this.#number) this.#inOrder = false;
    if (cells.length > this.#widest) this.#widest = cells.length;
    for (let i = 0; i < times; i++) {
      this.#rows.push({ number: this.#number + i, cells, kinds, hidden: this.#hidden });
    }
    this.#cells = [];
  }

  /** All rows, by number. */
  rows(): readonly Row[] {
    if (!this.#inOrder) this.#rows.sort((a, b) => a.number - b.number);
    return this.#rows;
  }

  /** The hidden columns among those that hold anything, by number. */
  hiddenColumns(ranges: readonly (readonly [from: number, to: number])[]): readonly number[] {
    const columns = new Set<number>();
    for (const [from, to] of ranges) {
      for (let column = from; column <= Math.min(to, this.#widest); column++) columns.add(column);
    }
    return [...columns].sort((a, b) => a - b);
  }

  /** Rows have few patterns of kinds: one string each. */
  #kindsText(): string {
    const text = this.#kinds.join("");
    const known = this.#filled.kinds.get(text);
    if (known !== undefined) return known;
    this.#filled.kinds.set(text, text);
    return text;
  }
}

/** A text cell. */
export function textCell(text: string): Cell {
  return { text, kind: "t" };
}

/** A yes/no cell, written as Excel shows it. */
export function booleanCell(yes: boolean): Cell {
  return { text: yes ? "TRUE" : "FALSE", kind: "b" };
}

/** A number as its format shows it, a date as ISO: ("44931", "date") → 2023-01-05. Null where it is no number. */
export function numberCell(stored: string, shows: Shows, from1904: boolean): Cell | null {
  const number = numberText(stored);
  if (number === null) return null;
  const date = shows === "number" ? null : dateText(Number(stored), shows, from1904);
  if (date === null) return { text: number, kind: "n" };
  // A time without a day is no date: it stays a text that looks like what it is.
  return { text: date, kind: date.charCodeAt(4) === 0x2d ? "d" : "t" };
}

/** A merged range of more than one cell; null where it is none. */
export function rangeOf(top: number, left: number, bottom: number, right: number): MergedRange | null {
  return top < 1 || left < 1 || (bottom <= top && right <= left) ? null : { top, left, bottom, right };
}
