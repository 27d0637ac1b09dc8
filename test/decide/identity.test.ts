/** Check lists, lists that have not come, refusals, decisions that fit nothing: holds that come from outside a list. */
import { describe, expect, it } from "vitest";
import { factText } from "../../src/model/entitlement.ts";
import {
  account,
  checkList,
  codes,
  decide,
  decision,
  idOf,
  list,
  misprinted,
  places,
  problems,
  season,
  settle,
  verdict,
  verdicts,
} from "../say.ts";

const id = idOf("19600101", 1);
const son = idOf("19900101", 1);
const HEADER = ["姓名", "身份证号", "账号"];
const disabled = list("民政 重残无业.xlsx", HEADER, [["张三", id, account(1)]]);

describe("a check list", () => {
  const held = { campaign: { checkLists: [checkList("死亡", "hold", { id })] } };
  const warned = { campaign: { checkLists: [checkList("财政供养", "warn", { id })] } };

  it("that holds: every programme of the person waits, with the place of the hit", () => {
    const veterans = list("退役军人 优抚.xlsx", HEADER, [["张三", id, account(1)]]);
    const outcome = season([disabled, veterans], held);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: held 1000.00 D113",
      "veterans-festival 张三: held 1200.00 D113",
    ]);
    expect(problems(outcome, "D113")[0]?.params).toEqual({
      name: "张三",
      list: "死亡",
      where: "比对.xlsx 死亡 第 2 行",
    });
  });

  it("that warns: granted, with a 警告 at the person's row", () => {
    const outcome = season([disabled], warned);
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    expect(places(outcome, "D114")).toEqual(["民政 重残无业.xlsx!Sheet1!2 身份证号(B)"]);
  });

  it("is said once at a row, however many programmes rest on it", () => {
    const poor = list("民政 特困供养.xlsx", HEADER, [["张三", id, account(1)]]);
    const outcome = season([poor], warned);
    expect(verdicts(outcome)).toEqual(["special-festival 张三: granted 1000.00", "winter-warmth 张三: granted 460.00"]);
    expect(places(outcome, "D114")).toEqual(["民政 特困供养.xlsx!Sheet1!2 身份证号(B)"]);
  });

  it("of others says nothing", () => {
    const outcome = season([disabled], { campaign: { checkLists: [checkList("死亡", "hold", { id: son })] } });
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    expect(codes(outcome)).not.toContain("D113");
  });

  it.each([
    ["认可", "granted 1000.00"],
    ["不予", "denied N4"],
  ] as const)("a hit that holds, %s: %s", (said, expected) => {
    expect(verdict(settle([disabled], "D113", said, held), "special-festival", "张三")).toBe(expected);
  });

  it.each([
    ["认可", "granted 1000.00"],
    ["不予", "denied N4"],
  ] as const)("a hit that warns, %s: %s", (said, expected) => {
    const outcome = settle([disabled], "D114", said, warned);
    expect(verdict(outcome, "special-festival", "张三")).toBe(expected);
    expect(codes(outcome)).not.toContain("D114");
  });

  describe("on a household", () => {
    const header = ["姓名", "身份证号", "户编号", "与户主关系", "账号"];
    const low = list("民政 低保.xlsx", header, [
      ["张三", id, "1", "户主", account(1)],
      ["张小", son, "1", "子", ""],
    ]);

    it("its head: the household waits", () => {
      expect(verdict(season([low], held), "general-festival", "张三")).toBe("held 800.00 D113");
    });

    it("another member: the smaller sum is paid, the difference waits", () => {
      const outcome = season([low], { campaign: { checkLists: [checkList("死亡", "hold", { id: son })] } });
      expect(verdict(outcome, "general-festival", "张三")).toBe("granted 700.00 (+100.00)");
      expect(places(outcome, "D113")).toEqual(["民政 低保.xlsx!Sheet1!3 身份证号(B)"]);
      expect(codes(outcome)).toContain("D110");
    });

    it.each([
      ["认可", "granted 800.00"],
      ["不予", "granted 700.00"],
    ] as const)("another member, the hit is settled by %s: %s, and nothing is asked any more", (said, expected) => {
      const outcome = settle([low], "D113", said, {
        campaign: { checkLists: [checkList("死亡", "hold", { id: son })] },
      });
      expect(verdict(outcome, "general-festival", "张三")).toBe(expected);
      expect(codes(outcome)).not.toContain("D110");
      expect(decision(outcome, "general-festival", "张三").basis.map(factText).join()).toContain(
        said === "认可" ? "名单列 2 人" : "张小：核实结论",
      );
    });

    it("another member, on a list that warns: told, and counted", () => {
      const outcome = season([low], { campaign: { checkLists: [checkList("财政供养", "warn", { id: son })] } });
      expect(verdict(outcome, "general-festival", "张三")).toBe("granted 800.00");
      expect(places(outcome, "D114")).toEqual(["民政 低保.xlsx!Sheet1!3 身份证号(B)"]);
    });
  });
});

