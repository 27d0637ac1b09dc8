/** One list as other programs saved it: whatever the format, its cells are the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIXTURES } from "../fixtures/relief.ts";
import { bookOf, readAs, rowsOf, said } from "./say.ts";

const inputOf = (ending: string) => {
  const name = `重残无业.${ending}`;
  return readAs(name, readFileSync(join(FIXTURES, "formats", name)));
};

describe("one list in every format", () => {
  it("is read from .xlsx", () => {
    const { lists } = inputOf("xlsx");
    expect(lists.map((list) => [list.sheet, ...rowsOf(list)])).toEqual([
      [
        "重残无业",
        "1 听涛街道重残无业人员名单 t",
        "2 填报日期：|2023-01-05||单位：元 td-t",
        "3 序号|姓名|身份证号|出生日期|居委|金额|是否在册|备注 tttttttt",
        "4 1|张　三|310198194912310012|1949-12-31|听涛居委|1000.5|是|住“新村”内，<二室>&后门 nttdtntt",
        "5 2|阿依古丽·买买提|310198196104120121|1961-04-12|听涛居委|1000|否|一行\n又一行 nttdtntt",
        "6 3|李四|310198197001010135|1970-01-01|槐荫居委|1234567.89|是 nttdtnt",
        "7 4|王五|310198198808080083|1988-08-08|槐荫居委|0.1|是|隐藏的一行 nttdtntt hidden",
        "8 合计|||||1236568.49||#DIV/0! t----n-e",
        "10 填表人：|赵六|310198195001010000|2023-01-05T08:30:00|08:30:00 ttndt",
      ],
      ["说明", "1 请于十二月二十五日前报送。 t"],
      ["空表"],
    ]);
    expect(lists[0]?.merged).toEqual([
      { top: 1, left: 1, bottom: 1, right: 8 },
      { top: 8, left: 1, bottom: 8, right: 2 },
    ]);
    expect(lists[0]?.hiddenColumns).toEqual([5]);
  });

  it.each(["xls", "et", "ods", "fods"])("and the same from .%s", (ending) => {
    const input = inputOf(ending);
    expect(said(input)).toEqual(["read", "R203"]);
    const bare = ({ lists }: typeof input) => lists.map((list) => ({ ...list, file: "" }));
    expect(bare(input)).toEqual(bare(inputOf("xlsx")));
  });
});

describe("names inside a file are data, and lead nowhere", () => {
  const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  it.each(["../../x", "__proto__", "constructor", "con", "C:\\x", "=cmd|' /C calc'!A0", "\u202e单名"])("%s", (name) => {
    const escaped = name.replaceAll("'", "&apos;");
    const input = readAs(
      "名单.xlsx",
      bookOf({
        cells: `<row r="1"><c t="inlineStr"><is><t>${escaped}</t></is></c></row>`,
        parts: {
          "xl/workbook.xml": `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped}" r:id="rId1"/></sheets></workbook>`,
          [`xl/${name}`]: "x",
        },
      }),
    );
    expect(input.lists.map((list) => [list.sheet, ...rowsOf(list)])).toEqual([[name, `1 ${name} t`]]);
  });
});
