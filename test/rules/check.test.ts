/** An edition against its document and its examples. */
import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { checkRules } from "../../src/rules/check.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { NO_PARENTS, readRulesFile } from "../../src/rules/parse.ts";
import { edition2023, rulesText } from "./edition.ts";

const file = edition2023();
const parsed = parseExamples(rulesText("2023.examples.yaml"), "2023.examples.yaml", file.rules);
const examples = parsed.ok ? parsed.value : [];
const document = { name: "2023.txt", text: rulesText("2023.txt") };

describe("the edition of 2023", () => {
  it("holds: quotes, sums, examples", () => {
    expect(checkRules(file, document, [], examples)).toEqual([]);
  });

  it("quotes every sum of the document by a programme: it rests on no exception", () => {
    const without = { ...file, rules: { ...file.rules, notComputed: [] } };
    expect(checkRules(without, document, [], examples)).toEqual([]);
  });
});

describe("a quote", () => {
  it("that is not in the document is told at its line", () => {
    const text = rulesText("2023.yaml").replace("标准为每人460元", "标准为每人500元");
    const read = readRulesFile({ text, name: "2023.yaml" }, NO_PARENTS);
    if (!read.ok) throw new Error("does not parse");
    const problems = checkRules(read.value, document, [], examples);
    // The sum of the rules stands in the document, but no longer in the quote.
    expect(problems.map((p) => p.code)).toEqual(["U006", "U018", "U007"]);
    const row = text.slice(0, text.indexOf("标准为每人500元")).split("\n").length;
    expect(problems[0]?.place).toEqual({ file: "2023.yaml", sheet: "", row, column: "12" });
  });

  it("may differ in width and spaces, and the document may wrap", () => {
    const wrapped = { ...document, text: document.text.replaceAll("元", "\n 元").replaceAll("（", "(") };
    expect(checkRules(file, wrapped, [], examples)).toEqual([]);
  });
});

describe("a sum of the document that no programme quotes", () => {
  it.each([
    ["另给每户 88 元。", "另给每户88元"],
    ["另给每户\n88.50\n元；其他不变。", "另给每户88.50元"],
    ["另给每人五百元。", "另给每人五百元"],
    ["预计约 3 万元。", "预计约3万元"],
    ["每人 100—300 元不等。", "每人100—300元不等"],
  ])("%j", (sentence, told) => {
    const longer = { ...document, text: `${document.text}。\n${sentence}` };
    const problems = checkRules(file, longer, [], examples);
    expect(problems.map((p) => p.code)).toEqual(["U007"]);
    expect(problems[0] && messageOf(problems[0]).zh).toContain(told);
    expect(problems[0]?.place.file).toBe("2023.txt");
    expect(problems[0]?.place.row).toBeGreaterThan(document.text.split("\n").length);
  });

  it("元旦 is no sum", () => {
    const longer = { ...document, text: `${document.text}。2024元旦。` };
    expect(checkRules(file, longer, [], examples)).toEqual([]);
  });

  it("is settled by not-computed", () => {
    const longer = { ...document, text: `${document.text}。另给每户88元。` };
    const notComputed = [...file.rules.notComputed, { quote: "另给每户88元", because: "街镇自定" }];
    expect(checkRules({ ...file, rules: { ...file.rules, notComputed } }, longer, [], examples)).toEqual([]);
  });
});

describe("a programme without example", () => {
  it("is told at its key", () => {
    const without = examples.filter((example) => !example.expect.has("gift-pack"));
    const problems = checkRules(file, document, [], without);
    expect(problems.map((p) => p.code)).toEqual(["U008"]);
    expect(problems[0] && messageOf(problems[0]).zh).toContain("新春大礼包");
    expect(problems[0]?.place).toEqual(file.at(["programmes", "gift-pack"], "key"));
  });
});

