/** Households that only the order of the rows tells: read where every sign agrees, else said. */
import { describe, expect, it } from "vitest";
import { codes, idOf, list, misprinted, places, problems, season, verdicts } from "../say.ts";

const id = (n: number) => idOf("19600101", n);
const HEADER = ["户编号", "姓名", "身份证号", "与户主关系", "保障人数", "居委", "账号"];
const row = (number: string, n: number, relation: string, size = "", committee = "") => [
  number,
  `甲${n}`,
  id(n),
  relation,
  size,
  committee,
  `88000000000${n}`,
];

function lowIncome(rows: readonly (readonly string[])[], header: readonly string[] = HEADER, file = "民政 低保.xlsx") {
  const outcome = season([list(file, header, rows)]);
  const households = outcome.register.households.map((h) => h.members.map((m) => m.name).join("+"));
  return { outcome, households };
}

describe("the head, then the members", () => {
  it.each([
    ["the number on the first row only", [row("D1", 1, "户主", "2"), row("", 2, "配偶"), row("D2", 3, "户主", "1")]],
    ["no number at all", [row("", 1, "户主", "2"), row("", 2, "配偶"), row("", 3, "户主", "1")]],
    ["no size either", [row("", 1, "户主"), row("", 2, "配偶"), row("", 3, "本人")]],
  ])("%s", (_, rows) => {
    const { outcome, households } = lowIncome(rows);
    expect(households).toEqual(["甲1+甲2", "甲3"]);
    expect(verdicts(outcome)).toEqual(["general-festival 甲1: granted 800.00", "general-festival 甲3: granted 700.00"]);
    expect(places(outcome, "V029")).toEqual(["民政 低保.xlsx!Sheet1!3 与户主关系(D)"]);
    expect(codes(outcome)).not.toContain("V030");
  });

  it("a head whose number cannot be used keeps the members, and waits with them", () => {
    const rows = [["", "甲1", id(1).slice(0, 17), "户主", "2", "", "880000000001"], row("", 2, "配偶")];
    const { outcome, households } = lowIncome(rows);
    expect(households).toEqual(["甲1+甲2"]);
    expect(verdicts(outcome)).toEqual(["general-festival 甲1: held 800.00 V102"]);
  });

  it("a head whose check digit fails too", () => {
    const { households } = lowIncome([["", "甲1", misprinted(id(1)), "户主", "2", ""], row("", 2, "配偶")]);
    expect(households).toEqual(["甲1+甲2"]);
  });

  it("the head's name on each row", () => {
    const rows = [
      ["甲1", id(1), "甲1"],
      ["甲2", id(2), "甲1"],
      ["甲3", id(3), "甲3"],
    ];
    const { households } = lowIncome(rows, ["姓名", "身份证号", "户主姓名"]);
    expect(households).toEqual(["甲1+甲2", "甲3"]);
  });

  it("the number on the first row, and as many rows below as the size says", () => {
    const rows = [
      ["D1", "甲1", id(1), "2"],
      ["", "甲2", id(2), ""],
      ["D2", "甲3", id(3), "1"],
    ];
    const { households, outcome } = lowIncome(rows, ["户编号", "姓名", "身份证号", "保障人数"]);
    expect(households).toEqual(["甲1+甲2", "甲3"]);
    expect(codes(outcome)).toContain("V029");
  });
});

describe("what speaks against it", () => {
  it.each([
    ["a second wife", [row("", 1, "户主"), row("", 2, "配偶"), row("", 3, "配偶")], [3], [4]],
    ["another committee", [row("", 1, "户主", "", "听涛"), row("", 2, "子女", "", "望舒")], [], [3]],
    ["more than the size says", [row("", 1, "户主", "2"), row("", 2, "配偶"), row("", 3, "子女")], [3], [4]],
    ["no head above", [row("", 1, "配偶"), row("", 2, "户主")], [], [2]],
    [
      "sorted by relation",
      [row("", 1, "户主"), row("", 2, "户主"), row("", 3, "户主"), row("", 4, "子女"), row("", 5, "子女")],
      [],
      [5, 6],
    ],
    ["a size that the rows do not fill", [row("D1", 1, "", "3"), row("", 2, "")], [], [3]],
  ])("%s", (_, rows, placed, unplaced) => {
    const { outcome } = lowIncome(rows);
    const rowsOf = (code: "V029" | "V030") =>
      problems(outcome, code).flatMap((p) => [p.place, ...p.also].map((at) => at.row));
    expect(rowsOf("V029")).toEqual(placed);
    expect(rowsOf("V030")).toEqual(unplaced);
  });

  it("a list of persons: 与户主关系 tells nothing about the row above", () => {
    const { outcome, households } = lowIncome([row("", 1, "户主"), row("", 2, "子女")], HEADER, "民政 重残无业.xlsx");
    expect(households).toEqual(["甲1", "甲2"]);
    expect(codes(outcome).filter((code) => code === "V029" || code === "V030")).toEqual([]);
  });

  it("numbers of their own", () => {
    const { outcome, households } = lowIncome([row("D1", 1, "户主"), row("D2", 2, "配偶")]);
    expect(households).toEqual(["甲1", "甲2"]);
    expect(codes(outcome)).not.toContain("V029");
  });
});
