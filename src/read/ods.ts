/**
 * OpenDocument spreadsheets (.ods, and .fods: the same in one XML file), in one pass over their bytes. Read here and not
 * by the library for old workbooks: that one knows no hidden rows and columns, and drops numbers without a shown text.
 */
import type { List, MergedRange } from "../model/list.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_XML_PIECE_BYTES } from "./limits.ts";
import { isoText } from "./number-text.ts";
import { readParagraph } from "./ods-text.ts";
import { booleanCell, type Cell, Filled, numberCell, rangeOf, SheetRows, textCell } from "./rows.ts";
import type { Source } from "./source.ts";
import { type ByteStream, rest } from "./stream.ts";
import { checkedLength } from "./texts.ts";
import { Unpacker } from "./unpack.ts";
import { damaged, locked, overLimit } from "./unreadable.ts";
import { CLOSE, END, nameKey, OPEN, skipElement, XmlScanner } from "./xml.ts";
import { attributeText } from "./xml-text.ts";
import type { Parts } from "./zip.ts";

const TABLE = nameKey("table");
const COLUMN = nameKey("table-column");
const ROW = nameKey("table-row");
const CELL = nameKey("table-cell");
const COVERED_CELL = nameKey("covered-table-cell");
const PARAGRAPH = nameKey("p");
/** What else a table, or the document beside its tables, holds and what may have tables and cells of its own in it. */
const ASIDE: ReadonlySet<number> = new Set(
  ["shapes", "forms", "tracked-changes", "scenario", "desc", "title"].map(nameKey),
);

const NAME = nameKey("name");
const STYLE_NAME = nameKey("style-name");
const VISIBILITY = nameKey("visibility");
const COLUMNS_REPEATED = nameKey("number-columns-repeated");
const ROWS_REPEATED = nameKey("number-rows-repeated");
const COLUMNS_SPANNED = nameKey("number-columns-spanned");
const ROWS_SPANNED = nameKey("number-rows-spanned");
const FORMULA = nameKey("formula");
const VALUE_TYPE = nameKey("value-type");
const VALUE = nameKey("value");
const DATE_VALUE = nameKey("date-value");
const TIME_VALUE = nameKey("time-value");
const BOOLEAN_VALUE = nameKey("boolean-value");
const STRING_VALUE = nameKey("string-value");

/** The style of the tables in which LibreOffice keeps what it once read from other files. */
const EXTERNAL_STYLE = "ta_extref";

/** Reads all sheets of an .ods whose parts are known. */
export function readOds(source: Source, parts: Parts, file: string): readonly List[] {
  const unpacker = new Unpacker(source);
  const manifest = parts.get("meta-inf/manifest.xml");
  const isLocked = manifest !== undefined && unpacker.unpack(manifest, saysEncrypted);
  if (isLocked || parts.has("encrypted-package")) throw locked();
  const content = parts.get("content.xml");
  if (content === undefined) throw damaged("缺少 content.xml", "content.xml is missing");
  return unpacker.unpack(content, (bytes) => readFods(bytes, file));
}

/** The manifest names what each part is encrypted with. */
function saysEncrypted(bytes: ByteStream): boolean {
  return rest(bytes, MAX_XML_PIECE_BYTES)?.includes("encryption-data") ?? false;
}

/** Reads all sheets of a document that is one XML file. */
export function readFods(bytes: ByteStream, file: string): readonly List[] {
  const scan = new XmlScanner(bytes);
  const filled = new Filled();
  const lists: List[] = [];
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token !== OPEN) continue;
    if (ASIDE.has(scan.name)) skipElement(scan);
    else if (scan.name === TABLE) {
      const { style, ...sheet } = new TableReader(scan, filled).read();
      if (style !== EXTERNAL_STYLE) lists.push({ file, ...sheet, original: null });
      if (lists.length > MAX_SHEETS) throw overLimit("工作表数", "sheets", MAX_SHEETS, `> ${MAX_SHEETS}`);
    }
  }
  if (lists.length === 0) throw damaged("文件里没有工作表", "the file has no sheet");
  return lists;
}

/** What the tag of a cell says about it. */
interface CellTag {
  /** As `office:value-type` has it; "" where there is none. */
  type: string;
  /** The value, where an attribute has it. */
  value: string | null;
  isError: boolean;
  hasFormula: boolean;
  repeated: number;
  columns: number;
  rows: number;
}

type Sheet = Omit<List, "file" | "original">;

/** One table; the scanner has just opened it. */
class TableReader {
  readonly #scan: XmlScanner;
  readonly #rows: SheetRows;
  readonly #merged: MergedRange[] = [];
  readonly #hidden: (readonly [from: number, to: number])[] = [];
  #row = 1;
  #columns = 0;

  constructor(scan: XmlScanner, filled: Filled) {
    this.#scan = scan;
    this.#rows = new SheetRows(filled);
  }

