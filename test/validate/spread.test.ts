/** Merged cells between the rows: a household's hold for each of its rows, a sum counts once, a name is a question. */
import { describe, expect, it } from "vitest";
import { codes, idOf, list, places, problems, season, verdicts } from "../say.ts";

const [one, two, three] = [1, 2, 3].map((n) => idOf("19600101", n)) as [string, string, string];
const HEADER = [
  "户编号",
  "姓名",
  "身份证号",
  "与户主关系",
  "保障人数",
  "居委",
  "地址",
  "联系电话",
  "开户行",
  "账号",
  "户名",
];
const FAMILY = [
  ["D1", "张三", one, "户主", "3", "听涛居委", "一弄1号", "62520001", "上海银行", "880000000001", "张三"],
  ["", "李四", two, "配偶", "", "", "", "", "", "", ""],
  ["", "王五", three, "子女", "", "", "", "", "", "", ""],
];
const over = (...letters: readonly string[]) => letters.map((letter) => `${letter}2:${letter}4`);

describe("a household's cells over its members", () => {
  const outcome = season([list("民政 低保.xlsx", HEADER, FAMILY, { merged: over(..."AEFGHIJK") })]);

  it("hold for each row", () => {
    expect(
      outcome.entries.map((e) => [
        e.householdNumber,
        e.covered,
        e.committee,
        e.address,
        e.phone,
        e.account,
        e.accountName,
      ]),
    ).toEqual(Array.from({ length: 3 }, () => ["D1", 3, "听涛居委", "一弄1号", "62520001", "880000000001", "张三"]));
    expect(verdicts(outcome)).toEqual(["general-festival 张三: granted 900.00"]);
  });

  it("are told once, with their number", () => {
    const cells = problems(outcome, "V023").map((p) => (p.params as { cells: number }).cells);
    expect(cells).toEqual([16]);
    expect(codes(outcome)).not.toContain("V029");
  });
});

it("a relation, a birth date or an unknown column is nobody else's", () => {
  const rows = [
    ["张三", one, "户主", "1950.1.2", "甲"],
    ["李四", two, "", "", ""],
  ];
  const outcome = season([
    list("民政 特困.xlsx", ["姓名", "身份证号", "与户主关系", "出生日期", "附记"], rows, {
      merged: ["C2:C3", "D2:D3", "E2:E3"],
    }),
  ]);
  expect(outcome.entries.map((e) => [e.isHead, e.bornOn])).toEqual([
    [true, "1950-01-02"],
    [false, ""],
  ]);
  expect(codes(outcome)).not.toContain("V023");
});

it("a category merged over rows is each row's", () => {
  const rows = [
    ["重残无业", "张三", one],
    ["", "李四", two],
    ["特困", "王五", three],
  ];
  const outcome = season([list("民政.xlsx", ["类别", "姓名", "身份证号"], rows, { merged: ["A2:A3"] })]);
  expect(outcome.entries.map((e) => e.categories)).toEqual([["重残无业"], ["重残无业"], ["特困供养"]]);
});

it("a sum merged over rows counts once, in the first, and is said", () => {
  const rows = [
    ["张三", one, "880000000001", "500"],
    ["李四", two, "880000000002", ""],
    ["合计", "", "", "500"],
  ];
  const outcome = season([
    list("总工会 困难职工.xlsx", ["姓名", "身份证号", "账号", "金额"], rows, { merged: ["D2:D3"] }),
  ]);
  expect(outcome.entries.map((e) => e.listed)).toEqual([50_000, null]);
  expect(places(outcome, "V024")).toEqual([
    "总工会 困难职工.xlsx!Sheet1!2 金额(D), 总工会 困难职工.xlsx!Sheet1!3 金额(D)",
  ]);
  expect(places(outcome, "V022")).toEqual([]);
});

describe("a person's cells over several rows are a question", () => {
  const header = ["姓名", "身份证号", "开户行", "账号"];

  it("name and number: the first row is that person, the others are rejected, told once", () => {
    const rows = [
      ["张三", one, "上海银行", "880000000001"],
      ["", "", "工商银行", "880000000002"],
    ];
    const outcome = season([list("民政 特困.xlsx", header, rows, { merged: ["A2:A3", "B2:B3"] })]);
    expect(places(outcome, "V025")).toEqual(["民政 特困.xlsx!Sheet1!2 姓名(A), 民政 特困.xlsx!Sheet1!3 姓名(A)"]);
    expect(outcome.lists[0]?.tally).toMatchObject({ entries: 1, rejected: 1 });
    expect(codes(outcome)).not.toContain("V021");
  });

  it("the number alone: the other has none of his own", () => {
    const rows = [
      ["张三", one, "", "880000000001"],
      ["李四", "", "", "880000000002"],
    ];
    const outcome = season([list("民政 重残无业.xlsx", header, rows, { merged: ["B2:B3"] })]);
    expect(places(outcome, "V025")).toEqual([
      "民政 重残无业.xlsx!Sheet1!2 身份证号(B), 民政 重残无业.xlsx!Sheet1!3 身份证号(B)",
    ]);
    expect([...verdicts(outcome)].sort()).toEqual([
      "special-festival 张三: granted 1000.00",
      "special-festival 李四: held 1000.00 V101",
    ]);
  });
});

it("a merged remark over a whole row changes nothing", () => {
  const rows = [
    ["张三", one, "880000000001"],
    ["", "", ""],
    ["李四", two, "880000000002"],
  ];
  const outcome = season([list("民政 特困.xlsx", ["姓名", "身份证号", "账号"], rows, { merged: ["A3:C3", "C2:D4"] })]);
  expect(outcome.entries.map((e) => e.account)).toEqual(["880000000001", "880000000002"]);
});
