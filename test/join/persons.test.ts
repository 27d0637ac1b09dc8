/** Persons by ID number: 15 and 18 digits, names under one number, the same person twice. */
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { codes, idOf, list, misprinted, places, problems, season, settle, verdict, verdicts } from "../say.ts";

const one = idOf("19600101", 1);
const two = idOf("19600101", 2);
const HEADER = ["姓名", "身份证号", "账号"];
const ACCOUNT = "880000000001";

const civil = (name: string, id = one): InputFile => list("民政 重残无业.xlsx", HEADER, [[name, id, ACCOUNT]]);
const veterans = (name: string, id = one): InputFile => list("退役军人 优抚.xlsx", HEADER, [[name, id, ACCOUNT]]);
const work = (name: string, id = one): InputFile => list("人社 登记失业.xlsx", HEADER, [[name, id, ACCOUNT]]);

describe("a person", () => {
  it.each([
    ["with 15 digits here and 18 there", "110105491231002", "11010519491231002X"],
    ["with x here and X there", "11010519491231002x", "11010519491231002X"],
    ["full width here", "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"],
    ["with spaces here", "110105 19491231 002X", "11010519491231002X"],
  ])("%s is one", (_, here, there) => {
    const { register } = season([civil("张三", here), veterans("张三", there)]);
    expect(register.persons.map((p) => [p.idNumber, p.entries.length])).toEqual([["11010519491231002X", 2]]);
  });

  it("without a number is nobody else's, whatever the name", () => {
    const visits = (file: string) => list(file, ["姓名", "地址", "金额"], [["张三", "一弄1号", "500"]]);
    const { register } = season([visits("两新困难党员.xlsx"), visits("双结对.xlsx")]);
    expect(register.persons.length).toBe(2);
  });
});

describe("names under one number", () => {
  it("equal after cleaning are one", () => {
    const outcome = season([civil("阿依古丽•买买提"), veterans("阿依古丽 ．买买提"), work("阿依古丽·买 买提")]);
    expect(codes(outcome)).not.toContain("J101");
    expect(outcome.register.persons.map((p) => p.name)).toEqual(["阿依古丽·买买提"]);
  });

  it("Civil Affairs' spelling counts: what rests on the others waits, its own goes on", () => {
    const outcome = season([civil("张三"), veterans("张山"), work("张三")]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    expect(verdict(outcome, "veterans-festival", "张三")).toBe("held 1200.00 J101");
    expect(verdict(outcome, "unemployed-festival", "张三")).toBe("granted 750.00");
    expect(places(outcome, "J101")).toEqual(["退役军人 优抚.xlsx!Sheet1!2 姓名(A)"]);
    expect(places(outcome, "J108")).toContain("民政 重残无业.xlsx!Sheet1!2 姓名(A)");
  });

  it("all wait where Civil Affairs does not have the person", () => {
    const outcome = season([veterans("张山"), work("张三")]);
    expect(verdicts(outcome).map((v) => v.replace(/ .*:/, ""))).toEqual([
      "unemployed-festival held 750.00 J101",
      "veterans-festival held 1200.00 J101",
    ]);
  });

  it("a household whose head is held so waits", () => {
    const low = list(
      "民政 低保.xlsx",
      ["姓名", "身份证号", "户编号", "与户主关系", "账号"],
      [
        ["张三", one, "1", "户主", ACCOUNT],
        ["李四", two, "1", "妻", ""],
      ],
    );
    const outcome = season([low, list("民政 御寒困难.xlsx", HEADER, [["张山", one, ACCOUNT]])]);
    expect(outcome.disbursement.entitlements.map((e) => [e.programme.id, e.result, e.reasons[0]?.code])).toEqual([
      ["general-festival", "held", "J101"],
      ["winter-warmth", "held", "J101"],
    ]);
  });

  it("认可: the name in 内容 holds, and all go on", () => {
    const outcome = settle([civil("张三"), veterans("张山")], "J101", "认可");
    expect(verdicts(outcome)).toEqual([
      "special-festival 张山: granted 1000.00",
      "veterans-festival 张山: granted 1200.00",
    ]);
    expect(codes(outcome)).not.toContain("J101");
    expect(codes(outcome)).not.toContain("J108");
  });

  it("不予: this row is dropped, and counted as rejected", () => {
    const outcome = settle([civil("张三"), veterans("张山")], "J101", "不予");
    expect(verdicts(outcome)).toEqual(["special-festival 张三: granted 1000.00"]);
    expect(outcome.lists.map((l) => [l.file, l.tally.entries, l.tally.rejected])).toEqual([
      ["民政 重残无业.xlsx", 1, 0],
      ["退役军人 优抚.xlsx", 0, 1],
    ]);
    expect(outcome.laws.filter((law) => !law.holds)).toEqual([]);
  });

  it("不同人: both stay held, the number must be corrected", () => {
    const outcome = settle([veterans("张山"), work("张三")], "J101", "不同人", { which: (p) => p.content === "张三" });
    expect(outcome.disbursement.entitlements.map((e) => [e.result, e.reasons[0]?.code])).toEqual([
      ["held", "J101"],
      ["held", "J101"],
    ]);
  });
});

describe("the same person twice in one list", () => {
  const twice = list("民政 重残无业.xlsx", HEADER, [
    ["张三", one, ACCOUNT],
    ["李四", two, "880000000002"],
    ["张三", one, ACCOUNT],
  ]);

  it("has one entitlement, and a 警告 at the second row", () => {
    const outcome = season([twice]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: granted 1000.00",
      "special-festival 李四: granted 1000.00",
    ]);
    expect(places(outcome, "J102")).toEqual(["民政 重残无业.xlsx!Sheet1!4 身份证号(B)"]);
  });

  it("认可 is silent, 不予 drops the row", () => {
    expect(codes(settle([twice], "J102", "认可"))).not.toContain("J102");
    const dropped = settle([twice], "J102", "不予");
    expect(dropped.lists[0]?.tally).toMatchObject({ entries: 2, rejected: 1 });
    expect(verdicts(dropped).length).toBe(2);
  });
});

