/** `relief rules list|show|check|test`: what an edition says, and whether it holds. */
import { basename, dirname, join } from "node:path";
import { runExample } from "../examples.ts";
import { fileOnly } from "../model/place.ts";
import type { Overlap, Programme, Rules } from "../model/rules.ts";
import { toYuan } from "../money.ts";
import { nearest } from "../problem/nearest.ts";
import { messageOf, type Problem, problem } from "../problem/problem.ts";
import { checkRules } from "../rules/check.ts";
import { type Example, parseExamples } from "../rules/examples-schema.ts";
import { rulesJsonSchema } from "../rules/json-schema.ts";
import { readRulesFile } from "../rules/parse.ts";
import { wordsOf } from "../rules/words.ts";
import { DEFAULT_EDITION, type Edition, editionNames, loadEdition, readText } from "./edition.ts";
import { DONE, type Io, type Language, NO, REFUSED, say } from "./io.ts";
import { problemBlock } from "./problem-text.ts";

/** What the command line says. */
export interface RulesOptions {
  readonly rules: string | undefined;
  readonly lang: Language;
  readonly json: boolean;
}

function load(options: RulesOptions, io: Io): Edition | null {
  const edition = loadEdition(options.rules ?? DEFAULT_EDITION, io.cwd);
  if (edition.ok) return edition.value;
  tell(edition.problems, options, io);
  return null;
}

function tell(problems: readonly Problem[], options: RulesOptions, io: Io): void {
  for (const p of problems) io.err(`${problemBlock(p, options.lang)}\n`);
}

/** Editions, and the programmes and categories of one. */
export function rulesList(options: RulesOptions, io: Io): number {
  const edition = load(options, io);
  if (edition === null) return REFUSED;
  const { rules } = edition;
  if (options.json) {
    const programmes = rules.programmes.map((p) => ({
      number: p.number,
      id: p.id,
      name: p.name,
      clause: p.clause,
      unit: p.unit,
      channel: p.channel,
      fund: p.fund,
    }));
    io.out(
      `${JSON.stringify({ editions: editionNames(), edition: rules.edition, programmes, categories: [...rules.categories.keys()] })}\n`,
    );
    return DONE;
  }
  const words = wordsOf((id) => nameIn(rules, id));
  const lines = rules.programmes.map(
    (p) => `  ${String(p.number).padStart(2)}  ${p.name}  ${words.amount(p.amount).zh}  ${p.clause}  ${p.id}`,
  );
  const t = (zh: string, en: string) => say(options.lang, zh, en);
  io.out(
    [
      t(`规则版本：${editionNames().join("、")}`, `editions: ${editionNames().join(", ")}`),
      `${rules.edition}  ${rules.title}（${rules.document.number}）`,
      ...lines,
      t(
        `对象类别：${[...rules.categories.keys()].join("、")}`,
        `categories: ${[...rules.categories.keys()].join(", ")}`,
      ),
      "",
    ].join("\n"),
  );
  return DONE;
}

/** One programme, as an official would read it aloud. */
export function rulesShow(wanted: string, options: RulesOptions, io: Io): number {
  const edition = load(options, io);
  if (edition === null) return REFUSED;
  const { rules } = edition;
  const programme = rules.programmes.find((p) => p.id === wanted || p.name === wanted || String(p.number) === wanted);
  if (programme === undefined) {
    const names = rules.programmes.flatMap((p) => [p.name, p.id]);
    tell(
      [
        problem("U004", fileOnly(""), {
          what: "项目",
          whatEn: "programme",
          name: wanted,
          near: nearest(wanted, names).join("、"),
        }),
      ],
      options,
      io,
    );
    return REFUSED;
  }
  io.out(options.json ? `${JSON.stringify(programme)}\n` : programmeText(programme, rules));
  return DONE;
}

function nameIn(rules: Rules, id: string): string {
  return rules.programmes.find((p) => p.id === id)?.name ?? id;
}

/** What an overlap says to a programme. */
function overlapText(overlap: Overlap, id: string, nameOf: (id: string) => string): readonly string[] {
  const names = (ids: readonly string[]) => ids.map(nameOf).join("、");
  const whose = "per" in overlap && overlap.per === "household" ? "一户" : "一人";
  switch (overlap.kind) {
    case "at-most-one":
      if (!overlap.order.includes(id)) return [];
      return [
        overlap.keep === "first"
          ? `  不重复：${whose}只办一项，先后为${names(overlap.order)}`
          : `  不重复：${whose}只办一项，${names(overlap.order)}中取最高的`,
      ];
    case "shuts-out":
      if (overlap.granted === id) return [`  排除：${whose}享受本项的，不再享受${names(overlap.others)}`];
      return overlap.others.includes(id) ? [`  排除：${whose}享受${nameOf(overlap.granted)}的，不享受本项`] : [];
    case "cap":
      if (!overlap.over.includes(id)) return [];
      return [`  封顶：${whose}的${names(overlap.over)}合计最多 ${toYuan(overlap.atMost)} 元，按此先后计算`];
    case "may-stack":
      return overlap.programmes.includes(id) ? [`  可叠加：${names(overlap.programmes)}（“${overlap.quote}”）`] : [];
    default:
      return overlap satisfies never;
  }
}

