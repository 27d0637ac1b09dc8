/** Headers of several rows: groups over columns, cells merged downwards, units and column numbers below. */
import { describe, expect, it } from "vitest";
import { HeaderWords } from "../../src/validate/header-words.ts";
import { codes, idOf, places, RULES, season, sheet, WORDS } from "../say.ts";

const one = idOf("19600101", 1);
const two = idOf("19600101", 2);

/** The columns of a sheet as they were read: "C 户主信息/姓名=headName". */
function columns(rows: readonly (readonly string[])[], merged: readonly string[] = [], file = "民政 低保.xlsx") {
  const outcome = season([sheet(file, rows, { merged })]);
  const [reading] = outcome.lists;
  if (reading === undefined) throw new Error("no header");
  const { tally, headerRows } = reading;
  const read = reading.columns.map((c) => `${c.letter} ${c.header}=${c.field}`);
  return { outcome, tally, headerRows, read, fields: reading.columns.map((c) => c.field) };
}

describe("a header of two rows", () => {
  const upper = ["序号", "户主信息", "", "家庭成员信息", "", "", "保障人数", "银行信息", "", ""];
  const lower = ["", "姓名", "身份证号", "姓名", "身份证号", "与户主关系", "", "开户行", "账号", "姓名"];
  const merged = ["A1:A2", "B1:C1", "D1:F1", "G1:G2", "H1:J1"];
  const read = [
    ...["", "headName", "headIdNumber", "name", "idNumber", "relation"],
    ...["covered", "bank", "account", "accountName"],
  ];
  const row = ["1", "张三", one, "李四", two, "配偶", "2", "上海银行", "880000000001", "张三"];

  it("its columns are of whom the cell above them says", () => {
    const { fields, headerRows, tally, outcome } = columns([upper, lower, row], merged);
    expect(fields).toEqual(read);
    expect(headerRows).toEqual({ first: 1, last: 2 });
    expect(tally).toMatchObject({ read: 3, title: 0, header: 2, entries: 1 });
    expect(outcome.entries[0]).toMatchObject({ name: "李四", idNumber: two, headIdNumber: one, accountName: "张三" });
    expect(codes(outcome)).not.toContain("V007");
  });

  it("the same from a text file, which knows no merged cells", () => {
    expect(columns([upper, lower, row]).fields).toEqual(read);
  });

  it("the same, where a group has the name of its first column", () => {
    const { fields, headerRows } = columns([
      ["姓名", "身份证号", "联系方式", "", "账户", ""],
      ["", "", "联系方式", "家庭住址", "开户行", "账号"],
      ["张三", idOf("19600101", 1), "19900000001", "某路1号", "上海银行", "880000000001"],
    ]);
    expect(fields).toEqual(["name", "idNumber", "phone", "address", "bank", "account"]);
    expect(headerRows).toEqual({ first: 1, last: 2 });
  });

  it("below titles that are merged over its whole width", () => {
    const titles = [["2023年低保家庭名册"], ["填报单位：新华路街道", "", "", "", "", "", "", "", "单位：元"]];
    const lowered = merged.map((range) => range.replace(/\d/g, (n) => String(Number(n) + 2)));
    const { fields, headerRows, tally } = columns([...titles, upper, lower, row], ["A1:J1", "A2:G2", ...lowered]);
    expect(fields).toEqual(read);
    expect(headerRows).toEqual({ first: 3, last: 4 });
    expect(tally).toMatchObject({ read: 5, title: 2, header: 2, entries: 1 });
  });

  it("names its columns with both words, at the row of their own", () => {
    const { read: names, outcome } = columns(
      [
        ["序号", "姓名", "身份证号", "开户情况", ""],
        ["", "", "", "开户很行", "账号"],
        ["1", "张三", one, "x", "880000000001"],
      ],
      [...["A1:A2", "B1:B2", "C1:C2", "D1:E1"]],
    );
    expect(names.slice(1)).toEqual([
      "B 姓名=name",
      "C 身份证号=idNumber",
      "D 开户情况/开户很行=",
      "E 开户情况/账号=account",
    ]);
    expect(places(outcome, "V008")).toEqual(["民政 低保.xlsx!Sheet1!2 开户情况/开户很行(D)"]);
  });

  it("heads alone: their names and numbers are the people", () => {
    const rows = [
      ["户主", "", "人口", ""],
      ["姓名", "身份证号", "家庭人口", "保障人数"],
      ["张三", one, "3", "2"],
    ];
    const { fields, outcome } = columns(rows, ["A1:B1", "C1:D1"]);
    expect(fields).toEqual(["headName", "headIdNumber", "residents", "covered"]);
    expect(outcome.entries[0]).toMatchObject({ name: "张三", idNumber: one, covered: 2 });
  });

  it("somebody else's number is nobody's on the list", () => {
    const rows = [
      ["姓名", "身份证号", "监护人", "", ""],
      ["", "", "姓名", "身份证号", "联系电话"],
      ["张小三", one, "张三", two, "62520001"],
    ];
    const { fields } = columns(rows, ["A1:A2", "B1:B2", "C1:E1"]);
    expect(fields).toEqual(["name", "idNumber", "", "", "phone"]);
  });

  it("who collects for somebody has fields of his own", () => {
    const rows = [
      ["姓名", "身份证号", "代领人信息", ""],
      ["", "", "姓名", "身份证号"],
      ["张小三", one, "张三", two],
    ];
    expect(columns(rows, ["A1:A2", "B1:B2", "C1:D1"]).fields).toEqual([
      "name",
      "idNumber",
      "collectorName",
      "collectorId",
    ]);
  });
});

