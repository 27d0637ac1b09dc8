/** Which file each entry of 名单 speaks of, and what a mapping does to the list that it finds. */
import { describe, expect, it } from "vitest";
import { listMappings } from "../../src/campaign/lists.ts";
import type { Campaign, ListMapping } from "../../src/model/campaign.ts";
import { messageOf } from "../../src/problem/problem.ts";
import { account, codes, idOf, list, problems, season, verdict, workbook } from "../say.ts";
import { said } from "./say.ts";

const FILES = [
  { name: "补报/居委补报.xlsx", path: "名单/补报/居委补报.xlsx", original: null },
  { name: "残联.xlsx", path: "名单/残联.xlsx", original: null },
  { name: "再报/残联.xlsx", path: "名单/再报/残联.xlsx", original: null },
];

describe("a file is named", () => {
  const found = (path: string) =>
    listMappings(said("名单:", `  - 文件: ${path}`, "    部门: 民政").lists, FILES, new Map());

  it.each([
    ["by its path from the campaign file's folder", "名单/补报/居委补报.xlsx", "补报/居委补报.xlsx"],
    ["with Windows' separators", "'.\\名单\\残联.xlsx'", "残联.xlsx"],
    ["as reports show it", "补报/居委补报.xlsx", "补报/居委补报.xlsx"],
    ["by its bare name, where one file has it", "居委补报.xlsx", "补报/居委补报.xlsx"],
    ["its name as shown comes before the bare one", "残联.xlsx", "残联.xlsx"],
  ])("%s", (_, path, name) => {
    expect(found(path)).toMatchObject({ value: [{ file: name, agency: "民政" }], problems: [] });
  });

  it.each([
    ["that is not there: near names", "名单/居委上报.xlsx", "补报/居委补报.xlsx"],
    ["that is nowhere near: none", "zzz.xls", ""],
  ])("%s", (_, path, near) => {
    const { value, problems: told } = found(path);
    expect(value).toEqual([]);
    expect(told.map((p) => [p.code, p.place.row, p.params])).toEqual([["C108", 2, { name: path, near }]]);
  });

  it("by a bare name that two have: both are told", () => {
    const files = FILES.filter((file) => file.name !== "残联.xlsx").concat({
      name: "三/残联.xlsx",
      path: "名单/三/残联.xlsx",
      original: null,
    });
    const { problems: told } = listMappings(
      said("名单:", "  - 文件: 残联.xlsx", "    部门: 民政").lists,
      files,
      new Map(),
    );
    expect(told[0]?.params).toEqual({ name: "残联.xlsx", near: "再报/残联.xlsx、三/残联.xlsx" });
  });
});

describe("a corrected copy", () => {
  const of = (original: string) => ({ name: "改好.xlsx", path: "名单/改好.xlsx", original });
  const found = (files: Parameters<typeof listMappings>[1], ...paths: readonly string[]) => {
    const lines = paths.flatMap((path) => [`  - 文件: ${path}`, "    部门: 民政"]);
    const { value, problems: told } = listMappings(said("名单:", ...lines).lists, files, new Map());
    return [...value.map((m) => m.file), ...told.map((p) => p.code)];
  };
  const sent = { name: "残联.xlsx", path: "名单/残联.xlsx", original: null };

  it.each([
    ["goes by what is said of the file that it came from, which is gone", [of("残联.xlsx")], ["残联.xlsx"]],
    ["and where it was shown with its folder", [of("名单/残联.xlsx")], ["名单/残联.xlsx"]],
    ["beside that file", [sent, of("残联.xlsx")], ["残联.xlsx"]],
    [
      "beside that file, which another run showed under a longer name",
      [sent, of("名单/残联.xlsx")],
      ["残联.xlsx", "名单/残联.xlsx"],
    ],
    ["of another file is not meant", [of("妇联.xlsx")], ["C108"]],
    ["of a file whose name only ends alike is not meant", [of("联.xlsx")], ["C108"]],
  ])("%s", (_, files, expected) => {
    expect(found(files, "名单/残联.xlsx")).toEqual(expected);
  });

  it("named itself, goes by its file's name all the same", () => {
    expect(found([of("残联.xlsx")], "名单/改好.xlsx")).toEqual(["残联.xlsx"]);
  });

  it("that may have come from either of two files is neither's", () => {
    expect(found([of("残联.xlsx")], "一/残联.xlsx", "二/残联.xlsx")).toEqual(["C108", "C108"]);
  });
});

const id = idOf("19600101");
const mapping = (more: Partial<ListMapping>): Partial<Campaign> => ({
  lists: [
    {
      file: "补报.xlsx",
      sheet: "",
      agency: null,
      category: null,
      columns: new Map(),
      place: { file: "relief.yaml", sheet: "", row: 2, column: "9" },
      ...more,
    },
  ],
});

