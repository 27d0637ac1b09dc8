/**
 * Workbooks as one XML file, as Excel 2003 wrote them and some systems still do under the name of .xls (SpreadsheetML):
 * in one pass over their bytes.
 */
import type { List, MergedRange } from "../model/list.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from "./limits.ts";
import { isoText, type Shows } from "./number-text.ts";
import { booleanCell, type Cell, Filled, numberCell, rangeOf, SheetRows, textCell } from "./rows.ts";
import type { ByteStream } from "./stream.ts";
import { formatShows } from "./styles.ts";
import { checkedLength } from "./texts.ts";
import { damaged, overLimit } from "./unreadable.ts";
import { CLOSE, END, nameKey, OPEN, skipElement, XmlScanner } from "./xml.ts";
import { attributeText, textBefore } from "./xml-text.ts";

const STYLE = nameKey("Style");
const NUMBER_FORMAT = nameKey("NumberFormat");
const DATE_1904 = nameKey("Date1904");
const WORKSHEET = nameKey("Worksheet");
const COLUMN = nameKey("Column");
const ROW = nameKey("Row");
const CELL = nameKey("Cell");
const DATA = nameKey("Data");
/** Above the text of a cell, how it is read. */
const PHONETIC = nameKey("PhoneticText");

const ID = nameKey("ID");
const FORMAT = nameKey("Format");
const NAME = nameKey("Name");
const INDEX = nameKey("Index");
const SPAN = nameKey("Span");
const HIDDEN = nameKey("Hidden");
const STYLE_ID = nameKey("StyleID");
const TYPE = nameKey("Type");
const FORMULA = nameKey("Formula");
const MERGE_ACROSS = nameKey("MergeAcross");
const MERGE_DOWN = nameKey("MergeDown");

/** Formats that go by a name. */
const NAMED_FORMATS: ReadonlyMap<string, Shows> = new Map([
  ["General Date", "date"],
  ["Long Date", "date"],
  ["Medium Date", "date"],
  ["Short Date", "date"],
  ["Long Time", "time"],
  ["Medium Time", "time"],
  ["Short Time", "time"],
  ...["General", "General Number", "Currency", "Euro Currency", "Fixed", "Standard", "Percent", "Scientific"].map(
    (name) => [name, "number"] as const,
  ),
]);

/** Reads all worksheets of such a workbook. */
export function readXml2003(bytes: ByteStream, file: string): readonly List[] {
  return new BookReader(new XmlScanner(bytes), file).read();
}

/** One pass over a workbook. */
class BookReader {
  readonly #scan: XmlScanner;
  readonly #file: string;
  readonly #filled = new Filled();
  readonly #shows = new Map<string, Shows>();
  #from1904 = false;

  constructor(scan: XmlScanner, file: string) {
    this.#scan = scan;
    this.#file = file;
  }