describe("a check list that knows somebody of that name and birth date", () => {
  const alike = { name: "张三", id: idOf("19600101", 2), says: "死亡日期 2022-11-02" };
  const asked = { campaign: { checkLists: [checkList("死亡", "hold", alike)] } };

  it("under another number: asks, and holds nothing", () => {
    const outcome = season([disabled], asked);
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    expect(problems(outcome, "D122").map((p) => p.params)).toEqual([
      { name: "张三", list: "死亡", id, other: alike.id, where: "比对.xlsx 死亡 第 2 行，死亡日期 2022-11-02" },
    ]);
  });

  it("without any number: asks too", () => {
    const named = { name: "张三", born: "1960-01-01" };
    const outcome = season([disabled], { campaign: { checkLists: [checkList("死亡", "hold", named)] } });
    expect(problems(outcome, "D122")[0]?.params).toMatchObject({ other: "（无）" });
  });

  it("of that name alone, or born that day alone: says nothing", () => {
    const others = [{ name: "张三", born: "1960-01-02" }, { name: "李四", born: "1960-01-01" }, { name: "张三" }];
    const outcome = season([disabled], { campaign: { checkLists: [checkList("死亡", "hold", ...others)] } });
    expect(codes(outcome)).not.toContain("D122");
  });

  it("the very person is a hit, and no question", () => {
    const outcome = season([disabled], { campaign: { checkLists: [checkList("死亡", "hold", { ...alike, id })] } });
    expect(codes(outcome)).toEqual(["D113"]);
  });

  it.each([
    ["认可", "granted 1000.00"],
    ["不予", "denied N4"],
  ] as const)("%s: %s", (said, expected) => {
    const outcome = settle([disabled], "D122", said, asked);
    expect(verdict(outcome, "special-festival", "张三")).toBe(expected);
    expect(codes(outcome)).not.toContain("D122");
  });
});

it("a hit stands once a person and list, with all rows of the person", () => {
  const veterans = list("退役军人 优抚.xlsx", HEADER, [["张三", id, account(1)]]);
  const outcome = season([disabled, veterans], { campaign: { checkLists: [checkList("死亡", "hold", { id })] } });
  expect(places(outcome, "D113")).toEqual([
    "民政 重残无业.xlsx!Sheet1!2 身份证号(B), 退役军人 优抚.xlsx!Sheet1!2 身份证号(B)",
  ]);
});