describe("columns that the campaign file names", () => {
  const columns = (...pairs: readonly (readonly [string, string])[]) =>
    mapping({ category: "重残无业", columns: new Map(pairs) });
  const row = ["张三", id, account(1), account(2)];

  it("make a header of a row that has no known word", () => {
    const outcome = season([list("补报.xlsx", ["人", "证", "卡"], [row.slice(0, 3)])], {
      campaign: columns(["name", "人"], ["idNumber", "证"], ["account", "卡"]),
    });
    expect(verdict(outcome, "special-festival", "张三")).toBe("granted 1000.00");
    expect(outcome.lists[0]?.columns.map((c) => c.field)).toEqual(["name", "idNumber", "account"]);
    expect(codes(outcome)).toEqual(["P108"]);
  });

  it("come before every synonym: the other column is not used, and nobody is asked about it", () => {
    const file = list("补报.xlsx", ["姓名", "身份证号", "账号", "卡号"], [row]);
    expect(codes(season([file], { campaign: mapping({ category: "重残无业" }) }))).toContain("V007");
    const outcome = season([file], { campaign: columns(["account", "卡号"]) });
    expect(outcome.entries[0]?.account).toBe(account(2));
    expect(codes(outcome)).toEqual(["P108"]);
  });

  it("say what a usual word means here", () => {
    const header = ["姓名", "身份证号", "户名", "账号"];
    const outcome = season([list("补报.xlsx", header, [["张三", id, account(1), account(2)]])], {
      campaign: columns(["account", "户名"], ["accountName", "账号"]),
    });
    expect(outcome.entries[0]).toMatchObject({ account: account(1), accountName: account(2) });
  });

  it("width, spaces and brackets aside", () => {
    const outcome = season([list("补报.xlsx", ["姓名", "身份证号", "社保 卡（工行）"], [row.slice(0, 3)])], {
      campaign: columns(["account", "社保卡"]),
    });
    expect(outcome.entries[0]?.account).toBe(account(1));
  });

  it("a declared column of the edition", () => {
    const outcome = season(
      [list("补报.xlsx", ["姓名", "身份证号", "账号", "街道意见"], [["张三", id, account(1), "未通过"]])],
      {
        campaign: mapping({ category: "支援外地建设退休回沪", columns: new Map([["复审结果", "街道意见"]]) }),
      },
    );
    expect(verdict(outcome, "frontier-returnees", "张三")).toBe("denied N2");
  });

  it("the category column, however few of its cells are understood", () => {
    const header = ["姓名", "身份证号", "账号", "情况"];
    const rows = [
      ["张三", id, account(1), "大病重病"],
      ["李四", idOf("19600102"), account(2), "独居"],
      ["王五", idOf("19600103"), account(3), "空巢"],
    ];
    const outcome = season([list("补报.xlsx", header, rows)], {
      campaign: mapping({ agency: "残联", columns: new Map([["category", "情况"]]) }),
    });
    expect(verdict(outcome, "disabled-relief", "张三")).toBe("granted 800.00");
    expect(problems(outcome, "V012").map((p) => p.content)).toEqual(["独居", "空巢"]);
  });
});

describe("what is not there stops the run", () => {
  const file = workbook("补报.xlsx", [
    ...list("补报.xlsx", ["姓名", "身份证号", "账号"], [["张三", id, account(1)]], { sheet: "重残无业" }).lists,
    ...list("补报.xlsx", ["姓名", "身份证号", "卡号"], [["李四", idOf("19600102"), account(2)]], { sheet: "五保" })
      .lists,
  ]);
  const told = (more: Partial<ListMapping>) =>
    season([file], { campaign: mapping(more) }).refused.map((p) => `${p.code} ${p.place.file} ${messageOf(p).zh}`);

  it("a sheet", () => {
    expect(told({ sheet: "重残", agency: "民政" })).toEqual([
      "C109 relief.yaml 活动文件说的工作表“重残”，补报.xlsx 里没有；相近的：重残无业",
    ]);
  });

  it("a column of the named sheet, though another sheet has it", () => {
    expect(told({ sheet: "重残无业", columns: new Map([["account", "卡号"]]) })).toEqual([
      "C109 relief.yaml 活动文件说的列“卡号”，补报.xlsx › 重残无业 里没有；相近的：账号",
    ]);
  });

  it("a column that no sheet of the file has", () => {
    expect(told({ columns: new Map([["account", "卡号"]]) })).toEqual([]);
    expect(told({ columns: new Map([["account", "银行卡"]]) })).toHaveLength(1);
  });
});

describe("whose a list is", () => {
  const HEADER = ["姓名", "身份证号", "账号"];
  const around = (title: string, more: Partial<ListMapping>) =>
    season([list("补报.xlsx", HEADER, [["张三", id, account(1)]], { titles: [title] })], { campaign: mapping(more) })
      .lists[0];

  it("the category alone settles two agencies in one title", () => {
    expect(around("民政、残联联合上报", { category: "孤残" })).toMatchObject({
      agency: "残联",
      category: "孤残",
      held: false,
    });
  });

  it("汇总: everybody's list", () => {
    expect(around("困难群众", { agency: "*", category: "低保" })).toMatchObject({ everybody: true, held: false });
  });

  it("the sheet's own word comes before its file's", () => {
    const sheets = ["甲", "乙"].flatMap(
      (sheet, at) => list("补报.xlsx", HEADER, [["张三", idOf("19600101", at + 1), account(1)]], { sheet }).lists,
    );
    const { lists } = mapping({ category: "重残无业" });
    const outcome = season([workbook("补报.xlsx", sheets)], {
      campaign: { lists: [...(lists ?? []), { ...(lists?.[0] as ListMapping), sheet: "乙", category: "特困供养" }] },
    });
    expect(outcome.lists.map((l) => [l.sheet, l.category])).toEqual([
      ["甲", "重残无业"],
      ["乙", "特困供养"],
    ]);
  });
});
