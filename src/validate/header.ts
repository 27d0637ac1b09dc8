/** Finds the header among the rows of a sheet, and what each of its columns holds. */
import type { Row } from "../model/list.ts";
import { FIELDS, type Field, type ListWords } from "../model/list-words.ts";
import { columnLetter } from "../model/place.ts";
import type { DeclaredField, Rules } from "../model/rules.ts";
import { clean, foldHeader } from "./text.ts";

/** A header stands within the first rows; further down a row of words is no header any more. */
const SEARCHED_ROWS = 60;

/** What the words of all headers mean. Made once a run. */
export interface HeaderWords {
  readonly fields: ReadonlyMap<string, { readonly field: Field; readonly rank: number }>;
  readonly declared: ReadonlyMap<string, DeclaredField>;
  readonly unused: ReadonlySet<string>;
  /** All known header texts, for near names. */
  readonly all: readonly string[];
}

/** One column of the header. */
export interface HeaderColumn {
  /** 0-based index into a row's cells. */
  readonly index: number;
  readonly header: string;
  readonly field: Field | null;
  readonly declared: DeclaredField | null;
  readonly known: boolean;
  readonly rank: number;
}

/** The header that was found. */
export interface Header {
  /** Index into the sheet's rows. */
  readonly rowIndex: number;
  readonly columns: readonly HeaderColumn[];
}

/** Gathers header words of lists.yaml and the declared fields of an edition. */
export function headerWords(words: ListWords, rules: Rules): HeaderWords {
  const fields = new Map<string, { field: Field; rank: number }>();
  for (const field of FIELDS) {
    words.headers[field].forEach((text, rank) => {
      const folded = foldHeader(text);
      if (!fields.has(folded)) fields.set(folded, { field, rank });
    });
  }
  const declared = new Map<string, DeclaredField>();
  for (const field of rules.fields)
    for (const text of [field.name, ...field.headers]) declared.set(foldHeader(text), field);
  const unused = new Set(words.knownUnused.map(foldHeader));
  const all = [...FIELDS.flatMap((field) => words.headers[field]), ...rules.fields.map((f) => f.name)];
  return { fields, declared, unused, all };
}

/** The first row that names a person's name or number and one more known column; null where there is none. */
export function findHeader(rows: readonly Row[], words: HeaderWords): Header | null {
  for (let rowIndex = 0; rowIndex < Math.min(rows.length, SEARCHED_ROWS); rowIndex++) {
    const row = rows[rowIndex];
    if (row === undefined) continue;
    const columns = readColumns(row, words);
    const names = columns.some((c) => c.field === "name" || c.field === "idNumber" || c.field === "headName");
    if (names && columns.filter((c) => c.known).length >= 2) return { rowIndex, columns };
  }
  return null;
}

function readColumns(row: Row, words: HeaderWords): readonly HeaderColumn[] {
  const columns: HeaderColumn[] = [];
  row.cells.forEach((text, index) => {
    const folded = foldHeader(text);
    if (folded === "") return;
    const declared = words.declared.get(folded) ?? null;
    const hit = words.fields.get(folded);
    const known = hit !== undefined || declared !== null || words.unused.has(folded);
    const field = declared === null ? (hit?.field ?? null) : null;
    columns.push({ index, header: clean(text), field, declared, known, rank: hit?.rank ?? 0 });
  });
  return columns;
}

/** A row that says the header again: every filled cell below a known column repeats that column's header, two at least. */
export function repeatsHeader(row: Row, header: Header): boolean {
  let same = 0;
  for (const column of header.columns) {
    const text = row.cells[column.index] ?? "";
    if (text === "") continue;
    if (foldHeader(text) !== foldHeader(column.header)) return false;
    same++;
  }
  return same >= 2;
}

/** "C" for index 2. */
export function letterOf(column: HeaderColumn): string {
  return columnLetter(column.index + 1);
}
