/**
 * What ties a row of 核实结论.xlsx to its problem: the 编号, and the people whom the row names. Two problems that share
 * a 编号 by chance, and rows whose 编号 was dragged down, must never lead to a payment that nobody decided.
 */
import { describe, expect, it } from "vitest";
import type { Campaign, Decision, Verdict } from "../../src/model/campaign.ts";
import { decisionKey } from "../../src/problem/problem.ts";
import { isAbout, problemId } from "../../src/problem/subject.ts";
import { waitingFor } from "../../src/write/waiting.ts";
import { account, decide, idOf, list, problems, season, verdict } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号"];

/** A true collision, found by trying sixty million made-up numbers: V104 of both has the same ten letters. */
const ZHANG = "310198195204085943";
const LI = "310198201307118081";
const subjectOf = (idNumber: string) => ({ idNumber, name: "", otherIdNumber: "", value: idNumber });

/** Rows about one 编号, as 核实结论.xlsx holds them. */
function rows(id: string, ...said: readonly (readonly [Verdict, Partial<Decision>])[]): Campaign["decisions"] {
  return new Map([[id, said.flatMap(([word, more]) => decide(id, word, more).get(id) ?? [])]]);
}

describe("编号", () => {
  const pair = { idNumber: idOf("19600101", 1), name: "张三", otherIdNumber: idOf("19600101", 2), value: "" };

  it("is the code and ten letters that nobody misreads", () => {
    expect(problemId("J103", pair)).toMatch(/^J103-[2-9A-HJKMNP-TV-Z]{10}$/);
  });

  it("is the same whichever number of a pair is shown first, and whatever the name", () => {
    const turned = { ...pair, idNumber: pair.otherIdNumber, otherIdNumber: pair.idNumber, name: "张叁" };
    expect(problemId("J103", turned)).toBe(problemId("J103", pair));
  });

  it("is another one for another person, value or code", () => {
    const ids = [
      problemId("J103", pair),
      problemId("J103", { ...pair, otherIdNumber: idOf("19600101", 3) }),
      problemId("J103", { ...pair, value: "1" }),
      problemId("J104", pair),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it("follows from the name where there is no number", () => {
    const nobody = { idNumber: "", name: "张三", otherIdNumber: "", value: "一弄1号" };
    expect(problemId("J103", nobody)).not.toBe(problemId("J103", { ...nobody, name: "李四" }));
  });
});

describe("a row is about a problem", () => {
  const [one, two, three] = [idOf("19600101", 1), idOf("19600101", 2), idOf("19600101", 3)];
  const named = (idNumber: string, name: string, otherIdNumber = "") => ({ idNumber, name, otherIdNumber });

  it.each([
    ["with the same number", named(one, "张三"), named(one, "张三"), true],
    ["with the same number under a name that was mended", named(one, "张叁"), named(one, "张三"), true],
    ["with another number", named(two, "张三"), named(one, "张三"), false],
    ["with both numbers of a pair", named(one, "张三", two), named(one, "张三", two), true],
    ["with both numbers turned round", named(two, "张三", one), named(one, "张三", two), true],
    ["with one of the two", named(two, "张三"), named(one, "张三", two), true],
    ["with a third number", named(one, "张三", three), named(one, "张三", two), false],
    ["with 15 digits", named("110105491231002", "张三"), named("11010519491231002X", "张三"), true],
    ["with a small x", named("11010519491231002x", "张三"), named("11010519491231002X", "张三"), true],
    ["with a number where the problem has none, by the name", named(one, "张三"), named("", "张三"), true],
    ["with a number where the problem has none, another name", named(one, "李四"), named("", "张三"), false],
    ["by name where the row has no number", named("", "张三"), named(one, "张三"), true],
    ["by another name", named("", "李四"), named(one, "张三"), false],
    ["that names nobody", named("", ""), named(one, "张三"), true],
  ])("%s: %#", (_, row, people, expected) => expect(isAbout(row, people)).toBe(expected));
});

describe("two problems that share a 编号 by chance", () => {
  const lists = [
    list("民政 重残无业.xlsx", HEADER, [
      ["张三", ZHANG, account(1)],
      ["李四", LI, account(2)],
    ]),
  ];
  const id = problemId("V104", subjectOf(ZHANG));
  const both = (decisions: Campaign["decisions"]) => {
    const outcome = season(lists, { campaign: { decisions } });
    return ["张三", "李四"].map((name) => verdict(outcome, "special-festival", name));
  };

  it("do share it", () => {
    expect(problemId("V104", subjectOf(LI))).toBe(id);
    expect(problems(season(lists), "V104").map((p) => p.id)).toEqual([id, id]);
  });

  it("are two lines to be settled, each with its own money", () => {
    const { problems: open, disbursement } = season(lists);
    const doubts = open.filter((p) => p.code === "V104");
    expect(new Set(doubts.map(decisionKey)).size).toBe(2);
    const waiting = waitingFor(disbursement.entitlements);
    expect(doubts.map(waiting)).toEqual([100_000, 100_000]);
  });

  it("认可 of one pays that one alone", () => {
    expect(both(rows(id, ["认可", { idNumber: LI, name: "李四" }]))).toEqual(["held 1000.00 V104", "granted 1000.00"]);
    expect(both(rows(id, ["认可", { idNumber: ZHANG }]))).toEqual(["granted 1000.00", "held 1000.00 V104"]);
  });

  it("take two rows, each its own word", () => {
    const said = rows(id, ["不予", { idNumber: ZHANG }], ["认可", { idNumber: LI }]);
    expect(both(said)).toEqual(["denied N4", "granted 1000.00"]);
  });

  it("a row about the one settles nothing when only the other comes up, and it is said", () => {
    const outcome = season([list("民政 重残无业.xlsx", HEADER, [["李四", LI, account(2)]])], {
      campaign: { decisions: rows(id, ["认可", { idNumber: ZHANG, name: "张三" }]) },
    });
    expect(verdict(outcome, "special-festival", "李四")).toBe("held 1000.00 V104");
    expect(problems(outcome, "D121").map((p) => [p.place.row, p.params])).toEqual([
      [2, { id, says: `张三 ${ZHANG}`, people: `李四 ${LI}` }],
    ]);
    expect(problems(outcome, "D117")).toEqual([]);
  });
});

it("a 编号 dragged down into the row below settles its own row, not the other one", () => {
  const wrong = (n: number) => idOf("19700101", n).slice(0, 17) + (idOf("19700101", n).endsWith("1") ? "2" : "1");
  const lists = [
    list("民政 重残无业.xlsx", HEADER, [
      ["张三", wrong(1), account(1)],
      ["李四", wrong(2), account(2)],
    ]),
  ];
  const id = problemId("V104", subjectOf(wrong(1)));
  const decisions = rows(
    id,
    ["认可", { idNumber: wrong(1), name: "张三" }],
    ["认可", { idNumber: wrong(2), name: "李四" }],
  );
  const outcome = season(lists, { campaign: { decisions } });
  expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
  expect(verdict(outcome, "special-festival", "李四")).toBe("held 1000.00 V104");
  expect(problems(outcome, "D121").map((p) => p.params)).toMatchObject([{ says: `李四 ${wrong(2)}` }]);
});
