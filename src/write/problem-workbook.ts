/** 问题清单.xlsx: what must be done, what must be confirmed, what is told; and where two agencies differ. */
import type { Outcome } from "../model/outcome.ts";
import type { Place } from "../model/place.ts";
import { hintOf, messageOf, type Problem, severityOf } from "../problem/problem.ts";
import { BETWEEN_AGENCIES, groupProblems, type ProblemGroup, rowRanges } from "./problem-groups.ts";
import { type Waiting, waitingFor } from "./waiting.ts";
import { SEVERITIES } from "./words.ts";
import { makeBook } from "./workbook/book.ts";
import { body, type Column, note, type Table, type TableRow } from "./workbook/table.ts";

/** The same problem in more rows of one column than this is one line: it is one mistake, not many. */
const FOLDED_ABOVE = 20;

/** More than these nobody reads: the rows stand one by one in 数据/问题清单.csv. */
const MOST_RANGES = 30;

/** The workbook's bytes; `more` sheets stand behind those of the problems. */
export async function problemWorkbook(outcome: Outcome, more: readonly Table[]): Promise<Buffer> {
  const waiting = waitingFor(outcome.disbursement.entitlements);
  const between = outcome.problems.filter((p) => p.code === BETWEEN_AGENCIES);
  const others = outcome.problems.filter((p) => p.code !== BETWEEN_AGENCIES);
  const of = (severity: "error" | "warning" | "notice") => others.filter((p) => severityOf(p) === severity);
  return makeBook("问题清单", [
    sheet("必须处理", "不处理就不能发放，按暂缓的金额从大到小", of("error"), waiting),
    sheet("需要确认", "已按说明办理，请看一遍是否妥当", of("warning"), waiting),
    sheet("提示", "只是告知，一般不用处理", of("notice"), waiting),
    sheet("部门比对差异", "两个部门的名单说法不同，请双方核对；各项目仍按本部门的名单办", between, waiting),
    ...more,
  ]);
}

const COLUMNS: readonly Column[] = [
  { title: "级别", kind: "text", width: 7 },
  { title: "文件", kind: "text", width: 26 },
  { title: "工作表", kind: "text", width: 12 },
  { title: "行", kind: "text", width: 8 },
  { title: "列", kind: "text", width: 13 },
  { title: "内容", kind: "text", width: 20 },
  { title: "说明", kind: "text", width: 42 },
  { title: "建议", kind: "text", width: 36 },
  { title: "代码", kind: "text", width: 7 },
  { title: "暂缓金额(元)", kind: "yuan", width: 14 },
  { title: "另见", kind: "text", width: 22 },
  { title: "编号", kind: "text", width: 17 },
];

function sheet(name: string, what: string, problems: readonly Problem[], waiting: Waiting): Table {
  const groups = groupProblems(problems, waiting, FOLDED_ABOVE, (p) => p.atStake > 0);
  return {
    name,
    title: name,
    notes: [`${what}。共 ${problems.length} 个问题；每个问题的每一行见 数据/问题清单.csv。`],
    columns: COLUMNS,
    rows: groups.map(lineOf),
    tail: groups.length === 0 ? [note("没有。")] : [],
    allIn: "数据/问题清单.csv",
    landscape: true,
  };
}

function lineOf({ first, problems, waits }: ProblemGroup): TableRow {
  const many = problems.length > 1;
  const message = messageOf(first).zh;
  return body(
    SEVERITIES[severityOf(first)],
    first.place.file,
    first.place.sheet,
    rowRanges(
      problems.map((p) => p.place.row),
      MOST_RANGES,
    ),
    first.place.column,
    first.content + (many ? " 等" : ""),
    many ? `同样的问题有 ${problems.length} 处，如：${message}` : message,
    hintOf(first).zh,
    first.code,
    waits === 0 ? null : waits,
    many ? "" : others(first),
    many ? "" : first.id,
  );
}

/** The other rows of a problem: "第 5–7 行" on the same sheet, else behind file and sheet. */
function others({ place, also }: Problem): string {
  const sheets = new Map<string, Place[]>();
  for (const other of also) {
    const isHere = other.file === place.file && other.sheet === place.sheet;
    const key = isHere ? "" : [other.file, other.sheet].filter((part) => part !== "").join("!");
    sheets.set(key, [...(sheets.get(key) ?? []), other]);
  }
  return [...sheets]
    .map(([sheet, places]) =>
      `${sheet} 第 ${rowRanges(
        places.map((p) => p.row),
        MOST_RANGES,
      )} 行`.trim(),
    )
    .join("；");
}
