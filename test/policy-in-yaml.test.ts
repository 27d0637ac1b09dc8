/**
 * Nothing of the policy stands in `src/`: a change of a copy of rules/2023.yaml, and of nothing else, changes what comes
 * out; and no source file holds a programme's name, a fund, a category, or a sum of the plan.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Rules } from "../src/model/rules.ts";
import { NO_PARENTS, parseRules } from "../src/rules/parse.ts";
import { rulesText } from "./rules/edition.ts";
import { account, idOf, list, payments, RULES, season, verdict, verdicts } from "./say.ts";

const YAML = rulesText("2023.yaml");

/** The edition with some texts of its file replaced, each standing there exactly once. */
function edited(...changes: readonly (readonly [from: string, to: string])[]): Rules {
  let text = YAML;
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2)
      throw new Error(`“${from}” stands ${text.split(from).length - 1} times in 2023.yaml`);
    text = text.replace(from, () => to);
  }
  const read = parseRules(text, "2023.yaml", NO_PARENTS);
  if (!read.ok) throw new Error(`the edited rules do not hold: ${JSON.stringify(read.problems)}`);
  return read.value;
}

const id = idOf("19600101");
const HEADER = ["姓名", "身份证号", "账号", "金额"];
const one = (file: string, sum = "") => list(file, HEADER, [["张三", id, account(1), sum]]);
const AMOUNT = (id: string, from: string, to: string): readonly [string, string] => {
  const at = YAML.indexOf(`\n  ${id}:\n`);
  const end = YAML.indexOf("\n\n", at);
  const section = YAML.slice(at, end);
  if (at < 0 || !section.includes(from)) throw new Error(`${id} has no ${from}`);
  return [section, section.replace(from, to)];
};