describe("a list that has not come", () => {
  const low = list("民政 低保.xlsx", HEADER, [
    ["张三", id, account(1)],
    ["李四", son, account(2)],
  ]);

  it.each([
    ["", "held 700.00 D101"],
    ["重残无业", "held 700.00 D101"],
    ["特困供养", "held 700.00 D101"],
    ["重残无业,特困供养", "granted 700.00"],
  ])("the 低保 list alone, --without %j: %s", (without, expected) => {
    const outcome = season([low], { without });
    expect([verdict(outcome, "general-festival", "张三"), verdict(outcome, "general-festival", "李四")]).toEqual([
      expected,
      expected,
    ]);
  });

  it("is named with what to add, at every row that waits for it", () => {
    const outcome = season([low], { without: "特困供养" });
    expect(problems(outcome, "D101").map((p) => [p.place.row, p.params])).toEqual([
      [2, { categories: "重残无业", programme: "一般对象节日补助" }],
      [3, { categories: "重残无业", programme: "一般对象节日补助" }],
    ]);
  });

  it("is none where some list asserts the category", () => {
    const outcome = season([low, disabled], { without: "特困供养" });
    expect(verdict(outcome, "general-festival", "李四")).toBe("granted 700.00");
  });

  it("is not named at a row that is denied all the same", () => {
    const low = list("民政 低保.xlsx", HEADER, [["张三", misprinted(id), account(1)]]);
    const outcome = settle([low], "V104", "不予", { without: "" });
    expect(verdict(outcome, "general-festival", "张三")).toBe("denied N4");
    expect(codes(outcome)).not.toContain("D101");
  });

  it("holds nothing that cannot come out smaller with it", () => {
    expect(verdict(season([disabled], { without: "" }), "special-festival", "张三")).toBe("granted 1000.00");
  });

  it("a household whose members all hold programme 1 stays denied", () => {
    const outcome = season([list("民政 低保.xlsx", HEADER, [["张三", id, account(1)]]), disabled], { without: "" });
    expect(verdict(outcome, "general-festival", "张三")).toBe("denied N1");
  });

  it("stands among the due lists: read, missing, declared to be none", () => {
    const { dueLists } = season([low], { without: "特困供养" });
    const state = (category: string) => dueLists.find((due) => due.category === category);
    expect(state("低保")).toMatchObject({ state: "read", entries: 2, programmes: ["一般对象节日补助"] });
    expect(state("重残无业")).toMatchObject({ state: "missing", entries: 0 });
    expect(state("特困供养")).toMatchObject({
      state: "declared-none",
      programmes: ["特殊对象节日补助", "冬令御寒补助"],
    });
  });

  it("declared to be none although one came is a 警告, and the list counts", () => {
    const outcome = season([low, disabled], { without: "重残无业,特困供养" });
    expect(problems(outcome, "D118").map((p) => p.params)).toEqual([{ category: "重残无业", entries: 1 }]);
    expect(verdict(outcome, "general-festival", "张三")).toBe("denied N1");
  });
});

describe("a column that shuts out", () => {
  const header = ["姓名", "身份证号", "账号", "复审结果"];
  const returnee = (said: string, file = "民政 支内回沪.xlsx") =>
    season([list(file, header, [["张三", id, account(1), said]])]);

  it.each([
    ["通过", "granted 700.00"],
    ["", "granted 700.00"],
    ["合格", "granted 700.00"],
    ["未通过", "denied N2"],
    ["不通过", "denied N2"],
    ["不符合条件", "denied N2"],
  ])("复审结果 %j: %s", (said, expected) => {
    expect(verdict(returnee(said), "frontier-returnees", "张三")).toBe(expected);
  });

  it("on the list of those who review them, too", () => {
    expect(verdict(returnee("未通过", "人社 支内回沪.xlsx"), "frontier-returnees", "张三")).toBe("denied N2");
  });

  it("says what the list says", () => {
    const e = decision(returnee("未通过"), "frontier-returnees", "张三");
    expect(e.reasons[0]?.zh).toBe("复审未通过（名单写的是“未通过”）");
    expect(e.basis.map(factText)).toContain("复审结果=未通过（民政 支内回沪.xlsx!Sheet1!2）");
  });
});

