/** An edition on top of another: what changed is the child's, all else the parent's, each at its own place. */
import { describe, expect, it } from "vitest";
import { messageOf, type Problem } from "../../src/problem/problem.ts";
import { type RulesFile, type RulesSource, readRulesFile } from "../../src/rules/parse.ts";
import { edition2023, rulesText } from "./edition.ts";

const PARENT = rulesText("2023.yaml");
const HEAD = `edition: "2024"
extends: "2023"
title: 二〇二四年
document: { number: 文, issued: 2023-12-19, text: 2024.txt }
period: { from: 2023-12-11, to: 2024-02-20, listed-in: 2024-01, paid-by: 2024-02-09 }
`;

function read(child: string, parent = PARENT): { file: RulesFile | null; problems: readonly Problem[] } {
  const sources: Record<string, RulesSource> = { 2023: { name: "2023.yaml", text: parent } };
  const found = readRulesFile({ name: "2024.yaml", text: child }, (edition) => sources[edition] ?? null);
  return found.ok ? { file: found.value, problems: [] } : { file: null, problems: found.problems };
}

function rulesOf(child: string, parent = PARENT) {
  const { file, problems } = read(child, parent);
  if (file === null) throw new Error(problems.map((p) => messageOf(p).zh).join("\n"));
  return file;
}

const told = ({ problems }: ReturnType<typeof read>) =>
  problems.map((p) => `${p.code} ${p.place.file}:${p.place.row}:${p.place.column} ${messageOf(p).zh}`);

describe("an edition that changes nothing", () => {
  it("is its parent under another name", () => {
    const { rules } = rulesOf(HEAD);
    const { rules: parent } = edition2023();
    expect({ ...rules, edition: "", title: "", document: "", period: "" }).toEqual({
      ...parent,
      edition: "",
      title: "",
      document: "",
      period: "",
    });
    expect([rules.edition, rules.title, rules.document.text]).toEqual(["2024", "二〇二四年", "2024.txt"]);
  });

  it("changes where its parent changes", () => {
    const { rules } = rulesOf(HEAD, PARENT.replace("amount: { flat: 460 }", "amount: { flat: 470 }"));
    expect(rules.programmes.find((p) => p.id === "winter-warmth")?.amount.said).toBe(47_000);
  });
});

describe("what a child says", () => {
  it("one key of a programme, the others as they were", () => {
    const { rules } = rulesOf(`${HEAD}programmes:\n  winter-warmth: { amount: { flat: 500 } }\n`);
    const before = edition2023().rules.programmes.find((p) => p.id === "winter-warmth");
    const after = rules.programmes.find((p) => p.id === "winter-warmth");
    expect(after).toEqual({ ...before, amount: { kind: "flat", said: 50_000, steps: [] } });
  });

  it("a programme that is dropped, with what spoke of it", () => {
    const child = `${HEAD}programmes:\n  gift-pack: dropped\nreadings:\n  - { title: 题, says: 话, quote: 句, programmes: [winter-warmth] }\n`;
    const { rules } = rulesOf(child);
    expect(rules.programmes).toHaveLength(26);
    expect(rules.programmes.map((p) => p.number)).toEqual(Array.from({ length: 26 }, (_, i) => i + 1));
    expect(rules.readings.map((r) => r.title)).toEqual(["题"]);
  });

  it("a new programme and a new category stand behind the parent's", () => {
    const child = `${HEAD}categories:\n  环卫: { agency: 民政, written: [环卫工人] }
programmes:
  heat: { name: 高温慰问, clause: 四, quote: 句, agency: 民政, fund: 市区财政, channel: bank, unit: person, eligible: { any: [环卫] }, amount: { flat: 88 }, purpose: 高温, published: no }
`;
    const { rules } = rulesOf(child);
    expect(rules.programmes.at(-1)).toMatchObject({ id: "heat", number: 28, name: "高温慰问" });
    expect([...rules.categories.keys()].at(-1)).toBe("环卫");
  });

  it("each part rests on the document of the edition that says it", () => {
    const file = rulesOf(`${HEAD}programmes:\n  winter-warmth: { quote: 新句 }\n`);
    expect(file.documentOf(["programmes", "winter-warmth", "quote"])).toBe("2024.txt");
    expect(file.documentOf(["programmes", "special-festival", "quote"])).toBe("2023.txt");
    expect(file.documentOf(["overlaps", 0, "quote"])).toBe("2023.txt");
    expect(file.documents).toEqual(["2023.txt", "2024.txt"]);
  });
});

describe("a slip", () => {
  it("in the child is told in the child", () => {
    expect(told(read(`${HEAD}programmes:\n  winter-warmth: { amount: { flat: 46o } }\n`))).toEqual([
      expect.stringMatching(/^U003 2024\.yaml:7:36 .*“46o”不是金额/),
    ]);
  });

  it("in the parent is told in the parent", () => {
    const broken = PARENT.replace("amount: { flat: 460 }", "amount: { flat: 46o }");
    const row = broken.slice(0, broken.indexOf("46o")).split("\n").length;
    expect(told(read(HEAD, broken))).toEqual([expect.stringMatching(new RegExp(`^U003 2023\\.yaml:${row}:`))]);
  });

  it.each([
    ["a parent that there is not", HEAD.replace('extends: "2023"', 'extends: "2021"'), "找不到上一版“2021”"],
    ["dropping what there is not", `${HEAD}programmes:\n  gift-pak: dropped\n`, "不用写 dropped"],
    [
      "dropping what others refer to",
      `${HEAD}programmes:\n  special-festival: dropped\n`,
      "没有叫“special-festival”的项目",
    ],
    ["a document that is not said", HEAD.replace(/document: .*\n/, ""), "缺少“document”"],
    [
      "a key that a programme does not have",
      `${HEAD}programmes:\n  winter-warmth: { amont: { flat: 1 } }\n`,
      "相近的：amount",
    ],
  ])("%s", (_, child, part) => {
    expect(told(read(child)).join("\n")).toContain(part);
  });

  it("editions that extend one another", () => {
    const sources: Record<string, RulesSource> = {
      a: { name: "a.yaml", text: HEAD.replace('"2023"', "b") },
      b: { name: "b.yaml", text: HEAD.replace('"2023"', "a") },
    };
    const found = readRulesFile({ name: "a.yaml", text: HEAD.replace('"2023"', "b") }, (name) => sources[name] ?? null);
    expect(found.ok ? [] : found.problems.map((p) => messageOf(p).zh)).toEqual([
      expect.stringContaining("互相作上一版"),
    ]);
  });
});

describe("2022.yaml", () => {
  it("is said to be inferred, wherever its title stands", () => {
    const found = readRulesFile({ name: "2022.yaml", text: rulesText("2022.yaml") }, () => ({
      name: "2023.yaml",
      text: PARENT,
    }));
    if (!found.ok) throw new Error("2022.yaml does not hold");
    const { rules } = found.value;
    expect([rules.title, rules.inferred]).toEqual([
      "长宁区2022年元旦春节期间帮困送温暖活动（推定）",
      "今年各部门采取的帮困措施标准均与去年保持一致",
    ]);
    expect(rules.programmes).toEqual(edition2023().rules.programmes);
    expect(rules.readings[0]?.programmes).toEqual(rules.programmes.map((p) => p.id));
  });
});
