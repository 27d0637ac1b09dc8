/** Visits that a household gets once (reading 5), and pairs that the document leaves open (reading 6). */
import { describe, expect, it } from "vitest";
import type { Campaign } from "../../src/model/campaign.ts";
import type { InputFile } from "../../src/model/list.ts";
import {
  account,
  checkList,
  codes,
  decision,
  idOf,
  keeps,
  list,
  MAY_STACK,
  misprinted,
  places,
  problems,
  season,
  settle,
  verdict,
  verdicts,
} from "../say.ts";

const id = idOf("19600101", 1);
const wife = idOf("19620101", 1);

/** Programme → its list; a visit that is held has a sum that cannot be read, or nothing to know the person by. */
const VISITS = {
  "leaders-visit": { file: "区领导走访.xlsx", sum: "1000.00" },
  "street-visit": { file: "街镇领导走访.xlsx", sum: "500.00" },
  "twin-visit": { file: "双结对.xlsx", sum: "400.00" },
  "party-visit": { file: "两新组织困难党员.xlsx", sum: "300.00" },
} as const;
type Visit = keyof typeof VISITS;
const ORDER = Object.keys(VISITS) as readonly Visit[];

function visit(programme: Visit, { held = false, who = "张三", number = id } = {}): InputFile {
  const sum = held && programme !== "leaders-visit" && programme !== "street-visit" ? "面议" : VISITS[programme].sum;
  return list(VISITS[programme].file, ["姓名", "身份证号", "金额"], [[who, number, sum]]);
}

/** All subsets of the four visits with two or more. */
const subsets = [...Array(16).keys()]
  .map((bits) => ORDER.filter((_, at) => bits & (1 << at)))
  .filter((some) => some.length >= 2);

describe("one household is visited at most once", () => {
  it.each(subsets.map((some) => [some.join(" > "), some] as const))("%s", (_, some) => {
    const outcome = season([...some].reverse().map((programme) => visit(programme)));
    const [preferred, ...others] = some;
    expect(verdict(outcome, preferred ?? "", "张三")).toBe(`granted ${VISITS[preferred as Visit].sum}`);
    for (const other of others) {
      expect(verdict(outcome, other, "张三")).toBe("denied N3");
      expect(decision(outcome, other, "张三").reasons[0]?.zh).toMatch(/^本次不安排.*建议把名额转给其他困难家庭/);
    }
    expect(problems(outcome, "D116").length).toBe(others.length);
  });

  it("another member of the household is of the household", () => {
    const low = list(
      "民政 低保.xlsx",
      ["姓名", "身份证号", "户编号", "与户主关系"],
      [
        ["张三", id, "1", "户主"],
        ["李四", wife, "1", "妻"],
      ],
    );
    const outcome = season([low, visit("twin-visit"), visit("street-visit", { who: "李四", number: wife })]);
    expect(verdict(outcome, "street-visit", "张三")).toBe("granted 500.00");
    expect(verdict(outcome, "twin-visit", "张三")).toBe("denied N3");
  });

  it("two households are not", () => {
    const outcome = season([visit("twin-visit"), visit("street-visit", { who: "李四", number: wife })]);
    expect(verdicts(outcome).map((v) => v.split(": ")[1])).toEqual(["granted 400.00", "granted 500.00"]);
  });
});

describe("what a held visit would shut out is held too", () => {
  it.each([["twin-visit", "party-visit"]] as const)("%s held: %s waits for it", (first, second) => {
    const outcome = season([visit(first, { held: true }), visit(second)]);
    expect(verdict(outcome, first, "张三")).toBe("held 0.00 D103");
    expect(verdict(outcome, second, "张三")).toBe("held 300.00 D115");
    expect(places(outcome, "D115")).toEqual(["两新组织困难党员.xlsx!Sheet1!2"]);
  });

  it("a check list holds the first of three: both others wait, none is granted", () => {
    const dead = checkList("死亡", "hold", { id });
    const outcome = season(
      ORDER.map((p) => visit(p)),
      { campaign: { checkLists: [dead] } },
    );
    expect(outcome.disbursement.entitlements.map((e) => e.result)).toEqual(["held", "held", "held", "held"]);
  });

  it("a held one behind a granted one is simply left out", () => {
    const outcome = season([visit("street-visit"), visit("twin-visit", { held: true })]);
    expect(verdict(outcome, "street-visit", "张三")).toBe("granted 500.00");
    expect(verdict(outcome, "twin-visit", "张三")).toBe("denied N3");
  });
});

