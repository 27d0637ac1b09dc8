import { describe, expect, it } from "vitest";
import type { List } from "../../src/model/list.ts";
import { onlyList, readAs, rowsOf, said, zipOf } from "./say.ts";

const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

/** The content of a document with these tables. */
const contentOf = (tables: string) =>
  '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">' +
  `<office:automatic-styles/><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

/** An .ods with this content; more parts replace the usual ones. */
const odsOf = (content: string, parts: Readonly<Record<string, string>> = {}) =>
  zipOf({
    mimetype: { content: MIMETYPE, odd: { stored: true } },
    "content.xml": content,
    "META-INF/manifest.xml": "<manifest:manifest/>",
    ...parts,
  });

/** The only list of a table with this inside. */
const listOf = (inside: string): List =>
  onlyList(readAs("名单.ods", odsOf(contentOf(`<table:table table:name="名单">${inside}</table:table>`))));
const rowOf = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
const cell = (attributes: string, text = "") =>
  `<table:table-cell ${attributes}>${text === "" ? "" : `<text:p>${text}</text:p>`}</table:table-cell>`;
const text = (content: string) => cell('office:value-type="string"', content);
const rows = (inside: string) => rowsOf(listOf(inside));
const oneCell = (xml: string) => rows(rowOf(xml))[0]?.slice(2);

describe("cells of an .ods are what they would be in an .xlsx", () => {
  it.each([
    ["a text", text("张三"), "张三 t"],
    ["a text that an attribute has", cell('office:value-type="string" office:string-value="甲 "', "甲"), "甲  t"],
    ["a number", cell('office:value-type="float" office:value="0.30000000000000004"', "0.3"), "0.3 n"],
    ["a number without a shown text", '<table:table-cell office:value-type="float" office:value="700"/>', "700 n"],
    [
      "an ID number as a number",
      cell('office:value-type="float" office:value="3.10198195001010E+017"', "3.1E+17"),
      "310198195001010000 n",
    ],
    [
      "a sum of money",
      cell('office:value-type="currency" office:currency="CNY" office:value="1000.5"', "￥1,000.50"),
      "1000.5 n",
    ],
    ["a percentage", cell('office:value-type="percentage" office:value="0.125"', "12.50%"), "0.125 n"],
    ["a date", cell('office:value-type="date" office:date-value="2023-01-05"', "2023年1月5日"), "2023-01-05 d"],
    [
      "a date with time",
      cell('office:value-type="date" office:date-value="2023-01-05T12:30:00"', "x"),
      "2023-01-05T12:30:00 d",
    ],
    ["a time of day", cell('office:value-type="time" office:time-value="PT08H05M00S"', "8:05"), "08:05:00 t"],
    ["yes", cell('office:value-type="boolean" office:boolean-value="true"', "真"), "TRUE b"],
    ["no", cell('office:value-type="boolean" office:boolean-value="false"', "假"), "FALSE b"],
    [
      "an error",
      cell(
        'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
        "#DIV/0!",
      ),
      "#DIV/0! e",
    ],
    [
      "a formula's stored value",
      cell('table:formula="of:=[.A1]" office:value-type="float" office:value="5" calcext:value-type="float"', "5"),
      "5 n",
    ],
    ["a formula that was never calculated", cell('table:formula="of:=[.A1]"'), " f"],
    ["a text without a type", cell("", "甲"), "甲 t"],
  ])("%s", (_, xml, expected) => {
    expect(oneCell(xml)).toBe(expected);
  });

  it.each([
    ["spaces stay as they stand", "张   三 ", "张   三  t"],
    ["a line end of the XML is a space", "Zhang\n   San", "Zhang San t"],
    ["spaces that are meant stay", '张<text:s text:c="2"/>三<text:s/>', "张  三  t"],
    ["tabs and line ends that are meant", "甲<text:tab/>乙<text:line-break/>丙", "甲\t乙\n丙 t"],
    ["formatted pieces are one text", "张<text:span>三</text:span><text:a>丰</text:a> &amp; 四", "张三丰 & 四 t"],
    ["a comment within is none", "张三<office:annotation><text:p>已核</text:p></office:annotation>", "张三 t"],
    [
      "the reading above a text is none",
      "<text:ruby><text:ruby-base>䶮</text:ruby-base><text:ruby-text>yǎn</text:ruby-text></text:ruby>",
      "䶮 t",
    ],
  ])("%s", (_, content, expected) => {
    expect(oneCell(text(content))).toBe(expected);
  });

  it("two paragraphs are two lines; comments and drawings beside them are no text", () => {
    const comment = "<office:annotation><text:p>不要</text:p></office:annotation>";
    const drawing = "<draw:frame><draw:text-box><text:p>也不要</text:p></draw:text-box></draw:frame>";
    expect(
      oneCell(
        `<table:table-cell office:value-type="string">${comment}<text:p>一</text:p>${drawing}<text:p>二</text:p></table:table-cell>`,
      ),
    ).toBe("一\n二 t");
  });
});

describe("rows and columns of an .ods", () => {
  it("repeated cells and rows stand as often as it says; empty ones are gaps", () => {
    expect(
      rows(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>' +
          `<table:table-row table:number-rows-repeated="2">${cell('table:number-columns-repeated="2" office:value-type="string"', "同")}${text("尾")}</table:table-row>` +
          '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ),
    ).toEqual(["3 同|同|尾 ttt", "4 同|同|尾 ttt"]);
  });

  it("hidden and filtered rows, hidden columns", () => {
    const list = listOf(
      '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>' +
        '<table:table-column-group><table:table-column table:number-columns-repeated="16381" table:visibility="collapse"/></table:table-column-group>' +
        rowOf(text("一") + text("二") + text("三") + text("四")) +
        `<table:table-row table:visibility="collapse">${text("藏")}</table:table-row>` +
        `<table:table-row table:visibility="filter">${text("筛")}</table:table-row>`,
    );
    expect(rowsOf(list)).toEqual(["1 一|二|三|四 tttt", "2 藏 t hidden", "3 筛 t hidden"]);
    expect(list.hiddenColumns).toEqual([2, 3, 4]);
  });

  it("merged cells, and what stands under them", () => {
    const list = listOf(
      rowOf(
        cell('table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"', "户") +
          "<table:covered-table-cell/>" +
          text("后"),
      ) +
        rowOf(
          '<table:covered-table-cell/><table:covered-table-cell office:value-type="string"><text:p>下</text:p></table:covered-table-cell>',
        ),
    );
    expect(list.merged).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
    expect(rowsOf(list)).toEqual(["1 户||后 t-t", "2 |下 -t"]);
  });

  it("header rows and groups of rows are rows", () => {
    expect(
      rows(
        `<table:table-header-rows>${rowOf(text("姓名"))}</table:table-header-rows>` +
          `<table:table-row-group>${rowOf(text("张三"))}<table:table-row-group>${rowOf(text("李四"))}</table:table-row-group></table:table-row-group>`,
      ),
    ).toEqual(["1 姓名 t", "2 张三 t", "3 李四 t"]);
  });

  it("drawings on the sheet and what was changed before are no rows of it", () => {
    expect(
      rows(
        `<table:shapes><draw:frame><draw:object><table:table>${rowOf(text("图表"))}</table:table></draw:object></draw:frame></table:shapes>` +
          rowOf(text("张三")),
      ),
    ).toEqual(["1 张三 t"]);
    const changed = `<table:tracked-changes><table:deletion><table:table>${rowOf(text("旧"))}</table:table></table:deletion></table:tracked-changes>`;
    const input = readAs(
      "名单.ods",
      odsOf(contentOf(`${changed}<table:table table:name="新">${rowOf(text("张三"))}</table:table>`)),
    );
    expect(input.lists.map((list) => list.sheet)).toEqual(["新"]);
  });
});

describe("sheets of an .ods", () => {
  it("come in their order, empty ones too, without what was kept of other files", () => {
    const tables =
      `<table:table table:name="一">${rowOf(text("甲"))}</table:table>` +
      '<table:table table:name="二"/>' +
      `<table:table table:name="'file:///C:/x.ods'#$一" table:style-name="ta_extref"><table:table-source/>${rowOf(text("外"))}</table:table>` +
      `<table:table table:name="三 &amp; 四" table:style-name="ta2">${rowOf(text("乙"))}</table:table>`;
    const input = readAs("名单.ods", odsOf(contentOf(tables)));
    expect(input.lists.map((list) => [list.sheet, ...rowsOf(list)])).toEqual([
      ["一", "1 甲 t"],
      ["二"],
      ["三 & 四", "1 乙 t"],
    ]);
    expect(said(input)).toEqual(["read", "R203"]);
  });

  it("stand in one XML file as well (.fods), in any encoding", () => {
    const table = `<table:table table:name="一">${rowOf(text("甲"))}</table:table>`;
    const document = `<?xml version="1.0" encoding="UTF-16"?>\n<office:document office:mimetype="${MIMETYPE}"><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document>`;
    for (const [name, bytes] of [
      ["a.fods", Buffer.from(document.replace("UTF-16", "UTF-8"))],
      ["a.xml", Buffer.from(`\uFEFF${document}`, "utf16le")],
    ] as const) {
      expect(rowsOf(onlyList(readAs(name, bytes)))).toEqual(["1 甲 t"]);
    }
  });
});

describe("an .ods that cannot be read", () => {
  const encrypted =
    "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  it.each([
    ["for its password", odsOf("\u0001\u0002", { "META-INF/manifest.xml": encrypted }), "R104"],
    [
      "for its password, as newer programs have it",
      zipOf({ mimetype: MIMETYPE, "META-INF/manifest.xml": encrypted, "encrypted-package": "x" }),
      "R104",
    ],
    ["cut off in its XML", odsOf(contentOf(`<table:table>${rowOf(text("张三"))}`).slice(0, 300)), "R101"],
    ["with a document type", odsOf(`<!DOCTYPE x [<!ENTITY a "b">]>${contentOf("<table:table/>")}`), "R101"],
    ["without a sheet", odsOf(contentOf("")), "R101"],
    [
      "for a cell that stands in every column there is and more",
      odsOf(
        contentOf(
          `<table:table>${rowOf(cell('office:value-type="string" table:number-columns-repeated="999999999"', "x"))}</table:table>`,
        ),
      ),
      "R105",
    ],
    [
      "for a row that stands in every row there is and more",
      odsOf(
        contentOf(
          `<table:table><table:table-row table:number-rows-repeated="999999999">${text("x")}</table:table-row></table:table>`,
        ),
      ),
      "R105",
    ],
    [
      "for rows that come to more cells than there may be",
      odsOf(
        contentOf(
          `<table:table><table:table-row table:number-rows-repeated="1048576">${cell('office:value-type="string" table:number-columns-repeated="100"', "x")}</table:table-row></table:table>`,
        ),
      ),
      "R105",
    ],
  ])("%s", (_, bytes, code) => {
    expect(said(readAs("名单.ods", bytes))).toEqual(["refused", code]);
  });
});
