/** Batches, their order and numbers; what other payers pay; programmes merged in one line; sheets; the five laws. */
import { describe, expect, it } from "vitest";
import { account, idOf, list, payments, season } from "../say.ts";

const id = (n: number) => idOf("19600101", n);
const HEADER = ["姓名", "身份证号", "账号", "开户银行", "街镇", "居委"];
const row = (name: string, n: number, bank = "", street = "", committee = "") => [
  name,
  id(n),
  account(n),
  bank,
  street,
  committee,
];

const special = list("民政 重残无业.xlsx", HEADER, [
  row("张三", 1, "工商银行"),
  row("李四", 2, "中国建设银行上海分行新华支行"),
]);
const low = list("民政 低保.xlsx", HEADER, [row("王五", 3, "工行")]);
const work = list("人社 登记失业.xlsx", HEADER, [row("张三", 1, "中国工商银行新华路支行"), row("赵六", 4)]);
const veterans = list("退役军人 优抚.xlsx", HEADER, [row("孙七", 5, "上海农商银行")]);
const lists = [veterans, work, low, special];

describe("a batch", () => {
  const { batches } = season(lists).disbursement;

  it("is one payer, one fund and one bank, numbered in the plan's order", () => {
    expect(batches.map((b) => [b.number, b.payer, b.fund, b.bank, b.total])).toEqual([
      ["2023-001", "区民政局", "市、区财政(原渠道)", "工商银行", 170_000],
      ["2023-002", "区民政局", "市、区财政(原渠道)", "建设银行", 100_000],
      ["2023-003", "区人社局", "失业保险金", "工商银行", 75_000],
      ["2023-004", "区人社局", "失业保险金", "未知银行", 75_000],
      ["2023-005", "区退役军人事务局", "抚恤政策经费", "上海农商银行", 120_000],
    ]);
  });

  it("has lines numbered from 1, by programme first", () => {
    expect(batches[0]?.payments.map((p) => [p.serial, p.payee.name, p.purpose, p.grants.length])).toEqual([
      [1, "张三", "特殊对象补助", 1],
      [2, "王五", "节日补助", 1],
    ]);
  });

  it("lines stand by street, committee, holder and account", () => {
    const rows = [
      row("丁", 1, "", "新泾镇", "一居"),
      row("丙", 2, "", "新华路街道", "二居"),
      row("乙", 3, "", "新华路街道", "一居"),
      row("甲", 4, "", "新华路街道", "一居"),
    ];
    const [batch] = season([list("民政 重残无业.xlsx", HEADER, rows)]).disbursement.batches;
    expect(batch?.payments.map((p) => p.payee.name)).toEqual(["乙", "甲", "丙", "丁"]);
  });

  it("a line has its holder's number, whichever of its grants comes first", () => {
    // 乙's money goes to 甲's account, who has a grant of the same programme: 乙 lives in the street that stands first.
    const rows = [
      ["甲", id(1), account(1), "", "新泾镇", "一居", "甲"],
      ["乙", id(2), account(1), "", "新华路街道", "一居", "甲"],
    ];
    const [batch] = season([list("民政 重残无业.xlsx", [...HEADER, "户名"], rows)]).disbursement.batches;
    expect(batch?.payments.map((p) => [p.payee.name, p.payee.idNumber, p.amount])).toEqual([["甲", id(1), 200_000]]);
  });

  it("the order of the files changes nothing", () => {
    expect(payments(season([...lists].reverse()))).toEqual(payments(season(lists)));
  });
});

describe("banks", () => {
  it.each([
    ["中国工商银行上海市长宁支行", "工商银行"],
    ["工行", "工商银行"],
    ["ICBC", "工商银行"],
    ["农行虹桥支行", "农业银行"],
    ["中国农业银行", "农业银行"],
    ["上海农村商业银行", "上海农商银行"],
    ["上海银行长宁支行", "上海银行"],
    ["中国邮政储蓄银行", "邮储银行"],
    ["浦东发展银行", "浦发银行"],
    ["交通银行上海银行大厦支行", "交通银行"],
    ["中国银行", "中国银行"],
    ["", "未知银行"],
    ["某某信用社", "未知银行"],
  ])("%j is %s", (written, bank) => {
    const { batches } = season([list("民政 重残无业.xlsx", HEADER, [row("张三", 1, written)])]).disbursement;
    expect(batches.map((b) => b.bank)).toEqual([bank]);
  });
});

