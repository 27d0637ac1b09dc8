/** Full-width signs where YAML wants its own: each at its place, and none where they belong to a text. */
import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { fullWidthSigns } from "../../src/rules/full-width.ts";
import { NO_PARENTS, parseRules } from "../../src/rules/parse.ts";
import { rulesText } from "./edition.ts";

const places = (text: string) =>
  fullWidthSigns(text, "x.yaml").map((p) => `${p.place.row}:${p.place.column} ${messageOf(p).zh.slice(0, 15)}`);

describe("a full-width sign", () => {
  it.each([
    ["a colon behind a key", "    name：冬令御寒补助", ["1:9 这里是全角的“：”，应当是半角"]],
    ["a colon behind a Chinese key", "  低保：{ agency: 民政 }", ["1:5 这里是全角的“：”，应当是半角"]],
    ["a comma in a list", "    any: [低保，特困]", ["1:13 这里是全角的“，”，应当是半角"]],
    ["a colon in braces", "    eligible: { any：[低保] }", ["1:20 这里是全角的“：”，应当是半角"]],
    ["brackets", "    any: ［低保］", ["1:10 这里是全角的“［”，应当是半角"]],
    ["a closing bracket", "    any: [低保］", ["1:13 这里是全角的“］”，应当是半角"]],
    ["braces", "    amount: ｛ flat: 460 ｝", ["1:13 这里是全角的“｛”，应当是半角"]],
    ["the dash of a list", "  － 华阳路街道", ["1:3 这里是全角的“－”，应当是半角"]],
    ["indentation", "\u3000\u3000name: 冬令", ["1:1 这里是全角空格，应当是半角空格"]],
    ["a remark", "    unit: person ＃ 每人", ["1:18 这里是全角的“＃”，应当是半角"]],
    [
      "two of them",
      "a: [甲，乙]\nb: [丙，丁]",
      ["1:6 这里是全角的“，”，应当是半角", "2:6 这里是全角的“，”，应当是半角"],
    ],
  ])("%s", (_, text, told) => {
    expect(places(text)).toEqual(told);
  });

  it.each([
    ["in a sentence", "    quote: 一是重残无业人员，标准为每人1000元：每年［一次］"],
    ["in a remark", "# 改动之后：运行 relief rules check，再运行 test"],
    ["behind a value", "  教育: 区教育局   # 方案没有写：推定"],
    ["in quotes within a list", '  written: ["甲，乙", 丙]'],
    ["in a text within braces", "  - { family: 三口之家，儿子重残无业, because: 三(一)2：例 }"],
    ["in a name", "  - “两新”组织困难党员"],
  ])("%s is a letter like any other", (_, text) => {
    expect(places(text)).toEqual([]);
  });

  it("is all that is said of a file that it breaks", () => {
    const text = rulesText("2023.yaml").replace("    name: 冬令御寒补助", "    name：冬令御寒补助");
    const parsed = parseRules(text, "2023.yaml", NO_PARENTS);
    expect(parsed.ok ? [] : parsed.problems.map((p) => p.code)).toEqual(["U015"]);
  });
});
