/** Which column is read as which field: by its header, confirmed by its cells; what cannot be told is not guessed. */
import { describe, expect, it } from "vitest";
import { account, codes, idOf, list, misprinted, places, problems, season, verdicts } from "../say.ts";

const NAMES = ["张三", "李四", "王五", "赵六", "钱七", "孙八"];
const IDS = NAMES.map((_, n) => idOf("19600101", n + 1));

/** Fields of a list's columns, header=field, "*" where the cells told it. */
function read(header: readonly string[], rows: readonly (readonly string[])[], file = "民政 重残无业.xlsx") {
  const outcome = season([list(file, header, rows)]);
  const [reading] = outcome.lists;
  if (reading === undefined) throw new Error("no list");
  const fields = reading.columns.map((c) => `${c.header}=${c.field}${c.by === "contents" ? "*" : ""}`);
  return { outcome, fields, reading };
}

/** Rows of six people: each column one of their texts. */
function people(...columns: readonly ((n: number) => string)[]): readonly (readonly string[])[] {
  return NAMES.map((_, n) => columns.map((text) => text(n)));
}
const name = (n: number) => NAMES[n] ?? "";
const id = (n: number) => IDS[n] ?? "";
const bankCard = (n: number) => account(n + 1);
const mobile = (n: number) => `1990000000${n}`;

describe("what the cells tell", () => {
  it.each([
    [
      "numbers under 证件",
      ["姓名", "证件", "账号"],
      people(name, id, bankCard),
      ["姓名=name", "证件=idNumber*", "账号=account"],
    ],
    [
      "no name's header",
      ["困难群众", "身份证号", "账号"],
      people(name, id, bankCard),
      ["困难群众=name*", "身份证号=idNumber", "账号=account"],
    ],
    [
      "names and numbers exchanged",
      ["姓名", "身份证号", "账号"],
      people(id, name, bankCard),
      ["姓名=idNumber*", "身份证号=name*", "账号=account"],
    ],
    [
      "accounts and telephones exchanged",
      ["姓名", "身份证号", "账号", "电话"],
      people(name, id, mobile, bankCard),
      ["姓名=name", "身份证号=idNumber", "账号=phone*", "电话=account*"],
    ],
    [
      "accounts and their holders exchanged",
      ["姓名", "身份证号", "账号", "户名"],
      people(name, id, name, bankCard),
      ["姓名=name", "身份证号=idNumber", "账号=accountName*", "户名=account*"],
    ],
    [
      "numbers under 证件 above notes, totals and signatures",
      ["证件", "姓名", "账号"],
      [
        ...people(id, name, bankCard),
        ["合计", "6人"],
        ["备注：1、均已入户核实。"],
        ["2、账号由本人提供。"],
        ["分管领导：", "", "经办人："],
      ],
      ["证件=idNumber*", "姓名=name", "账号=account"],
    ],
  ])("%s", (_, header, rows, fields) => {
    const { fields: found, outcome } = read(header, rows);
    expect(found).toEqual(fields);
    expect(problems(outcome, "V009").length).toBe(fields.filter((f) => f.endsWith("*")).length);
    expect(verdicts(outcome)).toEqual(NAMES.map((n) => `special-festival ${n}: granted 1000.00`));
  });

  it.each([
    ["relations", (n: number) => (n % 2 === 0 ? "户主" : "配偶"), "户主=relation*"],
    ["是 and 否", (n: number) => (n % 2 === 0 ? "是" : "否"), "户主=relation*"],
    ["√ or nothing", (n: number) => (n % 2 === 0 ? "√" : ""), "户主=relation*"],
    ["numbers", (n: number) => IDS[n - (n % 2)] ?? "", "户主=headIdNumber*"],
    ["names", (n: number) => NAMES[n - (n % 2)] ?? "", "户主=headName"],
  ])("户主 that holds %s", (_, cell, field) => {
    const { fields, outcome } = read(
      ["户编号", "姓名", "身份证号", "户主"],
      people((n) => `D${n >> 1}`, name, id, cell),
      "民政 低保.xlsx",
    );
    expect(fields[3]).toBe(field);
    const heads = outcome.register.households.map((h) => h.head.name);
    expect(heads).toEqual(["张三", "王五", "钱七"]);
    expect(codes(outcome)).not.toContain("V009");
  });
});

it("rows without a header stay unread, whatever their cells hold", () => {
  const outcome = season([list("民政 特困.xlsx", ["张三", id(1), account(1)], people(name, id, bankCard))]);
  expect(outcome.refused.map((p) => p.code)).toEqual(["V001"]);
});

