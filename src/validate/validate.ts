/** The stage from lists to entries: file after file, so that a file's cells can be dropped when its entries are made. */
import { type Campaign, mappingOf } from "../model/campaign.ts";
import type { Entry, ListReading } from "../model/entry.ts";
import { type InputFile, knownName, type List } from "../model/list.ts";
import type { ListWords } from "../model/list-words.ts";
import type { InputRecord } from "../model/outcome.ts";
import { comparePlaces, compareText, fileOnly, type Place } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { GUIDE_MARK } from "../model/template.ts";
import type { Checked } from "../problem/problem.ts";
import { append, type Problem, problem } from "../problem/problem.ts";
import { HeaderWords } from "./header-words.ts";
import { subjectOf } from "./list-problems.ts";
import { notThere } from "./said.ts";
import { readSheet } from "./sheet.ts";
import { type Tools, toolsOf } from "./tools.ts";

/** What the lists of a run gave. */
export interface Validated {
  readonly inputs: readonly InputRecord[];
  readonly lists: readonly ListReading[];
  /** In the order of files, sheets and rows. */
  readonly entries: readonly Entry[];
  /** Tables that cannot be read, files in which no sheet has a header, and what the campaign file says of a file and it does not have: they stop `compute`. */
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
  const stopping: Problem[] = [];
  const guides: Place[] = [];
  for (const file of files) {
    problems.push(...file.problems);
    if (file.state === "refused") refused.push(...file.problems);
    if (file.state !== "read") continue;
    inputs.push(recordOf(file));
    const found: ListReading[] = [];
    const headless: Problem[] = [];
    for (const list of file.lists) {
      if (list.rows.length === 0) continue;
      if (list.rows[0]?.cells[0] === GUIDE_MARK) {
        guides.push({ ...fileOnly(list.file), sheet: list.sheet });
        continue;
      }
      const sheet = readSheet(list, toolsFor(list, tools));
      if (sheet === null) {
        headless.push(withoutHeader(list, campaign));
        continue;
      }
      found.push(...sheet.readings);
      for (const entry of sheet.entries) entries.push(entry);
      append(problems, sheet.problems);
    }
    lists.push(...found);
    if (found.length > 0) problems.push(...headless);
    else stopping.push(problem("V001", fileOnly(file.name), {}));
    stopping.push(...notThere(file, found, campaign));
  }
  // Every blank list has one: told once, whatever their number.
  const [first, ...also] = guides.sort(comparePlaces);
  if (first !== undefined) problems.push(problem("R204", first, {}, { also }));
  // By file, whatever the order in which they came; within a file as it has them: a head may follow from the first row.
  inputs.sort((a, b) => compareText(a.name, b.name));
  lists.sort((a, b) => compareText(a.file, b.file));
  entries.sort((a, b) => compareText(a.list.file, b.list.file));
  return {
    value: { inputs, lists, entries, refused: [...refused, ...stopping] },
    problems: [...problems, ...stopping],
  };
}

/** The tools with the headers that the campaign file names for this sheet. */
function toolsFor(list: List, tools: Tools): Tools {
  const { file, sheet } = knownName(list);
  const said = mappingOf(tools.campaign, file, sheet);
  if (said === undefined || said.columns.size === 0) return tools;
  return { ...tools, headers: new HeaderWords(tools.words, tools.rules, said) };
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
