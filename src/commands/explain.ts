/** `relief explain OUT PERSON`: why a person got these sums, from the output's own tables. */
import { cleanIdNumber } from "../model/id-number.ts";
import { fileOnly } from "../model/place.ts";
import { nearest } from "../problem/nearest.ts";
import { problem } from "../problem/problem.ts";
import { loadEdition } from "./edition.ts";
import { DONE, type Io, type Language, NO, REFUSED, say } from "./io.ts";
import { madeBy } from "./made-by.ts";
import { openOutput } from "./open-output.ts";
import { type OutputRow, readOutputTable } from "./output-table.ts";
import { masked, problemBlock } from "./problem-text.ts";

/** What the command line says. */
export interface ExplainOptions {
  readonly lang: Language;
  readonly json: boolean;
}

/** Prints each programme of a person: the decision, its steps and clauses, where the data came from, the payment. */
export async function explainCommand(folder: string, person: string, options: ExplainOptions, io: Io): Promise<number> {
  const out = await openOutput(folder, options.lang, io);
  const rows = readOutputTable(out, "数据/补助明细.csv");
  const payments = readOutputTable(out, "数据/代发明细.csv");
  if (rows === null || payments === null) {
    io.err(
      `${problemBlock(problem("C105", fileOnly(""), { path: folder, why: "没有 数据/补助明细.csv", whyEn: "it has no 数据/补助明细.csv" }), options.lang)}\n`,
    );
    return REFUSED;
  }
  const wanted = cleanIdNumber(person);
  const isNumber = /^[\dX]{15,18}$/.test(wanted);
  const own = rows.filter((row) => (isNumber ? row["身份证号"] === wanted : row["姓名"] === person.trim()));
  const numbers = new Set(own.map((row) => row["身份证号"]));
  // Members of a household stand among the 成员 of 依据: their household's programmes concern them too.
  const asMember = rows.filter(
    (row) => !own.includes(row) && row["计发单位"] === "户" && isMember(row, wanted, person.trim(), own),
  );
  if (own.length === 0 && asMember.length === 0) {
    const near = isNumber ? [] : nearest(person, [...new Set(rows.map((row) => row["姓名"] ?? ""))]);
    io.err(
      say(
        options.lang,
        `结果里没有 ${masked(person)}${near.length > 0 ? `；相近的姓名：${near.join("、")}` : ""}。\n`,
        `nobody called ${masked(person)} in this output${near.length > 0 ? `; near names: ${near.join(", ")}` : ""}.\n`,
      ),
    );
    return NO;
  }
  if (options.json) io.out(`${JSON.stringify({ own, household: asMember })}\n`);
  else {
    if (!isNumber && numbers.size > 1)
      io.out(
        say(
          options.lang,
          `叫 ${person} 的有 ${numbers.size} 人，一并列出。\n`,
          `${numbers.size} people are called ${person}; all are shown.\n`,
        ),
      );
    const quotes = quotesOf(out, io.cwd);
    for (const row of own) io.out(block(row, payments, quotes, options.lang));
    if (asMember.length > 0) io.out(say(options.lang, "以下是本人所在的户：\n", "of the household:\n"));
    for (const row of asMember) io.out(block(row, payments, quotes, options.lang));
  }
  return DONE;
}

/** The household's row names the person among its 成员, by number where one is known. */
function isMember(row: OutputRow, number: string, name: string, own: readonly OutputRow[]): boolean {
  const members = (row["依据"] ?? "").split("；").find((fact) => fact.startsWith("成员：")) ?? "";
  const people = members.slice(3).split("、");
  const numbers = [number, ...own.map((o) => o["身份证号"] ?? "")].filter((n) => /^\d{17}[\dX]$/.test(n));
  return people.some(
    (text) => numbers.some((n) => text.endsWith(n)) || (numbers.length === 0 && text.split(" ")[0] === name),
  );
}

/** The sentence on which each programme rests, by the edition that made the output; none where that is not at hand as it was. */
function quotesOf(out: string, cwd: string): ReadonlyMap<string, string> {
  const by = madeBy(out);
  if (by === null) return new Map();
  const edition = loadEdition(by.edition, cwd);
  if (!edition.ok || edition.value.sha256 !== by.sha256) return new Map();
  return new Map(edition.value.rules.programmes.map(({ id, quote }) => [id, quote]));
}

function block(
  row: OutputRow,
  payments: readonly OutputRow[],
  quotes: ReadonlyMap<string, string>,
  language: Language,
): string {
  const t = (zh: string, en: string) => say(language, zh, en);
  const get = (column: string) => row[column] ?? "";
  const lines = [
    `${get("项目")}  ${get("结果")}  ${get("金额")} ${t("元", "yuan")}`,
    `  ${t("对象", "for")}：${get("姓名")} ${masked(get("身份证号"))} ${get("计发单位") === "户" ? t(`（户，计 ${get("人数")} 人）`, `(household, ${get("人数")} counted)`) : ""} ${get("街镇")} ${get("居村委")}`.trimEnd(),
    `  ${t("条款", "clause")}：${get("条款")}    ${t("资金来源", "fund")}：${get("资金来源")}    ${t("发放主体", "payer")}：${get("发放主体")}`,
    ...quoteLine(quotes.get(get("项目编号")), language),
    `  ${t("原因", "reason")}：${masked(get("原因"))}（${get("原因代码")}）`,
    ...(get("算式") === "" ? [] : [`  ${t("算式", "sum")}：${get("算式")}`]),
    ...get("依据")
      .split("；")
      .filter((fact) => fact !== "")
      .map((fact, at) => `  ${at === 0 ? `${t("依据", "rests on")}：` : "        "}${masked(fact)}`),
    `  ${t("来源", "from")}：${get("来源").split("|").join("  ")}`,
    ...paymentLine(row, payments, language),
  ];
  return `${lines.join("\n")}\n\n`;
}

function quoteLine(quote: string | undefined, language: Language): readonly string[] {
  return quote === undefined ? [] : [`  ${say(language, "原文", "says")}：“${quote}”`];
}

function paymentLine(row: OutputRow, payments: readonly OutputRow[], language: Language): readonly string[] {
  if (row["结果"] !== "发放" || (row["批次"] ?? "") === "") return [];
  const line = payments.find(
    (p) => p["批次"] === row["批次"] && p["账号"] === row["账号"] && (p["项目"] ?? "").includes(row["项目"] ?? ""),
  );
  if (line === undefined) return [];
  return [
    say(
      language,
      `  代发：批次 ${line["批次"]} 第 ${line["序号"]} 笔，${line["银行"]} ${masked(line["账号"] ?? "")} ${line["户名"]}，${line["金额"]} 元（${line["笔数"]} 项合计）`,
      `  payment: batch ${line["批次"]} line ${line["序号"]}, ${line["银行"]} ${masked(line["账号"] ?? "")} ${line["户名"]}, ${line["金额"]} yuan (${line["笔数"]} grants)`,
    ),
  ];
}
