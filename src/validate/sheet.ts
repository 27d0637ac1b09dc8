/** One sheet: its lists one after the other, and what is to be said where it holds several. */
import type { Entry, ListReading } from "../model/entry.ts";
import type { List } from "../model/list.ts";
import { append, type Problem, problem } from "../problem/problem.ts";
import { layOut } from "./layout.ts";
import { readTable } from "./table.ts";
import type { Tools } from "./tools.ts";
import { Totals } from "./totals.ts";

/** What one sheet gave. */
export interface SheetResult {
  readonly readings: readonly ListReading[];
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Reads a sheet; null where no row of it is a header. */
export function readSheet(list: List, tools: Tools): SheetResult | null {
  const tables = layOut(list, tools);
  if (tables.length === 0) return null;
  const totals = new Totals();
  const readings: ListReading[] = [];
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const table of tables) {
    const one = readTable(table, totals, tools);
    readings.push(one.reading);
    for (const entry of one.entries) entries.push(entry);
    append(problems, one.problems);
  }
  if (readings.length > 1) problems.push(severalLists(list, readings));
  return { readings, entries, problems };
}

function severalLists(list: List, readings: readonly ListReading[]): Problem {
  const { file, sheet } = list;
  const where = readings.map(({ rows, isBeside, columns, category }) => {
    const letters = isBeside ? ` ${columns[0]?.letter ?? ""}–${columns.at(-1)?.letter ?? ""} 列` : "";
    return `第 ${rows.first}–${rows.last} 行${letters}${category === null ? "" : `（${category}）`}`;
  });
  return problem("V026", { file, sheet, row: 0, column: "" }, { lists: readings.length, where: where.join("、") });
}
