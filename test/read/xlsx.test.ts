import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bookOf, onlyList, readAs, rowsOf, said } from "./say.ts";

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const sheetOf = (value: number) =>
  `<worksheet><sheetData><row r="1"><c r="A1"><v>${value}</v></c></row></sheetData></worksheet>`;
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

describe("the sheets of a workbook", () => {
  it("come in the workbook's order, hidden ones too, charts and dialogs left out", () => {
    const input = readAs(
      "a.xlsx",
      bookOf({
        parts: {
          "xl/workbook.xml":
            `<workbook xmlns:r="x"><sheets><sheet name="乙&amp;丙" r:id="b"/><sheet name="图" r:id="c"/>` +
            `<sheet name="甲" state="veryHidden" r:id="a"/><sheet name="对话" r:id="d"/></sheets></workbook>`,
          "xl/_rels/workbook.xml.rels":
            `<Relationships>${relation("a", `${TYPES}/worksheet`, "worksheets/sheet1.xml")}` +
            `${relation("b", `${TYPES}/worksheet`, "/xl/worksheets/sheet2.xml")}` +
            `${relation("c", `${TYPES}/chartsheet`, "chartsheets/sheet1.xml")}` +
            `${relation("d", `${TYPES}/dialogsheet`, "dialogsheets/sheet1.xml")}</Relationships>`,
          "xl/worksheets/sheet1.xml": sheetOf(1),
          "xl/worksheets/sheet2.xml": sheetOf(2),
        },
      }),
    );
    expect(input.lists.map((list) => [list.file, list.sheet, ...rowsOf(list)])).toEqual([
      ["a.xlsx", "乙&丙", "1 2 n"],
      ["a.xlsx", "甲", "1 1 n"],
    ]);
  });

  it.each([
    "worksheets/sheet1.xml",
    "/xl/worksheets/sheet1.xml",
    "../xl/worksheets/sheet1.xml",
    "worksheets\\sheet1.xml",
  ])("are found at %s", (target) => {
    const relations = `<Relationships>${relation("rId1", `${TYPES}/worksheet`, target)}</Relationships>`;
    const parts = { "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet1.xml": sheetOf(1) };
    expect(rowsOf(onlyList(readAs("a.xlsx", bookOf({ parts }))))).toEqual(["1 1 n"]);
  });

  it("are found in the strict kind of workbook, and where it is not called workbook.xml", () => {
    const parts = {
      "_rels/.rels": `<Relationships>${relation("r", `${STRICT_TYPES}/officeDocument`, "/book/main.xml")}</Relationships>`,
      "xl/workbook.xml": null,
      "book/main.xml": '<workbook xmlns:r="x"><sheets><sheet name="名单" r:id="rId1"/></sheets></workbook>',
      "book/_rels/main.xml.rels": `<Relationships>${relation("rId1", `${STRICT_TYPES}/worksheet`, "s.xml")}</Relationships>`,
      "book/s.xml": sheetOf(7),
    };
    expect(rowsOf(onlyList(readAs("a.xlsx", bookOf({ parts }))))).toEqual(["1 7 n"]);
  });

  it("an empty one is there without rows, and said", () => {
    const input = readAs("a.xlsx", bookOf({}));
    expect(said(input)).toEqual(["read", "R203"]);
    expect(input.lists).toHaveLength(1);
    expect(input.problems[0]?.place).toMatchObject({ file: "a.xlsx", sheet: "名单" });
  });

  it("a workbook without any is refused", () => {
    const parts = { "xl/workbook.xml": "<workbook><sheets/></workbook>" };
    expect(said(readAs("a.xlsx", bookOf({ parts })))).toEqual(["refused", "R101"]);
  });
});

describe("what exceljs writes", () => {
  // What XML cannot hold is exceljs's own matter; it drops such characters.
  const cell = fc
    .string({ unit: "grapheme", maxLength: 12 })
    .map((text) => text.replace(/[\p{Cc}\p{Cn}\uFFFE\uFFFF]/gu, ""));

  it("is read as the same texts at the same places", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), async (rows) => {
        const workbook = new ExcelJS.Workbook();
        const sheet = workbook.addWorksheet("名单");
        for (const [r, cells] of rows.entries()) {
          for (const [c, text] of cells.entries()) if (text !== "") sheet.getCell(r + 1, c + 1).value = text;
        }
        const list = onlyList(readAs("a.xlsx", Buffer.from(await workbook.xlsx.writeBuffer())));
        const expected = rows.map((cells) => cells.slice(0, cells.findLastIndex((text) => text !== "") + 1));
        const read = expected.map((_, r) => list.rows.find((row) => row.number === r + 1)?.cells ?? []);
        expect(read).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("numbers, dates, formulas, errors, merged and hidden", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("名单");
    sheet.addRow(["标题"]);
    sheet.mergeCells("A1:E1");
    sheet.addRow([700.5, new Date(Date.UTC(2023, 0, 5)), { formula: "A2*2", result: 1401 }, true, { error: "#N/A" }]);
    sheet.getCell("B2").numFmt = "yyyy-mm-dd";
    sheet.getRow(2).hidden = true;
    sheet.getColumn(3).hidden = true;
    const list = onlyList(readAs("a.xlsx", Buffer.from(await workbook.xlsx.writeBuffer())));
    expect(rowsOf(list)).toEqual(["1 标题 t", "2 700.5|2023-01-05|1401|TRUE|#N/A ndnbe hidden"]);
    expect(list.merged).toEqual([{ top: 1, left: 1, bottom: 1, right: 5 }]);
    expect(list.hiddenColumns).toEqual([3]);
  });
});
