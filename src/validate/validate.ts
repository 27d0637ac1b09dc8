/** The stage from lists to entries: file after file, so that a file's cells can be dropped when its entries are made. */
import type { Campaign } from "../model/campaign.ts";
import type { Entry, ListReading } from "../model/entry.ts";
import type { InputFile } from "../model/list.ts";
import type { ListWords } from "../model/list-words.ts";
import type { InputRecord } from "../model/outcome.ts";
import { compareText, fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import type { Checked } from "../problem/problem.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { findHeader } from "./header.ts";
import { subjectOf } from "./list-problems.ts";
import { rowCount } from "./rows.ts";
import { readTable } from "./table.ts";
import { toolsOf } from "./tools.ts";

/** What the lists of a run gave. */
export interface Validated {
  readonly inputs: readonly InputRecord[];
  readonly lists: readonly ListReading[];
  /** In the order of files, sheets and rows. */
  readonly entries: readonly Entry[];
  /** Tables that cannot be read, and files in which no sheet has a header: they stop `compute`. */
  readonly refused: readonly Problem[];
}

function recordOf({ name, sha256, bytes, lists, original }: InputFile): InputRecord {
  let cells = 0;
  for (const list of lists) for (const row of list.rows) cells += row.cells.length;
  return { name, sha256, bytes, cells, original };
}

/** Lists to entries: finds headers, owners and categories, cleans and checks each row. */
export function validate(
  files: Iterable<InputFile>,
  rules: Rules,
  words: ListWords,
  campaign: Campaign,
): Checked<Validated> {
  const tools = toolsOf(rules, words, campaign);
  const inputs: InputRecord[] = [];
  const lists: ListReading[] = [];
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const refused: Problem[] = [];
  for (const file of files) {
    problems.push(...file.problems);
    if (file.state === "refused") refused.push(...file.problems);
    if (file.state !== "read") continue;
    inputs.push(recordOf(file));
    let found = 0;
    const headless: Problem[] = [];
    for (const list of file.lists) {
      if (list.rows.length === 0) continue;
      const header = findHeader(list.rows, tools.headers);
      if (header === null) {
        const place = { file: list.file, sheet: list.sheet, row: 0, column: "" };
        const subject = { idNumber: "", name: subjectOf(list), otherIdNumber: "", value: "" };
        headless.push(problem("V002", place, { rows: rowCount(list) }, { subject, decisions: campaign.decisions }));
        continue;
      }
      found++;
      const table = readTable(list, header, tools);
      lists.push(table.reading);
      for (const entry of table.entries) entries.push(entry);
      for (const p of table.problems) problems.push(p);
    }
    if (found > 0) problems.push(...headless);
    else refused.push(problem("V001", fileOnly(file.name), {}));
  }
  // By file, whatever the order in which they came; within a file as it has them: a head may follow from the first row.
  inputs.sort((a, b) => compareText(a.name, b.name));
  lists.sort((a, b) => compareText(a.file, b.file));
  entries.sort((a, b) => compareText(a.list.file, b.list.file));
  return {
    value: { inputs, lists, entries, refused },
    problems: [...problems, ...refused.filter((p) => p.code === "V001")],
  };
}
