import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CellValues } from "../../src/read/cell-values.ts";
import { MAX_CELL_LENGTH, MAX_XML_PIECE_BYTES } from "../../src/read/limits.ts";
import { readSheet } from "../../src/read/sheet.ts";
import type { ByteStream } from "../../src/read/stream.ts";
import { Texts } from "../../src/read/texts.ts";
import { CLOSE, END, OPEN, XmlScanner } from "../../src/read/xml.ts";
import { bookOf, listOf, readAs, said } from "./say.ts";

/** A stream that gives at most so many bytes at a time, but for the head by which the encoding is told. */
function dribble(bytes: Buffer, most: number): ByteStream {
  let done = 0;
  return {
    read(into, at, room) {
      const count = bytes.copy(into, at, done, done + Math.min(done === 0 ? 200 : most, room));
      done += count;
      return count;
    },
    close() {},
  };
}

/** All that a scanner says of a text. */
function walked(bytes: Buffer, most: number): string[] {
  const scan = new XmlScanner(dribble(bytes, most));
  const said: string[] = [];
  for (let token = scan.next(); token !== END; token = scan.next()) {
    const text = scan.bytes.toString("utf8", scan.textStart, scan.textEnd);
    said.push(`${token === OPEN ? "open" : "close"} ${scan.name} ${token === CLOSE ? text : ""}${scan.textOdd}`);
    if (token !== OPEN) continue;
    while (scan.attribute()) {
      said.push(
        `${scan.attributeName}=${scan.bytes.toString("utf8", scan.valueStart, scan.valueEnd)} ${scan.prefixed}`,
      );
    }
  }
  return said;
}

const name = fc.constantFrom("row", "c", "x:v", "行");
const text = fc.constantFrom("", "张三", "𬭩", "a &amp; b", "<!-- </c> > -->", "<![CDATA[</row>]]>", "<?x ?>", " \n ");
const attribute = fc
  .tuple(fc.constantFrom("r", "x:id", "列"), fc.constantFrom("A1", "", "李 > 四", "/"), fc.constantFrom('"', "'"))
  .map(([key, value, quote]) => ` ${key}=${quote}${value}${quote}`);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.array(attribute, { maxLength: 3 }),
      fc.constantFrom("", " ", "\n"),
      fc.array(fc.oneof({ depthSize: "small", maxDepth: 4 }, text, tie("element")), { maxLength: 4 }),
    )
    .map(([tag, attributes, space, inside]) =>
      inside.length === 0
        ? `<${tag}${attributes.join("")}${space}/>`
        : `<${tag}${attributes.join("")}${space}>${inside.join("")}</${tag}${space}>`,
    ),
}));

describe("XML that comes in pieces", () => {
  it("says the same wherever it is cut", () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 40 }), (inside, most) => {
        const bytes = Buffer.from(`<?xml version="1.0"?>${" ".repeat(180)}<worksheet>${inside}</worksheet>`);
        expect(walked(bytes, most)).toEqual(walked(bytes, 1_000_000));
      }),
      { numRuns: 500 },
    );
  });

  it("is the same sheet wherever it is cut", () => {
    const cells = Array.from(
      { length: 40 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}" s="0" t="inlineStr"><is><t>张三${i}</t></is></c><c r="B${i + 1}"><v>${i * 1000}</v></c>` +
        `<c r="C${i + 1}" t="str"><f>"&amp;"</f><v>&lt;${i}</v></c><c r="D${i + 1}" s="1"><v>${44_000 + i}</v></c></row>`,
    ).join("");
    const bytes = Buffer.from(`<worksheet><sheetData>${cells}</sheetData></worksheet>`);
    const read = (most: number) => {
      const texts = new Texts();
      const values = new CellValues({ texts, sharedStrings: 0, styles: ["number", "date"], from1904: false });
      const { rows } = readSheet(new XmlScanner(dribble(bytes, most)), { texts, values, cells: 0 });
      return rows.map((row) => `${row.number} ${row.cells.join("|")} ${row.kinds}`);
    };
    const whole = read(1_000_000);
    expect(whole[7]).toBe("8 张三7|7000|<7|2020-06-25 tntd");
    for (let most = 1; most < 130; most++) expect(read(most)).toEqual(whole);
  });

  it("may be longer than the window: a cell's longest text, all of it escaped", () => {
    const strings = `<si><t>${"&#x4E00;".repeat(MAX_CELL_LENGTH)}</t></si>`;
    const cells = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    expect(listOf({ strings, cells }).rows[0]?.cells).toEqual(["一".repeat(MAX_CELL_LENGTH)]);
    const longer = `<si><t>${"&#x4E00;".repeat(MAX_CELL_LENGTH + 1)}</t></si>`;
    expect(said(readAs("a.xlsx", bookOf({ strings: longer, cells })))).toEqual(["refused", "R105"]);
  });

  it.each([
    ["blanks between two tags", `<row r="1">${" ".repeat(MAX_XML_PIECE_BYTES + 1000)}</row>`],
    ["an attribute", `<row r="${"1".repeat(MAX_XML_PIECE_BYTES + 1000)}"/>`],
    ["a tag", `<${"a".repeat(MAX_XML_PIECE_BYTES + 1000)}/>`],
    ["a comment", `<!--${"a".repeat(MAX_XML_PIECE_BYTES + 1000)}-->`],
  ])("but not without end: %s", (_, cells) => {
    expect(said(readAs("a.xlsx", bookOf({ cells })))).toEqual(["refused", "R105"]);
  });

  it.each([
    ["a character that is cut off at the end", Buffer.from([0x3c, 0x61, 0x2f, 0x3e, 0xe5, 0xbc])],
    ["a byte that begins no character", Buffer.from([0x3c, 0x61, 0x3e, 0x80, 0x3c, 0x2f, 0x61, 0x3e])],
    ["a null character", Buffer.from("<a>\0</a>")],
    ["a null character in a tag", Buffer.from("<a\0></a>")],
    ["a null character in an attribute", Buffer.from('<a b="\0"/>')],
    ["no tag at all", Buffer.from("   ")],
    ["nothing", Buffer.alloc(0)],
    ["an element that is not closed", Buffer.from("<a><b></b>")],
    ["a root that is not closed", Buffer.from("<a>")],
    ["a comment that is not closed", Buffer.from("<a><!-- </a>")],
    ["an attribute without quotes", Buffer.from("<a b=c></a>")],
    ["an attribute without a value", Buffer.from("<a b></a>")],
  ])("is refused where it has %s", (_, sheet) => {
    const parts = { "xl/worksheets/sheet1.xml": sheet };
    expect(said(readAs("a.xlsx", bookOf({ parts })))).toEqual(["refused", "R101"]);
  });
});
