import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { FIXTURES } from "../fixtures/relief.ts";
import { readAs, zipOf } from "./say.ts";

const FODS = readFileSync(join(FIXTURES, "formats", "重残无业.fods"));
const XLS = readFileSync(join(FIXTURES, "formats", "重残无业.xls"));
const HTML = Buffer.from(
  '<html><body><h1>名单</h1><table border="1"><tr style="display:none"><td colspan=2 rowspan="2">张&middot;三<td>1</td></tr><tr><td>甲<br>乙</table><p>完',
);
const SS = "urn:schemas-microsoft-com:office:spreadsheet";
const XML = Buffer.from(
  `<?xml version="1.0"?><Workbook xmlns="${SS}" xmlns:ss="${SS}"><Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy"/></Style></Styles>` +
    '<Worksheet ss:Name="一"><Table><Column ss:Index="2" ss:Hidden="1"/><Row ss:Index="3"><Cell ss:StyleID="d" ss:MergeAcross="1"><Data ss:Type="Number">44931</Data></Cell>' +
    '<Cell ss:Formula="=1"/></Row></Table></Worksheet></Workbook>',
);
/** The content of the .fods below its root, in a package. */
const odsOf = (content: Buffer) =>
  zipOf({
    mimetype: { content: "application/vnd.oasis.opendocument.spreadsheet", odd: { stored: true } },
    "content.xml": content,
  });

/** Whatever came of it, it is an answer: lists whose rows are sound, or one problem of why not. */
function isAnswer(input: InputFile): void {
  if (input.state !== "read") {
    expect(input.problems).toHaveLength(1);
    return;
  }
  for (const { rows } of input.lists) {
    let before = 0;
    for (const { number, cells, kinds } of rows) {
      expect(kinds).toHaveLength(cells.length);
      expect(number).toBeGreaterThan(before);
      before = number;
    }
  }
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

describe("a damaged file of the rarer formats is an answer, never an exception", () => {
  it.each([
    ["a.fods", FODS, 400],
    ["a.xml", XML, 2000],
    ["a.xls", HTML, 2000],
  ])("%s with bytes changed, or cut off", (name, bytes, runs) => {
    fc.assert(
      fc.property(changes(bytes.length), fc.boolean(), (places, cut) =>
        isAnswer(readAs(name, cut ? bytes.subarray(0, places[0]?.[0]) : changed(bytes, places))),
      ),
      { numRuns: runs },
    );
  });

  it("an .ods whose XML is broken inside a sound package", () => {
    fc.assert(
      fc.property(changes(FODS.length), (places) => isAnswer(readAs("a.ods", odsOf(changed(FODS, places))))),
      { numRuns: 200 },
    );
  });

  // Each run is a process of its own.
  it("an .xls with bytes changed, or cut off", () => {
    fc.assert(
      fc.property(changes(XLS.length), fc.boolean(), (places, cut) =>
        isAnswer(readAs("a.xls", cut ? XLS.subarray(0, places[0]?.[0]) : changed(XLS, places))),
      ),
      { numRuns: 40 },
    );
  });
});