describe("an edit of the YAML alone changes", () => {
  it("a standard: 460 to 480", () => {
    const rules = edited(["amount: { flat: 460 }", "amount: { flat: 480 }"]);
    expect(verdict(season([one("民政 御寒困难.xlsx")]), "winter-warmth", "张三")).toBe("granted 460.00");
    expect(verdict(season([one("民政 御寒困难.xlsx")], { rules }), "winter-warmth", "张三")).toBe("granted 480.00");
  });

  it("the standard of each further member", () => {
    const rules = edited(["{ first: 700, further: 100 }", "{ first: 720, further: 110, at-most: 900 }"]);
    const low = (size: string) => [
      list("民政 低保.xlsx", ["姓名", "身份证号", "保障人数", "账号"], [["张三", id, size, account(1)]]),
    ];
    expect(["1", "2", "5"].map((size) => verdict(season(low(size), { rules }), "general-festival", "张三"))).toEqual([
      "granted 720.00",
      "granted 830.00",
      "granted 900.00",
    ]);
  });

  it("a tier", () => {
    const rules = edited(["- { any: [大病重病残疾人], flat: 800 }", "- { any: [大病重病残疾人], flat: 850 }"]);
    expect(verdict(season([one("残联 大病重病.xlsx")], { rules }), "disabled-relief", "张三")).toBe("granted 850.00");
  });

  it("a range and a mean", () => {
    const rules = edited(
      ["{ from: 500, to: 2000 }", "{ from: 600, to: 1800 }"],
      ["{ mean-at-most: 3000 }", "{ mean-at-most: 2500 }"],
    );
    const women = (sum: string) => verdict(season([one("妇联.xlsx", sum)], { rules }), "women-festival", "张三");
    expect([women("550"), women("600"), women("1900")]).toEqual([
      "held 550.00 D104",
      "granted 600.00",
      "held 1900.00 D104",
    ]);
    expect(verdict(season([one("惠民帮扶.xlsx", "3000")], { rules }), "huimin-relief", "张三")).toBe(
      "held 3000.00 D106",
    );
  });

  it("a plan", () => {
    const rules = edited(["plan: { total: 650000 }", "plan: { total: 100 }"]);
    expect(season([one("总工会 劳模.xlsx", "500")], { rules }).problems.map((p) => p.code)).toContain("D112");
  });

  it("a synonym", () => {
    const rules = edited(["      - 城乡低保\n", "      - 城乡低保\n      - 低保金领取户\n      - 生活困难救济对象\n"]);
    expect(verdicts(season([one("民政 生活困难救济对象.xlsx")]))).toEqual([]);
    expect(verdicts(season([one("民政 生活困难救济对象.xlsx")], { rules }))).toEqual([
      "general-festival 张三: granted 700.00",
    ]);
  });

  it("the name of an agency", () => {
    const rules = edited(["written: [团区委, 共青团, 团委]", "written: [团区委, 共青团, 团委, 青少年事务办]"]);
    expect(season([one("青少年事务办.xlsx", "500")], { rules }).lists[0]).toMatchObject({
      agency: "团区委",
      category: "困境青少年",
    });
    expect(season([one("青少年事务办.xlsx", "500")]).lists[0]).toMatchObject({ agency: "", held: true });
  });

  it("a fund's text, on the batch and in its total", () => {
    const rules = edited(["  失业保险: 失业保险金\n", "  失业保险: 失业保险基金(市级)\n"]);
    const { batches } = season([one("人社 登记失业.xlsx")], { rules }).disbursement;
    expect(batches.map((b) => [b.fund, b.total])).toEqual([["失业保险基金(市级)", 75_000]]);
  });

  it("a programme's fund: then it shares a batch with no other", () => {
    const rules = edited(AMOUNT("winter-warmth", "fund: 市区财政", "fund: 慈善"));
    const both = [one("民政 特困.xlsx")];
    expect(season(both).disbursement.batches.length).toBe(1);
    expect(season(both, { rules }).disbursement.batches.map((b) => b.fund)).toEqual([
      "市、区财政(原渠道)",
      "慈善基金会长宁代表处",
    ]);
  });

  it("a programme's name and purpose", () => {
    const rules = edited(AMOUNT("unemployed-festival", "name: 登记失业人员节日补助", "name: 失业人员新春补助"), [
      "purpose: 失业人员补助",
      "purpose: 新春补助",
    ]);
    const outcome = season([one("人社 登记失业.xlsx")], { rules });
    expect(payments(outcome)).toEqual([`2023-001#1 ${account(1)} 张三 失业人员新春补助 750.00 ×1`]);
    expect(outcome.disbursement.batches[0]?.payments[0]?.purpose).toBe("新春补助");
  });

  it("the channel", () => {
    const rules = edited(AMOUNT("carers-festival", "channel: bank", "channel: visit"));
    const { batches, sheets } = season([one("民政 包户组.xlsx")], { rules }).disbursement;
    expect([batches.length, sheets.map((s) => s.total)]).toEqual([0, [30_000]]);
  });

  it("what a programme asks to know of a person", () => {
    const unknown = [list("团区委 困境青少年.xlsx", ["姓名", "地址", "金额"], [["小明", "一弄1号", "500"]])];
    const rules = edited(AMOUNT("youth-visit", "unit: person", "unit: person\n    identity: name"));
    expect(verdict(season(unknown), "youth-visit", "小明")).toBe("held 500.00 V101");
    expect(verdict(season(unknown, { rules }), "youth-visit", "小明")).toBe("granted 500.00");
  });

  it("the order of preference of the visits", () => {
    const visits = [
      one("区领导走访.xlsx"),
      one("街镇领导走访.xlsx"),
      one("双结对.xlsx", "500"),
      one("两新困难党员.xlsx", "500"),
    ];
    const stays = (rules: Rules) => verdicts(season(visits, { rules })).filter((v) => v.includes("granted"));
    const order = (to: string): readonly [string, string] => [
      "at-most-one: [leaders-visit, street-visit, twin-visit, party-visit]",
      `at-most-one: [${to}]`,
    ];
    expect(stays(RULES)).toEqual(["leaders-visit 张三: granted 1000.00"]);
    expect(stays(edited(order("party-visit, twin-visit, street-visit, leaders-visit")))).toEqual([
      "party-visit 张三: granted 500.00",
    ]);
    expect(stays(edited(order("street-visit, leaders-visit")))).toEqual([
      "party-visit 张三: granted 500.00",
      "twin-visit 张三: granted 500.00",
      "street-visit 张三: granted 500.00",
    ]);
  });

  it("the reason why a visit is left out", () => {
    const rules = edited([
      "because: 本次不安排：该户已由其他部门走访慰问，建议把名额转给其他困难家庭",
      "because: 一户只走访一次",
    ]);
    const outcome = season([one("区领导走访.xlsx"), one("双结对.xlsx", "500")], { rules });
    expect(outcome.disbursement.entitlements.find((e) => e.result === "denied")?.reasons[0]?.zh).toBe(
      "一户只走访一次：同一户已有区领导走访慰问",
    );
  });

  it("who is not counted in a household", () => {
    const rules = edited([
      "    counted: { all-but-granted: [special-festival] }",
      "    counted: { all-but-granted: [special-festival, unemployed-festival] }",
    ]);
    const header = ["姓名", "身份证号", "户编号", "账号"];
    const low = list("民政 低保.xlsx", header, [
      ["张三", id, "1", account(1)],
      ["李四", idOf("19620101"), "1", ""],
    ]);
    const lists = [low, list("人社 登记失业.xlsx", HEADER, [["李四", idOf("19620101"), account(2), ""]])];
    expect(verdict(season(lists), "general-festival", "张三")).toBe("granted 800.00");
    expect(verdict(season(lists, { rules }), "general-festival", "张三")).toBe("granted 700.00");
    expect(verdict(season([low], { rules, without: "重残无业,特困供养" }), "general-festival", "张三")).toBe(
      "held 800.00 D101",
    );
  });

  it("which pairs are asked about", () => {
    const rules = edited(["\nask:\n", "\nask:\n  veterans-festival+special-festival:\n    source: 试问\n"]);
    const both = [one("退役军人 优抚.xlsx"), one("民政 重残无业.xlsx")];
    expect(season(both).problems.map((p) => p.code)).not.toContain("D111");
    expect(season(both, { rules }).problems.map((p) => p.code)).toContain("D111");
  });

  it("the words of a column that shuts out", () => {
    const rules = edited(["is: [未通过, 不通过,", "is: [退回, 不通过,"]);
    const returnee = [
      list("民政 支内回沪.xlsx", ["姓名", "身份证号", "账号", "复审结果"], [["张三", id, account(1), "退回"]]),
    ];
    expect(verdict(season(returnee), "frontier-returnees", "张三")).toBe("granted 700.00");
    expect(verdict(season(returnee, { rules }), "frontier-returnees", "张三")).toBe("denied N2");
  });

  it("a whole programme, added: its list is due, and pays", () => {
    const added = `  heat-relief:
    name: 高温慰问
    clause: 三(一)3
    quote: 标准为每人460元
    agency: 民政
    fund: 市区财政
    channel: bank
    unit: person
    eligible: { any: [环卫工人] }
    amount: { flat: 88 }
    purpose: 高温慰问
    published: no

  special-festival:
`;
    const rules = edited(
      ["\ncategories:\n", "\ncategories:\n  环卫工人:\n    agency: 民政\n    written: [环卫工人, 高温慰问]\n"],
      ["  special-festival:\n", added],
    );
    expect(verdicts(season([one("民政 环卫工人.xlsx")], { rules }))).toEqual(["heat-relief 张三: granted 88.00"]);
  });
});

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const LITERAL = /"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g;

