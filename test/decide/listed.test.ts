/** Sums that the list gives (reading 7): missing, out of bounds, ten times the median, a mean above its bound. */
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { account, codes, idOf, list, places, problems, season, settle, verdict, verdicts, yuan } from "../say.ts";

const NAMES = ["甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七"];
const rows = (sums: readonly string[]) =>
  sums.map((sum, at) => [NAMES[at] ?? "", idOf("19500101", at + 1), account(at + 1), sum]);
const HEADER = ["姓名", "身份证号", "账号", "金额"];

const women = (...sums: string[]): InputFile => list("妇联 困难重症妇女.xlsx", HEADER, rows(sums));
const union = (...sums: string[]): InputFile => list("总工会 困难职工.xlsx", HEADER, rows(sums));
const huimin = (...sums: string[]): InputFile => list("惠民服务社 惠民帮扶.xlsx", HEADER, rows(sums));

describe("a range bounds each row", () => {
  it.each([
    ["500", "granted 500.00"],
    ["500.00", "granted 500.00"],
    ["2000", "granted 2000.00"],
    ["￥1,234.56", "granted 1234.56"],
    ["499.99", "held 499.99 D104"],
    ["2000.01", "held 2000.01 D104"],
    ["", "held 0.00 D103"],
    ["0", "held 0.00 D103"],
    ["五百", "held 0.00 D103"],
    ["10000000", "held 10000000.00 D104"],
    ["10000000.01", "held 0.00 D103"],
    ["1.005", "held 0.00 D103"],
  ])("%j: %s", (sum, expected) => {
    expect(verdict(season([women(sum)]), "women-festival", "甲一")).toBe(expected);
  });

  it("telephone numbers in the column of sums are no money, however many rows there are", () => {
    // A sheet of them would add up to more than money can be: found by made-up files, where it stopped the run.
    const pasted = Array.from({ length: 900 }, (_, at) => [
      `甲${at}`,
      idOf("19500101", at + 1),
      account(at + 1),
      "13900000000",
    ]);
    const outcome = season([list("惠民服务社 惠民帮扶.xlsx", HEADER, pasted)]);
    expect(problems(outcome, "V201")).toHaveLength(900);
    expect(places(outcome, "V201")[0]).toBe("惠民服务社 惠民帮扶.xlsx!Sheet1!2 金额(D)");
    expect(verdicts(outcome)[0]?.split(": ")[1]).toBe("held 0.00 D103");
  });

  it("a row outside is held, the others go on", () => {
    const outcome = season([women("800", "3000", "900")]);
    expect(verdicts(outcome).map((v) => v.split(": ")[1])).toEqual([
      "granted 800.00",
      "held 3000.00 D104",
      "granted 900.00",
    ]);
    expect(places(outcome, "D104")).toEqual(["妇联 困难重症妇女.xlsx!Sheet1!3 金额(D)"]);
    expect(problems(outcome, "D104")[0]?.params).toEqual({ sum: "3000.00", from: "500.00", to: "2000.00" });
  });

  it("认可 grants the sum, 不予 denies it", () => {
    expect(verdict(settle([women("800", "3000")], "D104", "认可"), "women-festival", "乙二")).toBe("granted 3000.00");
    expect(verdict(settle([women("800", "3000")], "D104", "不予"), "women-festival", "乙二")).toBe("denied N4");
  });
});

