/** Which column of a list is read as which field, and what is to be said about it. */
import type { ListMapping } from "../model/campaign.ts";
import type { Field, ListWords } from "../model/list-words.ts";
import { nearest } from "../problem/nearest.ts";
import { type Header, type HeaderColumn, type HeaderWords, letterOf } from "./header.ts";
import type { ListProblems } from "./list-problems.ts";

/** One column a field: the one whose header is the more usual one. Candidates of 类别 are told apart by their cells. */
export function usedColumns(header: Header, said: ListMapping | undefined): readonly HeaderColumn[] {
  const best = new Map<string, HeaderColumn>();
  for (const column of header.columns) {
    if (column.field === null || column.field === "category") continue;
    const rival = best.get(column.field);
    if (rival === undefined || column.rank < rival.rank) best.set(column.field, column);
  }
  for (const [field, header_] of said?.columns ?? []) {
    const column = header.columns.find((c) => c.header === header_);
    if (column) best.set(field, { ...column, field: field as Field, rank: -1 });
  }
  const categories = header.columns.filter((c) => c.field === "category" || c.declared !== null);
  return [...best.values(), ...categories];
}

/** A column as problems name it: "身份证号(C)". */
export function columnName(column: HeaderColumn): string {
  return `${column.header}(${letterOf(column)})`;
}

/** Columns that are not known, and fields with two of them. */
export function reportColumns(
  header: Header,
  used: readonly HeaderColumn[],
  row: number,
  words: ListWords,
  { all }: HeaderWords,
  problems: ListProblems,
): void {
  const byField = new Map<Field, HeaderColumn[]>();
  for (const column of header.columns) {
    if (column.field !== null && column.field !== "category")
      byField.set(column.field, [...(byField.get(column.field) ?? []), column]);
    if (column.known) continue;
    const near = nearest(column.header, all).join("、");
    problems.add("V008", row, { header: column.header, near }, { column: columnName(column), content: column.header });
  }
  for (const [field, columns] of byField) {
    if (columns.length < 2) continue;
    const taken = used.find((c) => c.field === field);
    const name = taken ? columnName(taken) : "";
    problems.add(
      "V007",
      row,
      { field: words.headers[field][0] ?? field, columns: columns.map(columnName).join("、"), used: name },
      { column: name, content: columns.map((c) => c.header).join("、") },
    );
  }
}