describe("what the cells belie is not used", () => {
  it.each([
    ["账号 that holds ID numbers", ["姓名", "身份证号", "账号"], people(name, id, id), "账号(C)"],
    [
      "电话 that holds accounts, beside accounts",
      ["姓名", "身份证号", "账号", "电话"],
      people(name, id, bankCard, bankCard),
      "电话(D)",
    ],
    [
      "账号 that holds telephones, beside telephones",
      ["姓名", "身份证号", "账号", "电话"],
      people(name, id, mobile, mobile),
      "账号(C)",
    ],
  ])("%s", (_, header, rows, column) => {
    const { outcome, fields } = read(header, rows);
    expect(places(outcome, "V013")).toEqual([`民政 重残无业.xlsx!Sheet1!1 ${column}`]);
    expect(fields.find((f) => column.startsWith(f.split("=")[0] ?? "?"))?.split("=")[1]).toBe("");
  });

  it("an account that is an ID number pays nobody", () => {
    const { outcome } = read(["姓名", "身份证号", "账号"], people(name, id, id));
    expect(verdicts(outcome)).toEqual(NAMES.map((n) => `special-festival ${n}: payment 1000.00 P101`));
  });

  it("numbers of another kind make no ID column", () => {
    const { fields } = read(
      ["姓名", "证件", "账号"],
      people(name, (n) => misprinted(id(n)), bankCard),
      "街道领导走访.xlsx",
    );
    expect(fields[1]).toBe("证件=");
  });

  it("a watchful reader needs more than one doubtful column of names", () => {
    const { fields } = read(["困难群众", "联系干部", "身份证号"], people(name, name, id));
    expect(fields).toEqual(["困难群众=", "联系干部=", "身份证号=idNumber"]);
  });

  it("somebody else's ID number is not taken for a missing one", () => {
    const { fields } = read(
      ["姓名", "监护人身份证号", "地址"],
      people(name, id, () => "一弄1号"),
      "街道领导走访.xlsx",
    );
    expect(fields[1]).toBe("监护人身份证号=");
  });
});

describe("two columns for one field", () => {
  const header = ["姓名", "身份证号", "账号", "账号"];

  it("one of them blank: the other, without a word", () => {
    const { outcome, fields } = read(
      header,
      people(name, id, () => "", bankCard),
    );
    expect(fields.slice(2)).toEqual(["账号=", "账号=account"]);
    expect(codes(outcome)).not.toContain("V007");
  });

  it("one of them fits: that one, and why", () => {
    const { outcome, fields } = read(
      ["姓名", "身份证号", "卡号", "账号"],
      people(name, id, bankCard, (n) => `第${n}户`),
    );
    expect(fields.slice(2)).toEqual(["卡号=account", "账号="]);
    expect(problems(outcome, "V007")[0]?.params).toMatchObject({ used: "卡号(C)", why: "contents" });
  });

  it("both say the same: the first", () => {
    const { outcome, fields } = read(header, people(name, id, bankCard, bankCard));
    expect(fields.slice(2)).toEqual(["账号=account", "账号="]);
    expect(problems(outcome, "V007")[0]?.params).toMatchObject({ used: "账号(C)", why: "alike" });
  });

  it("they differ and nobody can tell: none, and nobody is paid by a guess", () => {
    const { outcome, fields } = read(
      header,
      people(name, id, bankCard, (n) => account(n + 50)),
    );
    expect(fields.slice(2)).toEqual(["账号=", "账号="]);
    expect(problems(outcome, "V007")[0]?.params).toMatchObject({ used: "", why: "none", columns: "账号(C)、账号(D)" });
    expect(verdicts(outcome)[0]).toBe("special-festival 张三: payment 1000.00 P101");
  });

  it("the campaign file's word ends it", () => {
    const rows = people(name, id, bankCard, (n) => account(n + 50));
    const said = {
      file: "特困.xlsx",
      sheet: "",
      agency: null,
      category: null,
      columns: new Map([["account", "D"]]),
      place: { file: "relief.yaml", sheet: "", row: 2, column: "9" },
    };
    const outcome = season([list("特困.xlsx", header, rows)], { campaign: { lists: [said] } });
    expect(outcome.entries.map((e) => e.account)).toEqual(NAMES.map((_, n) => account(n + 50)));
    expect(outcome.lists[0]?.columns[3]).toMatchObject({ field: "account", by: "campaign" });
    expect(codes(outcome)).not.toContain("V007");
  });

  it("慰问对象 beside 姓名 is a category column where its cells are categories", () => {
    const { fields, outcome } = read(
      ["姓名", "身份证号", "慰问对象"],
      people(name, id, (n) => (n % 2 === 0 ? "孤残" : "低保")),
      "残联.xlsx",
    );
    expect(fields[2]).toBe("慰问对象=category");
    expect(outcome.entries.map((e) => e.categories[0])).toEqual(
      NAMES.map((_, n) => (n % 2 === 0 ? "孤残" : "低保残疾人")),
    );
    expect(codes(outcome)).not.toContain("V007");
  });
});

it("hidden columns are read, and said", () => {
  const outcome = season([
    list("民政 重残无业.xlsx", ["姓名", "身份证号", "账号"], people(name, id, bankCard), { hiddenColumns: [3, 9] }),
  ]);
  expect(problems(outcome, "V018").map((p) => p.params)).toEqual([{ columns: "账号(C)" }]);
  expect(outcome.lists[0]?.hiddenColumns).toEqual(["C"]);
  expect(outcome.entries[0]?.account).toBe(account(1));
});
