/** Reads 核实结论.xlsx in the campaign's folder: what people decided about the problems of earlier runs. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { type Decision, VERDICTS, type Verdict } from "../model/campaign.ts";
import { cleanIdNumber } from "../model/id-number.ts";
import type { Row, SourceRecord } from "../model/list.ts";
import { fileOnly, type Place } from "../model/place.ts";
import type { SettlingColumn } from "../model/settling.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { isAbout } from "../problem/subject.ts";
import { findInputs } from "../read/find.ts";
import { readInput } from "../read/read.ts";

/** The file's name in the campaign's folder. */
export const SETTLING_FILE = "核实结论.xlsx";

/** What the file holds. */
export interface Settling {
  /** By 编号. */
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
  readonly problems: readonly Problem[];
  /** It is there and cannot be read: the run must not go on as if nobody had decided anything. */
  readonly refused: boolean;
  /** For the manifest; null where there is none. */
  readonly source: SourceRecord | null;
}

/** While they are being read. */
type Decisions = Map<string, readonly Decision[]>;

const NOTHING: Settling = { decisions: new Map(), problems: [], refused: false, source: null };

/** Reads the decisions in a folder; a folder without the file has none. */
export function readSettling(folder: string): Settling {
  const path = join(folder, SETTLING_FILE);
  if (!existsSync(path)) return NOTHING;
  const [found] = findInputs([path], folder).files;
  if (found === undefined) return NOTHING;
  const input = readInput({ ...found, settled: null, named: true });
  if (input.state !== "read") return { ...NOTHING, problems: input.problems, refused: true };
  const source = { name: input.name, sha256: input.sha256, bytes: input.bytes, role: "decisions" as const };
  const decisions: Decisions = new Map();
  const problems: Problem[] = [];
  let understood = false;
  for (const list of input.lists) {
    const at = list.rows.findIndex((row) => columnOf(row, "编号") >= 0 && columnOf(row, "结论") >= 0);
    const header = list.rows[at];
    if (header === undefined) continue;
    understood = true;
    for (const row of list.rows.slice(at + 1)) {
      const place = { ...fileOnly(basename(path)), sheet: list.sheet, row: row.number };
      readRow(row, header, place, decisions, problems);
    }
  }
  // Going on as if nobody had decided anything would pay what somebody refused.
  if (!understood)
    return { decisions, problems: [problem("C106", fileOnly(basename(path)), {})], refused: true, source };
  return { decisions, problems, refused: problems.some((p) => p.code === "C102"), source };
}

/** One row; rows without 结论 are not decided yet. Two rows that say different things of one problem decide nothing. */
function readRow(row: Row, header: Row, place: Place, decisions: Decisions, problems: Problem[]): void {
  const cell = (column: SettlingColumn) => (row.cells[columnOf(header, column)] ?? "").trim();
  const [id, said] = [cell("编号"), cell("结论")];
  if (id === "" || said === "") return;
  const at = { ...place, column: "结论" };
  const verdict = VERDICTS.find((word): word is Verdict => word === said);
  if (verdict === undefined) {
    problems.push(problem("C101", at, { id, verdict: said, may: VERDICTS.join("、") }, { content: said }));
    return;
  }
  const decision: Decision = {
    id,
    verdict,
    why: cell("理由"),
    by: cell("核实人"),
    on: cell("日期"),
    idNumber: cleanIdNumber(cell("身份证号")),
    name: cell("姓名"),
    otherIdNumber: cleanIdNumber(cell("另一身份证号")),
    content: cell("内容"),
    place,
  };
  const known = decisions.get(id) ?? [];
  const before = known.find((other) => isAbout(other, decision) || isAbout(decision, other));
  if (before === undefined) decisions.set(id, [...known, decision]);
  else if (inWords(before) !== inWords(decision)) {
    const params = { id, row: before.place.row, first: inWords(before), second: inWords(decision) };
    problems.push(problem("C102", at, params, { content: said }));
  }
}

/** What a row says: of two numbers that are one person also which one counts. */
function inWords({ verdict, idNumber }: Decision): string {
  return verdict === "同一人" && idNumber !== "" ? `同一人（${idNumber}）` : verdict;
}

/** Where a column stands in the header; a remark in brackets behind its name does not matter. */
function columnOf(header: Row, column: SettlingColumn): number {
  return header.cells.findIndex((cell) => cell.normalize("NFKC").replace(/\(.*?\)|\s/g, "") === column);
}
