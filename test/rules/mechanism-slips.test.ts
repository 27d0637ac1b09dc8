/** What can be written and cannot be meant: each slip in an amount or condition is told at its line and column. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { NO_PARENTS, parseRules } from "../../src/rules/parse.ts";

const FOLDER = new URL("../../fixtures/editions/", import.meta.url);
const text = (name: string) => readFileSync(new URL(`${name}.yaml`, FOLDER), "utf8");

/** edition, says, what is replaced, by what, code, at which piece of the new text, a part of the message */
type Slip = readonly [string, string, string, string, string, string, string];

const SLIPS: readonly Slip[] = [
  ["V-mianyang", "a gap between bands", "from: 100, below", "from: 101, below", "U003", "{ from: 101", "空缺：100 起"],
  [
    "V-mianyang",
    "bands that overlap",
    "from: 100, below",
    "from: 99, below",
    "U003",
    "{ from: 99",
    "重叠：99 在两档里",
  ],
  [
    "V-mianyang",
    "an edge that both bands have",
    "below: 100,",
    "to: 100,",
    "U003",
    "{ from: 100",
    "重叠：100 在两档里",
  ],
  [
    "V-mianyang",
    "edges the wrong way round",
    "from: 30, below: 100",
    "from: 100, below: 30",
    "U003",
    "{ from: 100, below: 30",
    "颠倒",
  ],
  [
    "V-mianyang",
    "a band with two lower edges",
    "{ from: 30,",
    "{ from: 30, above: 30,",
    "U003",
    "{ from: 30, above",
    "只能写一个",
  ],
  ["V-mianyang", "a band without edges", "from: 500, is", "is", "U003", "{ is: 100", "要写界限"],
  ["V-mianyang", "a column that there is not", "by: 种植面积", "by: 种植", "U004", "种植\n", "种植面积"],
  ["V-mianyang", "a column that is not asked for", "    needs: [种植面积]\n", "", "U003", "grain:", "要写进 needs"],
  [
    "V-mianyang",
    "decimals that leave parts of a fen",
    "decimals: 2",
    "decimals: 4",
    "U003",
    "amount:\n",
    "要写明怎样舍入",
  ],
  ["V-mianyang", "no unit", ", unit: 亩", "", "U003", "{ headers: [种植面积", "缺少“unit”"],
  ["V-mianyang", "a kind of column that there is not", "holds: number", "holds: numbers", "U003", "numbers", "之一"],
  [
    "W-luoyang",
    "a rounding that is not said",
    ", then: [{ round: { to: fen, mode: half-up } }]",
    "",
    "U003",
    "{ times",
    "要写明怎样舍入",
  ],
  ["W-luoyang", "a step that there is not", "round: {", "rond: {", "U002", "rond", "相近的：round"],
  ["W-luoyang", "a mode that there is not", "mode: half-up", "mode: half", "U003", "half }", "half-up、up、down"],
  ["W-luoyang", "a rounding without its unit", "to: fen, ", "", "U003", "{ mode", "缺少“to”"],
  ["W-luoyang", "a column that nothing looks at", "needs: [确权面积]", "needs: [确权面积, 备用]", "U004", "备用", "列"],
  [
    "I-shenzhen",
    "an age, and nobody says what 29 February means",
    "leap-birthday: 28-february\n",
    "",
    "U003",
    "{ on: month-end } }      #",
    "leap-birthday",
  ],
  [
    "I-shenzhen",
    "a day of the month outside of each-month",
    "on: month-end, sums: { 2012-01-01: 100,",
    "on: month-ends, sums: { 2012-01-01: 100,",
    "U004",
    "month-ends",
    "日子",
  ],
  [
    "I-shenzhen",
    "standards out of order",
    "2012-01-01: 100, 2019-10-01: 200",
    "2019-10-01: 200, 2012-01-01: 100",
    "U003",
    "100 } }",
    "先后排列",
  ],
  [
    "I-shenzhen",
    "a standard from a day that there is not",
    "2012-01-01: 100,",
    "2012-02-30: 100,",
    "U003",
    "100, 2019",
    "开始执行的日期",
  ],
  ["I-shenzhen", "a standard that there is not", "is: 百岁 }", "is: 百岁老人 }", "U004", "百岁老人", "相近的：百岁"],
  [
    "J-ningxia",
    "a word that the column does not have",
    "sums: { 城市: 450",
    "sums: { 城里: 450",
    "U003",
    "450",
    "有的是城市、农村",
  ],
  [
    "J-ningxia",
    "a tier behind one that takes everybody",
    "        - { where: [{ age: { on: 发放月末, from: 90 } }], flat: 500 }\n        - { everybody: yes, by-field: { field: 户籍, sums: { 城市: 450, 农村: 270 } } }",
    "        - { everybody: yes, by-field: { field: 户籍, sums: { 城市: 450, 农村: 270 } } }\n        - { where: [{ age: { on: 发放月末, from: 90 } }], flat: 500 }",
    "U003",
    "{ where: [{ age: { on: 发放月末, from: 90 } }], flat",
    "轮不到",
  ],
  [
    "J-ningxia",
    "everybody, and conditions too",
    "{ everybody: yes,",
    "{ everybody: yes, any: [高龄],",
    "U003",
    "yes, any",
    "只能写 everybody: yes",
  ],
  [
    "J-ningxia",
    "everybody: no",
    "{ everybody: yes,",
    "{ everybody: no,",
    "U003",
    "no, by-field",
    "只能写 everybody: yes",
  ],
  [
    "J-ningxia",
    "a condition that there is not",
    "where: [{ age: { on: 发放月末, from: 80 } }]",
    "where: [{ aged: { on: 发放月末, from: 80 } }]",
    "U002",
    "aged",
    "相近的：age",
  ],
  [
    "J-ningxia",
    "ages that cross",
    "where: [{ age: { on: 发放月末, from: 80 } }]",
    "where: [{ age: { on: 发放月末, from: 80, below: 80 } }]",
    "U003",
    "{ on: 发放月末, from: 80, below",
    "颠倒",
  ],
  [
    "J-ningxia",
    "a day that there is not",
    "on: 发放月末, from: 90",
    "on: 发放日, from: 90",
    "U004",
    "发放日, from: 90",
    "发放月末",
  ],
  [
    "J-ningxia",
    "members of a person",
    "flat: 500 }",
    "each-member: { flat: 500 } }",
    "U003",
    "{ flat: 500 }",
    "household",
  ],
  ["H-longhua", "counted members of a person", "unit: household", "unit: person", "U003", "counted] }", "household"],
  [
    "H-longhua",
    "counted before anybody is counted",
    "eligible: { any: [临时救助] }",
    "eligible: { any: [临时救助], where: [{ number: { of: counted, from: 2 } }] }",
    "U003",
    "counted, from",
    "first-of",
  ],
  [
    "H-longhua",
    "a column that is no number",
    "holds: number, unit: 月, decimals: 0, from: 2, to: 12",
    "holds: date",
    "U003",
    "救助月数, counted",
    "是 date",
  ],
  [
    "M-zhongshan",
    "the age of a household",
    "where: [{ sum: {",
    "where: [{ age: { on: 发放日, from: 18 } }, { sum: {",
    "U003",
    "{ on: 发放日, from: 18",
    "户没有年龄",
  ],
  [
    "K-guangzhou",
    "an overlap for persons with a household's programme",
    "    unit: person\n    eligible: { any: [失能老人] }",
    "    unit: household\n    eligible: { any: [失能老人] }",
    "U003",
    "person\n    keep",
    "应当写 household",
  ],
  [
    "K-guangzhou",
    "what may stack and may not",
    "may-stack: [living, care]",
    "may-stack: [elder-care, care]",
    "U003",
    "[elder-care, care]",
    "另一条规定",
  ],
  [
    "K-guangzhou",
    "an overlap of no kind",
    "- may-stack: [living, care]",
    "- may-stak: [living, care]",
    "U002",
    "may-stak",
    "may-stack",
  ],
  [
    "L-changsha",
    "a mean within a part",
    "全自理: { listed: { from: { rate: { of: 最低工资, by: 1/10 } } } }",
    "全自理: { listed: { mean-at-most: 200 } }",
    "U003",
    "{ mean-at-most",
    "整个项目",
  ],
  [
    "L-changsha",
    "goods within a sum",
    "全自理: { listed: { from: { rate: { of: 最低工资, by: 1/10 } } } }",
    "全自理: { goods: 米 }",
    "U003",
    "米",
    "不能是金额的一部分",
  ],
  [
    "Z-shares",
    "a programme that looks at itself",
    "granted: city }",
    "granted: district }",
    "U005",
    "district }",
    "district → district",
  ],
  [
    "Z-shares",
    "sizes with a gap",
    "{ by-size: { 1: 999, more: 1333 }, then: [{ minus",
    "{ by-size: { 1: 999, 3: 1500, more: 1333 }, then: [{ minus",
    "U003",
    "1500, more",
    "依次",
  ],
  [
    "Z-shares",
    "sizes without the rest",
    "{ by-size: { 1: 999, more: 1333 }, then: [{ minus",
    "{ by-size: { 1: 999 }, then: [{ minus",
    "U003",
    "{ 1: 999 }, then",
    "缺少“more”",
  ],
  [
    "O-shanghai",
    "a minimum that does not say what zero is",
    "then: [{ minus: 就业扣除 }]",
    "then: [{ at-least: { sum: 100 } }]",
    "U003",
    "{ sum: 100",
    "缺少“zero”",
  ],
  [
    "P-suqian",
    "a rate that is a sum",
    "rate: { of: 住院费用, by: 80% }",
    "rate: { of: 住院费用, by: 八成 }",
    "U004",
    "八成",
    "标准",
  ],
];

describe("a slip in a mechanism", () => {
  it.each(SLIPS)("%s: %s", (name, _, old, wrong, code, sought, part) => {
    const good = text(name);
    expect(parseRules(good, "x.yaml", NO_PARENTS).ok).toBe(true);
    expect(good).toContain(old);
    const bad = good.replace(old, () => wrong);
    const parsed = parseRules(bad, "x.yaml", NO_PARENTS);
    const problems = parsed.ok ? [] : parsed.problems;
    const told = problems.map((p) => {
      const line = bad.split("\n")[p.place.row - 1] ?? "";
      return `${p.code} ${line.slice(Number(p.place.column) - 1)} ${messageOf(p).zh}`;
    });
    const first = sought.split("\n")[0] ?? "";
    expect(
      told.filter((t) => t.startsWith(`${code} ${first}`) && t.includes(part)),
      told.join("\n"),
    ).toHaveLength(1);
    for (const p of problems) {
      expect(messageOf(p).zh).not.toMatch(/[Ii]nvalid|expected|received|Unrecognized|undefined|\[object/);
    }
  });
});
