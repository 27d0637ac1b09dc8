/** An edition against its document and its examples. */
import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { checkRules } from "../../src/rules/check.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { readRulesFile } from "../../src/rules/parse.ts";
import { edition2023, rulesText } from "./edition.ts";

const file = edition2023();
const parsed = parseExamples(rulesText("2023.examples.yaml"), "2023.examples.yaml", file.rules);
const examples = parsed.ok ? parsed.value : [];
const document = { name: "2023.txt", text: rulesText("2023.txt") };

describe("the edition of 2023", () => {
  it("holds: quotes, sums, examples", () => {
    expect(checkRules(file, document, examples)).toEqual([]);
  });

  it("quotes every sum of the document by a programme: it rests on no exception", () => {
    const without = { ...file, rules: { ...file.rules, notComputed: [] } };
    expect(checkRules(without, document, examples)).toEqual([]);
  });
});

describe("a quote", () => {
  it("that is not in the document is told at its line", () => {
    const text = rulesText("2023.yaml").replace("标准为每人460元", "标准为每人500元");
    const read = readRulesFile(text, "2023.yaml");
    if (!read.ok) throw new Error("does not parse");
    const problems = checkRules(read.value, document, examples);
    expect(problems.map((p) => p.code)).toEqual(["U006", "U007"]);
    const row = text.slice(0, text.indexOf("标准为每人500元")).split("\n").length;
    expect(problems[0]?.place).toEqual({ file: "2023.yaml", sheet: "", row, column: "12" });
  });

  it("may differ in width and spaces, and the document may wrap", () => {
    const wrapped = { ...document, text: document.text.replaceAll("元", "\n 元").replaceAll("（", "(") };
    expect(checkRules(file, wrapped, examples)).toEqual([]);
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
    const problems = checkRules(file, longer, examples);
    expect(problems.map((p) => p.code)).toEqual(["U007"]);
    expect(problems[0] && messageOf(problems[0]).zh).toContain(told);
    expect(problems[0]?.place.file).toBe("2023.txt");
    expect(problems[0]?.place.row).toBeGreaterThan(document.text.split("\n").length);
  });

  it("元旦 is no sum", () => {
    const longer = { ...document, text: `${document.text}。2024元旦。` };
    expect(checkRules(file, longer, examples)).toEqual([]);
  });

  it("is settled by not-computed", () => {
    const longer = { ...document, text: `${document.text}。另给每户88元。` };
    const notComputed = [...file.rules.notComputed, { quote: "另给每户88元", because: "街镇自定" }];
    expect(checkRules({ ...file, rules: { ...file.rules, notComputed } }, longer, examples)).toEqual([]);
  });
});

describe("a programme without example", () => {
  it("is told at its key", () => {
    const without = examples.filter((example) => !example.expect.has("gift-pack"));
    const problems = checkRules(file, document, without);
    expect(problems.map((p) => p.code)).toEqual(["U008"]);
    expect(problems[0] && messageOf(problems[0]).zh).toContain("新春大礼包");
    expect(problems[0]?.place).toEqual(file.at(["programmes", "gift-pack"], "key"));
  });
});
