/** A text file as one list: its separator found by looking, its records numbered as Excel would number their rows. */
import type { List, Row } from "../model/list.ts";
import { asUtf8 } from "./encoding.ts";
import { MAX_CELL_LENGTH, MAX_CELLS, MAX_COLUMNS, MAX_RECORD_BYTES, MAX_RECORDS } from "./limits.ts";
import { RecordScanner } from "./records.ts";
import { findSeparation, type Separation } from "./separator.ts";
import { overLimit } from "./unreadable.ts";

/** Looked at to find the separator. */
const HEAD_BYTES = 64 * 1024;

/** Reads a text file whose bytes are given. */
export function readCsv(bytes: Buffer, file: string): List {
  let text = asUtf8(bytes);
  // DOS ends a text with ^Z.
  if (text.at(-1) === 0x1a) text = text.subarray(0, -1);
  const declared = /^"?sep=([,;|\t])"?(?:\r\n?|\n)/i.exec(text.toString("latin1", 0, 12));
  // Excel takes this line as its own and shows the next one as row 1.
  if (declared !== null) text = text.subarray(declared[0].length);
  const found = findSeparation(text.toString("utf8", 0, HEAD_BYTES));
  const separation = declared === null ? found : { ...found, separator: declared[1] as Separation["separator"] };
  const rows = new Records(text, separation, true).read() ?? new Records(text, separation, false).read() ?? [];
  return { file, sheet: "", rows, merged: [], hiddenColumns: [], original: null };
}

/** One attempt at the records of a text. */
class Records {
  readonly #text: Buffer;
  readonly #separation: Separation;
  /** Quotes enclose fields; where a stray one would swallow the records after it, they are taken as they stand. */
  readonly #quoted: boolean;
  readonly #rows: Row[] = [];
  readonly #kinds = new Map<string, string>();
  #number = 0;
  #cells = 0;

  constructor(text: Buffer, separation: Separation, quoted: boolean) {
    this.#text = text;
    this.#separation = separation;
    this.#quoted = quoted;
  }

  /** The rows; null where quotes do not add up. */
  read(): Row[] | null {
    const records = new RecordScanner(this.#text, this.#separation.separator, this.#quoted, (field) =>
      this.#cell(field),
    );
    try {
      while (records.next()) this.#take(records.fields);
    } catch (error) {
      if (error === STRAY_QUOTE) return null;
      throw error;
    }
    if (records.fault !== null && this.#quoted) return null;
    if (records.fault !== null) {
      throw overLimit("一行的字节数", "bytes in a line", MAX_RECORD_BYTES, `> ${MAX_RECORD_BYTES}`);
    }
    return this.#rows;
  }

  /** Keeps a record as a row. */
  #take(record: readonly string[]): void {
    this.#number++;
    if (this.#number > MAX_RECORDS) throw overLimit("行数", "rows", MAX_RECORDS, `> ${MAX_RECORDS}`);
    let width = record.length;
    while (width > 0 && record[width - 1] === "") width--;
    if (width > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, width);
    if (width === 0) return;
    this.#cells += width;
    if (this.#cells > MAX_CELLS) throw overLimit("单元格数", "cells", MAX_CELLS, `> ${MAX_CELLS}`);
    let kinds = "";
    for (let i = 0; i < width; i++) kinds += record[i] === "" ? "-" : "t";
    this.#rows.push({
      number: this.#number,
      cells: record.slice(0, width),
      kinds: this.#kindsText(kinds),
      hidden: false,
    });
  }

  #kindsText(kinds: string): string {
    const known = this.#kinds.get(kinds);
    if (known !== undefined) return known;
    this.#kinds.set(kinds, kinds);
    return kinds;
  }

  #cell(field: string): string {
    if (this.#quoted && swallowsRecords(field, this.#separation)) throw STRAY_QUOTE;
    if (field.length > MAX_CELL_LENGTH) {
      if (this.#quoted) throw STRAY_QUOTE;
      throw overLimit("单元格字数", "characters in a cell", MAX_CELL_LENGTH, field.length);
    }
    return bare(this.#quoted ? field : withoutQuotes(field));
  }
}

/** Told from other errors by identity. */
const STRAY_QUOTE = new Error("a quote that was never meant to enclose a field");

/** A cell one of whose further lines looks like a record of this file: `"张三` opened it and nothing closed it. */
function swallowsRecords(field: string, { separator, perRecord }: Separation): boolean {
  if (perRecord === 0) return false;
  const firstBreak = field.search(/[\r\n]/);
  if (firstBreak < 0) return false;
  return field
    .slice(firstBreak)
    .split(/[\r\n]+/)
    .some((line) => line.split(separator).length > perRecord);
}

/** Quotes around a whole field, where they were not taken as quotes on reading. */
function withoutQuotes(field: string): string {
  const isEnclosed = field.length > 1 && field.startsWith('"') && field.endsWith('"');
  return isEnclosed ? field.slice(1, -1).replaceAll('""', '"') : field;
}

/** What people put around long numbers so that Excel leaves them alone: ="…", a leading ' and tabs. */
function bare(field: string): string {
  const first = field.charCodeAt(0);
  const last = field.charCodeAt(field.length - 1);
  if (first === EQUALS && field.startsWith('="') && field.endsWith('"')) {
    return field.slice(2, -1).replaceAll('""', '"').trim();
  }
  if (first !== APOSTROPHE && first !== TAB && last !== TAB) return field;
  const inner = field.replace(/^[\t']+|\t+$/g, "");
  return NUMBER_LIKE.test(inner) ? inner : field;
}

const EQUALS = 0x3d;
const APOSTROPHE = 0x27;
const TAB = 0x09;
/** ID numbers, accounts, sums, dates, telephones: a digit, then what such numbers hold. */
const NUMBER_LIKE = /^[+-]?\d[\dXx*.,:/ -]*$/;
