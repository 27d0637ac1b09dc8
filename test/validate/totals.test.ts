/** Totals that a list states, held against its rows. */
import { describe, expect, it } from "vitest";
import { idOf, list, problems, season, sheet } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号", "金额"];
const row = (n: number, amount = "500") => [`甲${n}`, idOf("19600101", n), `88000000000${n}`, amount];
const three = [row(1), row(2), row(3)];

/** What is said of the totals: "7 500.00 元/1500.00 元". */
function said(rows: readonly (readonly string[])[], header: readonly string[] = HEADER, file = "总工会 困难职工.xlsx") {
  return problems(season([list(file, header, rows)]), "V022").map((p) => {
    const { stated, counted } = p.params as { stated: string; counted: string };
    return `${p.place.row} ${stated}/${counted}`;
  });
}

describe("right totals", () => {
  it.each([
    ["a sum and a number of people", ["合计", "3人", "", "1500"]],
    ["a sum with its unit", ["合计：", "", "", "1,500.00元"]],
    ["all in one cell", ["合计3人，1500元", "", "", ""]],
    ["a number of households, a row each", ["共计", "3户", "", "1500"]],
    ["words alone", ["合计", "", "", ""]],
    ["a sum in words", ["合计（大写）", "壹仟伍佰元整", "", ""]],
    ["人次 and 人均 are no people", ["合计", "7人次，人均500元", "", "1500"]],
  ])("%s", (_, total) => {
    expect(said([...three, total])).toEqual([]);
  });

  it("subtotals each of their rows, the total of all", () => {
    expect(
      said([
        row(1),
        ["小计", "1人", "", "500"],
        row(2),
        row(3),
        ["小计", "2人", "", "1000"],
        ["合计", "3人", "", "1500"],
      ]),
    ).toEqual([]);
  });

  it("a total above the rows", () => {
    expect(said([["合计", "3人", "", "1500"], ...three])).toEqual([]);
  });

  it("the households of heads, the people of members", () => {
    const header = ["户编号", "姓名", "身份证号", "与户主关系", "保障人数"];
    const family = [
      ["D1", "甲1", idOf("19600101", 1), "户主", "2"],
      ["D1", "甲2", idOf("19600101", 2), "配偶", "2"],
      ["合计", "1户", "2人"],
    ];
    expect(said(family, header, "民政 低保.xlsx")).toEqual([]);
  });

  it("the people of households that have one row each", () => {
    const header = ["户主姓名", "户主身份证号", "保障人数"];
    const rows = [["甲1", idOf("19600101", 1), "2"], ["甲2", idOf("19600101", 2), "3"], ["合计2户5人"]];
    expect(said(rows, header, "民政 低保.xlsx")).toEqual([]);
  });

  it("of the whole sheet below its last list", () => {
    const rows = [
      ["一、重残无业"],
      HEADER,
      row(1),
      ["小计", "", "", "500"],
      ["二、特困人员"],
      HEADER,
      row(2),
      ["总计", "2人", "", "1000"],
    ];
    expect(problems(season([sheet("民政.xlsx", rows)]), "V022")).toEqual([]);
  });
});

describe("wrong totals", () => {
  it.each([
    ["the sum", [...three, ["合计", "", "", "1600"]], ["5 1600.00 元/1500.00 元"]],
    ["the people", [...three, ["合计", "4人", "", "1500"]], ["5 4 人/3 人"]],
    ["both", [...three, ["合计", "4人", "", "2000"]], ["5 2000.00 元/1500.00 元", "5 4 人/3 人"]],
    ["a subtotal", [row(1), ["小计", "", "", "600"], row(2), ["合计", "", "", "1000"]], ["3 600.00 元/500.00 元"]],
    ["the total above", [["合计", "", "", "2000"], ...three], ["2 2000.00 元/1500.00 元"]],
  ])("%s", (_, rows, wrong) => {
    expect(said(rows).sort()).toEqual([...wrong].sort());
  });

  it("stand at their cell, and say how many sums could not be read", () => {
    const rows = [row(1), row(2, "五百元"), ["合计", "", "", "1000"]];
    const [found] = problems(season([list("总工会 困难职工.xlsx", HEADER, rows)]), "V022");
    expect(found?.place).toMatchObject({ row: 4, column: "金额(D)" });
    expect(found?.params).toEqual({ stated: "1000.00 元", counted: "500.00 元", rows: 2, unread: 1 });
  });
});