describe("ten times the median of a list of five or more", () => {
  it.each([
    ["exactly ten times", ["100", "100", "100", "100", "1000"], "held 1000.00 D105"],
    ["a fen less", ["100", "100", "100", "100", "999.99"], "granted 999.99"],
    [
      "of four rows: no median worth the name",
      ["100", "100", "100", "", "9000"].filter((s) => s !== ""),
      "granted 9000.00",
    ],
    [
      "of an even number: the mean of the two in the middle",
      ["100", "100", "100", "200", "300", "1500"],
      "held 1500.00 D105",
    ],
    ["of an even number, a fen less", ["100", "100", "100", "200", "300", "1499.99"], "granted 1499.99"],
  ])("%s", (_, sums, expected) => {
    const last = NAMES[sums.length - 1] ?? "";
    expect(verdict(season([union(...sums)]), "union-relief", last)).toBe(expected);
  });

  it("only that row is held, and the median is named", () => {
    const outcome = season([union("500", "500", "500", "600", "50000")]);
    expect(verdicts(outcome).filter((v) => v.includes("held"))).toEqual(["union-relief 戊五: held 50000.00 D105"]);
    expect(problems(outcome, "D105")[0]?.params).toEqual({ sum: "50000.00", median: "500.00" });
  });

  it("认可 grants, 不予 denies", () => {
    const lists = [union("500", "500", "500", "600", "50000")];
    expect(verdict(settle(lists, "D105", "认可"), "union-relief", "戊五")).toBe("granted 50000.00");
    expect(verdict(settle(lists, "D105", "不予"), "union-relief", "戊五")).toBe("denied N4");
  });
});

describe("an average bounds the mean, not each row", () => {
  it.each([
    ["at the bound", ["3000", "3000"], ["granted 3000.00", "granted 3000.00"]],
    ["a row above it, the mean not", ["5000", "1000"], ["granted 5000.00", "granted 1000.00"]],
    ["a fen above it: all of them wait", ["3000", "3000.01"], ["held 3000.00 D106", "held 3000.01 D106"]],
  ])("%s", (_, sums, expected) => {
    expect(verdicts(season([huimin(...sums)])).map((v) => v.split(": ")[1])).toEqual(expected);
  });

  it("over all rows of the programme, whatever their lists", () => {
    const other = list("惠民综合帮扶（二）.xlsx", HEADER, [["辛八", idOf("19510101"), account(9), "1000"]]);
    expect(codes(season([huimin("4000", "4000")]))).toContain("D106");
    expect(codes(season([huimin("4000", "4000"), other]))).not.toContain("D106");
  });

  it("before overlaps: who is left out of the visits counts in the mean", () => {
    const twin = list("双结对.xlsx", HEADER, rows(["800", "200"]));
    const leaders = list("区领导走访.xlsx", ["姓名", "身份证号"], [["乙二", idOf("19500101", 2)]]);
    const outcome = season([twin, leaders]);
    expect(verdict(outcome, "twin-visit", "甲一")).toBe("granted 800.00");
    expect(verdict(outcome, "twin-visit", "乙二")).toBe("denied N3");
  });

  it("who is left out of the visits does not wait for the mean, and has no line of it", () => {
    const twin = list("双结对.xlsx", HEADER, rows(["800", "900"]));
    const leaders = list("区领导走访.xlsx", ["姓名", "身份证号"], [["乙二", idOf("19500101", 2)]]);
    const outcome = season([twin, leaders]);
    expect(verdict(outcome, "twin-visit", "甲一")).toBe("held 800.00 D106");
    expect(verdict(outcome, "twin-visit", "乙二")).toBe("denied N3");
    expect(places(outcome, "D106")).toEqual(["双结对.xlsx!Sheet1!2 金额(D)"]);
    expect(outcome.means.find((m) => m.programme.id === "twin-visit")).toMatchObject({ total: yuan(1700), units: 2 });
  });

  it("a broken mean for which nobody waits any more is not asked about", () => {
    const twin = list("双结对.xlsx", HEADER, rows(["800"]));
    const leaders = list("区领导走访.xlsx", ["姓名", "身份证号"], [["甲一", idOf("19500101", 1)]]);
    const outcome = season([twin, leaders]);
    expect(verdict(outcome, "twin-visit", "甲一")).toBe("denied N3");
    expect(codes(outcome)).not.toContain("D106");
  });

  it("one line in 核实结论 settles it, for all of them", () => {
    const lists = [huimin("4000", "3000", "3000")];
    expect(problems(season(lists), "D106").length).toBe(1);
    expect(verdicts(settle(lists, "D106", "认可")).map((v) => v.split(": ")[1])).toEqual([
      "granted 4000.00",
      "granted 3000.00",
      "granted 3000.00",
    ]);
    expect(verdicts(settle(lists, "D106", "不予")).map((v) => v.split(": ")[1])).toEqual([
      "denied N4",
      "denied N4",
      "denied N4",
    ]);
  });

  it("the mean and its bound are named, at every row", () => {
    const outcome = season([huimin("4000", "3000", "3000")]);
    expect(problems(outcome, "D106")[0]?.params).toEqual({
      programme: "惠民综合帮扶",
      mean: "3333.33",
      bound: "3000.00",
      units: 3,
    });
    expect(places(outcome, "D106")).toEqual([
      [2, 3, 4].map((n) => `惠民服务社 惠民帮扶.xlsx!Sheet1!${n} 金额(D)`).join(", "),
    ]);
  });
});

