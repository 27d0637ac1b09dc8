/** Words of a drop-down that do not fit their rule stand on the sheet that explains. */
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import type { TemplateColumn, TemplateList } from "../../../src/model/template.ts";
import { choicesOf } from "../../../src/write/template/choices.ts";
import { templateWorkbook } from "../../../src/write/template/workbook.ts";

const column = (header: string, words: readonly string[]): TemplateColumn => ({
  header,
  need: "选填",
  how: "从下拉框选择",
  example: "",
  width: 12,
  kind: "text",
  words,
  wordsOnly: false,
  check: null,
});
const listOf = (...columns: readonly TemplateColumn[]): TemplateList => ({
  office: "区民政局",
  name: "低保",
  fileStem: "民政-低保",
  categories: ["低保"],
  uses: [],
  lookedAtBy: [],
  rows: "people",
  columns,
});

const many = Array.from({ length: 60 }, (_, i) => `第${i + 1}街道`);

describe("the words of a drop-down", () => {
  it("stand in its rule where 255 characters hold them", () => {
    const fits = column("街镇", ["a".repeat(100), "b".repeat(152)]);
    expect(choicesOf(listOf(fits), fits)).toBe(`"${fits.words.join(",")}"`);
  });

  it.each([
    ["one character more", ["a".repeat(100), "b".repeat(153)], "填表说明!$F$1:$F$2"],
    ["a comma in a word", ["甲,乙", "丙"], "填表说明!$F$1:$F$2"],
    ["a quotation mark", ['甲"', "丙"], "填表说明!$F$1:$F$2"],
    ["many words", many, "填表说明!$F$1:$F$60"],
  ])("stand on the other sheet: %s", (_, words, range) => {
    const one = column("街镇", words);
    expect(choicesOf(listOf(one), one)).toBe(range);
  });

  it("of two such columns each has its own place, hidden, behind what is read", async () => {
    const list = listOf(column("街镇", many), column("类型", ["甲"]), column("居村委", [...many].reverse()));
    const book = new exceljs.Workbook();
    const bytes = await templateWorkbook(list, { title: "某年", listedIn: "2023-01", document: "1号" });
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const guide = book.getWorksheet("填表说明");
    expect([guide?.getCell("F60").value, guide?.getCell("G1").value]).toEqual(["第60街道", "第60街道"]);
    expect(list.columns.map((c) => choicesOf(list, c))).toEqual(["填表说明!$F$1:$F$60", '"甲"', "填表说明!$G$1:$G$60"]);
    expect([guide?.getColumn("F").hidden, guide?.getColumn("G").hidden]).toEqual([true, true]);
  }, 30_000);
});
