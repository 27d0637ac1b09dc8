/** Wrong rules files: each slip has its code, its line and its column, and all of them come at once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageOf, type Problem } from "../../src/problem/problem.ts";
import { NO_PARENTS, parseRules } from "../../src/rules/parse.ts";
import { edition2023, rulesText } from "./edition.ts";

const GOOD = rulesText("2023.yaml");

/** "U002 562:15" for each problem. */
function where(problems: readonly Problem[]): readonly string[] {
  return problems.map((p) => `${p.code} ${p.place.row}:${p.place.column}`);
}

function problemsOf(text: string): readonly Problem[] {
  const parsed = parseRules(text, "2023.yaml", NO_PARENTS);
  return parsed.ok ? [] : parsed.problems;
}

/** Line and column of a text that stands in the file once. */
function at(text: string, sought: string): string {
  const before = text.slice(0, text.indexOf(sought)).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

describe("the edition of 2023", () => {
  it("parses", () => {
    expect(problemsOf(GOOD)).toEqual([]);
    expect(edition2023().rules.programmes).toHaveLength(27);
  });

  it("parses with Windows line ends and a byte order mark", () => {
    expect(problemsOf(`\ufeff${GOOD.replaceAll("\n", "\r\n")}`)).toEqual([]);
  });
});

/** says, what is replaced, by what, code, where (a piece of the new text, at which the problem stands), a part of the message */
const SLIPS: readonly (readonly [string, string, string, string, string, string])[] = [
  ["an unknown key", "further: 100", "further: 100, futher: 1", "U002", "futher: 1", "相近的：further"],
  ["an unknown kind of amount", "{ flat: 460 }", "{ falt: 460 }", "U002", "falt: 460", "相近的：flat"],
  ["an unknown section", "\noverlaps:", "\noverlap:", "U002", "overlap:", "相近的：overlaps"],
  ["a sum that is no sum", "{ flat: 460 }", "{ flat: 46o }", "U003", "46o }", "“46o”不是金额"],
  ["a sum with three decimals", "{ flat: 460 }", "{ flat: 460.005 }", "U003", "460.005", "最多两位小数"],
  ["a negative sum", "{ flat: 460 }", "{ flat: -460 }", "U003", "-460", "不是金额"],
  ["a sum of zero", "{ flat: 460 }", "{ flat: 0 }", "U003", "0 }\n    purpose: 御寒", "大于 0"],
  ["two kinds of amount", "{ flat: 460 }", "{ flat: 460, goods: 米 }", "U003", "米 }", "只能写一种"],
  ["bounds the wrong way round", "from: 500, to: 2000", "from: 500, to: 200", "U003", "200 } }", "to 比 from 小"],
  [
    "a tier that lets nobody in",
    "- { any: [低收入及其他残疾人], flat: 300 }",
    "- { flat: 300 }",
    "U003",
    "{ flat: 300 }\n    plan",
    "哪些人在这一档",
  ],
  ["a date that does not exist", "issued: 2022-12-19", "issued: 2022-02-29", "U003", "2022-02-29", "不是日期"],
  ["a month that does not exist", "listed-in: 2023-01", "listed-in: 2023-13", "U003", "2023-13", "不是月份"],
  ["an end before the beginning", "to: 2023-02-10", "to: 2022-02-10", "U003", "2022-02-10", "to 比 from 早"],
  ["a channel that there is not", "channel: kind", "channel: kinds", "U003", "kinds", "之一"],
  ["money by the channel of goods", "{ goods: 新春大礼包一份 }", "{ flat: 100 }", "U003", "kind\n", "发放方式不能是"],
  ["an empty fact", "clause: 三(五)", "clause:", "U003", "clause:\n", "没有内容"],
  ["a list where a word belongs", "clause: 三(五)", "clause: [三(五)]", "U003", "[三(五)]", "应当是一个词"],
  ["a missing key", "    fund: 抚恤\n", "", "U003", "veterans-festival:", "缺少“fund”"],
  ["a key twice", "unit: person", "unit: person\n    unit: person", "U003", "unit: person\n    eligible", "写了两次"],
  [
    "the key of an object's prototype",
    "\n  special-festival:",
    "\n  __proto__: {}\n  special-festival:",
    "U003",
    "__proto__",
    "不能用",
  ],
  ["a programme's key in capitals", "  gift-pack:", "  Gift_Pack:", "U003", "Gift_Pack", "小写英文"],
  [
    "two programmes of one name",
    "name: 百企助百老",
    "name: 新春大礼包",
    "U003",
    "新春大礼包\n    clause: 三(四)2\n    quote: 对区域",
    "也叫",
  ],
  [
    "an unknown programme in an overlap",
    "street-visit, twin-visit",
    "street-vist, twin-visit",
    "U004",
    "street-vist,",
    "相近的：street-visit",
  ],
  [
    "an unknown category",
    "any: [特困供养, 御寒困难]",
    "any: [特困供羊, 御寒困难]",
    "U004",
    "特困供羊",
    "相近的：特困供养",
  ],
  [
    "an unknown category in a tier",
    "any: [低收入及其他残疾人], flat",
    "any: [低收入及其他残疾入], flat",
    "U004",
    "低收入及其他残疾入",
    "低收入及其他残疾人",
  ],
  ["an unknown agency", "agency: 团区委", "agency: 团委会", "U004", "团委会", "部门"],
  ["an unknown fund", "fund: 抚恤", "fund: 抚恤金", "U004", "抚恤金", "相近的：抚恤"],
  ["an unknown field", "- field: 复审结果", "- field: 复审", "U004", "复审\n        is", "相近的：复审结果"],
  [
    "an unknown programme in a reading",
    "programmes: [disabled-relief]",
    "programmes: [disabled]",
    "U004",
    "disabled]",
    "disabled-relief",
  ],
  [
    "an unknown programme in a pair",
    "hundred-elders+elders-emergency",
    "hundred-elder+elders-emergency",
    "U004",
    "hundred-elder+",
    "hundred-elders",
  ],
  [
    "a pair of one",
    "hundred-elders+elders-emergency",
    "hundred-elders",
    "U003",
    "hundred-elders:\n    source",
    "甲+乙",
  ],
  [
    "a programme that waits for itself",
    "all-but-granted: [special-festival]",
    "all-but-granted: [general-festival]",
    "U005",
    "general-festival]",
    "general-festival → general-festival",
  ],
  [
    "an order that goes round",
    "[leaders-visit, street-visit,",
    "[leaders-visit, street-visit, leaders-visit,",
    "U005",
    "leaders-visit, twin",
    "leaders-visit → street-visit → leaders-visit",
  ],
  [
    "a name that two categories claim",
    "[困难学生]",
    "[困难学生, 困难教师]",
    "U010",
    "困难教师]",
    "困难教职工、困难学生",
  ],
  ["a name twice in a category", "[困难学生]", "[困难学生, 困难学生]", "U010", "困难学生]", "写了两次"],
  [
    "a name of no category that is one",
    "  - 边缘户\n",
    "  - 边缘户\n  - 城乡低保\n",
    "U010",
    "城乡低保\n  - 非低保",
    "低保、not-categories",
  ],
  ["a purpose of 14 bytes", "purpose: 御寒补助", "purpose: 冬令御寒补助金", "U011", "冬令御寒补助金", "14 字节"],
  [
    "a second leading agency",
    "name: 区残联",
    "name: 区残联\n    leading: yes",
    "U003",
    "yes\n    written: [残联",
    "只能有一个",
  ],
  ["leading that is neither yes nor no", "leading: yes", "leading: true", "U003", "true ", "yes、no"],
  ["a tab", "\n  special-festival:\n    name", "\n  special-festival:\n\tname", "U001", "\tname", "Tab"],
  ["an anchor", "clause: 三(五)", "clause: &a 三(五)", "U001", "三(五)\n    quote: 为流浪", "不能用 &"],
  ["an alias of nothing", "clause: 三(五)", "clause: *a", "U001", "*a\n", "不能用 &"],
  [
    "a bracket that is not closed",
    "any: [特困供养, 御寒困难] }",
    "any: [特困供养, 御寒困难 }",
    "U001",
    "}\n    amount: { flat: 460 }",
    "",
  ],
];

describe("one slip", () => {
  it.each(SLIPS)("%s", (_, old, wrong, code, sought, part) => {
    expect(GOOD).toContain(old);
    const text = GOOD.replace(old, () => wrong);
    const problems = problemsOf(text);
    expect(where(problems)).toContain(`${code} ${at(text, sought)}`);
    const found = problems.find((p) => `${p.code} ${p.place.row}:${p.place.column}` === `${code} ${at(text, sought)}`);
    expect(found && messageOf(found).zh).toContain(part);
    expect(found?.place.file).toBe("2023.yaml");
  });

  it.each(SLIPS.filter((slip) => slip[3] !== "U001"))(
    "%s: no English sentence of a library in the Chinese",
    (_, old, wrong) => {
      for (const p of problemsOf(GOOD.replace(old, () => wrong))) {
        expect(messageOf(p).zh).not.toMatch(/[Ii]nvalid|expected|received|Unrecognized|undefined|\[object/);
      }
    },
  );
});

describe("several slips", () => {
  it("come all at once, in the order of the file", () => {
    const text = GOOD.replace("issued: 2022-12-19", "issued: 2022-13-19")
      .replace("{ flat: 460 }", "{ falt: 460 }")
      .replace("purpose: 伙食补贴", "purpose: 滞留对象伙食补贴")
      .replace("street-visit, twin-visit", "street-vist, twin-visit");
    const order = ["2022-13-19", "falt", "滞留对象伙食补贴\n    published", "street-vist,"];
    expect(where(problemsOf(text))).toEqual(
      ["U003", "U002", "U011", "U004"].map((code, i) => `${code} ${at(text, order[i] ?? "")}`),
    );
  });

  it("a broken programme is still one that others may name", () => {
    const problems = problemsOf(GOOD.replace("amount: { flat: 1000 }", "amount: { flat: viel }"));
    expect(problems.map((p) => p.code)).toEqual(["U003"]);
  });
});

describe("what is no rules file", () => {
  it.each([
    ["nothing", ""],
    ["a comment", "# nothing\n"],
    ["a word", "edition"],
    ["a list", "- a\n- b\n"],
    ["two documents", "edition: 2023\n---\nedition: 2024\n"],
    ["brackets without end", "[".repeat(100_000)],
    ["dashes without end", "- ".repeat(100_000)],
    ["a key that is a map", "? { a: b }\n: c\n"],
    ["control characters", "edition: \u0000\u0007\n"],
  ])("%s is told, not thrown", (_, text) => {
    expect(problemsOf(text).length).toBeGreaterThan(0);
  });

  it("cut off anywhere, or with a letter changed, it is told, not thrown", () => {
    const letters = fc.constantFrom("\t", "{", "}", "[", "]", ":", ",", "'", '"', "&", "*", "!", "\n", "- ", "? ", "0");
    fc.assert(
      fc.property(fc.nat(GOOD.length - 1), letters, fc.boolean(), (i, letter, cut) => {
        parseRules(cut ? GOOD.slice(0, i) : GOOD.slice(0, i) + letter + GOOD.slice(i + 1), "2023.yaml", NO_PARENTS);
      }),
      { numRuns: 60, seed: 2023 },
    );
  });
});