describe("a sum without 元", () => {
  it.each([
    ["in a table of text", "类别　标准\n低保户　600\n特困　900", ["类别标准低保户600特困900"]],
    ["a range in a table", "| 困难妇女 | 50—2000 |", ["|困难妇女|50—2000|"]],
    ["at the end of a phrase", "每户补助 1,200.50，一次发清。", ["每户补助1,200.50,一次发清"]],
    ["with the rest of its word on the next line", "预计\n2023\n年发放。", []],
    ["that counts people, days or shares", "约1500人，30日内，占85%，第3批，12户。", []],
    ["in a date or a number of a document", "〔2022〕3号，2022年12月19日印发。", []],
    ["that numbers a paragraph", "10、关于名单\n11. 关于时间", []],
    ["of a telephone", "联系电话：62123456，", []],
  ])("%s", (_, text, told) => {
    const longer = { ...document, text: `${document.text}。\n${text}` };
    const problems = checkRules(file, longer, [], examples);
    expect(problems.map((p) => [p.code, messageOf(p).zh.replace(/^.*：“|”$/g, "")])).toEqual(
      told.map((sentence) => ["U007", sentence]),
    );
  });
});

/** Checks 2023.yaml with something put into it or replaced. */
function checked(...edits: readonly (readonly [string, string])[]): readonly string[] {
  const text = edits.reduce((before, [old, wrong]) => {
    expect(before).toContain(old);
    return before.replace(old, () => wrong);
  }, rulesText("2023.yaml"));
  const read = readRulesFile({ text, name: "2023.yaml" }, NO_PARENTS);
  if (!read.ok) throw new Error(read.problems.map((p) => messageOf(p).zh).join("\n"));
  return checkRules(read.value, document, [], examples).map((p) => {
    const line = text.split("\n")[p.place.row - 1]?.slice(Number(p.place.column) - 1);
    return `${p.code} ${line} ${messageOf(p).zh}`;
  });
}

describe("what nothing uses", () => {
  it.each([
    ["a fund", "\nfunds:\n", "\nfunds:\n  备用: 备用金\n", "U013 备用: 备用金 资金来源“备用”没有用到"],
    [
      "an agency",
      "\nagencies:\n",
      "\nagencies:\n  侨联: { name: 区侨联, written: [侨联] }\n",
      "U013 侨联: { name: 区侨联, written: [侨联] } 部门“侨联”没有用到",
    ],
    [
      "a category",
      "\ncategories:\n",
      "\ncategories:\n  环卫: { agency: 民政, written: [环卫工人] }\n",
      "U013 环卫: { agency: 民政, written: [环卫工人] } 对象类别“环卫”没有用到",
    ],
    ["a column", "\nfields:\n", "\nfields:\n  学历: [学历]\n", "U013 学历: [学历] 列“学历”没有用到"],
    [
      "a day",
      "\nfields:\n",
      "\ndays: { 截止日: 2023-01-20 }\nfields:\n",
      "U013 截止日: 2023-01-20 } 日子“截止日”没有用到",
    ],
    [
      "a standard",
      "\nfields:\n",
      "\nstandards: { 低保标准: { on: 2023-01-01, sums: { 2022-07-01: 1420 } } }\nfields:\n",
      "U013 低保标准: { on: 2023-01-01, sums: { 2022-07-01: 1420 } } } 标准“低保标准”没有用到",
    ],
  ])("%s", (_, old, wrong, told) => {
    expect(checked([old, wrong])).toEqual([told]);
  });
});

