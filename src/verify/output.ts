/**
 * An output of compute as it stands on the disk, for `relief verify`. Nothing of src/write/ is used here, nor money.ts:
 * a mistake that both made would never be found.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { firstSheet } from "./workbook.ts";

/** One row of a CSV by its column titles. */
export type CsvRow = Readonly<Record<string, string>>;

const text = z.string();
const whole = z.number().int().nonnegative();
const sums = z.object({ count: whole, yuan: text });
const results = z.object({ granted: sums, held: sums, denied: sums });
const tally = z.object({
  ...{ read: whole, entries: whole, blank: whole, title: whole },
  ...{ header: whole, total: whole, note: whole, rejected: whole },
});

const manifestSchema = z.object({
  madeBy: z.literal("relief compute"),
  rules: z.object({ edition: text }),
  rows: tally,
  lists: z.array(tally.extend({ file: text, sheet: text })),
  totals: results,
  programmes: z.array(results.extend({ name: text })),
  funds: z.array(results.extend({ name: text })),
  batches: z.array(
    z.object({ number: text, payer: text, fund: text, bank: text, file: text, lines: whole, yuan: text }),
  ),
  sheets: z.array(z.object({ programme: text, street: text, file: text, lines: whole, yuan: text })),
  transfers: z.array(z.object({ payer: text, file: text, lines: whole, yuan: text })),
  laws: z.array(z.object({ law: whole, what: text, left: text, right: text, holds: z.boolean() })),
  files: z.array(z.object({ path: text, sha256: text, bytes: whole })),
});

/** What verify uses of 清单.json. */
export type Manifest = z.infer<typeof manifestSchema>;
/** Rows read, by what became of them. */
export type Tally = z.infer<typeof tally>;
/** Counts and sums by result. */
export type Results = z.infer<typeof results>;

/** The manifest, or null where there is none that relief wrote. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(await readFile(join(folder, "清单.json"), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** SHA-256 of every file below the folder, by its path with "/". */
export async function hashes(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const full = join(entry.parentPath, entry.name);
    const sha256 = createHash("sha256")
      .update(await readFile(full))
      .digest("hex");
    found.set(relative(folder, full).split(sep).join("/"), sha256);
  }
  return found;
}

/** The rows of one of the tables of 数据/; null where the file is gone, is no CSV, or lacks a column. */
export async function readTable(folder: string, path: string, columns: readonly string[]): Promise<CsvRow[] | null> {
  try {
    const rows: string[][] = parse(await readFile(join(folder, path)), { bom: true });
    const header = rows[0] ?? [];
    if (columns.some((column) => !header.includes(column))) return null;
    return rows.slice(1).map((cells) => Object.fromEntries(header.map((title, i) => [title, cells[i] ?? ""])));
  } catch {
    return null;
  }
}

/** The lines of a payment file as they stand, the header and the last line among them; null where it cannot be read. */
export async function readLines(folder: string, path: string): Promise<readonly (readonly string[])[] | null> {
  try {
    return parse(await readFile(join(folder, path)), { bom: true, relax_column_count: true });
  } catch {
    return null;
  }
}

/** The cells of a workbook's first sheet as text, row by row; null where it cannot be read. */
export async function readSheet(folder: string, path: string): Promise<readonly (readonly string[])[] | null> {
  try {
    // A line without any filled cell says nothing.
    return firstSheet(await readFile(join(folder, path))).filter((row) => row.some((cell) => cell !== ""));
  } catch {
    return null;
  }
}

/** "1000.50" in fen; NaN for anything else, which equals nothing and so is found. */
export function fen(yuan: string | undefined): number {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(yuan ?? "");
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : Number.NaN;
}

/** Fen as people read them. */
export function shown(sum: number): string {
  if (Number.isNaN(sum)) return "不是金额";
  return `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, "0")}`;
}