describe("a header of three rows", () => {
  it("whose names and numbers stand in the middle one, all under one cell", () => {
    const { fields, headerRows } = columns(
      [
        ["2023年低保家庭名册"],
        ["序号", "基本情况", "", "", "保障人数", "联系方式", "", "银行账户信息", ""],
        ["", "户号", "户主姓名", "户主身份证号码"],
        ["", "", "", "", "", "居住地址", "联系电话", "银行名称", "银行账号"],
        ["1", "D1", "张三", one, "2", "某路1号", "19900000001", "上海银行", "880000000001"],
      ],
      ["A1:I1", "A2:A4", "B2:D2", "E2:E4", "F2:G3", "H2:I3", "B3:B4", "C3:C4", "D3:D4"],
    );
    expect(fields).toEqual([
      ...["", "householdNumber", "headName", "headIdNumber", "covered", "address", "phone", "bank", "account"],
    ]);
    expect(headerRows).toEqual({ first: 2, last: 4 });
  });

  it("is read whole", () => {
    const rows = [
      ["序号", "家庭情况", "", "", "", "发放情况", ""],
      ["", "户主信息", "", "成员信息", "", "银行信息", ""],
      ["", "姓名", "身份证号", "姓名", "身份证号", "开户行", "账号"],
      ["1", "张三", one, "李四", two, "上海银行", "880000000001"],
    ];
    const merged = ["A1:A3", "B1:E1", "F1:G1", "B2:C2", "D2:E2", "F2:G2"];
    const { fields, headerRows, read } = columns(rows, merged);
    expect(fields).toEqual(["", "headName", "headIdNumber", "name", "idNumber", "bank", "account"]);
    expect(headerRows).toEqual({ first: 1, last: 3 });
    expect(read[1]).toBe("B 家庭情况/户主信息/姓名=headName");
  });
});

