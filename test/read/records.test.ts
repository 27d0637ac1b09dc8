import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_RECORD_BYTES } from "../../src/read/limits.ts";
import { type Fault, RecordScanner } from "../../src/read/records.ts";

/** The records of a text; what is wrong with it, where they break off. */
function recordsOf(text: string, separator = ",", quoted = true): string[][] | Fault {
  const scanner = new RecordScanner(Buffer.from(text), separator, quoted, (field) => field);
  const records: string[][] = [];
  while (scanner.next()) records.push([...scanner.fields]);
  return scanner.fault ?? records;
}

/** What csv-parse makes of it. */
function theirs(text: string, separator: string, quoted: boolean): string[][] | Fault {
  try {
    return parse(text, {
      bom: false,
      delimiter: separator,
      quote: quoted ? '"' : null,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return "quote";
    throw error;
  }
}

describe("records", () => {
  it.each<[string, string, string[][] | Fault]>([
    ["line ends of every kind, none at the end", "a,b\r\nc\nd\re", [["a", "b"], ["c"], ["d"], ["e"]]],
    ["a blank line is a record with one empty field", "a\n\n\r\nb", [["a"], [""], [""], ["b"]]],
    [
      "empty fields, at the very end too",
      ",a,\n,",
      [
        ["", "a", ""],
        ["", ""],
      ],
    ],
    ["quotes enclose separators, line ends and quotes", '"a,b","c\r\nd","e""f",""', [["a,b", "c\r\nd", 'e"f', ""]]],
    ["quotes within a field are text", 'a"b,c\n', [['a"b', "c"]]],
    ["a quoted piece with more behind it is text", '"老张""大"家,b', [['"老张"大"家', "b"]]],
    ["a quote that nothing closes", 'a,"b\nc', "quote"],
    ["a quote that is closed too far away", `"${"x".repeat(MAX_RECORD_BYTES)}",b`, "quote"],
    ["a line beyond all bounds", `${"x,".repeat(MAX_RECORD_BYTES / 2)}y`, "length"],
  ])("%s", (_, text, expected) => {
    expect(recordsOf(text)).toEqual(expected);
  });

  it("without quotes, they are text like any other", () => {
    expect(recordsOf('"a,b"\n"c', ",", false)).toEqual([['"a', 'b"'], ['"c']]);
  });

  it("a text that comes again is finished once", () => {
    const finished: string[] = [];
    const scanner = new RecordScanner(Buffer.from("听涛居委,甲\n听涛居委,乙\n听涛居委,甲"), ",", true, (field) => {
      finished.push(field);
      return `<${field}>`;
    });
    const records: string[] = [];
    while (scanner.next()) records.push(scanner.fields.join(" "));
    expect(records).toEqual(["<听涛居委> <甲>", "<听涛居委> <乙>", "<听涛居委> <甲>"]);
    expect(finished).toEqual(["听涛居委", "甲", "乙"]);
  });

  it("are what csv-parse makes of any text", () => {
    const piece = fc.constantFrom(",", ";", '"', '""', "\n", "\r\n", "\r", "a", "张三", " ", "=");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }),
        fc.constantFrom(",", ";"),
        fc.boolean(),
        (pieces, separator, quoted) => {
          const text = pieces.join("");
          expect(recordsOf(text, separator, quoted)).toEqual(theirs(text, separator, quoted));
        },
      ),
      { numRuns: 5000 },
    );
  });
});
