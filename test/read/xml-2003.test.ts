import { describe, expect, it } from "vitest";
import { onlyList, readAs, rowsOf, said } from "./say.ts";

const SS = "urn:schemas-microsoft-com:office:spreadsheet";
const book = (inside: string) =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${SS}" xmlns:ss="${SS}">${inside}</Workbook>`;
const STYLES =
  '<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="y"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>' +
  '<Style ss:ID="s"><NumberFormat ss:Format="Standard"/></Style><Style ss:ID="t"><NumberFormat ss:Format="@"/></Style></Styles>';
const sheet = (inside: string) => `<Worksheet ss:Name="名单"><Table>${inside}</Table></Worksheet>`;
const listOf = (inside: string) => onlyList(readAs("名单.xls", Buffer.from(book(STYLES + sheet(inside)))));
const data = (type: string, text: string) => `<Data ss:Type="${type}">${text}</Data>`;
const oneCell = (cell: string) => rowsOf(listOf(`<Row>${cell}</Row>`))[0]?.slice(2);

describe("a cell of an Excel 2003 XML workbook is what it would be in an .xlsx", () => {
  it.each([
    ["a text", `<Cell>${data("String", "张　三&#10;丰 ")}</Cell>`, "张　三\n丰  t"],
    [
      "a text in pieces",
      `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>张</B><Font html:Color="#FF0000">三</Font></ss:Data></Cell>`,
      "张三 t",
    ],
    ["a number", `<Cell ss:StyleID="s">${data("Number", "1000.5")}</Cell>`, "1000.5 n"],
    ["an ID number as a number", `<Cell>${data("Number", "3.1019819500101E+17")}</Cell>`, "310198195001010000 n"],
    ["a date", `<Cell ss:StyleID="d">${data("DateTime", "2023-01-05T00:00:00.000")}</Cell>`, "2023-01-05 d"],
    ["a date with time", `<Cell>${data("DateTime", "2023-01-05T08:30:00.000")}</Cell>`, "2023-01-05T08:30:00 d"],
    ["a time of day", `<Cell>${data("DateTime", "1899-12-31T08:30:00.000")}</Cell>`, "08:30:00 t"],
    ["a number that is shown as a date", `<Cell ss:StyleID="y">${data("Number", "44931")}</Cell>`, "2023-01-05 d"],
    ["yes", `<Cell>${data("Boolean", "1")}</Cell>`, "TRUE b"],
    ["an error", `<Cell ss:Formula="=1/0">${data("Error", "#DIV/0!")}</Cell>`, "#DIV/0! e"],
    ["a formula's stored value", `<Cell ss:Formula="=R1C1">${data("Number", "5")}</Cell>`, "5 n"],
    ["a formula that was never calculated", '<Cell ss:Formula="=R1C1"/>', " f"],
    [
      "a cell with a comment",
      `<Cell>${data("String", "张三")}<Comment><ss:Data xmlns="x">已核</ss:Data></Comment></Cell>`,
      "张三 t",
    ],
  ])("%s", (_, cell, expected) => {
    expect(oneCell(cell)).toBe(expected);
  });
});

describe("an Excel 2003 XML workbook", () => {
  it("has its rows and cells where they say, hidden ones said, merged ones kept", () => {
    const list = listOf(
      '<Column/><Column ss:Hidden="1" ss:Span="1"/><Column/><Column ss:Index="5" ss:Hidden="1"/>' +
        `<Row ss:Span="1"/><Row><Cell ss:MergeAcross="1" ss:MergeDown="1">${data("String", "户")}</Cell><Cell>${data("String", "后")}</Cell></Row>` +
        `<Row ss:Hidden="1"><Cell ss:Index="3">${data("String", "丙")}</Cell><Cell ss:Index="6">${data("String", "己")}</Cell></Row>` +
        `<Row ss:Index="9"><Cell>${data("String", "甲")}</Cell></Row>`,
    );
    expect(rowsOf(list)).toEqual(["3 户||后 t-t", "4 ||丙|||己 --t--t hidden", "9 甲 t"]);
    expect(list.merged).toEqual([{ top: 3, left: 1, bottom: 4, right: 2 }]);
    expect(list.hiddenColumns).toEqual([2, 3, 5]);
  });

  it("has its sheets in order, whatever its ending and encoding", () => {
    const text = book(
      `<Worksheet ss:Name="一"><Table><Row><Cell>${data("String", "甲")}</Cell></Row></Table></Worksheet><Worksheet ss:Name="二"/>`,
    );
    for (const [name, bytes] of [
      ["a.xml", Buffer.from(text)],
      ["a.et", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ] as const) {
      const input = readAs(name, bytes, false);
      expect(input.lists.map((list) => [list.sheet, ...rowsOf(list)])).toEqual([["一", "1 甲 t"], ["二"]]);
      expect(said(input)).toEqual(["read", "R203"]);
    }
  });

  it.each([
    ["cut off", book(sheet("<Row><Cell>")).slice(0, 200), "R101"],
    ["without a sheet", book(STYLES), "R101"],
    ["with a document type", book(sheet("")).replace("<Workbook", "<!DOCTYPE x><Workbook"), "R101"],
    [
      "with a row beyond all bounds",
      book(sheet(`<Row ss:Index="1048577"><Cell>${data("String", "x")}</Cell></Row>`)),
      "R105",
    ],
    [
      "with a column beyond all bounds",
      book(sheet(`<Row><Cell ss:Index="99999">${data("String", "x")}</Cell></Row>`)),
      "R105",
    ],
  ])("%s is refused", (_, text, code) => {
    expect(said(readAs("a.xls", Buffer.from(text)))).toEqual(["refused", code]);
  });
});
