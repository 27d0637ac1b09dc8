import { describe, expect, it } from "vitest";
import { bookOf, bookParts, listOf, readAs, rowsOf, said, zipOf } from "./say.ts";

const row = (cells: string, attributes = 'r="1"') => `<row ${attributes}>${cells}</row>`;
const rows = (cells: string, options = {}) => rowsOf(listOf({ cells, ...options }));

describe("texts", () => {
  it.each([
    ["plain", "<si><t>张三</t></si>", "张三"],
    ["rich text runs are joined", "<si><r><rPr><b/></rPr><t>张</t></r><r><t>三</t></r></si>", "张三"],
    ["phonetic guides are no text", '<si><t>张三</t><rPh sb="0" eb="1"><t>ZHANG</t></rPh><phoneticPr/></si>', "张三"],
    ["entities", "<si><t>A&amp;B&lt;C&gt;&quot;&apos;&#x5F20;&#24352;</t></si>", "A&B<C>\"'张张"],
    ["an unknown entity stays", "<si><t>&nbsp;x</t></si>", "&nbsp;x"],
    ["Excel's escapes", "<si><t>甲_x000D_乙_x005F_x000D_</t></si>", "甲\r乙_x000D_"],
    ["a line break in a cell", "<si><t>甲\r\n乙</t></si>", "甲\n乙"],
    ["space around it", '<si><t xml:space="preserve"> 张三 </t></si>', " 张三 "],
    ["space that Excel would drop", "<si><t>\n  张三\t</t></si>", "\n  张三\t"],
    ["space between tags", "<si>\n  <r>\n <t>张</t>\n</r> <t>三</t>\n</si>", "张三"],
    ["white space that is written out", "<si><t>&#10;</t></si>", "\n"],
    ["full-width space is text", "<si><t>　张　三　</t></si>", "　张　三　"],
    ["CDATA and comments", "<si><t>甲<!-- 注 --><![CDATA[<&amp;>]]>乙&amp;</t></si>", "甲<&amp;>乙&"],
    ["characters beyond the basic plane", "<si><t>𬭩䶮㛃</t></si>", "𬭩䶮㛃"],
  ])("shared: %s", (_, strings, text) => {
    expect(listOf({ strings, cells: row('<c r="A1" t="s"><v>0</v></c>') }).rows[0]?.cells).toEqual([text]);
  });

  it.each([
    ["plain", '<c r="A1" t="inlineStr"><is><t>张三</t></is></c>', "张三"],
    ["rich", '<c r="A1" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c>', "张三"],
    ["with an entity", '<c r="A1" t="inlineStr"><is><t>A&amp;B</t></is></c>', "A&B"],
    ["with space", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c>', " a"],
    ["with space that Excel would drop", '<c r="A1" t="inlineStr"><is><t>\ta </t></is></c>', "\ta "],
    ["a formula's text", '<c r="A1" t="str"><f>B1&amp;C1</f><v>张三</v></c>', "张三"],
  ])("in the cell: %s", (_, cell, text) => {
    expect(rows(row(cell))).toEqual([`1 ${text} t`]);
  });

  it.each(["<si><t></t></si>", "<si/>", "<si><t/></si>", "<si><r><t><!-- 注 --></t></r></si>"])(
    "an empty one is an empty cell: %s",
    (strings) => {
      const cells = row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>');
      expect(rows(cells, { strings: `${strings}<si><t>乙</t></si>` })).toEqual(["1 |乙 -t"]);
    },
  );

  it("an index without a text is damage, not an empty cell", () => {
    expect(said(readAs("a.xlsx", bookOf({ cells: row('<c r="A1" t="s"><v>7</v></c>') })))).toEqual(["refused", "R101"]);
  });
});

describe("values", () => {
  it.each([
    ["yes", '<c r="A1" t="b"><v>1</v></c>', "1 TRUE b"],
    ["no", '<c r="A1" t="b"><v>0</v></c>', "1 FALSE b"],
    ["an error", '<c r="A1" t="e"><f>A2</f><v>#REF!</v></c>', "1 #REF! e"],
    ["a date as text", '<c r="A1" t="d"><v>2023-01-05T00:00:00</v></c>', "1 2023-01-05 d"],
    ["a time as text", '<c r="A1" t="d"><v>08:30:00</v></c>', "1 08:30:00 t"],
    ["a stored value of a formula", '<c r="A1"><f>1+1</f><v>2</v></c>', "1 2 n"],
    ["a formula never calculated", '<c r="A1"><f>1+1</f></c>', "1  f"],
    ["a formula never calculated, with an empty value", '<c r="A1"><f>1+1</f><v></v></c>', "1  f"],
    ["a number that is none", '<c r="A1"><v>abc</v></c>', "1 abc t"],
    ["a number with space around", '<c r="A1"><v> 5\n</v></c>', "1 5 n"],
    ["a number in an exponent", '<c r="A1"><v>3.1010519491231E+17</v></c>', "1 310105194912310000 n"],
    ["attributes in another order and other quotes", "<c t='b' r='A1'><v>1</v></c>", "1 TRUE b"],
  ])("%s", (_, cell, read) => {
    expect(rows(row(cell))).toEqual([read]);
  });

  it("a formula whose stored text is empty is an empty cell", () => {
    expect(rows(row('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>'))).toEqual(["1 |1 -n"]);
  });

  it("the same bytes as text, number and date are told apart", () => {
    const cells = row('<c r="A1" t="str"><v>44931</v></c><c r="B1"><v>44931</v></c><c r="C1" s="1"><v>44931</v></c>');
    expect(rows(cells, { formats: [0, 14] })).toEqual(["1 44931|44931|2023-01-05 tnd"]);
  });
});

it("lists are equal when their rows say the same, and only then", () => {
  const list = (text: string) => listOf({ cells: row(`<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`) });
  expect(list("张三")).toEqual(list("张三"));
  expect(list("张三")).not.toEqual(list("李四"));
  expect(list("张三").rows).toEqual([{ number: 1, hidden: false, kinds: "t", cells: ["张三"] }]);
});

describe("places", () => {
  const one = "<v>1</v></c>";

  it("gaps between cells are empty, and cells after the last filled one are not there", () => {
    expect(rows(row(`<c r="B1">${one}<c r="D1">${one}<c r="XFD1" s="0"/>`))).toEqual(["1 |1||1 -n-n"]);
  });

  it("rows without a filled cell are told by the gap in numbers", () => {
    const cells = row(`<c r="A1">${one}`) + row('<c r="A2" s="0"/>', 'r="2"') + row(`<c r="A5">${one}`, 'r="5"');
    expect(rows(cells)).toEqual(["1 1 n", "5 1 n"]);
  });

  it("without references, order counts", () => {
    expect(rows(`<row><c>${one}<c/><c>${one}</row><row><c>${one}</row>`)).toEqual(["1 1||1 n-n", "2 1 n"]);
  });

  it("a row without a number takes that of its cells", () => {
    expect(rows(`<row><c r="A3">${one}</row><row><c r="B4">${one}</row><row><c>${one}</row>`)).toEqual([
      "3 1 n",
      "4 |1 -n",
      "5 1 n",
    ]);
  });

  it("rows out of order come in order, and none is lost", () => {
    const cells =
      row(`<c r="A9">${one}`, 'r="9"') + row(`<c r="A2">${one}`, 'r="2"') + row(`<c r="A9">${one}`, 'r="9"');
    expect(rows(cells)).toEqual(["2 1 n", "9 1 n", "9 1 n"]);
  });

  it("pieces of a row are one row, where they do not fill the same cells", () => {
    const cells =
      row(`<c r="B1">${one}`) + row(`<c r="A2">${one}`, 'r="2"') + row('<c r="A1"><v>3</v></c><c r="D1"><f>1</f></c>');
    expect(rows(cells)).toEqual(["1 3|1|| nn-f", "2 1 n"]);
    expect(rows(row(`<c r="B1">${one}`) + row(`<c r="A1">${one}`, 'r="1" hidden="1"'))).toEqual(["1 1|1 nn hidden"]);
  });

  it("a cell that stands twice in a row is damage, unless it says the same", () => {
    const twice = (value: string) =>
      row(`<c r="A1" t="s"><v>0</v></c><c r="B1">${one}<c r="A1" t="s"><v>${value}</v></c>`);
    const strings = "<si><t>甲</t></si><si><t>乙</t></si>";
    expect(said(readAs("a.xlsx", bookOf({ strings, cells: twice("1") })))).toEqual(["refused", "R101"]);
    expect(rows(twice("0"), { strings })).toEqual(["1 甲|1 tn"]);
  });

  it("a lone cell far to the right costs its row a letter a column, and no more", () => {
    const cells = Array.from({ length: 3000 }, (_, i) => row(`<c r="XFD${i + 1}">${one}`, `r="${i + 1}"`)).join("");
    const list = listOf({ cells });
    expect(list.rows).toHaveLength(3000);
    expect(list.rows[2999]?.cells[16_383]).toBe("1");
    expect(new Set(list.rows.map((r) => r.kinds)).size).toBe(1);
  });

  it("cells out of order stand where they say", () => {
    expect(rows(row(`<c r="C1">${one}<c r="A1"><v>2</v></c>`))).toEqual(["1 2||1 n-n"]);
  });

  it("hidden rows are read, and said", () => {
    expect(rows(row(`<c r="A1">${one}`, 'r="1" hidden="1"'))).toEqual(["1 1 n hidden"]);
  });

  it("hidden columns are said as far as the sheet is filled", () => {
    const before = '<cols><col min="2" max="2" hidden="true"/><col min="4" max="16384" hidden="1"/></cols>';
    const cells = row(`<c r="A1">${one}<c r="E1">${one}`);
    expect(listOf({ before, cells }).hiddenColumns).toEqual([2, 4, 5]);
  });

  it("merged ranges", () => {
    const after =
      '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="AA3:AB4"/><mergeCell ref="?"/></mergeCells>';
    expect(listOf({ after }).merged).toEqual([
      { top: 1, left: 1, bottom: 1, right: 4 },
      { top: 3, left: 27, bottom: 4, right: 28 },
    ]);
  });

  it.each([
    ["$B$2:$A$1", { top: 1, left: 1, bottom: 2, right: 2 }],
    ["B:C", { top: 1, left: 2, bottom: 1_048_576, right: 3 }],
    ["2:4", { top: 2, left: 1, bottom: 4, right: 16_384 }],
    ["A1:XFD1048576", { top: 1, left: 1, bottom: 1_048_576, right: 16_384 }],
    ["A1:XFE1", null],
    ["A0:B1", null],
    ["A1:B1048577", null],
    ["A1", null],
    ["A1:B2:C3", null],
    [":", null],
  ])("the range %s", (ref, range) => {
    expect(listOf({ after: `<mergeCells><mergeCell ref="${ref}"/></mergeCells>` }).merged).toEqual(
      range === null ? [] : [range],
    );
  });

  it("declared dimensions mean nothing", () => {
    expect(rows(row(`<c r="A1">${one}`), { before: '<dimension ref="A1:XFD1048576"/>' })).toEqual(["1 1 n"]);
  });
});

describe("XML of other writers", () => {
  it("names with prefixes", () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const parts = {
      "xl/worksheets/sheet1.xml": sheet,
      "xl/sharedStrings.xml": '<x:sst xmlns:x="m"><x:si><x:t>张三</x:t></x:si></x:sst>',
    };
    expect(rows("", { parts })).toEqual(["1 张三 t"]);
  });

  it("UTF-16 and GBK parts", () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><sst><si><t>张三</t></si></sst>';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GBK"?><sst><si><t>'),
      Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]),
      Buffer.from("</t></si></sst>"),
    ]);
    const cells = row('<c r="A1" t="s"><v>0</v></c>');
    for (const strings of [utf16, gbk]) {
      expect(rows(cells, { parts: { "xl/sharedStrings.xml": strings } })).toEqual(["1 张三 t"]);
    }
  });

  it("a byte order mark, a declaration, comments between tags", () => {
    const sheet = `\uFEFF<?xml version="1.0"?><!-- <row r="9"> --><worksheet><sheetData>${row("<!--x--><c r='A1'><v>1</v></c>")}</sheetData></worksheet>`;
    expect(rows("", { parts: { "xl/worksheets/sheet1.xml": sheet } })).toEqual(["1 1 n"]);
  });

  it.each([
    ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'],
    ["XML that breaks off in a tag", '<worksheet><sheetData><row r="1"><c r="A1'],
    ["XML that is not UTF-8", Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xc0, 0x3c, 0x2f, 0x61, 0x3e])],
  ])("%s is refused", (_, sheet) => {
    const parts = bookParts({ parts: { "xl/worksheets/sheet1.xml": sheet } });
    expect(said(readAs("a.xlsx", zipOf(parts)))).toEqual(["refused", "R101"]);
  });
});