describe("核实结论 on 本次不安排", () => {
  const both = [visit("leaders-visit"), visit("twin-visit")];

  it("认可: this visit is made, the preferred one is denied", () => {
    const outcome = settle(both, "D116", "认可");
    expect(verdict(outcome, "twin-visit", "张三")).toBe("granted 400.00");
    expect(verdict(outcome, "leaders-visit", "张三")).toBe("denied N4");
    expect(codes(outcome)).not.toContain("D116");
  });

  it("不予: silent", () => {
    const outcome = settle(both, "D116", "不予");
    expect(verdict(outcome, "leaders-visit", "张三")).toBe("granted 1000.00");
    expect(verdict(outcome, "twin-visit", "张三")).toBe("denied N3");
    expect(codes(outcome)).not.toContain("D116");
  });

  it("认可 on a visit that is itself held pays nothing yet, and nothing twice", () => {
    const lists = [visit("leaders-visit"), visit("twin-visit", { held: true })];
    const outcome = settle(lists, "D116", "认可");
    const money = outcome.disbursement.entitlements.filter((e) => e.result === "granted").length;
    expect(money).toBeLessThanOrEqual(1);
    expect(verdict(outcome, "twin-visit", "张三")).toBe("held 0.00 D103");
  });
});

describe("a preferred list that has not come", () => {
  it("is a 警告, and the visits go on", () => {
    const outcome = season([visit("twin-visit")], { without: "" });
    expect(verdict(outcome, "twin-visit", "张三")).toBe("granted 400.00");
    expect(problems(outcome, "D102").map((p) => p.params)).toEqual([
      { missing: "区领导走访家庭", programme: "双结对走访慰问" },
      { missing: "街镇领导走访家庭", programme: "双结对走访慰问" },
    ]);
  });

  it("is silent where it is declared to have nobody", () => {
    expect(codes(season([visit("twin-visit")], { without: "区领导走访家庭,街镇领导走访家庭" }))).not.toContain("D102");
  });
});

/** Pair → two lists whose person gets both. */
const HEADER = ["姓名", "身份证号", "账号", "金额"];
const of = (file: string, sum = "") => list(file, HEADER, [["张三", id, account(1), sum]]);
const PAIRS: readonly (readonly [string, string, string, InputFile, InputFile])[] = [
  [
    "unemployed-festival+special-festival",
    "granted 750.00",
    "granted 1000.00",
    of("人社 登记失业.xlsx"),
    of("民政 重残无业.xlsx"),
  ],
  [
    "unemployed-festival+general-festival",
    "granted 750.00",
    "granted 700.00",
    of("人社 登记失业.xlsx"),
    of("民政 低保.xlsx"),
  ],
  [
    "special-festival+institution-festival",
    "granted 1000.00",
    "granted 180.00",
    of("民政 特困.xlsx"),
    of("民政 福利院供养.xlsx"),
  ],
  [
    "special-festival+frontier-returnees",
    "granted 1000.00",
    "granted 700.00",
    of("民政 重残无业.xlsx"),
    of("民政 支内回沪.xlsx"),
  ],
  [
    "hardship-grant+general-festival",
    "granted 2000.00",
    "granted 700.00",
    of("民政 特殊困难家庭.xlsx", "2000"),
    of("民政 低保.xlsx"),
  ],
  [
    "general-festival+frontier-returnees",
    "granted 700.00",
    "granted 700.00",
    of("民政 低保.xlsx"),
    of("民政 支内回沪.xlsx"),
  ],
  ["hundred-elders+elders-emergency", "granted 2000.00", "granted 1000.00", of("百企助百老.xlsx"), of("老人急难.xlsx")],
];