describe("the sum of a household", () => {
  const header = ["姓名", "身份证号", "户编号", "与户主关系", "账号", "金额"];
  const family = (first: string, second: string) =>
    list("惠民帮扶.xlsx", header, [
      ["甲一", idOf("19500101", 1), "1", "户主", account(1), first],
      ["乙二", idOf("19500101", 2), "1", "妻", "", second],
    ]);

  it.each([
    ["the head's", "2000", "", "granted 2000.00"],
    ["a member's, where the head's row has none", "", "2500", "granted 2500.00"],
    ["both rows say the same", "2000", "2000", "granted 2000.00"],
    ["the head's before a member's", "2000", "1000", "granted 2000.00"],
  ])("%s", (_, first, second, expected) => {
    expect(verdict(season([family(first, second)]), "huimin-relief", "甲一")).toBe(expected);
  });

  it("two different ones for one person are held", () => {
    const two = [list("总工会 劳模.xlsx", HEADER, rows(["500"])), list("总工会 困难职工.xlsx", HEADER, rows(["600"]))];
    expect(verdict(season(two), "union-relief", "甲一")).toBe("held 500.00 D107");
  });
});

describe("a sum stated where the rules fix it", () => {
  const disabled = (sum: string) => list("民政 重残无业.xlsx", HEADER, rows([sum]));

  it.each([
    ["1000", false],
    ["1000.00", false],
    ["", false],
    ["900", true],
    ["1460", true],
  ])("%j differs: %s; the rules decide all the same", (sum, told) => {
    const outcome = season([disabled(sum)]);
    expect(verdict(outcome, "special-festival", "甲一")).toBe("granted 1000.00");
    expect(codes(outcome).includes("D108")).toBe(told);
  });

  it("names both", () => {
    const outcome = season([disabled("900")]);
    expect(problems(outcome, "D108")[0]?.params).toEqual({
      programme: "特殊对象节日补助",
      stated: "900.00",
      decided: "1000.00",
    });
    expect(places(outcome, "D108")).toEqual(["民政 重残无业.xlsx!Sheet1!2 金额(D)"]);
  });

  it("a row that opens two programmes may state either, or both together", () => {
    const destitute = (sum: string) => codes(season([list("民政 特困.xlsx", HEADER, rows([sum]))])).includes("D108");
    expect([destitute("1000"), destitute("460"), destitute("1460"), destitute("1450")]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it("认可 is silent, 不予 drops it", () => {
    expect(codes(settle([disabled("900")], "D108", "认可"))).not.toContain("D108");
    expect(verdict(settle([disabled("900")], "D108", "不予"), "special-festival", "甲一")).toBe("denied N4");
  });
});

describe("plans are watched", () => {
  it("going over the planned total is a 警告, and nobody waits", () => {
    const outcome = season([union("400000", "300000")]);
    expect(verdicts(outcome).map((v) => v.split(": ")[1])).toEqual(["granted 400000.00", "granted 300000.00"]);
    expect(problems(outcome, "D112").map((p) => p.params)).toEqual([
      { programme: "总工会送温暖", what: "金额", whatEn: "yuan", plan: "650000.00", used: "700000.00" },
    ]);
  });

  it("at the plan nothing is said", () => {
    expect(codes(season([union("350000", "300000")]))).not.toContain("D112");
  });
});
