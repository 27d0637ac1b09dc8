/**
 * One sheet of a list as a sheet of its copy: the same cells at the same places, faulty ones coloured and with a note.
 * exceljs draws the frame and the styles; the cells are written straight into its XML, since exceljs takes a second
 * and 100 MB for each 10 000 rows.
 */
import type { Worksheet } from "exceljs";
import type { ListReading } from "../../model/entry.ts";
import type { List, Row } from "../../model/list.ts";
import { columnLetter } from "../../model/place.ts";
import { invariant } from "../invariant.ts";
import type { Page } from "../workbook/book.ts";
import { SEVERITY_COLOURS } from "../workbook/style.ts";
import { displayWidth } from "../workbook/text.ts";
import { cellXml, formatOfCell } from "./cell-xml.ts";
import type { Mark } from "./faults.ts";
import { mergesXml } from "./merges.ts";
import { notesXml, shapesXml } from "./notes.ts";
import { copyStyle, HEADER_STYLE, styleKeys } from "./style.ts";

/** A sheet of a copy. */
export interface CopySheet {
  /** The sheet's name in the copy. */
  readonly name: string;
  readonly list: List;
  readonly marks: readonly Mark[];
  /** The rows of its headers, of each list on it. */
  readonly headers: readonly ListReading["headerRows"][];
}

/** The sheet, ready to be drawn. */
export function copyPage(sheet: CopySheet): Page {
  const widths = columnWidths(sheet);
  return {
    name: sheet.name,
    draw: (ws) => drawFrame(ws, sheet, widths),
    finish: {
      sheet: (xml) => fill(xml, sheet),
      notes: () => notesXml(sheet.marks),
      shapes: () => shapesXml(sheet.marks, widths),
    },
  };
}

/** Rows looked at to find a column's width. */
const SAMPLE = 300;
const NARROWEST = 7;
const WIDEST = 40;

function columnWidths({ list, headers }: CopySheet): readonly number[] {
  const top = headers[0]?.first ?? 0;
  const from = Math.max(
    0,
    list.rows.findIndex((row) => row.number >= top),
  );
  const widths: number[] = [];
  for (const { cells } of list.rows.slice(from, from + SAMPLE)) {
    // A row of one cell is a title or a note: it runs over the columns to its right.
    const isLine = cells.filter((text) => text !== "").length < 2;
    cells.forEach((text, at) => {
      const width = isLine ? NARROWEST : Math.min(WIDEST, displayWidth(text) + 2);
      widths[at] = Math.max(widths[at] ?? NARROWEST, width);
    });
  }
  return widths;
}

/** A header further down than this would leave no room for the rows below it. */
const LOWEST_FROZEN = 8;

function drawFrame(ws: Worksheet, { name, list, marks, headers }: CopySheet, widths: readonly number[]): void {
  widths.forEach((width, at) => {
    const column = ws.getColumn(at + 1);
    column.width = width;
    // Also below the last row and in empty cells: a number typed there keeps all its digits.
    column.style = copyStyle("text", "none");
  });
  for (const number of list.hiddenColumns) ws.getColumn(number).hidden = true;
  styleKeys().forEach((key, at) => {
    ws.getCell(1, at + 1).style = key === "header" ? HEADER_STYLE : copyStyle(...key);
  });
  // One note makes exceljs write the parts; what they hold is ours (notes.ts).
  if (marks.length > 0) ws.getCell(1, 1).note = "";
  const worst = marks.some((mark) => mark.severity === "error") ? "error" : marks.length > 0 ? "warning" : "none";
  if (worst !== "none") ws.properties.tabColor = { argb: SEVERITY_COLOURS[worst] };
  // A sheet of several lists has no header that stands for all of it.
  const header = headers.length === 1 ? headers[0] : undefined;
  if (header && header.last <= LOWEST_FROZEN) ws.views = [{ state: "frozen", ySplit: header.last, xSplit: 0 }];
  ws.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
    // exceljs does not double an apostrophe, and Excel then calls the file damaged.
    ...(header && !name.includes("'") ? { printTitlesRow: `${header.first}:${header.last}` } : {}),
  };
}

/** Rows whose XML is put together at a time. */
const PIECE = 1_000;

function fill(xml: string, { list, marks, headers }: CopySheet): Buffer {
  const styles = stylesIn(xml);
  const marked = new Map<number, Mark[]>();
  for (const mark of marks) {
    const known = marked.get(mark.row);
    if (known === undefined) marked.set(mark.row, [mark]);
    else known.push(mark);
  }
  const rows = withEmptyRows(list.rows, marked);
  const [head = "", tail = ""] = xml.split(/<sheetData>.*<\/sheetData>/s);
  invariant(tail !== "", "exceljs wrote the sheet's pattern cells");
  const pieces = [Buffer.from(`${head.replace(/<dimension ref="[^"]*"\/>/, "")}<sheetData>`)];
  for (let at = 0; at < rows.length; at += PIECE) {
    const some = rows.slice(at, at + PIECE);
    pieces.push(Buffer.from(some.map((row) => rowXml(row, marked.get(row.number) ?? [], headers, styles)).join("")));
  }
  pieces.push(Buffer.from(`</sheetData>${mergesXml(list.merged)}${tail}`));
  return Buffer.concat(pieces);
}

/** The rows, and those without any filled cell in which a mark stands. */
function withEmptyRows(rows: readonly Row[], marked: ReadonlyMap<number, unknown>): readonly Row[] {
  const known = new Set(rows.map((row) => row.number));
  const missing = [...marked.keys()].filter((number) => !known.has(number));
  if (missing.length === 0) return rows;
  const empty = missing.map((number): Row => ({ number, cells: [], kinds: "", hidden: false }));
  return [...rows, ...empty].sort((a, b) => a.number - b.number);
}

/** Style by its key, as exceljs numbered them in the pattern cells of row 1. */
type StyleIndex = ReadonlyMap<string, string>;

function stylesIn(xml: string): StyleIndex {
  const first = /<row r="1"[^>]*>(.*?)<\/row>/s.exec(xml)?.[1] ?? "";
  const indexes = [...first.matchAll(/<c r="[A-Z]+1" s="(\d+)"/g)].map((match) => match[1] ?? "0");
  const keys = styleKeys();
  invariant(indexes.length === keys.length, "exceljs wrote one pattern cell for each style");
  return new Map(keys.map((key, at) => [String(key), indexes[at] ?? "0"]));
}

function rowXml(row: Row, marks: readonly Mark[], headers: CopySheet["headers"], styles: StyleIndex): string {
  const severities = new Map(marks.map((mark) => [mark.column, mark.severity]));
  const whole = marks.find((mark) => mark.wholeRow)?.severity;
  const width = Math.max(row.cells.length, ...severities.keys(), 0);
  const inHeader = headers.some(({ first, last }) => first <= row.number && row.number <= last);
  let xml = `<row r="${row.number}"${row.hidden ? ' hidden="1"' : ""}>`;
  for (let at = 0; at < width; at++) {
    const text = row.cells[at] ?? "";
    const kind = row.kinds.charAt(at) || "-";
    const colour = severities.get(at + 1) ?? (kind === "-" ? undefined : whole) ?? "none";
    // An empty cell is as its column: text.
    if (kind === "-" && colour === "none") continue;
    const isHeader = inHeader && colour === "none" && kind === "t";
    const key = isHeader ? "header" : String([formatOfCell(kind, text, colour !== "none"), colour]);
    xml += cellXml(`${columnLetter(at + 1)}${row.number}`, styles.get(key) ?? "0", kind, text);
  }
  return `${xml}</row>`;
}