describe("a pair that the document leaves open", () => {
  it.each(PAIRS)("%s: both are granted, with a 警告, and counted", (pair, first, second, a, b) => {
    const outcome = season([a, b]);
    const [one = "", two = ""] = pair.split("+");
    expect([verdict(outcome, one, "张三"), verdict(outcome, two, "张三")]).toEqual([first, second]);
    expect(problems(outcome, "D111").map((p) => p.subject?.value)).toEqual([pair]);
    const sums = [first, second].reduce((total, text) => total + Number(text.split(" ")[1]) * 100, 0);
    expect(outcome.asks.find((ask) => ask.pair === pair)).toMatchObject({
      people: 1,
      households: 1,
      amount: sums,
      answer: "",
    });
  });

  it.each(PAIRS)("%s: 可叠加", (pair, first, second, a, b) => {
    const outcome = season([a, b], { campaign: { answers: new Map([[pair, MAY_STACK]]) } });
    const [one = "", two = ""] = pair.split("+");
    expect([verdict(outcome, one, "张三"), verdict(outcome, two, "张三")]).toEqual([first, second]);
    expect(codes(outcome)).not.toContain("D111");
    expect(outcome.asks.find((ask) => ask.pair === pair)?.answer).toBe("可叠加（2023-01-05，区民政局电话答复）");
  });

  it.each(PAIRS)("%s: 不重复, whichever stays", (pair, first, second, a, b) => {
    const [one = "", two = ""] = pair.split("+");
    const keep = (which: string): Partial<Campaign> => ({ answers: new Map([[pair, keeps(which)]]) });
    const keepsOne = season([a, b], { campaign: keep(one) });
    expect([verdict(keepsOne, one, "张三"), verdict(keepsOne, two, "张三")]).toEqual([first, "denied N5"]);
    const keepsTwo = season([a, b], { campaign: keep(two) });
    expect([verdict(keepsTwo, one, "张三"), verdict(keepsTwo, two, "张三")]).toEqual(["denied N5", second]);
    expect(codes(keepsTwo)).not.toContain("D111");
  });

  it("the one that gives way waits while the one that stays is held", () => {
    const wrong = misprinted(id);
    const lists = [
      list("百企助百老.xlsx", HEADER, [["张三", id, account(1), ""]]),
      list("老人急难.xlsx", HEADER, [["张三", id, account(1), ""]]),
    ];
    const dead = checkList("死亡", "hold", { id });
    const outcome = season(lists, {
      campaign: {
        checkLists: [dead],
        answers: new Map([["hundred-elders+elders-emergency", keeps("elders-emergency")]]),
      },
    });
    expect(verdict(outcome, "elders-emergency", "张三")).toBe("held 1000.00 D113");
    expect(verdict(outcome, "hundred-elders", "张三")).toBe("held 2000.00 D113 D115");
    expect(wrong).not.toBe(id);
  });

  it("answers that give way to one another in a circle are not followed, and that is said", () => {
    const [a, b] = ["special-festival+frontier-returnees", "general-festival+frontier-returnees"];
    const answers: Campaign["answers"] = new Map([
      [a, keeps("frontier-returnees")],
      [b, keeps("general-festival")],
      ["hundred-elders+elders-emergency", MAY_STACK],
    ]);
    const outcome = season([of("民政 重残无业.xlsx"), of("民政 支内回沪.xlsx")], { campaign: { answers } });
    expect(problems(outcome, "D120").map((p) => p.params)).toEqual([
      {
        circle:
          "支援外地建设退休(职)回沪定居人员节日补助 → 特殊对象节日补助 → 一般对象节日补助 → 支援外地建设退休(职)回沪定居人员节日补助",
        pairs:
          "特殊对象节日补助与支援外地建设退休(职)回沪定居人员节日补助、一般对象节日补助与支援外地建设退休(职)回沪定居人员节日补助",
      },
    ]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: granted 1000.00",
      "frontier-returnees 张三: granted 700.00",
    ]);
    expect(problems(outcome, "D111").map((p) => p.subject?.value)).toEqual([a]);
    expect(outcome.asks.filter((ask) => ask.answer !== "").map((ask) => ask.answer)).toEqual([
      "可叠加（2023-01-05，区民政局电话答复）",
    ]);
  });

  it("in a household: a member's programme meets the household's", () => {
    const low = list(
      "民政 低保.xlsx",
      ["姓名", "身份证号", "户编号", "与户主关系", "账号"],
      [
        ["张三", id, "1", "户主", account(1)],
        ["李四", wife, "1", "妻", ""],
      ],
    );
    const outcome = season([low, list("人社 登记失业.xlsx", HEADER, [["李四", wife, account(2), ""]])]);
    expect(problems(outcome, "D111").map((p) => p.subject?.value)).toEqual(["unemployed-festival+general-festival"]);
  });

  it("认可 is silent; 不予 drops the first of the two", () => {
    const lists = [of("百企助百老.xlsx"), of("老人急难.xlsx")];
    expect(codes(settle(lists, "D111", "认可"))).not.toContain("D111");
    expect(verdicts(settle(lists, "D111", "不予"))).toEqual([
      "hundred-elders 张三: denied N4",
      "elders-emergency 张三: granted 1000.00",
    ]);
  });

  it("programmes that no line names may stack, and nothing is asked", () => {
    const outcome = season([of("退役军人 优抚.xlsx"), of("残联 低收入.xlsx"), of("民政 特困.xlsx")]);
    expect(verdicts(outcome).map((v) => v.split(": ")[1])).toEqual([
      "granted 1000.00",
      "granted 460.00",
      "granted 1200.00",
      "granted 300.00",
    ]);
    expect(codes(outcome)).not.toContain("D111");
  });
});

describe("an answer that makes a programme depend on another one's lists", () => {
  it("is held with 名单未到 while they have not come", () => {
    const answers: Campaign["answers"] = new Map([["unemployed-festival+special-festival", keeps("special-festival")]]);
    const outcome = season([of("人社 登记失业.xlsx")], { without: "", campaign: { answers } });
    expect(verdict(outcome, "unemployed-festival", "张三")).toBe("held 750.00 D101");
    const declared = season([of("人社 登记失业.xlsx")], { without: "重残无业,特困供养", campaign: { answers } });
    expect(verdict(declared, "unemployed-festival", "张三")).toBe("granted 750.00");
  });
});
