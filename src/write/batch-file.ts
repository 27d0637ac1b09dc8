/** Payment files 代发文件: written from a bank's format, and read back so that the totals are counted a second time. */
import { parse } from "csv-parse/sync";
import type { Batch } from "../model/payment.ts";
import { add, type Fen, parseYuan, toYuan, ZERO } from "../money.ts";
import { csvPieces, type TextLayout } from "./csv.ts";
import { BANK_CELLS, type BankFormat, formatOf, type TrailerField } from "./formats.ts";
import { invariant } from "./invariant.ts";

/** The bytes of a batch's file. */
export function batchFile(batch: Batch, format: BankFormat = formatOf(batch)): Iterable<Buffer> {
  return csvPieces(batchRows(batch, format), format.layout);
}

function* batchRows(batch: Batch, format: BankFormat): Iterable<readonly string[]> {
  if (format.header) yield format.columns.map((c) => c.title);
  for (const payment of batch.payments) yield format.columns.map((c) => BANK_CELLS[c.field](payment));
  if (format.trailer) yield format.trailer.map((field) => trailerCell(field, batch));
}

function trailerCell(field: TrailerField, batch: Batch): string {
  if (typeof field === "object") return field.word;
  if (field === "count") return String(batch.payments.length);
  return field === "total" ? toYuan(batch.total) : "";
}

/** What a payment file says when it is read again. */
export interface BatchTotals {
  readonly lines: number;
  /** The sum of its lines. */
  readonly total: Fen;
  /** What the last line claims; null where the format has none. */
  readonly trailer: { readonly lines: number; readonly total: Fen } | null;
}

/** Reads a payment file back and counts its lines and their sum anew. */
export function readBatchFile(bytes: Buffer, format: BankFormat): BatchTotals {
  const column = format.columns.findIndex((c) => c.field === "yuan");
  const body = { lines: 0, total: ZERO };
  let heading = format.header;
  // The last line is known as such only when no other follows.
  let last: readonly string[] | null = null;
  for (const row of linesOf(bytes, format.layout)) {
    if (heading) heading = false;
    else {
      if (last !== null) count(last);
      last = row;
    }
  }
  if (last !== null && format.trailer === null) count(last);
  return { ...body, trailer: readTrailer(last ?? [], format) };

  function count(row: readonly string[]): void {
    body.lines++;
    body.total = add(body.total, yuanIn(row[column]));
  }
}

/** The lines of a file, cut into their cells. Where nothing is quoted a line ends at its line end. */
function* linesOf(bytes: Buffer, { delimiter, lineEnd, byteOrderMark }: TextLayout): Iterable<readonly string[]> {
  if (bytes.includes(QUOTE)) {
    yield* parse(bytes, { bom: byteOrderMark, delimiter, recordDelimiter: lineEnd });
    return;
  }
  for (let start = byteOrderMark ? BOM_LENGTH : 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, start, "latin1");
    const end = found < 0 ? bytes.length : found;
    yield bytes.toString("utf8", start, end).split(delimiter);
    start = end + lineEnd.length;
  }
}

const QUOTE = 0x22;
const BOM_LENGTH = 3;

function readTrailer(row: readonly string[], format: BankFormat): BatchTotals["trailer"] {
  if (format.trailer === null) return null;
  const count = row[format.trailer.indexOf("count")] ?? "";
  invariant(/^\d+$/.test(count), "the last line of a payment file holds the number of its lines");
  return { lines: Number(count), total: yuanIn(row[format.trailer.indexOf("total")]) };
}

function yuanIn(cell: string | undefined): Fen {
  const fen = parseYuan(cell ?? "");
  invariant(fen !== null, "every line of a payment file holds a sum");
  return fen;
}

/**
 * Holds the written bytes against the batch: the bank refuses a whole file whose sum or count is wrong.
 * A difference is a mistake of relief, never of a list.
 */
export function assertBatchFile(batch: Batch, bytes: Buffer, format: BankFormat = formatOf(batch)): void {
  const found = readBatchFile(bytes, format);
  const agrees = (totals: { lines: number; total: Fen }) =>
    totals.lines === batch.payments.length && totals.total === batch.total;
  invariant(agrees(found), `the lines of batch ${batch.number} add up to its total`);
  invariant(found.trailer === null || agrees(found.trailer), `the last line of batch ${batch.number} is its total`);
}
