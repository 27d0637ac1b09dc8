/**
 * One worksheet, in one pass over its bytes: rows with their cells as text and kind, merged ranges, hidden columns.
 * Nothing is allocated by what the sheet declares about itself, only by the cells that are there.
 */
import type { MergedRange, Row } from "../model/list.ts";
import { type CommonCell, commonCell, readCommonCell } from "./common-cell.ts";
import { MAX_CELL_LENGTH, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";
import { dateText, isoText, numberText, type Shows } from "./number-text.ts";
import { countAt, mergedRange } from "./references.ts";
import { readRichText } from "./shared-strings.ts";
import { damaged, overLimit } from "./unreadable.ts";
import { CLOSE, END, nameKey, OPEN, XmlScanner } from "./xml.ts";
import { asciiAt, hashOf, TextMemory, textAt, utf8At } from "./xml-text.ts";

/** What a sheet needs of its workbook. */
export interface Book {
  readonly sharedStrings: readonly string[];
  readonly styles: readonly Shows[];
  readonly from1904: boolean;
  /** Cells read so far in this file, all sheets together: the one thing that changes. */
  cells: number;
}

/** A worksheet as it was read. */
export interface Sheet {
  readonly rows: readonly Row[];
  readonly merged: readonly MergedRange[];
  readonly hiddenColumns: readonly number[];
}

const ROW = nameKey("row");
const C = nameKey("c");
const V = nameKey("v");
const F = nameKey("f");
const IS = nameKey("is");
const COL = nameKey("col");
const MERGE_CELL = nameKey("mergeCell");
const R = nameKey("r");
const S = nameKey("s");
const T = nameKey("t");
const HIDDEN = nameKey("hidden");
const MIN = nameKey("min");
const MAX = nameKey("max");
const REF = nameKey("ref");

/** Values of a cell's `t`, as `nameKey` would have them. */
const SHARED = nameKey("s");
const FORMULA_TEXT = nameKey("str");
const INLINE = nameKey("inlineStr");
const BOOLEAN = nameKey("b");
const ERROR = nameKey("e");
const DATE = nameKey("d");
const NUMBER = nameKey("n");

/** `<c`, after which a cell is read in one go. */
const CELL_OPEN_LENGTH = 2;

const EMPTY_KIND = 0x2d;
const TEXT_KIND = 0x74;
const NUMBER_KIND = 0x6e;
const DATE_KIND = 0x64;
const BOOLEAN_KIND = 0x62;
const ERROR_KIND = 0x65;
const FORMULA_KIND = 0x66;

/** Reads a worksheet from the bytes of its part. */
export function readSheet(bytes: Buffer, book: Book): Sheet {
  return new SheetReader(bytes, book).read();
}

/** Holds what one pass needs; lives for one sheet. */
class SheetReader {
  readonly #scan: XmlScanner;
  readonly #book: Book;
  readonly #texts: TextMemory;
  readonly #numbers: TextMemory;
  readonly #dates = new Map<Shows, TextMemory>();
  readonly #rows: Row[] = [];
  readonly #merged: MergedRange[] = [];
  readonly #hidden: { readonly from: number; readonly to: number }[] = [];
  #widest = 0;
  #inOrder = true;
  // The row at hand: what is filled so far, and the last one's kinds, which most rows share.
  #row = 0;
  #rowKnown = false;
  #rowHidden = false;
  #column = 0;
  #width = 0;
  readonly #cells: string[] = [];
  readonly #kinds = Buffer.alloc(MAX_COLUMNS);
  #lastKinds = "";
  readonly #kindTexts = new Map<string, string>();
  // The cell at hand.
  readonly #cell = commonCell();
  #kind = EMPTY_KIND;

  constructor(bytes: Buffer, book: Book) {
    this.#scan = new XmlScanner(bytes);
    this.#book = book;
    this.#texts = new TextMemory(bytes, (all, start, end) => textAt(all, start, end, false));
    this.#numbers = new TextMemory(bytes, numberAt);
  }

  read(): Sheet {
    const scan = this.#scan;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === OPEN) {
        if (scan.name === C) {
          if (!this.#readCommonCells()) this.#readCell();
        } else if (scan.name === ROW) this.#beginRow();
        else if (scan.name === COL) this.#readColumns();
        else if (scan.name === MERGE_CELL) this.#readMerged();
      } else if (scan.name === ROW) this.#endRow();
    }
    if (!this.#inOrder) this.#rows.sort((a, b) => a.number - b.number);
    return { rows: this.#rows, merged: this.#merged, hiddenColumns: this.#hiddenColumns() };
  }

  #beginRow(): void {
    const scan = this.#scan;
    let number = 0;
    this.#rowHidden = false;
    while (scan.attribute()) {
      if (scan.attributeName === R) number = this.#count();
      else if (scan.attributeName === HIDDEN) this.#rowHidden = this.#yes();
    }
    this.#rowKnown = number > 0;
    this.#row = this.#rowKnown ? number : this.#row + 1;
    if (this.#row > MAX_ROWS) throw overLimit("行数", "rows", MAX_ROWS, this.#row);
    this.#column = 0;
    this.#width = 0;
  }

  #endRow(): void {
    const width = this.#width;
    if (width === 0) return;
    this.#width = 0;
    const rows = this.#rows;
    if (rows.length > 0 && (rows[rows.length - 1] as Row).number > this.#row) this.#inOrder = false;
    const cells = this.#cells.slice(0, width);
    rows.push({ number: this.#row, cells, kinds: this.#kindsText(width), hidden: this.#rowHidden });
    if (width > this.#widest) this.#widest = width;
    this.#book.cells += width;
    if (this.#book.cells > MAX_CELLS) throw overLimit("单元格数", "cells", MAX_CELLS, `> ${MAX_CELLS}`);
  }

  /** Most rows have the kinds of the row before, and all of a sheet share a few: one string each. */
  #kindsText(width: number): string {
    const kinds = this.#kinds;
    const last = this.#lastKinds;
    let same = last.length === width;
    for (let i = 0; same && i < width; i++) same = kinds[i] === last.charCodeAt(i);
    if (same) return last;
    const text = asciiAt(kinds, 0, width);
    const known = this.#kindTexts.get(text) ?? text;
    if (known === text) this.#kindTexts.set(text, text);
    this.#lastKinds = known;
    return known;
  }

  /** The cell that was just opened and those right after it, as long as they are written as usual; false: none is. */
  #readCommonCells(): boolean {
    if (!this.#rowKnown) return false;
    const scan = this.#scan;
    const cell = this.#cell;
    const bytes = scan.bytes;
    let after = scan.at;
    for (let isFirst = true; ; isFirst = false) {
      const next = readCommonCell(bytes, after, cell);
      if (next < 0 || cell.column > MAX_COLUMNS) {
        // What is not usual is opened again by the scanner.
        if (!isFirst) scan.at = after - CELL_OPEN_LENGTH;
        return !isFirst;
      }
      after = next;
      this.#takeCommonCell(cell);
      if (bytes[after] !== 0x3c || bytes[after + 1] !== 0x63 || bytes[after + 2] !== 0x20) break;
      after += CELL_OPEN_LENGTH;
    }
    scan.at = after;
    return true;
  }

  #takeCommonCell(cell: CommonCell): void {
    this.#column = cell.column;
    if (cell.is === "empty") return;
    let text: string;
    if (cell.is === "shared") text = this.#filled(this.#sharedText(cell.index), TEXT_KIND);
    else if (cell.is === "number") text = this.#numberText(cell.style, cell.start, cell.end, cell.hash);
    else text = this.#filled(this.#inlineText(cell), TEXT_KIND);
    if (this.#kind !== EMPTY_KIND) this.#put(cell.column, text);
  }

  #inlineText({ start, end, hash, ascii }: CommonCell): string {
    const known = this.#texts.known(start, end, hash);
    if (known !== "") return known;
    const bytes = this.#scan.bytes;
    const text = ascii ? asciiAt(bytes, start, end) : utf8At(bytes, start, end);
    return this.#texts.learn(start, end, hash, this.#checked(text));
  }

  #readCell(): void {
    const scan = this.#scan;
    let column = 0;
    let style = 0;
    let type = NUMBER;
    while (scan.attribute()) {
      if (scan.attributeName === R) column = this.#columnOf();
      else if (scan.attributeName === S) style = this.#count();
      else if (scan.attributeName === T) type = this.#typeOf();
    }
    if (column === 0) column = this.#column + 1;
    if (column > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, column);
    this.#column = column;
    const text = this.#readValue(type, style);
    if (this.#kind !== EMPTY_KIND) this.#put(column, text);
  }

  /** The text of the cell that was just opened, up to its end; its kind is left in `#kind`. */
  #readValue(type: number, style: number): string {
    const scan = this.#scan;
    let text = "";
    let hasFormula = false;
    this.#kind = EMPTY_KIND;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === V) text = this.#valueText(type, style);
        else if (scan.name === C) break;
      } else if (scan.name === F) hasFormula = true;
      else if (scan.name === IS) {
        text = readRichText(scan, IS, this.#texts);
        this.#kind = text === "" ? EMPTY_KIND : TEXT_KIND;
      }
    }
    // A formula whose stored text is empty says "empty"; one without a stored value was never calculated.
    if (hasFormula && this.#kind === EMPTY_KIND && type !== FORMULA_TEXT) this.#kind = FORMULA_KIND;
    return this.#checked(text);
  }

  #checked(text: string): string {
    if (text.length <= MAX_CELL_LENGTH) return text;
    throw overLimit("单元格字数", "characters in a cell", MAX_CELL_LENGTH, text.length);
  }

  /** The text of `<v>`, which the scanner has just closed. */
  #valueText(type: number, style: number): string {
    const scan = this.#scan;
    const start = scan.textStart;
    const end = scan.textEnd;
    if (start >= end) return "";
    if (type === SHARED) return this.#filled(this.#sharedText(this.#sharedIndex()), TEXT_KIND);
    if (type === NUMBER && !scan.textOdd) return this.#numberText(style, start, end, hashOf(scan.bytes, start, end));
    const text = scan.textOdd ? textAt(scan.bytes, start, end, true) : this.#texts.text(start, end);
    if (type === BOOLEAN) return this.#filled(/^\s*(?:1|true)\s*$/i.test(text) ? "TRUE" : "FALSE", BOOLEAN_KIND);
    if (type === ERROR) return this.#filled(text, ERROR_KIND);
    if (type === DATE) return this.#dateText(isoText(text));
    if (type === FORMULA_TEXT || type === INLINE) return this.#filled(text, TEXT_KIND);
    const number = numberText(text);
    return this.#filled(number ?? text.trim(), number === null ? TEXT_KIND : NUMBER_KIND);
  }

  #filled(text: string, kind: number): string {
    this.#kind = text === "" ? EMPTY_KIND : kind;
    return text;
  }

  #sharedIndex(): number {
    const bytes = this.#scan.bytes;
    const end = this.#scan.textEnd;
    let index = 0;
    for (let i = this.#scan.textStart; i < end; i++) {
      const digit = (bytes[i] as number) - 0x30;
      if (digit >= 0 && digit <= 9) index = index * 10 + digit;
      else if ((bytes[i] as number) > 0x20) index = Number.NaN;
    }
    return index;
  }

  #sharedText(index: number): string {
    const text = this.#book.sharedStrings[index];
    if (text === undefined) {
      throw damaged("单元格指向不存在的共享文本", "a cell points at a shared string that is not there");
    }
    return text;
  }

  #numberText(style: number, start: number, end: number, hash: number): string {
    const bytes = this.#scan.bytes;
    const shows = this.#book.styles[style] ?? "number";
    if (shows !== "number") {
      const date = this.#datesAs(shows).text(start, end);
      if (date !== "") return this.#dateText(date);
    }
    let number = this.#numbers.known(start, end, hash);
    if (number === "") number = this.#numbers.learn(start, end, hash, numberAt(bytes, start, end));
    if (number !== "") return this.#filled(number, NUMBER_KIND);
    return this.#filled(this.#texts.text(start, end).trim(), TEXT_KIND);
  }

  /** A time without a day is no date: it stays a text that looks like what it is. */
  #dateText(text: string): string {
    return this.#filled(text, text.charCodeAt(4) === 0x2d ? DATE_KIND : TEXT_KIND);
  }

  #datesAs(shows: Shows): TextMemory {
    const known = this.#dates.get(shows);
    if (known !== undefined) return known;
    const from1904 = this.#book.from1904;
    const dates = new TextMemory(this.#scan.bytes, (bytes, start, end) => {
      const stored = asciiAt(bytes, start, end);
      return numberText(stored) === null ? "" : (dateText(Number(stored), shows, from1904) ?? "");
    });
    this.#dates.set(shows, dates);
    return dates;
  }

  #put(column: number, text: string): void {
    const cells = this.#cells;
    const kinds = this.#kinds;
    for (let i = this.#width; i < column - 1; i++) {
      cells[i] = "";
      kinds[i] = EMPTY_KIND;
    }
    cells[column - 1] = text;
    kinds[column - 1] = this.#kind;
    if (column > this.#width) this.#width = column;
  }

  #readColumns(): void {
    const scan = this.#scan;
    let from = 0;
    let to = 0;
    let hidden = false;
    while (scan.attribute()) {
      if (scan.attributeName === MIN) from = this.#count();
      else if (scan.attributeName === MAX) to = this.#count();
      else if (scan.attributeName === HIDDEN) hidden = this.#yes();
    }
    if (hidden && from > 0) this.#hidden.push({ from, to });
  }

  /** Hidden columns up to the last that holds anything: Excel hides "all the rest" up to 16 384. */
  #hiddenColumns(): number[] {
    const columns = new Set<number>();
    for (const { from, to } of this.#hidden) {
      for (let column = from; column <= Math.min(to, this.#widest); column++) columns.add(column);
    }
    return [...columns].sort((a, b) => a - b);
  }

  #readMerged(): void {
    const scan = this.#scan;
    while (scan.attribute()) {
      if (scan.attributeName !== REF) continue;
      const range = mergedRange(asciiAt(scan.bytes, scan.valueStart, scan.valueEnd));
      if (range !== null) this.#merged.push(range);
    }
  }

  /** The column of the reference at hand, "AB12" → 28; takes its row where the row itself says none. */
  #columnOf(): number {
    const { bytes, valueStart, valueEnd } = this.#scan;
    let column = 0;
    let at = valueStart;
    for (; at < valueEnd; at++) {
      const letter = ((bytes[at] as number) & 0xdf) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
      if (column > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, column);
    }
    if (!this.#rowKnown) this.#takeRow(at, valueEnd);
    return column;
  }

  #takeRow(start: number, end: number): void {
    const row = countAt(this.#scan.bytes, start, end);
    if (row > MAX_ROWS) throw overLimit("行数", "rows", MAX_ROWS, row);
    if (row > 0) this.#row = row;
    this.#rowKnown = true;
  }

  #typeOf(): number {
    const { bytes, valueStart, valueEnd } = this.#scan;
    let key = 0;
    for (let i = valueStart; i < valueEnd; i++) key = (Math.imul(key, 31) + (bytes[i] as number)) | 0;
    return key;
  }

  #count(): number {
    return countAt(this.#scan.bytes, this.#scan.valueStart, this.#scan.valueEnd);
  }

  /** "1" or "true". */
  #yes(): boolean {
    const first = this.#scan.bytes[this.#scan.valueStart];
    return first === 0x31 || first === 0x74;
  }
}

/** A stored number as text, most often the digits that are there already; "" where it is no number. */
function numberAt(bytes: Buffer, start: number, end: number): string {
  const stored = asciiAt(bytes, start, end);
  const first = bytes[start] as number;
  const isPlain = end - start <= 15 && first >= 0x31 && countAt(bytes, start, end) > 0;
  return isPlain ? stored : (numberText(stored) ?? "");
}