describe("one payee and one programme are one line", () => {
  const header = ["姓名", "身份证号", "户编号", "账号", "户名"];
  const family = [
    list("民政 重残无业.xlsx", header, [
      ["张子", id(1), "1", account(9), "张父"],
      ["张女", id(2), "1", account(9), "张父"],
    ]),
    list("民政 低保.xlsx", header, [
      ["张父", id(3), "1", account(9), "张父"],
      ["张子", id(1), "1", "", ""],
      ["张女", id(2), "1", "", ""],
    ]),
  ];

  it("笔数 says how many grants it holds", () => {
    expect(payments(season(family))).toEqual([
      `2023-001#1 ${account(9)} 张父 特殊对象节日补助 2000.00 ×2`,
      `2023-001#2 ${account(9)} 张父 一般对象节日补助 700.00 ×1`,
    ]);
  });

  it("合并发放 merges a payee's programmes too", () => {
    const outcome = season(family, { campaign: { mergesProgrammes: true } });
    expect(payments(outcome)).toEqual([`2023-001#1 ${account(9)} 张父 特殊对象节日补助+一般对象节日补助 2700.00 ×3`]);
    expect(outcome.laws.filter((law) => !law.holds)).toEqual([]);
  });

  it("合并发放 never joins two funds", () => {
    const outcome = season([special, work], { campaign: { mergesProgrammes: true } });
    expect(outcome.disbursement.batches.map((b) => b.fund)).toEqual([
      "市、区财政(原渠道)",
      "市、区财政(原渠道)",
      "失业保险金",
      "失业保险金",
    ]);
  });
});

describe("本单位发放", () => {
  it("the other payers' programmes are decided as ever, and handed over instead of paid", () => {
    const outcome = season(lists, { campaign: { ownPayers: new Set(["区民政局"]) } });
    expect(outcome.disbursement.batches.map((b) => b.payer)).toEqual(["区民政局", "区民政局"]);
    expect(
      outcome.disbursement.transfers.map((t) => [t.payer, t.grants.map((g) => g.unit.person.name), t.total]),
    ).toEqual([
      ["区人社局", ["张三", "赵六"], 150_000],
      ["区退役军人事务局", ["孙七"], 120_000],
    ]);
    expect(outcome.disbursement.entitlements.map((e) => e.result)).toEqual(
      season(lists).disbursement.entitlements.map((e) => e.result),
    );
    expect(outcome.laws.filter((law) => !law.holds)).toEqual([]);
  });

  it("a visit of another payer is handed over, not put on a sheet", () => {
    const youth = list("团区委 困境青少年.xlsx", ["姓名", "身份证号", "金额"], [["小明", id(8), "500"]]);
    const outcome = season([youth], { campaign: { ownPayers: new Set(["区民政局"]) } });
    expect([outcome.disbursement.sheets.length, outcome.disbursement.transfers.map((t) => t.payer)]).toEqual([
      0,
      ["团区委"],
    ]);
  });
});

describe("a signature sheet", () => {
  it("is one programme in one street, by committee and name", () => {
    const header = ["姓名", "身份证号", "街镇", "居委", "金额"];
    const rows = [
      ["丁", id(1), "新泾镇", "一居", "400"],
      ["丙", id(2), "新华路", "二居", "500"],
      ["乙", id(3), "新华路街道", "一居", "500"],
    ];
    const { sheets } = season([list("双结对.xlsx", header, rows)]).disbursement;
    expect(sheets.map((s) => [s.programme.name, s.street, s.grants.map((g) => g.unit.person.name), s.total])).toEqual([
      ["双结对走访慰问", "新华路街道", ["乙", "丙"], 100_000],
      ["双结对走访慰问", "新泾镇", ["丁"], 40_000],
    ]);
  });

  it("of goods adds no money", () => {
    const { sheets } = season([
      list(
        "老年基金会 大礼包.xlsx",
        ["姓名", "身份证号"],
        [
          ["甲", id(1)],
          ["乙", id(2)],
        ],
      ),
    ]).disbursement;
    expect(sheets.map((s) => [s.programme.name, s.grants.length, s.total])).toEqual([["新春大礼包", 2, 0]]);
  });

  it("a service stands on none", () => {
    const { sheets, batches, entitlements } = season([
      list("救助站 流浪乞讨.xlsx", ["姓名", "身份证号"], [["甲", id(1)]]),
    ]).disbursement;
    expect([sheets.length, batches.length, entitlements.map((e) => e.way?.way)]).toEqual([0, 0, ["service"]]);
  });
});

describe("the laws", () => {
  const outcome = season(lists);

  it("are all five checked, with both figures", () => {
    expect([...new Set(outcome.laws.map((law) => law.law))].sort()).toEqual([1, 2, 3, 4, 5]);
    for (const law of outcome.laws) expect(law.left, law.what).toBe(law.right);
  });

  it.each(["市、区财政(原渠道)", "失业保险金", "抚恤政策经费"])("3: in money and in number, by the fund %s", (fund) => {
    const said = outcome.laws.filter((law) => law.law === 3 && law.what.includes(fund)).map((law) => law.left);
    const granted = outcome.disbursement.entitlements.filter(
      (e) => e.result === "granted" && e.programme.fund === fund,
    );
    expect(said).toEqual([(granted.reduce((n, e) => n + e.amount, 0) / 100).toFixed(2), String(granted.length)]);
  });
});
