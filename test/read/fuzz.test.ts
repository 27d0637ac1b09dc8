import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { bookOf, bookParts, type PartContent, readAs, zipOf } from "./say.ts";

const STRINGS = '<si><t>张三</t></si><si><r><t>李</t></r><r><t xml:space="preserve"> 四&amp;</t></r></si>';
const CELLS =
  '<row r="1" hidden="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>乙</t></is></c></row>' +
  '<row r="3"><c r="A3" s="1"><v>44931</v></c><c r="C3" t="str"><f>A1&amp;""</f><v>x_x000D_</v></c><c r="D3"><f>1</f></c></row>';
const OPTIONS = {
  strings: STRINGS,
  cells: CELLS,
  formats: [0, 'yyyy"年"m"月"'],
  before: '<cols><col min="2" max="3" hidden="1"/></cols>',
  after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
};
const BOOK = bookOf(OPTIONS);
const TEXT = Buffer.from('姓名,身份证号,备注\n张三,"=""310""",\'310\n"李,四",2,"多\n行"\n');

/** Whatever came of it, it is an answer: lists, or one problem of why not. */
function isAnswer(input: InputFile): void {
  if (input.state === "read") {
    for (const { rows } of input.lists) for (const row of rows) expect(row.kinds).toHaveLength(row.cells.length);
  } else expect(input.problems).toHaveLength(1);
}

const changes = (length: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 6,
  });

function changed(bytes: Buffer, places: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, byte] of places) copy[at] = byte;
  return copy;
}

describe("a damaged file is an answer, never an exception", () => {
  it.each([
    ["a.xlsx", BOOK],
    ["a.csv", TEXT],
  ])("%s cut off anywhere", (name, bytes) => {
    for (let length = 0; length < bytes.length; length++) isAnswer(readAs(name, bytes.subarray(0, length)));
  });

  it.each([
    ["a.xlsx", BOOK],
    ["a.csv", TEXT],
  ])("%s with bytes changed", (name, bytes) => {
    fc.assert(
      fc.property(changes(bytes.length), (places) => isAnswer(readAs(name, changed(bytes, places)))),
      { numRuns: 2000 },
    );
  });

  it("a workbook whose XML is broken inside a sound package", () => {
    const parts = bookParts(OPTIONS);
    const names = Object.keys(parts);
    fc.assert(
      fc.property(fc.constantFrom(...names), changes(200), fc.boolean(), (name, places, cut) => {
        const whole = Buffer.from(parts[name] as string);
        const at = places.map(([place, byte]) => [place % whole.length, byte] as const);
        const broken = cut ? whole.subarray(0, at[0]?.[0] ?? 0) : changed(whole, at);
        const content: Record<string, PartContent> = { ...parts, [name]: broken };
        isAnswer(readAs("a.xlsx", zipOf(content)));
      }),
      { numRuns: 3000 },
    );
  });

  it("bytes at random, after the marks of every format", () => {
    const mark = fc.constantFrom(
      "",
      "504b0304",
      "d0cf11e0a1b11ae1",
      "efbbbf",
      "fffe",
      "feff",
      "25504446",
      "3c3f786d6c",
      "0904",
    );
    fc.assert(
      fc.property(
        mark,
        fc.uint8Array({ maxLength: 1200 }),
        fc.constantFrom("a.xlsx", "a.csv", "a.xls", "a"),
        (hex, rest, name) => isAnswer(readAs(name, Buffer.concat([Buffer.from(hex, "hex"), rest]))),
      ),
      { numRuns: 3000 },
    );
  });
});
