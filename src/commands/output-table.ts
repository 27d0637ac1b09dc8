/** Reads a table of 数据/ of an output back, as rows by column name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

/** A row of an output's table, by column. */
export type OutputRow = Readonly<Record<string, string>>;

/** The rows of a CSV below an output folder; null where it is not there. */
export function readOutputTable(folder: string, file: string): readonly OutputRow[] | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch {
    return null;
  }
  return parse<OutputRow>(bytes, {
    bom: true,
    columns: true,
    delimiter: ",",
    record_delimiter: "\r\n",
    skip_empty_lines: true,
  });
}
