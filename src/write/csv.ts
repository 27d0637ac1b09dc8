/** The one CSV writer: UTF-8 with BOM, CRLF, RFC 4180, and nothing in it that a spreadsheet would run. */
import { stringify } from "csv-stringify/sync";

/** Characters that are turned into bytes at a time. */
const PIECE = 65_536;

/** What makes Excel and WPS take a cell for a formula, full-width forms included (Chinese editions turn them). */
const FORMULA_STARTS = new Set([..."=+-@＝＋－＠\t\r\n"].map((sign) => sign.charCodeAt(0)));

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell that a spreadsheet shows and does not run: "=1+1" becomes "'=1+1"; "-5.00" and "1000.00" stay. */
export function harmless(cell: string): string {
  const first = cell.charCodeAt(0);
  // Digits, letters and 汉字 are nearly all that there is, and need no look into the table.
  if ((first > 0x40 && first < 0xff00) || (first > 0x2f && first < 0x3a)) return cell;
  return FORMULA_STARTS.has(first) && !NUMBER.test(cell) ? `'${cell}` : cell;
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
  const needsQuotes = new RegExp(`["\\r\\n${delimiter === "|" ? "\\|" : delimiter}]`);
  let text = layout.byteOrderMark ? "\ufeff" : "";
  for (const row of rows) {
    const cells = row.map(harmless);
    // Nearly every row has nothing to quote: joined as it is, a file takes half the time that csv-stringify needs.
    text += cells.some((cell) => needsQuotes.test(cell)) ? quotedRow(cells, layout) : cells.join(delimiter) + lineEnd;
    if (text.length < PIECE) continue;
    yield Buffer.from(text, "utf8");
    text = "";
  }
  yield Buffer.from(text, "utf8");
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
