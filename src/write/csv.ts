/** The one CSV writer: UTF-8 with BOM, CRLF, RFC 4180, and nothing in it that a spreadsheet would run. */
import { stringify } from "csv-stringify/sync";

/** Characters that are turned into bytes at a time. */
const PIECE = 65_536;

/** What makes Excel and WPS take a cell for a formula, full-width forms included (Chinese editions turn them). */
const FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n";
const FORMULA_STARTS = new Set([...FORMULA_SIGNS].map((sign) => sign.charCodeAt(0)));

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell that a spreadsheet shows and does not run: "=1+1" becomes "'=1+1"; "-5.00" and "1000.00" stay. */
export function harmless(cell: string): string {
  return FORMULA_STARTS.has(cell.charCodeAt(0)) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** How a text file is laid out; CSV is one case, a bank's file another. */
export interface TextLayout {
  readonly delimiter: string;
  readonly lineEnd: "\r\n" | "\n";
  readonly byteOrderMark: boolean;
}

/** As everything in 数据/ is laid out. */
export const CSV_LAYOUT: TextLayout = { delimiter: ",", lineEnd: "\r\n", byteOrderMark: true };

/** A file from its rows, the header among them, piece by piece: a city's details would not fit into memory twice. */
export function* csvPieces(
  rows: Iterable<readonly string[]>,
  layout: TextLayout = CSV_LAYOUT,
): Generator<Buffer, void, void> {
  const { delimiter, lineEnd } = layout;
  const unusual = unusualLine(delimiter);
  let text = layout.byteOrderMark ? "\ufeff" : "";
  for (const row of rows) {
    // Nearly every row has nothing to quote or to make harmless: told from the line as a whole, a file takes half the time.
    const line = row.join(delimiter);
    const isPlain = !unusual.test(line) && count(line, delimiter) === row.length - 1;
    text += isPlain ? line + lineEnd : quotedRow(row.map(harmless), layout);
    if (text.length < PIECE) continue;
    yield Buffer.from(text, "utf8");
    text = "";
  }
  yield Buffer.from(text, "utf8");
}

/** A line that must be looked at cell by cell: one of them may be a formula, or holds what must be quoted. */
function unusualLine(delimiter: string): RegExp {
  const signs = FORMULA_SIGNS.replace(/[-\\\]^]/g, "\\$&");
  return new RegExp(`(?:^|[${delimiter}])[${signs}]|["\\r\\n]`);
}

/** How often a delimiter stands in a line: once more than between its cells where a cell holds one. */
function count(line: string, delimiter: string): number {
  let found = 0;
  for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + 1)) found++;
  return found;
}

function quotedRow(cells: string[], layout: TextLayout): string {
  return stringify([cells], {
    bom: false,
    delimiter: layout.delimiter,
    record_delimiter: layout.lineEnd,
    quote: '"',
    escape: '"',
    quoted: false,
    quoted_empty: false,
    // By itself it quotes a cell with "\r\n", not one with a bare line feed.
    quoted_match: /[\r\n]/,
    header: false,
  });
}
