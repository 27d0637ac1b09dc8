/** What is said about a list beside its entries: whose it is, cells that lost their value, merged cells, totals, rows that are nothing. */
import type { ListReading } from "../model/entry.ts";
import type { Row } from "../model/list.ts";
import type { Rules } from "../model/rules.ts";
import type { Column } from "./columns.ts";
import { columnName } from "./header.ts";
import type { Table } from "./layout.ts";
import type { ListProblems } from "./list-problems.ts";
import type { LostValues } from "./lost-values.ts";
import type { RowReader } from "./rows.ts";
import type { Spread } from "./spread.ts";
import { clean, cleanNumber } from "./text.ts";
import type { WrongTotal } from "./totals.ts";
import type { Whose } from "./whose.ts";

/** Whose list it is and which category it has, where that is a question or was settled against its words. */
export function reportWhose(
  reading: ListReading,
  whose: Whose,
  isUnclear: boolean,
  rows: number,
  { titles }: Table,
  { agencies, categories }: Rules,
  problems: ListProblems,
): void {
  const row = reading.headerRows.last;
  const nameOf = (id: string) => agencies.get(id)?.name ?? id;
  if (whose.rivals.length > 0) {
    const where = [reading.sheet, ...titles].join(" ");
    problems.add("V004", row, { agencies: whose.rivals.map(nameOf).join("、"), where });
    return;
  }
  // A list that is held for its columns is asked about these first.
  if (reading.held && isUnclear) return;
  // A blank form names nobody: nothing of it is held.
  if (reading.held && rows === 0) return;
  if (reading.held) {
    if (whose.clash) problems.add("V006", row, { names: whose.clash.names.join("、"), where: whose.where });
    else problems.add("V003", row, { rows });
    return;
  }
  if (whose.insteadOf !== "") {
    const words = whose.category ?? reading.columns.find((c) => c.field === "category")?.header ?? "";
    problems.add("V005", row, { named: nameOf(whose.insteadOf), taken: nameOf(whose.agency), words });
  }
  if (whose.columnFits) return;
  for (const { written, category } of whose.wider)
    problems.add("V010", row, { written, category: categories.get(category)?.id ?? category }, { content: written });
}

/** Cells whose value is lost, once a column and kind. */
export function reportLost(lost: readonly LostValues[], problems: ListProblems): void {
  for (const { column, is, text, rows } of lost) {
    const [first = 0, ...also] = rows;
    const detail = { column: columnName(column), content: text, also };
    if (is === "formula") problems.add("V027", first, { rows: rows.length }, detail);
    else problems.add("V028", first, { text, rows: rows.length }, detail);
  }
}

/** Merged cells between the rows; the rows that a merged name or number covers, about which nothing more is said. */
export function reportMerged(
  { filled, others }: Spread,
  reading: ListReading,
  problems: ListProblems,
): ReadonlySet<number> {
  const cells = filled.reduce((sum, f) => sum + f.cells, 0);
  if (cells > 0) {
    const columns = filled.map((f) => columnName(f.column)).join("、");
    problems.add("V023", reading.headerRows.last, { cells, columns });
  }
  const covered = new Set<number>();
  for (const { column, is, text, rows } of others) {
    const [first = 0, ...also] = rows;
    // A name and its number merged over the same rows are one question.
    if (is === "person" && also.every((row) => covered.has(row))) continue;
    const detail = { column: columnName(column), content: text, also };
    const params = { text, first, last: rows.at(-1) ?? first };
    if (is === "amount") problems.add("V024", first, params, detail);
    else {
      problems.add("V025", first, params, detail);
      for (const row of also) covered.add(row);
    }
  }
  return covered;
}

/** Totals that are not what the rows above them give. */
export function reportTotals(wrong: readonly WrongTotal[], amount: Column | undefined, problems: ListProblems): void {
  for (const { row, inAmount, stated, counted, rows, unread } of wrong) {
    const column = inAmount && amount ? columnName(amount) : "";
    problems.add("V022", row, { stated, counted, rows, unread }, { column, content: stated });
  }
}

/** Hidden rows and columns: read, and said. */
export function reportHidden(reading: ListReading, table: Table, problems: ListProblems): void {
  if (reading.hiddenRows > 0) problems.add("V014", 0, { rows: reading.hiddenRows });
  const hidden = table.header.columns.filter((c) => table.list.hiddenColumns.includes(c.index + 1));
  if (hidden.length > 0 && !table.isSection)
    problems.add("V018", reading.headerRows.last, { columns: hidden.map(columnName).join("、") });
}

/** A row that is neither entry nor anything that is skipped: a stray remark, or a row that lost its name. */
export function reportUnclear(row: Row, rows: RowReader, problems: ListProblems): void {
  const filled = row.cells.map(clean).filter((cell) => cell !== "");
  const text = filled.join(" ").slice(0, 60);
  const content = cleanNumber(text);
  if (rows.filled(row) >= 2) problems.add("V021", row.number, { row: text }, { content });
  else problems.add("V020", row.number, { row: text }, { content });
}