  read(): Sheet & { readonly style: string } {
    const scan = this.#scan;
    let sheet = "";
    let style = "";
    while (scan.attribute()) {
      if (scan.attributeName === NAME) sheet = this.#value();
      else if (scan.attributeName === STYLE_NAME) style = this.#value();
    }
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === TABLE) break;
      } else if (scan.name === ROW) this.#readRow();
      else if (scan.name === COLUMN) this.#readColumn();
      // A group of rows or columns is gone through.
      else if (ASIDE.has(scan.name)) skipElement(scan);
    }
    const hiddenColumns = this.#rows.hiddenColumns(this.#hidden);
    return { sheet, style, rows: this.#rows.rows(), merged: this.#merged, hiddenColumns };
  }

  #readColumn(): void {
    const scan = this.#scan;
    let repeated = 1;
    let hidden = false;
    while (scan.attribute()) {
      if (scan.attributeName === COLUMNS_REPEATED) repeated = this.#count();
      else if (scan.attributeName === VISIBILITY) hidden = this.#value() !== "visible";
    }
    if (hidden) this.#hidden.push([this.#columns + 1, this.#columns + repeated]);
    this.#columns += repeated;
  }

  #readRow(): void {
    const scan = this.#scan;
    let repeated = 1;
    let hidden = false;
    while (scan.attribute()) {
      if (scan.attributeName === ROWS_REPEATED) repeated = this.#count();
      // "collapse", or "filter": what does not fit the filter.
      else if (scan.attributeName === VISIBILITY) hidden = this.#value() !== "visible";
    }
    this.#rows.begin(this.#row, hidden);
    let column = 1;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === ROW) break;
      } else if (scan.name === CELL || scan.name === COVERED_CELL) column += this.#readCell(column, scan.name);
    }
    this.#rows.end(repeated);
    this.#row += repeated;
  }

  /** Reads the cell that was just opened; how many columns it takes. */
  #readCell(column: number, name: number): number {
    const scan = this.#scan;
    const tag = this.#readCellTag();
    let text: string | null = null;
    for (let token = scan.next(); token !== END; token = scan.next()) {
      if (token === CLOSE) {
        if (scan.name === name) break;
      } else if (scan.name === PARAGRAPH) {
        const paragraph = readParagraph(scan);
        text = checkedLength(text === null ? paragraph : `${text}\n${paragraph}`);
        // Comments, drawings, tables within the cell.
      } else skipElement(scan);
    }
    const cell = cellOf(tag, text ?? "");
    if (cell !== null && (cell.text !== "" || cell.kind === "f")) {
      // A colour that goes to the right edge is written as thousands of equal cells: only what is filled is put.
      const last = column + tag.repeated - 1;
      if (last > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, last);
      for (let i = column; i <= last; i++) this.#rows.put(i, cell);
    }
    const range = rangeOf(this.#row, column, this.#row + tag.rows - 1, column + tag.columns - 1);
    if (range !== null) this.#merged.push(range);
    return tag.repeated;
  }

  #readCellTag(): CellTag {
    const scan = this.#scan;
    const tag: CellTag = { type: "", value: null, isError: false, hasFormula: false, repeated: 1, columns: 1, rows: 1 };
    while (scan.attribute()) {
      switch (scan.attributeName) {
        case VALUE_TYPE: {
          // LibreOffice says it twice, in a namespace of its own too: there alone it says "error".
          const type = this.#value();
          if (type === "error") tag.isError = true;
          else tag.type = type;
          break;
        }
        case VALUE:
        case DATE_VALUE:
        case TIME_VALUE:
        case BOOLEAN_VALUE:
        case STRING_VALUE:
          tag.value = this.#value();
          break;
        case FORMULA:
          tag.hasFormula = true;
          break;
        case COLUMNS_REPEATED:
          tag.repeated = this.#count();
          break;
        case COLUMNS_SPANNED:
          tag.columns = this.#count();
          break;
        case ROWS_SPANNED:
          tag.rows = this.#count();
          break;
        default:
      }
    }
    return tag;
  }

  #value(): string {
    return attributeText(this.#scan);
  }

  /** A count from 1 on; one beyond all bounds is cut to what is still beyond them. */
  #count(): number {
    const count = Number(this.#value());
    return Number.isInteger(count) && count >= 1 ? Math.min(count, MAX_ROWS + 1) : 1;
  }
}

/** A cell by its type; null where it is empty. */
function cellOf({ type, value, isError, hasFormula }: CellTag, text: string): Cell | null {
  if (isError) return { text: text === "" ? "#N/A" : text, kind: "e" };
  switch (type) {
    case "float":
    case "percentage":
    case "currency":
      return numberCell(value ?? text, "number", false) ?? textCell(text);
    case "date":
      return dateCell(value ?? text);
    case "time":
      return textCell(clockOf(value ?? "") ?? text);
    case "boolean":
      return booleanCell((value ?? text).toLowerCase() === "true");
    case "string":
      return textCell(value ?? text);
    default:
      // Without a type a cell is empty, but for a formula that was never calculated; some writers leave the type out.
      if (text !== "") return textCell(text);
      return hasFormula ? { text: "", kind: "f" } : null;
  }
}

function dateCell(stored: string): Cell {
  const text = isoText(stored);
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? { text, kind: "d" } : textCell(text);
}

/** "PT12H30M00S" → "12:30:00"; null where it is no length of time. */
function clockOf(stored: string): string | null {
  const found = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(stored.trim());
  if (found === null) return null;
  const [, hours = "", minutes = "", seconds = ""] = found;
  return [hours, minutes, seconds].map((part) => part.padStart(2, "0")).join(":");
}
