/**
 * What `check` says at its end: what must be settled, by the money that waits, what must be confirmed, how each list
 * was understood, and what to do next. One line for the same fault of one column; details stand in 问题清单.xlsx.
 */
import type { ListReading } from "../model/entry.ts";
import type { Outcome } from "../model/outcome.ts";
import { sum } from "../money.ts";
import { KINDS } from "../problem/catalogue.ts";
import { hintOf, messageOf, severityOf } from "../problem/problem.ts";
import type { Compared, Known } from "../problem/since.ts";
import { COPIES_FOLDER, returnedCopies } from "../write/check-plan.ts";
import { BETWEEN_AGENCIES, groupProblems, type ProblemGroup, rowRanges } from "../write/problem-groups.ts";
import { waitingFor } from "../write/waiting.ts";
import { fieldWord } from "../write/words.ts";
import { aligned, grouped } from "./columns.ts";
import { colours, type Io, type Language, say } from "./io.ts";
import { masked } from "./problem-text.ts";

/** What a check found, and how it was asked for. */
export interface Checked {
  readonly outcome: Outcome;
  /** Against an earlier output; null where none was named. */
  readonly since: Compared | null;
  /** As the user typed them. */
  readonly paths: readonly string[];
  readonly options: { readonly output: string; readonly without: string | undefined; readonly lang: Language };
}

