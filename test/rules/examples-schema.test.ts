/** The file of examples: how it is read, and its slips. */
import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { edition2023, rulesText } from "./edition.ts";

const { rules } = edition2023();

const FAMILY = `- family: 三口之家
  because: 三(一)2
  people:
    - { who: 父, is: [低保], 账号: 无 }
    - { who: 子, is: [低保, 重残无业], head: yes, 复审结果: 未通过 }
    - { who: 客, is: 登记失业, alone: yes }
  not-come: [特困供养]
  expect:
    special-festival: { 子: 暂缓发放 1000 }
    general-festival: { 户: 800.50 }
    unemployed-festival: { 客: 不予发放 }
    gift-pack: { 客: 实物, 父: 暂缓发放 }
`;

describe("an example", () => {
  it("becomes typed values", () => {
    const parsed = parseExamples(FAMILY, "x.yaml", rules);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const [example] = parsed.value;
    expect(example?.place).toEqual({ file: "x.yaml", sheet: "", row: 1, column: "3" });
    expect(example?.notCome).toEqual(["特困供养"]);
    expect(example?.people).toEqual([
      {
        who: "父",
        is: ["低保"],
        written: [],
        list: null,
        head: false,
        alone: false,
        fields: new Map([["账号", "无"]]),
      },
      {
        who: "子",
        is: ["低保", "重残无业"],
        written: [],
        list: null,
        head: true,
        alone: false,
        fields: new Map([["复审结果", "未通过"]]),
      },
      { who: "客", is: ["登记失业"], written: [], list: null, head: false, alone: true, fields: new Map() },
    ]);
    expect([...(example?.expect ?? [])].map(([id, units]) => [id, Object.fromEntries(units)])).toEqual([
      ["special-festival", { 子: { result: "held", sum: 100_000 } }],
      ["general-festival", { 户: { result: "granted", sum: 80_050 } }],
      ["unemployed-festival", { 客: { result: "denied" } }],
      ["gift-pack", { 客: { result: "granted", sum: 0 }, 父: { result: "held", sum: null } }],
    ]);
  });

  it.each([
    ["an unknown key", "because: 三(一)2", "becuase: 三(一)2", "U002 2:3", "because"],
    ["an unknown column", "账号: 无", "帐号: 无", "U002 4:27", "账号"],
    ["an unknown category", "is: 登记失业", "is: 登记失叶", "U004 6:21", "登记失业"],
    ["an unknown category that has not come", "[特困供养]", "[特困供羊]", "U004 7:14", "特困供养"],
    ["an unknown programme", "gift-pack:", "gift-pak:", "U004 12:5", "gift-pack"],
    ["somebody who is not of the family", "{ 户: 800.50 }", "{ 女: 800.50 }", "U004 10:25", "女"],
    ["two people of one name", "who: 客", "who: 父", "U004 6:14", "写了两次"],
    ["a result that is none", "暂缓发放 1000", "不发", "U003 9:28", "不予发放"],
  ])("%s", (_, old, wrong, where, part) => {
    const parsed = parseExamples(FAMILY.replace(old, wrong), "x.yaml", rules);
    const problems = parsed.ok ? [] : parsed.problems;
    const found = problems.find((p) => `${p.code} ${p.place.row}:${p.place.column}` === where);
    expect(problems.map((p) => `${p.code} ${p.place.row}:${p.place.column}`)).toContain(where);
    expect(found && messageOf(found).zh).toContain(part);
  });
});

const WAYS = `- family: 叫法和钱的来路
  because: 三(一)1
  reading: 残联的九类
  told: [D111]
  people:
    - { who: 甲, is: [特困供养], list: 民政, written: [五保, 特困] }
    - { who: 乙, is: [无], list: 民政, written: [低保边缘], alone: yes }
  paid:
    special-festival: { fund: 失业保险金, payer: 区民政局, channel: bank }
  expect: {}
`;

describe("what an example may say beside sums", () => {
  it("becomes typed values", () => {
    const parsed = parseExamples(WAYS, "x.yaml", rules);
    const [example] = parsed.ok ? parsed.value : [];
    expect([example?.reading, example?.told]).toEqual(["残联的九类", ["D111"]]);
    expect(example?.people.map(({ is, list, written }) => [is, list, written])).toEqual([
      [["特困供养"], "民政", ["五保", "特困"]],
      [["无"], "民政", ["低保边缘"]],
    ]);
    expect([...(example?.paid ?? [])]).toEqual([
      ["special-festival", { fund: "失业保险金", payer: "区民政局", channel: "bank" }],
    ]);
  });

  it.each([
    ["a reading that there is not", "残联的九类", "残联的八类", "U004 3:12", "残联的九类"],
    ["a problem that there is not", "[D111]", "[D999]", "U004 4:10", "没有叫“D999”的问题代码"],
    ["an agency that there is not", "list: 民政, written: [五保", "list: 民证, written: [五保", "U004 6:35", "民政"],
    ["two categories written alike", "[特困供养]", "[特困供养, 低保]", "U003 6:21", "只能有一类"],
    ["nobody's words that are no category", "is: [无], list: 民政,", "is: [无],", "U004 7:22", "没有叫“无”的对象类别"],
    ["a fund that there is not", "失业保险金", "失业保险", "U004 9:31", "失业保险金"],
    ["a payer that there is not", "payer: 区民政局", "payer: 民政", "U004 9:45", "区民政局"],
    ["a channel that there is not", "channel: bank", "channel: 银行", "U003 9:60", "bank"],
    ["a programme that there is not", "    special-festival:", "    special:", "U004 9:5", "special-festival"],
  ])("%s", (_, old, wrong, where, part) => {
    const parsed = parseExamples(WAYS.replace(old, wrong), "x.yaml", rules);
    const problems = parsed.ok ? [] : parsed.problems;
    const found = problems.find((p) => `${p.code} ${p.place.row}:${p.place.column}` === where);
    expect(problems.map((p) => `${p.code} ${p.place.row}:${p.place.column}`)).toContain(where);
    expect(found && messageOf(found).zh).toContain(part);
  });
});

describe("2023.examples.yaml", () => {
  const parsed = parseExamples(rulesText("2023.examples.yaml"), "2023.examples.yaml", rules);
  const examples = parsed.ok ? parsed.value : [];

  it("parses", () => {
    expect(parsed.ok || parsed.problems).toBe(true);
  });

  it("has an example of every programme", () => {
    const shown = new Set(examples.flatMap((example) => [...example.expect.keys()]));
    expect(rules.programmes.filter((p) => !shown.has(p.id))).toEqual([]);
  });

  it("calls no two families alike", () => {
    expect(new Set(examples.map((example) => example.family)).size).toBe(examples.length);
  });
});
