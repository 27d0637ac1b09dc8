/** Check lists as tables: who is on them, under which number, and which rows are of no use. */
import { describe, expect, it } from "vitest";
import { readCheckList } from "../../src/campaign/check-list.ts";
import { lookAlikeKey } from "../../src/model/campaign.ts";
import type { InputFile } from "../../src/model/list.ts";
import { idOf, list, misprinted, RULES, WORDS, workbook } from "../say.ts";
import { said } from "./say.ts";

const id = idOf("19600101", 1);
const other = idOf("19600102", 1);

function read(files: readonly InputFile[], ...lines: readonly string[]) {
  const [checkList] = said("比对名单:", "  - 名称: 死亡", "    文件: 死亡.xlsx", "    命中: 暂缓", ...lines).checkLists;
  if (checkList === undefined) throw new Error("the file names one check list");
  return readCheckList(files, checkList, RULES, WORDS, new Map());
}

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]) => [list("死亡.xlsx", header, rows)];

describe("who is on a check list", () => {
  it("by number, with where it stands and what it says", () => {
    const { list: found } = read(
      table(["序号", "姓名", "公民身份号码", "死亡时间", "备注"], ["1", "张三", id, "2022-11-02", ""]),
    );
    expect(found.people).toEqual(
      new Map([
        [
          id,
          {
            name: "张三",
            idNumber: id,
            place: { file: "死亡.xlsx", sheet: "Sheet1", row: 2, column: "" },
            says: "死亡日期 2022-11-02",
          },
        ],
      ]),
    );
    expect(found).toMatchObject({ name: "死亡", follows: "hold", files: ["死亡.xlsx"], rows: 1, unusable: 0 });
  });

  it.each([
    ["15 digits", id.slice(0, 6) + id.slice(8, 17), id],
    [
      "a small x, full width, spaces",
      `${idOf("19600108").slice(0, 6)} ${idOf("19600108").slice(6).toLowerCase()}`,
      idOf("19600108"),
    ],
    ["a check digit that is wrong: as it stands", misprinted(id), misprinted(id)],
  ])("%s", (_, written, number) => {
    expect([...read(table(["姓名", "身份证号"], ["张三", written])).list.people.keys()]).toEqual([number]);
  });

  it("titles, totals, notes and a repeated header are nobody", () => {
    const rows = [
      ["姓名", "身份证号"],
      ["李四", other],
      ["合计", "2人"],
      ["制表人：王", ""],
    ];
    const files = [
      list("死亡.xlsx", ["姓名", "身份证号"], [["张三", id], ...rows], { titles: ["残联低保死亡人员名单"] }),
    ];
    const { list: found, problems } = read(files);
    expect([...found.people.keys()]).toEqual([id, other]);
    expect(problems).toEqual([]);
  });

  it("by name and birth date: of the number, else of a column", () => {
    const { list: found } = read(
      table(
        ["姓名", "身份证号", "出生日期"],
        ["张三", id, ""],
        ["李四", "", "1950年2月3日"],
        ["王五", "3.10198E+17", "19400506"],
      ),
    );
    expect([...found.born.keys()]).toEqual([
      lookAlikeKey("张三", "1960-01-01"),
      lookAlikeKey("李四", "1950-02-03"),
      lookAlikeKey("王五", "1940-05-06"),
    ]);
    expect(found.unusable).toBe(0);
  });

  it("numbers alone, names alone", () => {
    expect([...read(table(["身份证号", "死亡日期"], [id, "2022-11-02"])).list.people.keys()]).toEqual([id]);
    const { list: found, problems } = read(table(["姓名", "死亡日期"], ["张三", "2022-11-02"], ["李四", "2022-12-01"]));
    expect([found.people.size, found.born.size, found.rows, found.unusable]).toEqual([0, 0, 2, 2]);
    expect(problems.map((p) => [p.code, p.place.row, p.also.map((place) => place.row), p.params])).toEqual([
      ["C111", 2, [3], { list: "死亡", rows: 2 }],
    ]);
  });

  it("the first of two rows about somebody is quoted, of files by their names", () => {
    const [late] = table(["姓名", "身份证号", "死亡日期"], ["张三", id, "2022-12-01"]);
    const early = list("11月.xlsx", ["姓名", "身份证号", "死亡日期"], [["张三", id, "2022-11-02"]]);
    expect(read([late as InputFile, early]).list.people.get(id)?.says).toBe("死亡日期 2022-11-02");
  });

  it("a story is cut", () => {
    const says = read(table(["姓名", "身份证号", "备注"], ["张三", id, "长".repeat(100)])).list.people.get(id)?.says;
    expect(says).toBe(`备注 ${"长".repeat(40)}…`);
  });
});

describe("which table", () => {
  const book = workbook("死亡.xlsx", [
    ...list("死亡.xlsx", ["姓名", "身份证号"], [["张三", id]], { sheet: "11月" }).lists,
    ...list("死亡.xlsx", ["姓名", "身份证号"], [["李四", other]], { sheet: "12月" }).lists,
  ]);

  it("all sheets, or the named one", () => {
    expect([...read([book]).list.people.keys()]).toEqual([id, other]);
    expect([...read([book], "    工作表: 12月").list.people.keys()]).toEqual([other]);
  });

  it("a sheet or column that is not there is refused", () => {
    expect(read([book], "    工作表: 1月").refused.map((p) => p.params)).toEqual([
      { file: "死亡.xlsx", what: "工作表", whatEn: "sheet", name: "1月", near: "11月、12月" },
    ]);
    expect(read([book], "    列: { 身份证号: 证件 }").refused.map((p) => p.code)).toEqual(["C109"]);
  });

  it("columns that the campaign file names", () => {
    const files = table(["谁", "号"], ["张三", id]);
    expect(read(files).refused.map((p) => p.code)).toEqual(["V001"]);
    expect([...read(files, "    列: { 姓名: 谁, 身份证号: 号 }").list.people.keys()]).toEqual([id]);
  });
});