/** The end of a check as text. */
export function checkText(checked: Checked, io: Io): string {
  const paint = colours(io);
  const t = words(checked);
  const { outcome, since } = checked;
  const sections: (readonly string[])[] = [
    [paint.bold(outcome.rules.title), readLine(checked)],
    ...problemSections(checked, paint.bold),
    ...(since === null ? [] : [[paint.bold(t("与上次比", "since last time")), ...sinceLines(since, t)]]),
    [paint.bold(t("名单识别情况", "how the lists were understood")), ...listLines(checked)],
    [paint.bold(t("下一步", "what next")), ...nextSteps(checked)],
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

type Words = (zh: string, en: string) => string;

function words({ options }: Checked): Words {
  return (zh, en) => say(options.lang, zh, en);
}

function readLine(checked: Checked): string {
  const { outcome } = checked;
  const rejected = outcome.lists.reduce((n, list) => n + list.tally.rejected, 0);
  const held = sum(outcome.disbursement.entitlements.filter((e) => e.result === "held").map((e) => e.amount));
  const count = (severity: string) => outcome.problems.filter((p) => severityOf(p) === severity).length;
  return words(checked)(
    `${outcome.inputs.length} 个文件、${outcome.lists.length} 份名单、${outcome.entries.length} 条，未计入 ${rejected} 行；必须处理 ${count("error")} 处，需要确认 ${count("warning")} 处，提示 ${count("notice")} 处；暂缓 ${grouped(held)} 元`,
    `${outcome.inputs.length} files, ${outcome.lists.length} lists, ${outcome.entries.length} entries, ${rejected} rows rejected; ${count("error")} errors, ${count("warning")} warnings, ${count("notice")} notices; ${grouped(held)} yuan held`,
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
    const inRows = ranges === "" ? "" : say(language, `第 ${ranges} 行`, `rows ${ranges.replaceAll("、", ", ")}`);
    const where = [place.file, place.sheet, place.column].filter((part) => part !== "").join(" › ");
    const number = problems.length > 1 ? say(language, `${problems.length} 处`, `${problems.length}×`) : "";
    // A line that names no row says in words what it is about.
    const what =
      language === "zh" && place.row > 0 ? (problems.length > 1 ? "" : first.content) : messageOf(first)[language];
    const told = [where, inRows, number, masked(shortened(what))].filter((part) => part !== "").join("  ");
    return [waits === 0 ? "–" : grouped(waits), language === "zh" ? KINDS[code].title : code, told];
  });
  return aligned(rows, ["right", "left"], "left");
}

const MOST_RANGES = 10;
const LONGEST = 60;

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
      return `  ${mark} ${code}  ${where.join(" › ")}  ${masked(shortened(message))}`;
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

/** Two lines a list: whose, which category, header and rows by kind; and which column is what. */
function listLines({ outcome, options }: Checked): readonly string[] {
  const t: Words = (zh, en) => say(options.lang, zh, en);
  const categories = new Map<ListReading, Set<string>>();
  for (const { list, categories: found } of outcome.entries) {
    const known = categories.get(list) ?? new Set();
    categories.set(list, known);
    for (const id of found) known.add(id);
  }
  const heads = aligned(
    outcome.lists.map((list) => {
      const agency = list.everybody ? t("汇总", "everybody") : list.agency;
      const found = [...(categories.get(list) ?? [])];
      const some =
        found.length > 2 ? t(`${found[0]}等 ${found.length} 类`, `${found.length} categories`) : found.join("、");
      return [
        [list.file, list.sheet].filter((part) => part !== "").join(" › "),
        agency || t("部门不明", "agency unknown"),
        list.held ? t("类别不明", "category unknown") : some || (list.category ?? ""),
        t(`表头第 ${list.headerRow} 行`, `header in row ${list.headerRow}`),
        tallyText(list, t),
      ];
    }),
    [],
    "left",
  );
  return outcome.lists.flatMap((list, at) => [heads[at] ?? "", `    ${columnsText(list, t)}`]);
}

/** "42 条（标题 2、合计 1）": the rows by kind, what there is none of left out. */
function tallyText({ tally }: ListReading, t: Words): string {
  const others = (
    [
      [t("标题", "titles"), tally.title],
      [t("多余的表头", "repeated headers"), tally.header - 1],
      [t("合计", "totals"), tally.total],
      [t("说明", "notes"), tally.note],
      [t("空行", "blank"), tally.blank],
      [t("未计入", "rejected"), tally.rejected],
    ] as const
  ).flatMap(([word, count]) => (count > 0 ? [`${word} ${count}`] : []));
  const entries = t(`${tally.entries} 条`, `${tally.entries} entries`);
  return others.length === 0 ? entries : t(`${entries}（${others.join("、")}）`, `${entries} (${others.join(", ")})`);
}

/** "A 姓名、B 身份证号（公民身份号码）；未用 K 备注". */
function columnsText({ columns }: ListReading, t: Words): string {
  const named = columns.filter((column) => column.header !== "");
  const used = named
    .filter((column) => column.field !== "")
    .map(({ letter, header, field }) => {
      const word = fieldWord(field);
      return word === header
        ? `${letter} ${word}`
        : t(`${letter} ${word}（${header}）`, `${letter} ${word} (${header})`);
    });
  const unused = named.filter((column) => column.field === "").map(({ letter, header }) => `${letter} ${header}`);
  const rest = unused.length === 0 ? "" : t(`；未用 ${unused.join("、")}`, `; not used: ${unused.join(", ")}`);
  return used.join(t("、", ", ")) + rest;
}

function nextSteps(checked: Checked): readonly string[] {
  const { outcome, paths, options } = checked;
  const t = words(checked);
  const copies = returnedCopies(outcome);
  const made = copies.filter((copy) => copy.path !== null).length;
  const tooLarge = copies.filter((copy) => copy.path === null).map((copy) => copy.file);
  const missing = missingCategories(outcome);
  const { refused } = outcome;
  const open = outcome.problems.some((p) => severityOf(p) !== "notice");
  const lists = paths.map(quoted).join(" ");
  const without = options.without === undefined ? "" : ` --without ${options.without}`;
  const steps = [
    refused.length > 0 &&
      [
        t(
          `有 ${refused.length} 个文件未能读入，其他结果可能因此不准，请先处理：`,
          `${refused.length} files were not read, and without them other results may be wrong. Mend these first:`,
        ),
        ...refused.map((p) => `     ${p.place.file}: ${hintOf(p)[options.lang]}`),
      ].join("\n"),
    missing.length > 0 &&
      t(
        `名单未到：${missing.join("、")}。请催报；确实没有的，加 --without ${missing.join(",")}`,
        `lists not come: ${missing.join(", ")}; where there are none add --without ${missing.join(",")}`,
      ),
    made > 0 &&
      t(
        `${options.output}/${COPIES_FOLDER} 里有 ${made} 份名单，有问题的单元格已涂色并加批注，请发回报送单位修改；改好的文件放进名单文件夹，将代替原件。`,
        `${options.output}/${COPIES_FOLDER} holds ${made} lists with the faulty cells coloured: send them back. Corrected, they go among the lists, and are read instead of the originals.`,
      ),
    tooLarge.length > 0 &&
      t(
        `名单太大，没有做退回修改件：${tooLarge.join("、")}。请按 问题清单.xlsx 告知报送单位。`,
        `too large for a marked copy: ${tooLarge.join(", ")}; tell the senders by 问题清单.xlsx.`,
      ),
    open &&
      t(
        `全部问题见 ${options.output}/问题清单.xlsx；可以由本单位认定的，计算后在 待核实.xlsx 里填写结论。`,
        `every problem: ${options.output}/问题清单.xlsx. What the office may decide itself is filled in in 待核实.xlsx after compute.`,
      ),
    open &&
      t(
        `修改后复查：relief check ${lists}${without} --since ${quoted(options.output)}`,
        `check again, and see what was solved: relief check ${lists}${without} --since ${quoted(options.output)}`,
      ),
    t(`计算：relief compute ${lists}${without} -o out`, `to compute: relief compute ${lists}${without} -o out`),
  ].filter((step) => step !== false);
  return steps.map((step, at) => `  ${at + 1}. ${step}`);
}

/** Categories whose lists have not come and for which somebody waits. */
function missingCategories({ dueLists, problems }: Outcome): readonly string[] {
  const waited = new Set(problems.filter((p) => p.code === "D101").flatMap((p) => p.content.split("、")));
  return dueLists.filter((d) => d.state === "missing" && waited.has(d.category)).map((d) => d.category);
}

/** A path as it can be typed. */
function quoted(path: string): string {
  return /[\s&|;<>()$`'"*?]/.test(path) ? `"${path}"` : path;
}