function programmeText(p: Programme, rules: Rules): string {
  const nameOf = (id: string) => nameIn(rules, id);
  const words = wordsOf(nameOf);
  const channel = { bank: "银行代发", visit: "走访慰问，现金签领", kind: "实物，签领", service: "服务，不发钱" }[
    p.channel
  ];
  const lines = [
    `${p.number}. ${p.name}（${p.id}）`,
    `  给谁：${p.eligible.any.join("、")}${p.eligible.all.length > 0 ? `，并且是${p.eligible.all.join("、")}` : ""}${p.eligible.none.length > 0 ? `，不含${p.eligible.none.join("、")}` : ""}`,
    `  计发单位：${p.unit === "person" ? "每人" : "每户"}`,
    `  标准：${words.amount(p.amount).zh}`,
    ...(p.notCounted.length > 0 ? [`  不计入：享受${p.notCounted.map(nameOf).join("、")}的成员`] : []),
    ...p.refusals.map((r) => `  不予发放：${r.field}写的是${r.is.join("、")}（${r.because}）`),
    `  资金来源：${p.fund}`,
    `  发放主体：${p.payer}    发放方式：${channel}`,
    ...(p.plan === null
      ? []
      : [
          `  计划：${p.plan.total === null ? "" : `${toYuan(p.plan.total)} 元`}${p.plan.people === null ? "" : `，约 ${p.plan.people} 人`}`,
        ]),
    `  身份：${p.identity === "id" ? "凭身份证号" : "没有身份证号的，凭姓名和地址、居村委或电话"}`,
    ...rules.overlaps.flatMap((overlap) => overlapText(overlap, p.id, nameOf)),
    ...rules.ask
      .filter((a) => a.programmes.includes(p.id))
      .map((a) => `  待答复：与${nameOf(a.programmes.find((id) => id !== p.id) ?? "")}可否叠加（${a.source}）`),
    `  依据：${p.clause} “${p.quote}”`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The examples beside an edition's file; problems where they cannot be read. */
function examplesOf(edition: Edition): { examples: readonly Example[]; problems: readonly Problem[] } {
  const path = join(dirname(edition.path), `${basename(edition.path).replace(/\.ya?ml$/, "")}.examples.yaml`);
  const text = readText(path);
  if (text === null)
    return {
      examples: [],
      problems: [
        problem("U012", fileOnly(basename(path)), { what: "例子", whatEn: "the examples", path: basename(path) }),
      ],
    };
  const parsed = parseExamples(text, basename(path), edition.rules);
  return parsed.ok ? { examples: parsed.value, problems: [] } : { examples: [], problems: parsed.problems };
}

/** Proves the edition against its document: quotes, sums covered, examples there. */
export function rulesCheck(options: RulesOptions, io: Io): number {
  const edition = load(options, io);
  if (edition === null) return REFUSED;
  const { text, name, rules } = edition;
  const file = readRulesFile(text, name);
  if (!file.ok) return REFUSED;
  const documentPath = join(dirname(edition.path), rules.document.text);
  const document = readText(documentPath);
  const { examples, problems } = examplesOf(edition);
  const missing =
    document === null
      ? [
          problem("U012", fileOnly(rules.document.text), {
            what: "文件原文",
            whatEn: "the document",
            path: rules.document.text,
          }),
        ]
      : [];
  const found = [
    ...problems,
    ...missing,
    ...(document === null ? [] : checkRules(file.value, { name: rules.document.text, text: document }, examples)),
  ];
  if (options.json) io.out(`${JSON.stringify(found.map((p) => ({ code: p.code, ...p.place, ...messageOf(p) })))}\n`);
  else {
    for (const p of found) io.out(`${problemBlock(p, options.lang)}\n`);
    io.out(
      found.length === 0
        ? say(
            options.lang,
            `规则 ${rules.edition} 没有问题：${rules.programmes.length} 个项目，${examples.length} 个例子，引文都在原文里，有金额的句子都有着落。\n`,
            `edition ${rules.edition} holds: ${rules.programmes.length} programmes, ${examples.length} examples, all quotes found, all sums covered.\n`,
          )
        : say(
            options.lang,
            `规则 ${rules.edition} 有 ${found.length} 处要改。\n`,
            `edition ${rules.edition}: ${found.length} things to mend.\n`,
          ),
    );
  }
  return found.length === 0 ? DONE : NO;
}

/** Runs the worked examples; those that fail are printed with their steps. */
export function rulesTest(options: RulesOptions, io: Io): number {
  const edition = load(options, io);
  if (edition === null) return REFUSED;
  const { examples, problems } = examplesOf(edition);
  const results = examples.map((example) => runExample(example, edition.rules, edition.words));
  const failed = results.filter((result) => result.problems.length > 0);
  for (const p of problems) io.out(`${problemBlock(p, options.lang)}\n`);
  for (const { problems: found, steps } of failed) {
    for (const p of found) io.out(`${problemBlock(p, options.lang)}\n`);
    for (const step of steps) io.out(`    ${step}\n`);
  }
  io.out(
    options.json
      ? `${JSON.stringify({ passed: results.length - failed.length, failed: failed.map((f) => f.example.family) })}\n`
      : say(
          options.lang,
          `例子：${results.length - failed.length} 个相符，${failed.length} 个不符。\n`,
          `examples: ${results.length - failed.length} hold, ${failed.length} fail.\n`,
        ),
  );
  return failed.length === 0 && problems.length === 0 && results.length > 0 ? DONE : NO;
}

/** The JSON Schema of a rules file, from the schemas that check it. */
export function rulesSchema(io: Io): number {
  io.out(`${JSON.stringify(rulesJsonSchema(), null, 2)}\n`);
  return DONE;
}
