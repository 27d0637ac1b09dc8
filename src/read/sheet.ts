/**
 * One worksheet, in one pass over its bytes: its rows with their cells, merged ranges, hidden columns. What a value means
 * is told by cell-values.ts. Nothing is allocated by what the sheet declares about itself, only by the cells that are
 * there.
 */
import type { MergedRange, Row } from "../model/list.ts";
import { type CellValues, KIND, TYPE } from "./cell-values.ts";
import { type CommonCell, commonCell, readCommonCell } from "./common-cell.ts";
import { MAX_CELLS, MAX_COLUMNS, MAX_MERGED_RANGES, MAX_ROWS } from "./limits.ts";
import { countAt, mergedRange } from "./references.ts";
import { inOrder } from "./row-order.ts";
import { RowStore } from "./row-store.ts";
import { hashOf } from "./seen.ts";
import { readRichText } from "./shared-strings.ts";
import type { Texts } from "./texts.ts";
import { damaged, overLimit } from "./unreadable.ts";
import { CLOSE, END, nameKey, OPEN, type XmlScanner } from "./xml.ts";
import { asciiAt, textBefore } from "./xml-text.ts";

/** What the sheets of a workbook share. */
export interface Sheets {
  readonly texts: Texts;
  readonly values: CellValues;
  /** Cells read so far, all sheets together: the one thing that changes. */
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

/** `<c`, after which a cell is read in one go. */
const CELL_OPEN_LENGTH = 2;

/** Reads a worksheet whose part the scanner is about to walk. */
export function readSheet(scan: XmlScanner, sheets: Sheets): Sheet {
  return new SheetReader(scan, sheets).read();
}

/** Holds what one pass needs; lives for one sheet. */
class SheetReader {
  readonly #scan: XmlScanner;
  readonly #sheets: Sheets;
  readonly #values: CellValues;
  readonly #store: RowStore;
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
  readonly #texts = new Int32Array(MAX_COLUMNS);
  readonly #kinds = Buffer.alloc(MAX_COLUMNS);
  #lastKinds = "";
  readonly #kindTexts = new Map<string, string>();
  readonly #cell = commonCell();

  constructor(scan: XmlScanner, sheets: Sheets) {
    this.#scan = scan;
    this.#sheets = sheets;
    this.#values = sheets.values;
    this.#store = new RowStore(sheets.texts);
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
    const rows = this.#inOrder ? this.#rows : inOrder(this.#rows);
    return { rows, merged: this.#merged, hiddenColumns: this.#hiddenColumns() };
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
    if (rows.length > 0 && (rows[rows.length - 1] as Row).number >= this.#row) this.#inOrder = false;
    rows.push(this.#store.add(this.#row, this.#rowHidden, this.#kindsText(width), this.#texts));
    if (width > this.#widest) this.#widest = width;
    this.#sheets.cells += width;
    if (this.#sheets.cells > MAX_CELLS) throw overLimit("单元格数", "cells", MAX_CELLS, `> ${MAX_CELLS}`);
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
    const { bytes, view } = scan;
    let after = scan.at;
    for (let isFirst = true; ; isFirst = false) {
      const next = readCommonCell(bytes, view, after, cell);
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

  #takeCommonCell({ column, is, index, start, end, hash, style }: CommonCell): void {
    const { bytes } = this.#scan;
    const values = this.#values;
    this.#column = column;
    if (is === "empty") return;
    let text: number;
    if (is === "shared") text = values.shared(index);
    else if (is === "number") text = values.number(bytes, start, end, hash, style);
    else text = values.text(bytes, start, end, hash);
    this.#put(column, text, values.kind);
  }

  #readCell(): void {
    const scan = this.#scan;
    let column = 0;
    let style = 0;
    let type: number = TYPE.number;
    while (scan.attribute()) {
      if (scan.attributeName === R) column = this.#columnOf();
      else if (scan.attributeName === S) style = this.#count();
      else if (scan.attributeName === T) type = this.#typeOf();
    }
    if (column === 0) column = this.#column + 1;
    if (column > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, column);
    this.#column = column;
    const text = this.#readValue(type, style);
    this.#put(column, text, this.#values.kind);
  }

  /** The text of the cell that was just opened, up to its end; its kind is left in the values. */
  #readValue(type: number, style: number): number {
    const scan = this.#scan;
    const values = this.#values;
    let text = 0;
    let hasFormula = false;
    values.kind = KIND.empty;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === V) text = this.#valueText(type, style);
        else if (scan.name === C) break;
      } else if (scan.name === F) hasFormula = true;
      else if (scan.name === IS) text = values.typed(TYPE.inline, style, readRichText(scan, IS));
    }
    // A formula whose stored text is empty says "empty"; one without a stored value was never calculated.
    if (hasFormula && values.kind === KIND.empty && type !== TYPE.formulaText) values.kind = KIND.formula;
    return text;
  }

  /** The text of `<v>`, which the scanner has just closed. */
  #valueText(type: number, style: number): number {
    const { bytes, textStart: start, textEnd: end, textOdd } = this.#scan;
    const values = this.#values;
    if (start >= end) return 0;
    if (type === TYPE.shared) return values.shared(indexOf(textBefore(this.#scan)));
    if (textOdd) return values.typed(type, style, textBefore(this.#scan));
    const hash = hashOf(bytes, start, end);
    if (type === TYPE.number) return values.number(bytes, start, end, hash, style);
    if (type === TYPE.formulaText || type === TYPE.inline) return values.text(bytes, start, end, hash);
    return values.typed(type, style, textBefore(this.#scan));
  }

  /** Puts a cell into the row at hand; an empty one leaves no trace. */
  #put(column: number, text: number, kind: number): void {
    if (kind === KIND.empty) return;
    const kinds = this.#kinds;
    const at = column - 1;
    for (let i = this.#width; i < at; i++) kinds[i] = KIND.empty;
    const isTwice = at < this.#width && kinds[at] !== KIND.empty;
    if (isTwice && (kinds[at] !== kind || this.#texts[at] !== text)) {
      throw damaged(`第 ${this.#row} 行有一个单元格写了两次`, `row ${this.#row} has a cell twice`);
    }
    this.#texts[at] = text;
    kinds[at] = kind;
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
    if (this.#merged.length > MAX_MERGED_RANGES) {
      throw overLimit("合并区域数", "merged ranges", MAX_MERGED_RANGES, `> ${MAX_MERGED_RANGES}`);
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
    return hashOf(bytes, valueStart, valueEnd);
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

/** The index of a shared string; what is none gives one that does not exist. */
function indexOf(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
}