  read(): readonly List[] {
    const scan = this.#scan;
    const lists: List[] = [];
    let style = "";
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token !== OPEN) continue;
      if (scan.name === STYLE) style = this.#attribute(ID);
      else if (scan.name === NUMBER_FORMAT) this.#shows.set(style, showsOf(this.#attribute(FORMAT)));
      else if (scan.name === DATE_1904) this.#from1904 = true;
      else if (scan.name === WORKSHEET) {
        if (lists.length >= MAX_SHEETS) throw overLimit("工作表数", "sheets", MAX_SHEETS, `> ${MAX_SHEETS}`);
        lists.push(this.#readSheet(this.#attribute(NAME)));
      }
    }
    if (lists.length === 0) throw damaged("工作簿里没有工作表", "the workbook has no worksheet");
    return lists;
  }

  #readSheet(sheet: string): List {
    const scan = this.#scan;
    const rows = new SheetRows(this.#filled);
    const merged: MergedRange[] = [];
    const hidden: (readonly [from: number, to: number])[] = [];
    let columns = 0;
    let row = 0;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === WORKSHEET) break;
      } else if (scan.name === COLUMN) {
        const tag = this.#readTag();
        const from = tag.index === 0 ? columns + 1 : tag.index;
        columns = from + tag.span;
        if (tag.hidden) hidden.push([from, columns]);
      } else if (scan.name === ROW) {
        const tag = this.#readTag();
        row = tag.index === 0 ? row + 1 : tag.index;
        rows.begin(row, tag.hidden);
        this.#readCells(rows, row, merged);
        rows.end(1);
        // The rows of a span look alike, and hold nothing.
        row += tag.span;
      }
    }
    const hiddenColumns = rows.hiddenColumns(hidden);
    return { file: this.#file, sheet, rows: rows.rows(), merged, hiddenColumns, original: null };
  }

  #readCells(rows: SheetRows, row: number, merged: MergedRange[]): void {
    const scan = this.#scan;
    let column = 0;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === ROW) return;
        continue;
      }
      if (scan.name !== CELL) continue;
      const tag = this.#readTag();
      column = tag.index === 0 ? column + 1 : tag.index;
      if (column > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, column);
      rows.put(column, this.#readCell(tag));
      const range = rangeOf(row, column, row + tag.down, column + tag.across);
      if (range !== null) merged.push(range);
      column += tag.across;
    }
  }

  #readCell({ hasFormula, style }: Tag): Cell | null {
    const scan = this.#scan;
    let cell: Cell | null = null;
    let hasValue = false;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === CELL) break;
      } else if (scan.name === DATA) {
        cell = this.#readData(this.#shows.get(style) ?? "number");
        hasValue = true;
        // Comments have data of their own.
      } else skipElement(scan);
    }
    return hasFormula && !hasValue ? { text: "", kind: "f" } : cell;
  }

  #readData(shows: Shows): Cell {
    const scan = this.#scan;
    const type = this.#attribute(TYPE);
    let text = "";
    for (let token = scan.next(); token !== END; token = scan.next()) {
      // A text may be formatted in pieces.
      text = checkedLength(text + textBefore(scan));
      if (token === CLOSE && scan.name === DATA) break;
      if (token === OPEN && scan.name === PHONETIC) skipElement(scan);
    }
    return cellOf(type, text, shows, this.#from1904);
  }

  #readTag(): Tag {
    const scan = this.#scan;
    const tag: Tag = { index: 0, span: 0, hidden: false, style: "", hasFormula: false, across: 0, down: 0 };
    while (scan.attribute()) {
      const name = scan.attributeName;
      if (name === INDEX) tag.index = this.#count();
      else if (name === SPAN) tag.span = this.#count();
      else if (name === HIDDEN) tag.hidden = this.#value() === "1";
      else if (name === STYLE_ID) tag.style = this.#value();
      else if (name === FORMULA) tag.hasFormula = true;
      else if (name === MERGE_ACROSS) tag.across = this.#count();
      else if (name === MERGE_DOWN) tag.down = this.#count();
    }
    return tag;
  }

  /** One attribute of the tag that was just opened; "" where it has none. */
  #attribute(name: number): string {
    let value = "";
    while (this.#scan.attribute()) if (this.#scan.attributeName === name) value = this.#value();
    return value;
  }

  #value(): string {
    return attributeText(this.#scan);
  }

  /** A count; one beyond all bounds is cut to what is still beyond them. */
  #count(): number {
    const count = Number(this.#value());
    return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_ROWS + 1) : 0;
  }
}

/** What the tag of a column, row or cell says. */
interface Tag {
  /** Its place, from 1; 0: the next one. */
  index: number;
  /** How many more are the same. */
  span: number;
  hidden: boolean;
  style: string;
  hasFormula: boolean;
  /** How many more columns and rows it is merged over. */
  across: number;
  down: number;
}

function showsOf(format: string): Shows {
  return NAMED_FORMATS.get(format) ?? formatShows(format);
}

function cellOf(type: string, text: string, shows: Shows, from1904: boolean): Cell {
  switch (type) {
    case "Number":
      return numberCell(text, shows, from1904) ?? textCell(text.trim());
    case "DateTime":
      return dateCell(text);
    case "Boolean":
      return booleanCell(text.trim() === "1");
    case "Error":
      return { text: text.trim(), kind: "e" };
    default:
      return textCell(text);
  }
}

/** "2023-01-05T00:00:00.000" → 2023-01-05; the day before 1900 stands for none: "1899-12-31T08:30:00" → 08:30:00. */
function dateCell(stored: string): Cell {
  const text = isoText(stored);
  const time = /^1899-12-3[01]T(.*)$/.exec(text)?.[1];
  if (time !== undefined) return textCell(time);
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? { text, kind: "d" } : textCell(text);
}
