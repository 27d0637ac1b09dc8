/**
 * Workbooks as bytes. exceljs draws the frame of each sheet: styles, widths, header, print setup, and one empty row of
 * each kind as a pattern. The rows themselves are poured in afterwards (pour.ts), in the pattern's styles: exceljs
 * takes 7 s and 700 MB for 50 000 rows × 14 columns, this takes a tenth.
 *
 * Same sheets, same bytes: the dates inside are fixed, and JSZip's own deflate gives the same bytes on every machine
 * (the one in Node differs between processors).
 */
import type { Workbook, Worksheet } from "exceljs";
import { pour } from "./pour.ts";
import { cellStyle, HEADER, PLAIN, TITLE } from "./style.ts";
import { type Column, MOST_ROWS, note, type RowKind, type Table, type TableRow } from "./table.ts";
import { cellText, displayWidth, heightOf } from "./text.ts";

/** A page drawn cell by cell: 总览. */
export interface Page {
  readonly name: string;
  readonly draw: (sheet: Worksheet) => void;
  /** Writes parts of the sheet anew, from what exceljs made of them: its cells, its notes, the notes' shapes. */
  readonly finish?: Readonly<Record<SheetPart, (xml: string) => string | Buffer>>;
}

/** The parts of one sheet that exceljs writes. */
type SheetPart = "sheet" | "notes" | "shapes";

const PART_PATHS: Readonly<Record<SheetPart, RegExp>> = {
  sheet: /^xl\/worksheets\/sheet(\d+)\.xml$/,
  notes: /^xl\/comments(\d+)\.xml$/,
  shapes: /^xl\/drawings\/vmlDrawing(\d+)\.vml$/,
};

/** One sheet of a workbook. */
export type Sheet = Table | Page;

/** Stands for every date inside a workbook: no output tells when it was made. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/** The bytes of a workbook with these sheets. */
export async function makeBook(title: string, sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: exceljs } = await import("exceljs");
  const { default: JSZip } = await import("jszip");
  const book = new exceljs.Workbook();
  describe(book, title);
  const finishes = sheets.map((sheet) => drawSheet(book, sheet));
  const frame = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  const zip = new JSZip();
  for (const [path, file] of Object.entries(frame.files)) {
    if (file.dir) continue;
    const finish = finishOf(path, finishes);
    const content = finish ? finish(await file.async("string")) : await file.async("uint8array");
    zip.file(path, content, { date: FIXED_DATE, createFolders: false });
  }
  return zip.generateAsync({
    type: "nodebuffer",
    compression: "DEFLATE",
    compressionOptions: { level: 1 },
    platform: "DOS",
  });
}

type Finish = Partial<NonNullable<Page["finish"]>>;

function finishOf(path: string, finishes: readonly Finish[]): ((xml: string) => string | Buffer) | undefined {
  for (const part of ["sheet", "notes", "shapes"] as const) {
    const number = PART_PATHS[part].exec(path)?.[1];
    if (number !== undefined) return finishes[Number(number) - 1]?.[part];
  }
  return undefined;
}

function describe(book: Workbook, title: string): void {
  book.creator = "relief";
  book.lastModifiedBy = "relief";
  book.created = FIXED_DATE;
  book.modified = FIXED_DATE;
  book.title = cellText(title);
}