describe("what can never be", () => {
  it.each([
    [
      "a category that is asked for and shut out",
      "eligible: { any: [特困供养, 御寒困难] }",
      "eligible: { any: [特困供养, 御寒困难], all: [低保], none: [低保] }",
      "“低保”既要是又不能是",
    ],
    [
      "all of the categories shut out",
      "eligible: { any: [特困供养, 御寒困难] }",
      "eligible: { any: [特困供养, 御寒困难], none: [御寒困难, 特困供养] }",
      "全被 none 排除",
    ],
    [
      "a mean below each row",
      "amount: { listed: { from: 500, to: 2000 } }",
      "amount: { listed: { from: 500, to: 2000, mean-at-most: 400 } }",
      "平均数的上限比每一行的下限还小",
    ],
    [
      "a minimum above the maximum before it",
      "amount: { flat: 460 }",
      "amount: { flat: 460, then: [{ at-most: 400 }, { at-least: { sum: 500, zero: stays } }] }",
      "最少 500.00，前面却写了最多 400.00",
    ],
    [
      "bounds by rates that cross",
      "amount: { listed: { from: 500, to: 2000 } }",
      "amount: { listed: { from: { rate: { of: 1000, by: 3 } }, to: 2000 } }",
      "不多于 2000.00，却不少于 3000.00",
    ],
  ])("%s", (_, old, wrong, part) => {
    const told = checked([old, wrong]).filter((line) => !line.startsWith("U018 "));
    expect(told).toEqual([expect.stringContaining(part)]);
    expect(told[0]).toMatch(/^U014 /);
  });

  it("a standard on a day before all of its sums", () => {
    const standards = "\nstandards: { 低保标准: { on: 2022-06-30, sums: { 2022-07-01: 1420 } } }\nfields:\n";
    const told = checked(["\nfields:\n", standards], ["amount: { flat: 460 }", "amount: { named: 低保标准 }"]);
    expect(told).toEqual([expect.stringMatching(/^U014 2022-06-30, .*还没有标准，最早的从 2022-07-01 起/)]);
  });

  it("a column whose bounds cross", () => {
    const fields = "\nfields:\n  亩数: { headers: [亩数], holds: number, unit: 亩, decimals: 0, from: 10, to: 9 }\n";
    const told = checked(
      ["\nfields:\n", fields],
      ["amount: { flat: 460 }", "needs: [亩数]\n    amount: { times: { of: 1, by: 亩数 } }"],
    );
    expect(told[0]).toMatch(/^U014 9 } .*to 比 from 小/);
  });
});

describe("a sum that its quote does not name", () => {
  it.each([
    ["a flat sum", "amount: { flat: 460 }", "amount: { flat: 461 }", "461 }", "461.00"],
    ["what each further member adds", "further: 100", "further: 110", "110 } }", "110.00"],
    ["a bound of a row", "{ from: 500, to: 2000 }", "{ from: 500, to: 2500 }", "2500 } }", "2500.00"],
    ["a bound of the mean", "{ mean-at-most: 3000 }", "{ mean-at-most: 3500 }", "3500 } }", "3500.00"],
    ["a tier", "[大病重病残疾人], flat: 800 }", "[大病重病残疾人], flat: 900 }", "900 }", "900.00"],
    ["a planned total", "plan: { total: 450000 }", "plan: { total: 540000 }", "540000 }", "540000.00"],
    ["planned people", "people: 13000 }", "people: 1300 }", "1300 }", "1300"],
    ["a planned total in 万元", "plan: { total: 650000 }", "plan: { total: 65 }", "65 }", "65.00"],
    ["a sum in a step", "amount: { flat: 460 }", "amount: { flat: 460, then: [{ plus: 40 }] }", "40 }] }", "40.00"],
  ])("%s", (_, old, wrong, place, sum) => {
    const told = checked([old, wrong]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`U018 ${place}`);
    expect(told[0]).toContain(`引文里没有 ${sum}`);
  });
});

describe("a quote in another clause", () => {
  it.each([
    ["of the same part", "三(一)2", "三(一)3", "引文不在 三(一)3 里，在 三(一)2"],
    ["of another part", "clause: 三(七)", "clause: 三(六)", "引文不在 三(六) 里，在 三(七)"],
    ["that there is not", "三(四)3", "三(四)9", "引文不在 三(四)9 里，在 三(四)3"],
  ])("%s", (_, old, wrong, part) => {
    const told = checked([old, wrong]);
    expect(told).toEqual([expect.stringContaining(part)]);
    expect(told[0]).toMatch(/^U019 三/);
  });

  it("is left alone where the document numbers nothing, or the clause is no number", () => {
    expect(checked(["clause: 三(五)", "clause: 三(五)，另见通知"])).toEqual([]);
  });
});

it("a number that the document does not bear", () => {
  expect(checked(["〔2022〕3号", "〔2022〕4号"])).toEqual([expect.stringContaining("U006 长社救联办〔2022〕4号")]);
});
