/** Pours rows into the XML of a sheet that exceljs drew with one empty row of each kind. */
import { columnLetter } from "../../model/place.ts";
import { type Fen, toYuan } from "../../money.ts";
import { invariant } from "../invariant.ts";
import type { Pouring } from "./book.ts";
import type { Cell, Column, RowKind, TableRow } from "./table.ts";
import { heightOf, xmlAttribute, xmlText } from "./text.ts";

/** One pattern row: what its row tag says beside the number, and the style of each column. */
interface Pattern {
  readonly attributes: string;
  readonly styles: readonly string[];
}

/** The sheet's XML with the rows in the place of the patterns. */
export function pour(xml: string, pouring: Pouring): string {
  const { firstRow, patterns, columns, rows, widths } = pouring;
  const end = xml.indexOf("</sheetData>");
  if (patterns.length === 0 || end < 0) return xml;
  const start = xml.indexOf(`<row r="${firstRow}"`);
  invariant(start >= 0, "the pattern rows stand where they were drawn");
  const byKind = readPatterns(xml.slice(start, end), patterns, firstRow, columns.length);
  const letters = columns.map((_, i) => columnLetter(i + 1));
  const pieces: string[] = [];
  rows.forEach((row, i) => {
    const number = firstRow + i;
    const pattern = byKind.get(row.kind);
    invariant(pattern !== undefined, "every kind of row has a pattern");
    const high = row.kind === "note" ? "" : heightAttribute(row, widths);
    let line = `<row r="${number}"${pattern.attributes}${high}>`;
    for (let c = 0; c < columns.length; c++) {
      const style = pattern.styles[c] ?? "0";
      const cell = row.cells[c];
      // A row that is shorter than the table has no cells, and no frame, behind its last: a note runs over them.
      if (cell === undefined) break;
      line += cellXml(`${letters[c]}${number}`, style, cell, columns[c]);
    }
    pieces.push(`${line}</row>`);
  });
  const last = `${letters.at(-1)}${firstRow + rows.length - 1}`;
  const head = xml.slice(0, start).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${last}"/>`);
  return head + pieces.join("") + withLinks(xml.slice(end), pouring);
}

/** Hyperlinks stand behind merged cells and drop-downs, and before everything about printing. */
function withLinks(tail: string, { columns, firstRow, rows, links }: Pouring): string {
  const column = columns.findIndex(({ kind }) => kind === "link");
  if (column < 0) return tail;
  const letter = columnLetter(column + 1);
  const found = links.flatMap((to, i) =>
    to === null || rows[i] === undefined || rows[i].kind === "note"
      ? []
      : `<hyperlink ref="${letter}${firstRow + i}" location="${xmlAttribute(to)}"/>`,
  );
  if (found.length === 0) return tail;
  const at = tail.search(/<(?:printOptions|pageMargins|pageSetup)\b/);
  invariant(at >= 0, "exceljs wrote the print setup");
  return `${tail.slice(0, at)}<hyperlinks>${found.join("")}</hyperlinks>${tail.slice(at)}`;
}

function heightAttribute(row: TableRow, widths: readonly number[]): string {
  return widths.length === 0 ? "" : ` ht="${heightOf(row.cells, widths)}" customHeight="1"`;
}

function cellXml(address: string, style: string, cell: Cell, column: Column | undefined): string {
  if (cell === null || cell === "") return `<c r="${address}" s="${style}"/>`;
  if (typeof cell === "number") {
    const value = column?.kind === "yuan" ? toYuan(cell as Fen) : String(cell);
    return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
  }
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

function readPatterns(
  xml: string,
  kinds: readonly RowKind[],
  firstRow: number,
  columns: number,
): ReadonlyMap<RowKind, Pattern> {
  const rows = [...xml.matchAll(/<row r="(\d+)"([^>]*)>(.*?)<\/row>/gs)];
  invariant(rows.length === kinds.length && rows[0]?.[1] === String(firstRow), "exceljs wrote each pattern row");
  return new Map(
    kinds.map((kind, i) => {
      const [, , attributes = "", cells = ""] = rows[i] ?? [];
      const styles = [...cells.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g)].map((m) => m[1] ?? "0");
      invariant(styles.length === columns, "each cell of a pattern row has a style");
      return [kind, { attributes: attributes.replace(/ spans="[^"]*"/, ""), styles }];
    }),
  );
}