/** What is poured into a sheet's frame. */
export interface Pouring {
  /** The row of the first pattern, and of the first row that takes its place. */
  readonly firstRow: number;
  /** The kinds of the pattern rows, in their order. */
  readonly patterns: readonly RowKind[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Column widths, by which a row's height follows from its texts; empty where heights are fixed. */
  readonly widths: readonly number[];
  /** Where the cells of a row lead: a place in this workbook for each cell of kind "link". */
  readonly links: readonly (string | null)[];
}

function drawSheet(book: Workbook, sheet: Sheet): Finish {
  const ws = book.addWorksheet(sheet.name);
  if ("draw" in sheet) {
    sheet.draw(ws);
    return sheet.finish ?? {};
  }
  const headerRow = drawTop(ws, sheet);
  const rows = cut(sheet, headerRow);
  const widths = setWidths(ws, sheet, rows);
  const titles = sheet.columns.map((c) => c.title);
  ws.getRow(headerRow).height = Math.max(sheet.signed ? 32 : 22, heightOf(titles, widths) + 4);
  const patterns = drawPatterns(ws, sheet, rows, headerRow);
  setUpView(ws, sheet, headerRow, rows.length);
  setUpPrint(ws, sheet, headerRow);
  const links = sheet.links ?? [];
  const { columns } = sheet;
  const pouring = { firstRow: headerRow + 1, patterns, columns, rows, widths: sheet.signed ? [] : widths, links };
  return { sheet: (xml) => pour(xml, pouring) };
}

/** Title, notes and header. @returns the header's row. */
function drawTop(ws: Worksheet, table: Table): number {
  if (table.bare !== true) {
    const title = ws.addRow([cellText(table.title)]);
    title.height = 26;
    title.getCell(1).style = { ...TITLE };
    for (const line of table.notes) ws.addRow([cellText(line)]).getCell(1).style = { ...PLAIN };
  }
  const header = ws.addRow(table.columns.map((c) => c.title));
  table.columns.forEach((column, i) => {
    if (column.title !== "") header.getCell(i + 1).style = { ...HEADER };
  });
  return header.number;
}

/** The rows that fit; the last line of a sheet that is cut names the file that has them all. */
function cut(table: Table, headerRow: number): readonly TableRow[] {
  const room = MOST_ROWS - headerRow - table.tail.length;
  if (table.rows.length <= room) return [...table.rows, ...table.tail];
  const told = note(`本表只列前 ${room - 1} 行，共 ${table.rows.length} 行；全部见 ${table.allIn}`);
  return [...table.rows.slice(0, room - 1), ...table.tail, told];
}

/** Rows looked at to find a column's width. */
const SAMPLE = 300;
const NARROWEST = 6;
const WIDEST = 36;

function setWidths(ws: Worksheet, table: Table, rows: readonly TableRow[]): readonly number[] {
  const sample = rows.slice(0, SAMPLE).filter((row) => row.kind === "body" || row.kind === "total");
  return table.columns.map((column, i) => {
    const widths = sample.map((row) => {
      const cell = row.cells[i];
      if (typeof cell === "string") return displayWidth(cell);
      return typeof cell === "number" ? String(cell).length * 1.3 + 1 : 0;
    });
    const fit = Math.min(WIDEST, Math.max(NARROWEST, displayWidth(column.title), ...widths) + 3);
    const width = column.width ?? fit;
    ws.getColumn(i + 1).width = width;
    return width;
  });
}

function drawPatterns(ws: Worksheet, table: Table, rows: readonly TableRow[], headerRow: number): readonly RowKind[] {
  const kinds = [...new Set(rows.map((row) => row.kind))];
  kinds.forEach((kind, i) => {
    const row = ws.getRow(headerRow + 1 + i);
    if (table.signed && kind !== "note") row.height = table.signed.rowHeight;
    table.columns.forEach((column, c) => {
      row.getCell(c + 1).style = cellStyle(column.kind, kind);
    });
    row.commit();
  });
  return kinds;
}

function setUpView(ws: Worksheet, table: Table, headerRow: number, rows: number): void {
  const frozen = table.mixed === true ? headerRow - 1 : headerRow;
  ws.views = [{ state: "frozen", ySplit: frozen, xSplit: 0, showGridLines: false }];
  const last = { row: headerRow + Math.max(1, Math.min(rows, table.rows.length)), column: table.columns.length };
  if (table.signed === undefined && table.mixed !== true)
    ws.autoFilter = { from: { row: headerRow, column: 1 }, to: last };
  for (const { column, from, to, words } of table.dropDowns ?? []) {
    const letter = ws.getColumn(column + 1).letter;
    if (from >= rows) continue;
    const end = Math.min(to, rows - 1);
    // exceljs knows a rule for a range under the range's name; its types only name single cells.
    const rules = (ws as unknown as { dataValidations: { add: (range: string, rule: object) => void } })
      .dataValidations;
    rules.add(`${letter}${headerRow + 1 + from}:${letter}${headerRow + 1 + end}`, {
      type: "list",
      allowBlank: true,
      formulae: [`"${words.join(",")}"`],
      showErrorMessage: true,
      errorTitle: "写法不对",
      error: `这里只能写：${words.join("、")}`,
    });
  }
}

/** Leaves room where a printer's or another office program's letters are wider than Excel's. */
const SIGNED_SCALE = 90;

/** A4; as wide as the paper, but for sheets with page breaks of their own, which Excel forgets when it fits a page. */
function setUpPrint(ws: Worksheet, table: Table, headerRow: number): void {
  const fits = table.signed === undefined;
  ws.pageSetup = {
    paperSize: 9,
    orientation: table.landscape ? "landscape" : "portrait",
    ...(fits ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { fitToPage: false, scale: SIGNED_SCALE }),
    horizontalCentered: true,
    printTitlesRow: `1:${table.mixed === true ? 1 : headerRow}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
  };
  ws.headerFooter = { oddFooter: pageFooter(table.bare === true ? table.name : table.title) };
  const perPage = table.signed?.rowsPerPage;
  if (perPage === undefined) return;
  for (let row = perPage; row < table.rows.length; row += perPage) {
    // exceljs writes them, but its types do not name them.
    (ws as unknown as { rowBreaks: object[] }).rowBreaks.push({ id: headerRow + row, max: 16_383, man: 1 });
  }
}

/** Title at the left, page numbers at the right; an & in a name is doubled, since it would begin a command. */
export function pageFooter(title: string): string {
  return `&L&9${cellText(title).replaceAll("&", "&&")}&R&9第 &P 页，共 &N 页`;
}
