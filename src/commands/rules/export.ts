/** `relief rules export [LIST…]`: 标准表.xlsx and 口径确认单.xlsx, the latter with the people and yuan on the given lists. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Outcome } from "../../model/outcome.ts";
import type { AskPair, Programme, Reading, Rules } from "../../model/rules.ts";
import { sum } from "../../money.ts";
import { readAloud, UNITS, wordsFor } from "../../rules/read-aloud.ts";
import type { ConfirmRow, StandardRow } from "../../write/rules-workbooks.ts";
import { confirmWorkbook, standardsWorkbook } from "../../write/rules-workbooks.ts";
import { DONE, type Io, REFUSED, say } from "../io.ts";
import { computedOn, type OnListsOptions } from "./computed.ts";
import { loaded, type RulesOptions, tell } from "./loaded.ts";

/** What the command line says. */
export interface ExportOptions extends RulesOptions, OnListsOptions {
  readonly output: string;
}

/** Writes both workbooks into a folder. */
export async function rulesExport(paths: readonly string[], options: ExportOptions, io: Io): Promise<number> {
  const edition = loaded(options, io);
  if (edition === null) return REFUSED;
  const { rules } = edition;
  const computed = paths.length === 0 ? null : computedOn(edition, paths, options, io.cwd);
  if (computed !== null && !computed.ok) {
    tell(computed.problems, options.lang, io.err);
    return REFUSED;
  }
  const outcome = computed?.value ?? null;
  const rows = [
    ...rules.readings.map((reading) => readingRow(reading, rules, outcome)),
    ...rules.ask.map((pair) => askRow(pair, rules, outcome)),
  ];
  const folder = resolve(io.cwd, options.output);
  const files = [
    [
      "标准表.xlsx",
      await standardsWorkbook(
        rules.title,
        rules.programmes.map((p) => standardRow(p, rules)),
      ),
    ],
    ["口径确认单.xlsx", await confirmWorkbook(rules.title, rows, answerLines(rules))],
  ] as const;
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const written = files.map(([name]) => join(options.output, name));
  if (options.json) io.out(`${JSON.stringify({ files: written })}\n`);
  else io.out(say(options.lang, `写好了 ${written.join("、")}。\n`, `wrote ${written.join(", ")}.\n`));
  return DONE;
}

function standardRow(p: Programme, rules: Rules): StandardRow {
  const words = wordsFor(rules);
  const { eligible } = p;
  const said = new Map(readAloud(p, rules).map(({ label, says }) => [label.zh, says.zh]));
  const without = [
    ...eligible.none,
    ...p.refusals.map(({ field, is }) => `${field}为${is.join("、")}`),
    ...p.notCounted.map((id) => `享受${words.programme(id)}的成员不计`),
  ];
  return [
    p.name,
    words.who({ ...eligible, none: [] }).zh,
    without.join("；"),
    words.amount(p.amount).zh,
    UNITS[p.unit].zh,
    p.fund,
    p.payer,
    said.get("发放方式") ?? "",
    rules.document.number,
    p.clause,
    p.quote,
  ];
}

/** What a reading concerns: all that its programmes grant or hold. */
function readingRow(reading: Reading, rules: Rules, outcome: Outcome | null): ConfirmRow {
  const { programme } = wordsFor(rules);
  const own = outcome?.disbursement.entitlements.filter(
    (e) => e.result !== "denied" && reading.programmes.includes(e.programme.id),
  );
  return {
    kind: "口径",
    number: String(reading.number),
    title: reading.title,
    says: reading.says,
    quote: reading.quote,
    programmes: reading.programmes.map(programme).join("、"),
    concerns:
      own === undefined
        ? null
        : {
            households: new Set(own.map((e) => e.unit.household.key)).size,
            people: new Set(own.map((e) => e.unit.person.key)).size,
            yuan: sum(own.map((e) => e.amount)),
          },
    choices: "□ 同意　□ 不同意，应为：",
    answer: "",
  };
}

function askRow(pair: AskPair, rules: Rules, outcome: Outcome | null): ConfirmRow {
  const { programme } = wordsFor(rules);
  const [first, second] = pair.programmes.map(programme);
  const count = outcome?.asks.find((ask) => ask.pair === pair.id);
  return {
    kind: "叠加",
    number: "",
    title: "可否叠加",
    says: `方案没有说${first}和${second}可否同时享受，先都发放`,
    quote: pair.source,
    programmes: `${first}、${second}`,
    concerns: count === undefined ? null : { households: count.households, people: count.people, yuan: count.amount },
    choices: `□ 可叠加　□ 不重复，保留：`,
    answer: count?.answer ?? "",
  };
}

/** The entries of the campaign file, with blanks for what only the office can say. */
function answerLines(rules: Rules): readonly string[] {
  const { programme } = wordsFor(rules);
  return rules.ask.map(({ programmes: [a, b] }) => {
    const [first, second] = [programme(a), programme(b)];
    return `  - { 项目: [${first}, ${second}], 答复: 可叠加, 日期: ____-__-__, 来源: ________ }`;
  });
}
