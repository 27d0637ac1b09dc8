/**
 * The counted members of a household (reading 1; design "Households"): members named, the size declared, members taken
 * off, members who cannot be told. The smaller sum is paid, the difference waits.
 */
import { describe, expect, it } from "vitest";
import { factText } from "../../src/model/entitlement.ts";
import type { InputFile } from "../../src/model/list.ts";
import {
  checkList,
  codes,
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

const NAMES = ["张父", "张母", "张子", "张女"];
const HEADER = ["姓名", "身份证号", "户主身份证号", "与户主关系", "保障人数", "家庭人口", "账号"];
const idNumber = (name: string) => idOf("19600101", NAMES.indexOf(name) + 1);
const head = idNumber("张父");

interface Family {
  /** Who has a row on the 低保 list; a * behind the name: with a wrong check digit, a ? : without a number. */
  readonly rows: string;
  /** 保障人数 of every row; several, of one row after the other. */
  readonly covered?: string;
  readonly residents?: string;
  /** Who stands on 重残无业's list; marks as above. */
  readonly special?: string;
}

function lists({ rows, covered = "", residents = "", special = "" }: Family): readonly InputFile[] {
  const sizes = covered.split(" ");
  const cells = (marked: string, at: number): readonly string[] => {
    const name = marked.replace(/[*?]/, "");
    const own = marked.endsWith("*") ? misprinted(idNumber(name)) : marked.endsWith("?") ? "" : idNumber(name);
    return [
      name,
      own,
      head,
      name === "张父" ? "户主" : "家人",
      sizes[at] ?? sizes[0] ?? "",
      residents,
      name === "张父" ? "880000000001" : "",
    ];
  };
  const low = list("民政 低保家庭.xlsx", HEADER, rows.split(" ").map(cells));
  if (special === "") return [low];
  const disabled = special.split(" ").map((marked, at) => [...cells(marked, at).slice(0, 3), `88000000010${at}`]);
  return [low, list("民政 重残无业.xlsx", ["姓名", "身份证号", "户主身份证号", "账号"], disabled)];
}

const general = (family: Family) => verdict(season(lists(family)), "general-festival", "张父");

describe("only one row", () => {
  it.each<[string, Family, string]>([
    ["nothing declared: one", { rows: "张父" }, "granted 700.00"],
    ["保障人数 1", { rows: "张父", covered: "1" }, "granted 700.00"],
    ["保障人数 3: the declared size", { rows: "张父", covered: "3" }, "granted 900.00"],
    ["家庭人口 2, where 保障人数 says nothing", { rows: "张父", residents: "2" }, "granted 800.00"],
    ["保障人数 before 家庭人口", { rows: "张父", covered: "2", residents: "5" }, "granted 800.00"],
    ["a size that is no number is as not stated", { rows: "张父", covered: "三" }, "granted 700.00"],
    [
      "a member whom another list names is taken off",
      { rows: "张父", covered: "3", special: "张子" },
      "granted 800.00",
    ],
    ["two of them are", { rows: "张父", covered: "4", special: "张子 张女" }, "granted 800.00"],
    ["the head is", { rows: "张父", covered: "3", special: "张父" }, "granted 800.00"],
    ["a head alone who holds it: nobody is left", { rows: "张父", special: "张父" }, "denied N1"],
    ["all of them hold it: nobody is left", { rows: "张父", covered: "2", special: "张父 张子" }, "denied N1"],
    [
      "a member named only elsewhere never adds to the size",
      { rows: "张父", covered: "1", special: "张子" },
      "granted 700.00",
    ],
    [
      "a member whose programme 1 is held is not counted for now",
      { rows: "张父", covered: "3", special: "张子*" },
      "granted 800.00 (+100.00)",
    ],
    ["the head who cannot be identified: the household is held", { rows: "张父*", covered: "3" }, "held 900.00 V104"],
    ["the head without a number: held", { rows: "张父?", covered: "2" }, "held 800.00 V101"],
  ])("%s", (_, family, expected) => {
    expect(general(family)).toBe(expected);
  });
});

describe("rows of a household that state different sizes: no row is right because it comes first", () => {
  it.each<[string, Family, string]>([
    [
      "one person on two rows, the larger size first",
      { rows: "张父 张父", covered: "3 2" },
      "granted 800.00 (+100.00)",
    ],
    [
      "one person on two rows, the smaller size first",
      { rows: "张父 张父", covered: "2 3" },
      "granted 800.00 (+100.00)",
    ],
    ["the first row agrees with the members", { rows: "张父 张母", covered: "2 3" }, "granted 800.00 (+100.00)"],
    ["the first row does not", { rows: "张父 张母", covered: "3 2" }, "granted 800.00 (+100.00)"],
    ["one less, one more", { rows: "张父 张母", covered: "1 3" }, "granted 700.00 (+200.00)"],
  ])("%s", (_, family, expected) => {
    expect(general(family)).toBe(expected);
  });

  it("says every size that is stated", () => {
    const [found] = problems(season(lists({ rows: "张父 张父", covered: "3 2" })), "D109");
    expect(found?.params).toEqual({ named: 1, declared: "2、3", smaller: "800.00", larger: "900.00" });
  });
});

describe("two or more members named", () => {
  it.each<[string, Family, string]>([
    ["two", { rows: "张父 张母" }, "granted 800.00"],
    ["four", { rows: "张父 张母 张子 张女" }, "granted 1000.00"],
    ["as declared", { rows: "张父 张母 张子", covered: "3" }, "granted 900.00"],
    [
      "家庭人口 is another field where 保障人数 agrees",
      { rows: "张父 张母", covered: "2", residents: "4" },
      "granted 800.00",
    ],
    [
      "fewer than declared: the smaller sum, the difference waits",
      { rows: "张父 张母", covered: "4" },
      "granted 800.00 (+200.00)",
    ],
    [
      "more than declared: the smaller sum, the difference waits",
      { rows: "张父 张母 张子", covered: "2" },
      "granted 800.00 (+100.00)",
    ],
    [
      "fewer than 家庭人口, where 保障人数 says nothing",
      { rows: "张父 张母", residents: "3" },
      "granted 800.00 (+100.00)",
    ],
    ["one is taken off", { rows: "张父 张母 张子", special: "张子" }, "granted 800.00"],
    ["the head is taken off", { rows: "张父 张母 张子", special: "张父" }, "granted 800.00"],
    [
      "one is taken off, declared as named",
      { rows: "张父 张母 张子", covered: "3", special: "张子" },
      "granted 800.00",
    ],
    [
      "one is taken off, more declared than named",
      { rows: "张父 张母", covered: "3", special: "张母" },
      "granted 700.00 (+100.00)",
    ],
    ["all hold it: nobody is left", { rows: "张父 张母", special: "张父 张母" }, "denied N1"],
    [
      "who is taken off and named only elsewhere takes nothing from the named",
      { rows: "张父 张母", special: "张子" },
      "granted 800.00",
    ],
    [
      "a declared size that counted the one who is named only elsewhere",
      { rows: "张父 张母", covered: "3", special: "张子" },
      "granted 800.00",
    ],
    ["a member who cannot be identified", { rows: "张父 张母*" }, "granted 700.00 (+100.00)"],
    ["a member without a number", { rows: "张父 张母 张子?" }, "granted 800.00 (+100.00)"],
    ["two such members", { rows: "张父 张母* 张子*" }, "granted 700.00 (+200.00)"],
    ["a member whose programme 1 is held", { rows: "张父 张母 张子*", special: "张子*" }, "granted 800.00 (+100.00)"],
    [
      "one is taken off, one cannot be identified",
      { rows: "张父 张母 张子*", special: "张母" },
      "granted 700.00 (+100.00)",
    ],
    ["nobody would be left: held with the sum at stake", { rows: "张父 张母*", special: "张父" }, "held 700.00 D110"],
    ["the head who cannot be identified: held", { rows: "张父* 张母" }, "held 800.00 V104"],
  ])("%s", (_, family, expected) => {
    expect(general(family)).toBe(expected);
  });
});

describe("a member who cannot be told, and a size that disagrees", () => {
  it.each<[string, Family, string]>([
    ["declared 1: the head is counted for certain", { rows: "张父 张母*", covered: "1" }, "granted 700.00 (+100.00)"],
    ["declared 2 of three", { rows: "张父 张母 张子*", covered: "2" }, "granted 700.00 (+200.00)"],
    ["declared 4 of three", { rows: "张父 张母 张子*", covered: "4" }, "granted 800.00 (+200.00)"],
    [
      "declared 1, and the head holds the other programme",
      { rows: "张父 张母*", covered: "1", special: "张父" },
      "held 700.00 D110",
    ],
  ])("%s", (_, family, expected) => {
    expect(general(family)).toBe(expected);
  });
});

describe("what is said of it", () => {
  it("the smaller sum is the grant, with its arithmetic; the difference has its own place", () => {
    const e = decision(season(lists({ rows: "张父 张母", covered: "4" })), "general-festival", "张父");
    expect(e).toMatchObject({
      counted: 2,
      amount: 80_000,
      pendingDifference: 20_000,
      arithmetic: "700.00 + 1 × 100.00 = 800.00",
    });
  });

  it("a size that disagrees is D109 at the head's row, in the column that declares it", () => {
    const outcome = season(lists({ rows: "张父 张母", covered: "4" }));
    expect(places(outcome, "D109")).toEqual(["民政 低保家庭.xlsx!Sheet1!2 保障人数(E)"]);
    expect(problems(outcome, "D109")[0]?.params).toEqual({
      named: 2,
      declared: "4",
      smaller: "800.00",
      larger: "1000.00",
    });
  });

  it("a member who cannot be told is D110, with the name", () => {
    const outcome = season(lists({ rows: "张父 张母*" }));
    expect(problems(outcome, "D110")[0]?.params).toEqual({ members: "张母", smaller: "700.00", larger: "800.00" });
  });

  it("who is taken off stands in 依据, with the programme", () => {
    const e = decision(season(lists({ rows: "张父 张母 张子", special: "张子" })), "general-festival", "张父");
    expect(e.basis.map(factText)).toContain("张子享受特殊对象节日补助，不计");
    expect(e.counted).toBe(2);
  });

  it("programme 1 held for its account only counts as granted", () => {
    const [low] = lists({ rows: "张父 张母 张子" });
    const disabled = list("民政 重残无业.xlsx", ["姓名", "身份证号"], [["张子", idNumber("张子")]]);
    const outcome = season([low as InputFile, disabled]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张子: payment 1000.00 P101",
      "general-festival 张父: granted 800.00",
    ]);
  });
});