/** What a machine reads of a file: comments may quote the document. */
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => {
    const code = readFileSync(join(SRC, name), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/(^|\s)\/\/.*$/gm, "");
    const literals = [...code.matchAll(LITERAL)].map(([literal]) => literal.slice(1, -1));
    return { name: name.replaceAll("\\", "/"), literals, code: code.replace(LITERAL, "") };
  });

/** The files that compute and write; help and the messages about rules files may show an example. */
const working = sources.filter(({ name }) => !/^(cli|rules\/)/.test(name));

describe("no source file holds", () => {
  const saying = (text: string, among = sources) =>
    among.filter(({ literals }) => literals.some((l) => l.includes(text))).map((s) => s.name);
  const equal = (text: string) => sources.filter(({ literals }) => literals.includes(text)).map((s) => s.name);

  it("what was not looked at", () => {
    expect(sources.length).toBeGreaterThanOrEqual(150);
    expect(working.length).toBeGreaterThanOrEqual(120);
    expect(sources.reduce((n, { literals }) => n + literals.length, 0)).toBeGreaterThan(3000);
    expect(saying("没有表头")).toContain("problem/catalogue/lists.ts");
  });

  it.each(RULES.programmes.map((p) => [p.name, p.id] as const))("%s, nor %s", (name, key) => {
    expect([...equal(name), ...equal(key)]).toEqual([]);
    expect([...saying(name, working), ...saying(key, working)]).toEqual([]);
  });

  it.each([...new Set(RULES.programmes.map((p) => p.fund))].filter((fund) => fund.length > 1))(
    "the fund %s",
    (fund) => {
      expect(saying(fund)).toEqual([]);
    },
  );

  it.each([...RULES.agencies.values()].map((a) => a.name))("the agency %s", (name) => {
    expect(saying(name)).toEqual([]);
  });

  it.each([...RULES.categories.keys()])("the category %s", (category) => {
    // As a whole literal: a message may show how a title is written.
    expect(equal(category)).toEqual([]);
  });

  it("a sum of the plan, in yuan or in fen", () => {
    const said = [...YAML.matchAll(/(?:flat|first|further|from|to|mean-at-most|total|people): (\d{3,})(?![\d-])/g)];
    const sums = [...new Set(said.map(([, sum]) => Number(sum)))].sort((a, b) => a - b);
    expect(sums).toEqual(
      expect.arrayContaining([100, 180, 300, 460, 500, 700, 750, 1000, 1200, 2000, 450_000, 5_000_000]),
    );
    // 100 and 400 belong to the calendar, 500 and 1000 to limits of files; they stand in nothing that decides.
    const deciding = working.filter(({ name }) => /^(validate|join|decide|pay)\/|^compute/.test(name));
    expect(deciding.length).toBeGreaterThanOrEqual(30);
    const hits = deciding.flatMap(({ name, code }) =>
      [...code.matchAll(/(?<![\w.])\d[\d_]*(?![\w.])/g)]
        .map(([number]) => Number(number.replaceAll("_", "")))
        .filter((number) => sums.includes(number) || sums.includes(number / 100))
        .map((number) => `${name}: ${number}`),
    );
    expect(hits).toEqual([]);
  });
});
