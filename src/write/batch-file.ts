/** Payment files 代发文件: written from a bank's format, and read back so that the totals are counted a second time. */
import { parse } from "csv-parse/sync";
import type { Batch } from "../model/payment.ts";
import { add, type Fen, parseYuan, toYuan, ZERO } from "../money.ts";
import { csvBytes } from "./csv.ts";
import { BANK_CELLS, type BankFormat, formatOf, type TrailerField } from "./formats.ts";
import { invariant } from "./invariant.ts";

/** The bytes of a batch's file. */
export function batchFile(batch: Batch, format: BankFormat = formatOf(batch)): Buffer {
  return csvBytes(batchRows(batch, format), format.layout);
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
  const rows = parse(bytes, {
    bom: format.layout.byteOrderMark,
    delimiter: format.layout.delimiter,
    recordDelimiter: format.layout.lineEnd,
  });
  const body = rows.slice(format.header ? 1 : 0, format.trailer ? -1 : undefined);
  const column = format.columns.findIndex((c) => c.field === "yuan");
  let total: Fen = ZERO;
  for (const row of body) total = add(total, yuanIn(row[column]));
  return { lines: body.length, total, trailer: readTrailer(rows.at(-1) ?? [], format) };
}

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