describe("what a decision says", () => {
  const wrong = [list("民政 重残无业.xlsx", HEADER, [["张三", misprinted(id), account(1)]])];

  it("is quoted in 依据, with reason, name and day", () => {
    const e = decision(settle(wrong, "V104", "认可"), "special-festival", "张三");
    expect(e.basis.map(factText).join("\n")).toMatch(/核实结论V104-\w{10}=认可（已核实，李核，2023-01-05）/);
  });

  it("that fits nothing any more is said", () => {
    const outcome = season([disabled], { campaign: { decisions: decide("V104-23456789", "认可") } });
    expect(problems(outcome, "D117").map((p) => [p.place.file, p.place.row, p.content])).toEqual([
      ["核实结论.xlsx", 2, "V104-23456789"],
    ]);
  });

  it("in a word that the problem does not take settles nothing, and is said", () => {
    const found = problems(season(wrong), "V104")[0]?.id ?? "";
    const outcome = season(wrong, { campaign: { decisions: decide(found, "同一人") } });
    expect(verdict(outcome, "special-festival", "张三")).toBe("held 1000.00 V104");
    expect(problems(outcome, "D119").map((p) => p.params)).toEqual([
      { id: found, verdict: "同一人", may: "认可、不予" },
    ]);
  });

  it("holds while its 编号 comes up: the same people and value, in another file and row", () => {
    const found = problems(season(wrong), "V104")[0]?.id ?? "";
    const later = list("民政局 2023 重残无业人员.csv", HEADER, [
      ["李四", son, account(2)],
      ["张三", misprinted(id), account(1)],
    ]);
    const outcome = season([later], { campaign: { decisions: decide(found, "认可") } });
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
  });

  it("ends when the value changes", () => {
    const sum = (text: string) => [
      list("妇联.xlsx", ["姓名", "身份证号", "账号", "金额"], [["张三", id, account(1), text]]),
    ];
    const found = problems(season(sum("3000")), "D104")[0]?.id ?? "";
    const campaign = { decisions: decide(found, "认可" as const) };
    expect(verdict(season(sum("3000"), { campaign }), "women-festival", "张三")).toBe("granted 3000.00");
    expect(verdict(season(sum("3500"), { campaign }), "women-festival", "张三")).toBe("held 3500.00 D104");
  });
});

describe("tiers", () => {
  it.each([
    ["大病重病", "granted 800.00"],
    ["大病重病、低保", "granted 800.00"],
    ["低收入、孤残", "granted 400.00"],
    ["重残无业", "granted 400.00"],
    ["其他", "granted 300.00"],
  ])("残联 %s: the highest that fits, once: %s", (said, expected) => {
    const outcome = season([
      list("残联.xlsx", ["姓名", "身份证号", "账号", "残疾类别"], [["张三", id, account(1), said]]),
    ]);
    expect(verdict(outcome, "disabled-relief", "张三")).toBe(expected);
  });

  it("over several rows and lists, too", () => {
    const lists = [
      list("残联 低收入.xlsx", HEADER, [["张三", id, account(1)]]),
      list("残联 大病重病.xlsx", HEADER, [["张三", id, account(1)]]),
    ];
    expect(verdicts(season(lists))).toEqual(["disabled-relief 张三: granted 800.00"]);
  });

  it("whom nobody can identify is not missed on Civil Affairs' list", () => {
    const low = list("民政 低保.xlsx", HEADER, [["李四", son, account(2)]]);
    const federation = (number: string) => list("残联 低保.xlsx", HEADER, [["张三", number, account(1)]]);
    expect(codes(season([low, federation(id)]))).toContain("J107");
    expect(codes(season([low, federation("")]))).not.toContain("J107");
    expect(codes(season([low, federation("3.10198E+17")]))).not.toContain("J107");
  });

  it("残联's 低保 makes no 低保 household of Civil Affairs", () => {
    expect(
      verdict(season([list("残联 低保.xlsx", HEADER, [["张三", id, account(1)]])]), "general-festival", "张三"),
    ).toBe("none");
  });
});
