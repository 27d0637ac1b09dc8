/** What `compute` says at its end: what came in, what goes out, what waits and why, what to do next. One screen. */
import type { Entitlement } from "../model/entitlement.ts";
import type { Outcome } from "../model/outcome.ts";
import { type Fen, sum, toReadableYuan, toYuan } from "../money.ts";
import { KINDS } from "../problem/catalogue.ts";
import { severityOf } from "../problem/problem.ts";
import { table } from "./columns.ts";
import { colours, type Io, type Language, say } from "./io.ts";
import { missingLists } from "./missing-lists.ts";

interface Part {
  readonly name: string;
  readonly granted: readonly Entitlement[];
  readonly held: readonly Entitlement[];
  readonly denied: number;
}

function parts(outcome: Outcome): readonly Part[] {
  const found = new Map(
    outcome.rules.programmes.map((programme) => [
      programme,
      { name: programme.name, granted: [] as Entitlement[], held: [] as Entitlement[], denied: 0 },
    ]),
  );
  for (const e of outcome.disbursement.entitlements) {
    const part = found.get(e.programme);
    if (part === undefined) continue;
    if (e.result === "denied") part.denied++;
    else part[e.result].push(e);
  }
  return [...found.values()].filter(({ granted, held, denied }) => granted.length + held.length + denied > 0);
}

/** The end of a run as text. */
export function summaryText(outcome: Outcome, output: string, language: Language, io: Io): string {
  const t = (zh: string, en: string) => say(language, zh, en);
  const paint = colours(io);
  const total = outcome.lists.reduce((n, list) => n + list.tally.read, 0);
  const rejected = outcome.lists.reduce((n, list) => n + list.tally.rejected, 0);
  const all = parts(outcome);
  const granted = all.flatMap((part) => part.granted);
  const held = all.flatMap((part) => part.held);
  const lines = [
    paint.bold(outcome.rules.title),
    t(
      `读入 ${outcome.inputs.length} 个文件、${outcome.lists.length} 份名单、${total} 行：${outcome.entries.length} 条，未计入 ${rejected} 行；${outcome.register.persons.length} 人，${outcome.register.households.length} 户`,
      `read ${outcome.inputs.length} files, ${outcome.lists.length} lists, ${total} rows: ${outcome.entries.length} entries, ${rejected} rejected; ${outcome.register.persons.length} people, ${outcome.register.households.length} households`,
    ),
    "",
    ...table([
      [
        t("项目", "programme"),
        t("发放", "granted"),
        t("金额", "yuan"),
        t("暂缓", "held"),
        t("待发金额", "waiting"),
        t("不予", "denied"),
      ],
      ...all.map((part) => [
        part.name,
        String(part.granted.length),
        toReadableYuan(sum(part.granted.map((e) => e.amount))),
        String(part.held.length),
        toReadableYuan(sum(part.held.map((e) => e.amount))),
        String(part.denied),
      ]),
      [
        t("合计", "total"),
        String(granted.length),
        toReadableYuan(sum(granted.map((e) => e.amount))),
        String(held.length),
        toReadableYuan(sum(held.map((e) => e.amount))),
        String(all.reduce((n, p) => n + p.denied, 0)),
      ],
    ]),
    "",
  ];
  const { batches, sheets, transfers } = outcome.disbursement;
  const lineCount = batches.reduce((n, batch) => n + batch.payments.length, 0);
  lines.push(
    t(
      `代发文件 ${batches.length} 个、${lineCount} 笔、${toReadableYuan(sum(batches.map((b) => b.total)))} 元；签领表 ${sheets.length} 张、${toReadableYuan(sum(sheets.map((s) => s.total)))} 元${transfers.length > 0 ? `；移送 ${transfers.length} 份` : ""}`,
      `${batches.length} payment files, ${lineCount} lines, ${toReadableYuan(sum(batches.map((b) => b.total)))} yuan; ${sheets.length} signature sheets, ${toReadableYuan(sum(sheets.map((s) => s.total)))} yuan`,
    ),
  );
  lines.push(...why(outcome, held, language));
  const count = (severity: string) => outcome.problems.filter((p) => severityOf(p) === severity).length;
  lines.push(
    t(
      `问题：必须处理 ${count("error")}，需要确认 ${count("warning")}，提示 ${count("notice")}`,
      `problems: ${count("error")} errors, ${count("warning")} warnings, ${count("notice")} notices`,
    ),
    t(
      `结果在 ${output}：先看 发放核对表.xlsx，再按 问题清单.xlsx 逐条处理；可以由人认定的，在 待核实.xlsx 里填结论，另存为 核实结论.xlsx 后重新计算。`,
      `output in ${output}: start with 发放核对表.xlsx, settle 问题清单.xlsx; what a person may decide: fill in 待核实.xlsx, save it as 核实结论.xlsx and run again`,
    ),
  );
  return `${lines.join("\n")}\n`;
}

/** Why money waits: the most frequent reasons with their sums. */
function why(outcome: Outcome, held: readonly Entitlement[], language: Language): readonly string[] {
  if (held.length === 0) return [];
  const byCode = new Map<string, { number: number; amount: number }>();
  for (const e of held) {
    const code = e.reasons[0]?.code ?? "";
    const known = byCode.get(code) ?? { number: 0, amount: 0 };
    byCode.set(code, known);
    known.number++;
    known.amount += e.amount;
  }
  const needed = missingLists(outcome);
  const rows = [...byCode].sort((a, b) => b[1].amount - a[1].amount || (a[0] < b[0] ? -1 : 1)).slice(0, 8);
  const lines = table(
    rows.map(([code, { number, amount }]) => [titleOf(code), String(number), toReadableYuan(amount as Fen)]),
  );
  const ask =
    needed.length === 0
      ? []
      : [
          say(
            language,
            `名单未到：${needed.join("、")}。确实没有的，加 --without ${needed.join(",")}`,
            `lists not come: ${needed.join(", ")}; where there are none add --without ${needed.join(",")}`,
          ),
        ];
  return [say(language, "暂缓的原因（条数、金额）：", "held because of (number, yuan):"), ...lines, ...ask];
}

function titleOf(code: string): string {
  return Object.hasOwn(KINDS, code) ? `${KINDS[code as keyof typeof KINDS].title} ${code}` : code;
}

/** The end of a run for programs. */
export function summaryJson(outcome: Outcome, output: string): string {
  const programmes = outcome.rules.programmes.flatMap((programme) => {
    const part = parts(outcome).find((p) => p.name === programme.name);
    if (part === undefined) return [];
    const { granted, held, denied } = part;
    return [
      {
        id: programme.id,
        name: programme.name,
        granted: { number: granted.length, yuan: toYuan(sum(granted.map((e) => e.amount))) },
        held: { number: held.length, yuan: toYuan(sum(held.map((e) => e.amount))) },
        denied,
      },
    ];
  });
  const count = (severity: string) => outcome.problems.filter((p) => severityOf(p) === severity).length;
  return JSON.stringify({
    output,
    edition: outcome.rules.edition,
    entries: outcome.entries.length,
    programmes,
    problems: { errors: count("error"), warnings: count("warning"), notices: count("notice") },
  });
}
