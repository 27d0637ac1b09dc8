/** Whose account a grant goes to, under which name, and what keeps it from going out (design, "Payee", "Held"). */
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { Payee } from "../../src/model/payment.ts";
import { codes, decision, idOf, list, payments, places, problems, season, settle, verdict, verdicts } from "../say.ts";

const zhang = idOf("19600101", 1);
const wife = idOf("19620101", 1);
const li = idOf("19700101", 1);
const A = "880000000001";
const B = "880000000002";
const C = "880000000003";

const HEADER = ["姓名", "身份证号", "账号", "户名", "开户银行"];
const disabled = (...rows: readonly string[][]): InputFile => list("民政 重残无业.xlsx", HEADER, rows);
const veterans = (...rows: readonly string[][]): InputFile => list("退役军人 优抚.xlsx", HEADER, rows);
const work = (...rows: readonly string[][]): InputFile => list("人社 登记失业.xlsx", HEADER, rows);

function payee(outcome: Outcome, programme: string, name: string): Payee {
  const found = decision(outcome, programme, name).payee;
  if (found === null) throw new Error("no payee");
  return found;
}

it("a bank that nobody can tell is told once a list, at the first row of it", () => {
  const lists = [
    disabled(["张三", zhang, A, "", "工行"], ["李四", li, B, "", ""], ["妻", wife, C, "", "某信用社"]),
    veterans(["张三", zhang, A, "", ""]),
  ];
  expect(problems(season(lists), "P108").map((p) => [p.place.file, p.place.row, p.params])).toEqual([
    ["民政 重残无业.xlsx", 3, { rows: 2 }],
  ]);
});