describe("核实结论", () => {
  it.each<[string, Family, "D109" | "D110", "认可" | "不予", string]>([
    ["sizes disagree, the larger sum", { rows: "张父 张母", covered: "4" }, "D109", "认可", "granted 1000.00"],
    [
      "sizes disagree, the smaller stays, silent",
      { rows: "张父 张母", covered: "4" },
      "D109",
      "不予",
      "granted 800.00",
    ],
    [
      "more named than declared, the larger sum",
      { rows: "张父 张母 张子", covered: "2" },
      "D109",
      "认可",
      "granted 900.00",
    ],
    ["a member counts", { rows: "张父 张母*" }, "D110", "认可", "granted 800.00"],
    ["a member does not count", { rows: "张父 张母*" }, "D110", "不予", "granted 700.00"],
  ])("%s", (_, family, code, said, expected) => {
    const outcome = settle(lists(family), code, said);
    expect(verdict(outcome, "general-festival", "张父")).toBe(expected);
    expect(codes(outcome)).not.toContain(code);
    expect(decision(outcome, "general-festival", "张父").basis.map(factText).join(" ")).toContain(
      `=${said}（已核实，李核，2023-01-05）`,
    );
  });

  it("nobody would be left, and the member counts: the household is granted", () => {
    const outcome = settle(lists({ rows: "张父 张母*", special: "张父" }), "D110", "认可");
    expect(verdict(outcome, "general-festival", "张父")).toBe("granted 700.00");
  });

  it("nobody would be left, and the member does not count: nobody is left", () => {
    const outcome = settle(lists({ rows: "张父 张母*", special: "张父" }), "D110", "不予");
    expect(verdict(outcome, "general-festival", "张父")).toBe("denied N4");
  });

  it("a member whose number does not hold is not counted, and not asked about again", () => {
    const outcome = settle(lists({ rows: "张父 张母* 张子", covered: "3" }), "V104", "不予");
    expect(verdict(outcome, "general-festival", "张父")).toBe("granted 800.00");
    expect(codes(outcome)).not.toContain("D110");
    const facts = decision(outcome, "general-festival", "张父").basis.map(factText);
    expect(facts.filter((fact) => fact.startsWith("张母："))).toEqual([
      expect.stringMatching(/^张母：核实结论V104-\w+=不予（已核实，李核，2023-01-05），不计$/),
    ]);
  });

  it("the only one left does not hold: nobody is left", () => {
    const outcome = settle(lists({ rows: "张父 张母*", special: "张父" }), "V104", "不予");
    expect(verdict(outcome, "general-festival", "张父")).toBe("denied N1");
  });

  it("a size and a member, both settled one after the other", () => {
    const family = { rows: "张父 张母 张子*", covered: "4" };
    expect(general(family)).toBe("granted 800.00 (+200.00)");
    const size = problems(season(lists(family)), "D109")[0]?.id ?? "";
    const first = settle(lists(family), "D109", "认可");
    expect(verdict(first, "general-festival", "张父")).toBe("granted 900.00 (+100.00)");
    const member = problems(first, "D110")[0]?.id ?? "";
    expect([size, member].every((id) => id !== "")).toBe(true);
  });
});

