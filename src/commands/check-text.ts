/**
 * What `check` says at its end: what must be settled, by the money that waits, what must be confirmed, how each list
 * was understood, and what to do next. One line for the same fault of one column; details stand in 问题清单.xlsx.
 */
import { sum, toReadableYuan } from "../money.ts";
import { KINDS } from "../problem/catalogue.ts";
import { messageOf, severityOf } from "../problem/problem.ts";
import type { Compared, Known } from "../problem/since.ts";
import { BETWEEN_AGENCIES, groupProblems, type ProblemGroup, rowRanges } from "../write/problem-groups.ts";
import { waitingFor } from "../write/waiting.ts";
import { listLines } from "./check-lists.ts";
import { nextSteps } from "./check-steps.ts";
import type { Checked, Words } from "./checked.ts";
import { aligned } from "./columns.ts";
import { colours, type Io, type Language, say } from "./io.ts";
import { masked } from "./problem-text.ts";

/** The end of a check as text. */
export function checkText(checked: Checked, io: Io): string {
  const paint = colours(io);
  const t = words(checked);
  const { outcome, since } = checked;
  const sections: (readonly string[])[] = [
    [paint.bold(outcome.rules.title), readLine(checked)],
    ...problemSections(checked, paint.bold),
    ...(since === null ? [] : [[paint.bold(t("与上次比", "since last time")), ...sinceLines(since, t)]]),
    [paint.bold(t("名单识别情况", "how the lists were understood")), ...listLines(outcome, t)],
    [paint.bold(t("下一步", "what next")), ...nextSteps(checked, t)],
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function words({ options }: Checked): Words {
  return (zh, en) => say(options.lang, zh, en);
}

function readLine(checked: Checked): string {
  const { outcome } = checked;
  const rejected = outcome.lists.reduce((n, list) => n + list.tally.rejected, 0);
  const held = sum(outcome.disbursement.entitlements.filter((e) => e.result === "held").map((e) => e.amount));
  const count = (severity: string) => outcome.problems.filter((p) => severityOf(p) === severity).length;
  return words(checked)(
    `${outcome.inputs.length} 个文件、${outcome.lists.length} 份名单、${outcome.entries.length} 条，未计入 ${rejected} 行；必须处理 ${count("error")} 处，需要确认 ${count("warning")} 处，提示 ${count("notice")} 处；暂缓 ${toReadableYuan(held)} 元`,
    `${outcome.inputs.length} files, ${outcome.lists.length} lists, ${outcome.entries.length} entries, ${rejected} rows rejected; ${count("error")} errors, ${count("warning")} warnings, ${count("notice")} notices; ${toReadableYuan(held)} yuan held`,
  );
}

/** Lines about problems at most, headings too: one screen. */
const MOST_LINES = 20;
/** Of these at least so many are for warnings, where there are as many. */
const FOR_WARNINGS = 6;

function problemSections(checked: Checked, bold: (text: string) => string): readonly (readonly string[])[] {
  const { outcome } = checked;
  const t = words(checked);
  const waiting = waitingFor(outcome.disbursement.entitlements);
  const between = outcome.problems.filter((p) => p.code === BETWEEN_AGENCIES).length;
  const groupsOf = (severity: string) =>
    groupProblems(
      outcome.problems.filter((p) => severityOf(p) === severity && p.code !== BETWEEN_AGENCIES),
      waiting,
      1,
      () => false,
    );
  const [errors, warnings] = [groupsOf("error"), groupsOf("warning")];
  if (errors.length + warnings.length + between === 0)
    return [[t("没有需要处理或确认的问题。", "nothing to settle or confirm.")]];
  const room = MOST_LINES - (errors.length > 0 ? 1 : 0) - (warnings.length > 0 ? 1 : 0) - (between > 0 ? 1 : 0);
  const shownErrors = cut(errors, room - Math.min(warnings.length, FOR_WARNINGS), checked);
  const shownWarnings = cut(warnings, room - shownErrors.length, checked);
  return [
    ...(errors.length > 0
      ? [[bold(t("必须处理（按暂缓金额从大到小）", "errors, by the money that waits")), ...shownErrors]]
      : []),
    ...(warnings.length > 0 ? [[bold(t("需要确认", "warnings")), ...shownWarnings]] : []),
    ...(between > 0
      ? [
          [
            t(
              `部门比对差异 ${between} 处：两个部门的名单说法不同，见 问题清单.xlsx`,
              `one agency's word against another's: ${between}, see 问题清单.xlsx`,
            ),
          ],
        ]
      : []),
  ];
}

/** The groups that have room, and how many more there are. */
function cut(groups: readonly ProblemGroup[], room: number, checked: Checked): readonly string[] {
  const fits = groups.length <= room;
  const shown = fits ? groups : groups.slice(0, Math.max(0, room - 1));
  const rest = groups.slice(shown.length);
  const more = rest.reduce((n, group) => n + group.problems.length, 0);
  return [
    ...groupLines(shown, checked.options.lang),
    ...(rest.length === 0
      ? []
      : [words(checked)(`  还有 ${more} 处，见 问题清单.xlsx`, `  ${more} more, see 问题清单.xlsx`)]),
  ];
}

/** Waiting money, what it is, where, and what stands there. */
function groupLines(groups: readonly ProblemGroup[], language: Language): readonly string[] {
  const rows = groups.map(({ first, problems, waits }) => {
    const { code, place } = first;
    const ranges = rowRanges(
      problems.map((p) => p.place.row),
      MOST_RANGES,
    );
    const inRows = ranges === "" ? "" : say(language, `第 ${ranges} 行`, `row ${ranges.replaceAll("、", ", ")}`);
    const where = [place.file, place.sheet, place.column].filter((part) => part !== "").join(" › ");
    const number = problems.length > 1 ? say(language, `${problems.length} 处`, `${problems.length}×`) : "";
    // A line that names no row says in words what it is about.
    const what =
      language === "zh" && place.row > 0 ? (problems.length > 1 ? "" : first.content) : messageOf(first)[language];
    const told = [where, inRows, number, shortened(masked(what))].filter((part) => part !== "").join("  ");
    return [waits === 0 ? "–" : toReadableYuan(waits), language === "zh" ? KINDS[code].title : code, told];
  });
  return aligned(rows, ["right", "left"], "left");
}

const MOST_RANGES = 10;
const LONGEST = 60;

/** Masked before it is cut: half a number would not be known as one. */
function shortened(text: string): string {
  const plain = text.replace(/\s+/g, " ");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}

/** Of each kind of change this many lines: the sheet 与上次比较 has them all. */
const MOST_CHANGES = 5;

function sinceLines({ solved, fresh, left }: Compared, t: Words): readonly string[] {
  const lines = (mark: string, some: readonly Known[]) => [
    ...some.slice(0, MOST_CHANGES).map(({ code, file, sheet, row, message }) => {
      const where = [file, sheet, row === "" ? "" : t(`第 ${row} 行`, `row ${row}`)].filter((part) => part !== "");
      return `  ${mark} ${code}  ${where.join(" › ")}  ${shortened(masked(message))}`;
    }),
    ...(some.length > MOST_CHANGES
      ? [t(`    还有 ${some.length - MOST_CHANGES} 处`, `    ${some.length - MOST_CHANGES} more`)]
      : []),
  ];
  return [
    t(
      `  已解决 ${solved.length} 处，新增 ${fresh.length} 处，还没有解决 ${left.length} 处（逐条见 问题清单.xlsx 的“与上次比较”）`,
      `  ${solved.length} solved, ${fresh.length} new, ${left.length} left (each one: sheet 与上次比较 of 问题清单.xlsx)`,
    ),
    ...lines(t("新增", "new"), fresh),
    ...lines(t("已解决", "solved"), solved),
  ];
}
