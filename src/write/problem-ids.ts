/** 数据/问题编号.csv: one line a problem, so that a later `check --since` can tell what was solved. */
import type { Outcome } from "../model/outcome.ts";
import { toYuan } from "../money.ts";
import { messageOf, severityOf } from "../problem/problem.ts";
import type { Known } from "../problem/since.ts";
import { csvPieces, harmless } from "./csv.ts";
import { waitingFor } from "./waiting.ts";
import { SEVERITIES } from "./words.ts";

/** Column → what it holds. 文件 and 工作表 are the original's where a corrected copy was read. */
export const PROBLEM_ID_COLUMNS: Readonly<Record<string, keyof Known>> = {
  编号: "id",
  代码: "code",
  级别: "severity",
  原文件: "file",
  原工作表: "sheet",
  行: "row",
  列: "column",
  内容: "content",
  说明: "message",
  暂缓金额: "waits",
};

/** The open errors and warnings of a run, in the stated order of problems. A 提示 asks nothing of anybody. */
export function knownProblems(outcome: Outcome): readonly Known[] {
  const waiting = waitingFor(outcome.disbursement.entitlements);
  const originals = new Map(outcome.inputs.map(({ name, original }) => [name, original]));
  return outcome.problems
    .filter((p) => severityOf(p) !== "notice")
    .map((p) => {
      const original = originals.get(p.place.file) ?? null;
      const file = original?.name ?? p.place.file;
      const sheet = original?.isText === true ? "" : p.place.sheet;
      // Texts as the CSV gives them back.
      return {
        id: p.id,
        code: p.code,
        severity: SEVERITIES[severityOf(p)],
        file: harmless(file),
        sheet: harmless(sheet),
        row: p.place.row === 0 ? "" : String(p.place.row),
        column: harmless(p.place.column),
        content: harmless(p.content),
        message: messageOf(p).zh,
        waits: toYuan(waiting(p)),
      };
    });
}

/** 数据/问题编号.csv. */
export function problemIdsCsv(outcome: Outcome): Iterable<Buffer> {
  const fields = Object.values(PROBLEM_ID_COLUMNS);
  const rows = knownProblems(outcome).map((p) => fields.map((field) => p[field]));
  return csvPieces([Object.keys(PROBLEM_ID_COLUMNS), ...rows]);
}