describe("a household on two lists of programme 3", () => {
  it("gets it once; where the lists differ in size, the smaller sum is paid", () => {
    const rows = (size: string) => [["张父", head, size, "880000000001"]];
    const header = ["姓名", "身份证号", "保障人数", "账号"];
    const both = [list("民政 低保.xlsx", header, rows("2")), list("民政 因病支出型贫困.xlsx", header, rows("3"))];
    expect(verdicts(season(both))).toEqual(["general-festival 张父: granted 800.00 (+100.00)"]);
  });
});

describe("a member on a check list", () => {
  const dead = (follows: "hold" | "warn") => checkList("死亡", follows, { id: idNumber("张母") });
  const family = lists({ rows: "张父 张母" });

  it("that holds: the smaller sum is paid, and the hit stands at the member's row", () => {
    const outcome = season(family, { campaign: { checkLists: [dead("hold")] } });
    expect(verdict(outcome, "general-festival", "张父")).toBe("granted 700.00 (+100.00)");
    expect(places(outcome, "D113")).toEqual(["民政 低保家庭.xlsx!Sheet1!3 身份证号(B)"]);
  });

  it("that warns: counted, with a 警告 at the member's row", () => {
    const outcome = season(family, { campaign: { checkLists: [dead("warn")] } });
    expect(verdict(outcome, "general-festival", "张父")).toBe("granted 800.00");
    expect(places(outcome, "D114")).toEqual(["民政 低保家庭.xlsx!Sheet1!3 身份证号(B)"]);
  });

  it.each([
    ["D113", "hold", "认可", "granted 800.00"],
    ["D113", "hold", "不予", "granted 700.00"],
    ["D114", "warn", "认可", "granted 800.00"],
    ["D114", "warn", "不予", "granted 700.00"],
  ] as const)("%s (%s), %s: %s", (code, follows, said, expected) => {
    const outcome = settle(family, code, said, { campaign: { checkLists: [dead(follows)] } });
    expect(verdict(outcome, "general-festival", "张父")).toBe(expected);
    expect(codes(outcome).filter((c) => c === "D110" || c === code)).toEqual([]);
  });
});