describe("the account comes from", () => {
  it("the programme's own list", () => {
    const outcome = season([disabled(["张三", zhang, A]), veterans(["张三", zhang, B])]);
    expect(payee(outcome, "special-festival", "张三").account).toBe(A);
    expect(payee(outcome, "veterans-festival", "张三").account).toBe(B);
  });

  it("the other lists, where it has none and they agree", () => {
    const outcome = season([disabled(["张三", zhang, ""]), veterans(["张三", zhang, B]), work(["张三", zhang, B])]);
    expect(payee(outcome, "special-festival", "张三").account).toBe(B);
  });

  it("nowhere, where the other lists do not agree: held for the payment, and both are named", () => {
    const outcome = season([disabled(["张三", zhang, ""]), veterans(["张三", zhang, B]), work(["张三", zhang, C])]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("payment 1000.00 P101");
    expect(problems(outcome, "P101")[0]?.params).toEqual({ name: "张三", others: `${C}、${B}` });
    expect(verdict(outcome, "veterans-festival", "张三")).toBe("granted 1200.00");
  });

  it("nowhere, where no list has one", () => {
    const outcome = season([disabled(["张三", zhang, ""])]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("payment 1000.00 P101");
    expect(places(outcome, "P101")).toEqual(["民政 重残无业.xlsx!Sheet1!2 账号(C)"]);
  });

  it.each(["3.1E+18", "无", "6222ABCD12345678", "1234567", "现金"])(
    "its own list, even where it is none (%s): held",
    (text) => {
      const outcome = season([disabled(["张三", zhang, text]), veterans(["张三", zhang, B])]);
      expect(verdict(outcome, "special-festival", "张三")).toBe("payment 1000.00 P102");
      expect(places(outcome, "P102")).toEqual(["民政 重残无业.xlsx!Sheet1!2 账号(C)"]);
    },
  );

  it("a number cell of more than 15 digits has lost its last ones", () => {
    const lost = list("民政 重残无业.xlsx", HEADER, [["张三", zhang, "6222021234567890000", "", ""]], {
      kinds: () => "ttn--",
    });
    expect(verdict(season([lost]), "special-festival", "张三")).toBe("payment 1000.00 P102");
  });

  it("two for one person and programme: held, and both are named", () => {
    const outcome = season([
      disabled(["张三", zhang, A]),
      list("民政 特困.xlsx", HEADER, [["张三", zhang, B, "", ""]]),
    ]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("payment 1000.00 P103");
    expect(verdict(outcome, "winter-warmth", "张三")).toBe("granted 460.00");
    expect(problems(outcome, "P103")[0]?.params).toEqual({ name: "张三", accounts: `${B}、${A}` });
  });
});

describe("a household's account is", () => {
  const header = ["姓名", "身份证号", "户编号", "与户主关系", "账号", "户名"];
  const low = (head: readonly string[], other: readonly string[]) =>
    list("民政 低保.xlsx", header, [
      ["张三", zhang, "1", "户主", ...head],
      ["李四", wife, "1", "妻", ...other],
    ]);

  it.each([
    ["the head's", [A, ""], ["", ""], A, "张三", zhang],
    ["the head's before a member's", [A, ""], [B, ""], A, "张三", zhang],
    ["a member's, where the head has none, and the member's it is", ["", ""], [B, ""], B, "李四", wife],
    ["the head's, where both rows state it", [A, ""], [A, ""], A, "张三", zhang],
    ["whose row states it as 户名", [A, "李四"], ["", ""], A, "李四", wife],
    ["whose 户名 any row states", [A, ""], [A, "李四"], A, "李四", wife],
  ])("%s", (_, head, other, account, name, number) => {
    const outcome = season([low(head, other)]);
    expect(payee(outcome, "general-festival", "张三")).toMatchObject({ account, name, idNumber: number });
    expect(codes(outcome)).not.toContain("P106");
  });

  it("may serve several of its people", () => {
    const outcome = season([low([A, ""], ["", ""]), disabled(["李四", wife, A])]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 李四: granted 1000.00",
      "general-festival 张三: granted 700.00",
    ]);
    expect(payments(outcome)).toEqual([
      `2023-001#1 ${A} 张三 特殊对象节日补助 1000.00 ×1`,
      `2023-001#2 ${A} 张三 一般对象节日补助 700.00 ×1`,
    ]);
  });
});

describe("the holder's name and number", () => {
  it("户名 is the list's account name; the number is never the beneficiary's beside another's name", () => {
    const outcome = season([disabled(["张三", zhang, A, "王外人", "工商银行"])]);
    expect(payee(outcome, "special-festival", "张三")).toEqual({
      name: "王外人",
      account: A,
      bank: "工商银行",
      idNumber: "",
      institution: false,
    });
  });

  it("else the holder's own", () => {
    expect(payee(season([disabled(["张三", zhang, A])]), "special-festival", "张三")).toMatchObject({
      name: "张三",
      idNumber: zhang,
    });
  });

  it("who collects is named with the own number", () => {
    const header = ["姓名", "身份证号", "账号", "代领人姓名", "代领人身份证号"];
    const outcome = season([list("民政 重残无业.xlsx", header, [["张三", zhang, A, "王代领", li]])]);
    expect(payee(outcome, "special-festival", "张三")).toMatchObject({ name: "王代领", idNumber: li });
  });

  it("who collects, without a number, has none", () => {
    const header = ["姓名", "身份证号", "账号", "代领人姓名"];
    const outcome = season([list("民政 重残无业.xlsx", header, [["张三", zhang, A, "王代领"]])]);
    expect(payee(outcome, "special-festival", "张三")).toMatchObject({ name: "王代领", idNumber: "" });
  });
});

describe("an institution", () => {
  const header = ["姓名", "身份证号", "领款单位", "账号", "户名"];
  const home = (...names: readonly string[]) =>
    list(
      "民政 福利院供养.xlsx",
      header,
      ["张三", "李四", "王五"].map((name, at) => [name, idOf("19400101", at + 1), "长宁福利院", A, names[at] ?? ""]),
    );

  it("gets one line with the list's sum, the names behind it", () => {
    const outcome = season([home()]);
    expect(payments(outcome)).toEqual([`2023-001#1 ${A} 长宁福利院 集中供养对象节日补助 540.00 ×3`]);
    expect(outcome.disbursement.batches[0]?.payments[0]?.grants.map((g) => g.unit.person.name)).toEqual([
      "张三",
      "李四",
      "王五",
    ]);
    expect(payee(outcome, "institution-festival", "张三")).toMatchObject({ institution: true, idNumber: "" });
  });

  it("whose account stands under its full name is one all the same", () => {
    const full = "上海市长宁区社会福利院";
    const outcome = season([home(full, full, full)]);
    expect(payee(outcome, "institution-festival", "张三")).toMatchObject({
      name: full,
      institution: true,
      idNumber: "",
    });
  });

  it("is not the account of its people for other programmes", () => {
    const outcome = season([home(), disabled(["张三", idOf("19400101", 1), ""])]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("payment 1000.00 P101");
  });
});

describe("one account under two names", () => {
  it("two stated 户名 that differ: held", () => {
    const outcome = season([disabled(["张三", zhang, A, "张三"]), veterans(["李四", li, A, "李四"])]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: payment 1000.00 P104",
      "veterans-festival 李四: payment 1200.00 P104",
    ]);
    expect(problems(outcome, "P104")[0]?.params).toMatchObject({ account: A, names: "张三、李四" });
  });

  it("payees of two households who share it, and no 户名 stated: held", () => {
    const outcome = season([disabled(["张三", zhang, A], ["李四", li, A])]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: payment 1000.00 P104",
      "special-festival 李四: payment 1000.00 P104",
    ]);
  });

  it("two of one name who share it are told apart by their numbers", () => {
    const outcome = season([disabled(["张三", zhang, A], ["张三", li, A])]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: payment 1000.00 P104",
      "special-festival 张三: payment 1000.00 P104",
    ]);
    expect(problems(outcome, "P104")[0]?.params).toMatchObject({ names: `张三（${zhang}）、张三（${li}）` });
  });

  it("payees of two households who share it under one stated 户名: granted, and a 警告 for the one whose it is not", () => {
    const outcome = season([disabled(["张三", zhang, A, "张三"], ["李四", li, A, "张三"])]);
    expect(payments(outcome)).toEqual([`2023-001#1 ${A} 张三 特殊对象节日补助 2000.00 ×2`]);
  });

  it("an account of somebody else in the family is no question", () => {
    const low = list(
      "民政 低保.xlsx",
      ["姓名", "身份证号", "户编号"],
      [
        ["张三", zhang, "1"],
        ["李四", wife, "1"],
      ],
    );
    const outcome = season([low, disabled(["张三", zhang, A], ["李四", wife, A])]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    expect(verdict(outcome, "special-festival", "李四")).toBe("granted 1000.00");
  });

  it("told of a holder outside the family: granted, with a 警告", () => {
    const outcome = season([disabled(["张三", zhang, A]), veterans(["李四", li, A, "李四"])]);
    expect(problems(outcome, "P106").map((p) => p.params)).toEqual([{ account: A, holder: "李四", name: "张三" }]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
  });
});

describe("a card number", () => {
  it.each([
    ["6216261000000000018", false],
    ["6216261000000000019", true],
    ["880000000001", false],
    ["4563510000000000001", false],
  ])("%s fails the usual check: %s, which never holds", (card, told) => {
    const outcome = season([disabled(["张三", zhang, card])]);
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    expect(codes(outcome).includes("P105")).toBe(told);
  });

  it("认可 is silent", () => {
    expect(codes(settle([disabled(["张三", zhang, "6216261000000000019"])], "P105", "认可"))).not.toContain("P105");
  });
});

describe("no account, in 核实结论", () => {
  const none = [disabled(["张三", zhang, ""])];

  it("不予: denied", () => {
    expect(verdict(settle(none, "P101", "不予"), "special-festival", "张三")).toBe("denied N4");
  });

  it("改现金: to a signature sheet of the same fund", () => {
    const outcome = settle(none, "P101", "改现金");
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    const [sheet] = outcome.disbursement.sheets;
    expect([sheet?.programme.name, sheet?.programme.fund, sheet?.total, outcome.disbursement.batches.length]).toEqual([
      "特殊对象节日补助",
      "市、区财政(原渠道)",
      100_000,
      0,
    ]);
    expect(decision(outcome, "special-festival", "张三").inCash).toBe(true);
  });

  it("改现金 of a broken account, too", () => {
    const outcome = settle([disabled(["张三", zhang, "无"])], "P102", "改现金");
    expect(outcome.disbursement.sheets.map((s) => s.total)).toEqual([100_000]);
  });
});

describe("what is held for the payment", () => {
  it("counts as granted in overlaps and for the size of a household, with the sum that waits", () => {
    const low = list(
      "民政 低保.xlsx",
      ["姓名", "身份证号", "户编号", "账号"],
      [
        ["张三", zhang, "1", A],
        ["李四", wife, "1", ""],
      ],
    );
    const outcome = season([low, list("民政 重残无业.xlsx", ["姓名", "身份证号"], [["李四", wife]])]);
    expect(verdict(outcome, "general-festival", "张三")).toBe("granted 700.00");
    const e = decision(outcome, "special-festival", "李四");
    expect([e.result, e.heldFor, e.amount]).toEqual(["held", "payment", 100_000]);
  });

  it("visits, goods and services ask for no account", () => {
    const lists = [
      list("双结对.xlsx", ["姓名", "身份证号", "金额"], [["张三", zhang, "500"]]),
      list("老年基金会 新春大礼包.xlsx", ["姓名", "身份证号"], [["李四", li]]),
      list("救助站 流浪乞讨.xlsx", ["姓名", "身份证号"], [["王五", wife]]),
    ];
    expect(verdicts(season(lists))).toEqual([
      "twin-visit 张三: granted 500.00",
      "gift-pack 李四: granted 0.00",
      "winter-shelter 王五: granted 0.00",
    ]);
  });
});