describe("below the header's words", () => {
  const header = ["序号", "姓名", "身份证号", "金额"];
  it.each([
    ["columns are numbered", ["1", "2", "3", "4"]],
    ["columns are numbered from 甲", ["甲", "乙", "1", "2"]],
    ["there are units", ["", "", "（18位）", "（元）"]],
  ])("%s: still the header", (_, row) => {
    const { headerRows, tally } = columns([header, row, ["1", "张三", one, "500"]]);
    expect(headerRows).toEqual({ first: 1, last: 2 });
    expect(tally).toMatchObject({ header: 2, entries: 1, rejected: 0 });
  });

  it.each([
    ["a person", ["1", "张三", one, "500"]],
    ["a person without a number", ["1", "张三", "", "500"]],
    ["a person in words that headers use", ["", "本人", "", "户主"]],
  ])("%s stands right below it", (_, row) => {
    const { headerRows, tally } = columns([header, row]);
    expect(headerRows).toEqual({ first: 1, last: 1 });
    expect(tally).toMatchObject({ header: 1, entries: 1 });
  });
});

describe("a header's words", () => {
  const words = new HeaderWords(WORDS, RULES, undefined);

  it.each([
    ["姓名\n（必填）", "name"],
    ["*姓 名", "name"],
    ["【姓名】", "name"],
    ["1.姓名", "name"],
    ["身份证\n号码", "idNumber"],
    ["身份证号码（18位）", "idNumber"],
    ["③身份证号", "idNumber"],
    ["补助金额(元)", "amount"],
    ["户主公民身份证号码", "headIdNumber"],
    ["村（居）委会", "committee"],
    ["银行卡/折号", "account"],
    ["序号", null],
    ["复审结果", null],
  ])("%j is %s", (text, field) => {
    expect(words.find(text)?.field).toBe(field);
  });

  it.each(["", "张三", "备注信息栏", "310198196001011234", "x".repeat(40)])("%j is not known", (text) => {
    expect(words.find(text)).toBeUndefined();
  });

  it.each([
    [["户主信息"], "姓名", "headName"],
    [["户主基本情况"], "公民身份号码", "headIdNumber"],
    [["银行账户信息"], "姓名", "accountName"],
    [["银行账户信息"], "身份证号", null],
    [["监护人"], "姓名", null],
    [["监护人"], "联系电话", "phone"],
    [["紧急联系人"], "电话", null],
    [["基本信息", "户主"], "姓名", "headName"],
    [["家庭情况"], "保障人数", "covered"],
    [["对象信息"], "姓名", "name"],
  ])("below %j, %s is %s", (groups, own, field) => {
    expect(words.below(groups, own)?.field).toBe(field);
  });
});

describe("titles are never upper header cells", () => {
  it.each([
    ["over the whole width", [["低保家庭名单"]], ["A1:D1"], 1],
    ["beside a date", [["低保家庭名单", "", "", "2023年1月"]], ["A1:C1"], 1],
    ["with a unit over the sums", [["新华路街道", "", "", "单位：元"]], [], 1],
    ["two rows of them", [["附件1"], ["低保家庭名单"]], ["A2:D2"], 2],
  ] as const)("%s", (_, titles, merged, count) => {
    const { tally, headerRows } = columns(
      [...titles, ["序号", "姓名", "身份证号", "金额"], ["1", "张三", one, "5"]],
      merged,
    );
    expect(tally).toMatchObject({ title: count, header: 1, entries: 1 });
    expect(headerRows.first).toBe(count + 1);
  });
});

it("absurd merged ranges cost nothing and change nothing", () => {
  const rows = [
    ["姓名", "身份证号", "账号"],
    ["张三", one, "880000000001"],
    ["李四", two, "880000000002"],
  ];
  const { outcome, fields } = columns(rows, ["A1:XFD1", "A1:A1048576", "B2:XFD1048576", "C2:C3", "C3:D9"]);
  expect(fields).toEqual(["name", "idNumber", "account"]);
  expect(outcome.entries.map((e) => [e.name, e.account])).toEqual([
    ["张三", "880000000001"],
    ["李四", "880000000002"],
  ]);
});
