import { describe, expect, it } from "vitest";
import { csvPieces, harmless } from "../../src/write/csv.ts";

const csvBytes = (...given: Parameters<typeof csvPieces>) => Buffer.concat([...csvPieces(...given)]);

describe("a cell that a spreadsheet would run", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ["+SUM(A1)", "'+SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["@A1", "'@A1"],
    ["＝1+1", "'＝1+1"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["-", "'-"],
    ["-5.00", "-5.00"],
    ["1000.00", "1000.00"],
    ["31019819800101002X", "31019819800101002X"],
    ["6222020000000000001", "6222020000000000001"],
    ["张三", "张三"],
    ["", ""],
  ])("%j is written as %j", (cell, written) => {
    expect(harmless(cell)).toBe(written);
  });
});

describe("a CSV file", () => {
  it("has a BOM, CRLF, and quotes where RFC 4180 wants them", () => {
    const bytes = csvBytes([
      ["姓名", "地址", "备注"],
      ["张三", "番禺路1号, 甲", '说"好"'],
      ["李四", "两\n行", "回\r车"],
      ["", "", ""],
    ]);
    expect(bytes.toString("utf8")).toBe(
      '\ufeff姓名,地址,备注\r\n张三,"番禺路1号, 甲","说""好"""\r\n李四,"两\n行","回\r车"\r\n,,\r\n',
    );
  });

  it("takes another delimiter", () => {
    const layout = { delimiter: "|", lineEnd: "\n", byteOrderMark: false } as const;
    expect(csvBytes([["a", "b|c", "d,e"]], layout).toString()).toBe('a|"b|c"|d,e\n');
  });

  it("is the same however many pieces it is made of", () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => [String(i), "张三", i % 7 === 0 ? "a,b" : "番禺路"]);
    const whole = rows.map(([n, name, x]) => `${n},${name},${x === "a,b" ? '"a,b"' : x}\r\n`).join("");
    expect(csvBytes(rows).toString("utf8")).toBe(`\ufeff${whole}`);
  });
});
