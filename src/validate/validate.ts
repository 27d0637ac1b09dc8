/** The stage from lists to entries: file after file, so that a file's cells can be dropped when its entries are made. */
import type { Campaign } from "../model/campaign.ts";
import type { Entry, ListReading } from "../model/entry.ts";
import type { InputFile, List } from "../model/list.ts";
import type { ListWords } from "../model/list-words.ts";
import type { InputRecord } from "../model/outcome.ts";
import { compareText, fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import type { Checked } from "../problem/problem.ts";
import { append, type Problem, problem } from "../problem/problem.ts";
import { subjectOf } from "./list-problems.ts";
import { readSheet } from "./sheet.ts";
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
      const sheet = readSheet(list, tools);
      if (sheet === null) {
        headless.push(withoutHeader(list, campaign));
        continue;
      }
      found++;
      lists.push(...sheet.readings);
      for (const entry of sheet.entries) entries.push(entry);
      append(problems, sheet.problems);
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

/** A sheet without a header beside lists: its rows are told, nothing of it is read. */
function withoutHeader(list: List, { decisions }: Campaign): Problem {
  const { file, sheet, rows } = list;
  const subject = { idNumber: "", name: subjectOf(list), otherIdNumber: "", value: "" };
  return problem(
    "V002",
    { file, sheet, row: 0, column: "" },
    { rows: rows.at(-1)?.number ?? 0 },
    { subject, decisions },
  );
}