describe("agencies that disagree", () => {
  it("残联's 低保 whom Civil Affairs' list does not have: a 警告 for both, each programme by its own list", () => {
    const low = list("民政 低保.xlsx", HEADER, [["李四", two, ACCOUNT]]);
    const disabled = list("残联 低保.xlsx", HEADER, [["张三", one, "880000000003"]]);
    const outcome = season([low, disabled]);
    expect(problems(outcome, "J107")[0]?.params).toMatchObject({
      says: "区残联",
      leading: "区民政局",
      category: "低保",
    });
    expect(verdicts(outcome)).toEqual([
      "general-festival 李四: granted 700.00",
      "disabled-relief 张三: granted 400.00",
    ]);
  });

  it("a member of a 低保 household is no such case", () => {
    const low = list(
      "民政 低保.xlsx",
      ["姓名", "身份证号", "户编号"],
      [
        ["李四", two, "1"],
        ["张三", one, "1"],
      ],
    );
    expect(codes(season([low, list("残联 低保.xlsx", HEADER, [["张三", one, ACCOUNT]])]))).not.toContain("J107");
  });
});

describe("a number that cannot be trusted", () => {
  it.each([
    ["missing", "", "V101"],
    ["malformed", "31019819600101", "V102"],
    ["lost to Excel", "3.10198E+17", "V103"],
    ["with a wrong check digit", misprinted(one), "V104"],
  ])("%s holds every programme that asks for one", (_, id, code) => {
    const outcome = season([civil("张三", id)]);
    expect(verdict(outcome, "special-festival", "张三")).toBe(`held 1000.00 ${code}`);
    expect(places(outcome, code as "V101")).toEqual(["民政 重残无业.xlsx!Sheet1!2 身份证号(B)"]);
  });

  it("check digit, 认可: the number holds as it is", () => {
    const outcome = settle([civil("张三", misprinted(one))], "V104", "认可");
    expect(verdicts(outcome)).toEqual(["special-festival 张三: granted 1000.00"]);
    expect(outcome.register.persons[0]?.idNumber).toBe(misprinted(one));
  });

  it("check digit, 不予: denied", () => {
    expect(verdicts(settle([civil("张三", misprinted(one))], "V104", "不予"))).toEqual([
      "special-festival 张三: denied N4",
    ]);
  });

  it("no name on any list is held", () => {
    const outcome = season([civil("", one)]);
    expect(outcome.disbursement.entitlements.map((e) => [e.result, e.reasons[0]?.code])).toEqual([["held", "V108"]]);
  });
});

describe("programmes that ask for no number", () => {
  const visit = (cells: readonly string[]) =>
    season([list("双结对.xlsx", ["姓名", "身份证号", "地址", "居委", "电话", "金额"], [cells])]);

  it.each([
    ["an address", ["张三", "", "一弄1号", "", "", "500"]],
    ["a committee", ["张三", "", "", "长新居委", "", "500"]],
    ["a telephone", ["张三", "", "", "", "021-52521234", "500"]],
  ])("name with %s is enough, with a 提示", (_, cells) => {
    const outcome = visit(cells);
    expect(verdict(outcome, "twin-visit", "张三")).toBe("granted 500.00");
    expect(places(outcome, "V105")).toEqual(["双结对.xlsx!Sheet1!2 身份证号(B)"]);
  });

  it("a name alone is held", () => {
    expect(verdict(visit(["张三", "", "", "", "", "500"]), "twin-visit", "张三")).toBe("held 500.00 V107");
  });

  it("a broken number is only a 警告", () => {
    const outcome = visit(["张三", misprinted(one), "一弄1号", "", "", "500"]);
    expect(verdict(outcome, "twin-visit", "张三")).toBe("granted 500.00");
    expect(places(outcome, "V106").length).toBe(1);
  });

  it("15 does ask for one", () => {
    const outcome = season([
      list("团区委 困境青少年.xlsx", ["姓名", "身份证号", "地址", "金额"], [["小明", "", "一弄1号", "500"]]),
    ]);
    expect(verdict(outcome, "youth-visit", "小明")).toBe("held 500.00 V101");
  });
});
