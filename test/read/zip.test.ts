import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MAX_INFLATED_BYTES } from "../../src/read/limits.ts";
import { bookOf, bookParts, onlyList, type PartContent, type PartOptions, readAs, rowsOf, said, zipOf } from "./say.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const cells = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
const withSheet = (content: string | Buffer, odd: PartOptions) => bookOf({ parts: { [SHEET]: { content, odd } } });
const read = (bytes: Buffer) => rowsOf(onlyList(readAs("a.xlsx", bytes)));

describe("a package is read", () => {
  it.each<[string, PartOptions]>([
    ["whose parts are stored", { stored: true }],
    ["whose sizes follow the data", { descriptor: true }],
    ["whose sizes stand in zip64 fields", { zip64: true }],
  ])("%s", (_, odd) => {
    expect(read(withSheet(sheet, odd))).toEqual(["1 1 n"]);
  });

  it("whose names have backslashes and capitals", () => {
    const parts: Record<string, PartContent> = {};
    for (const [name, part] of Object.entries(bookParts({ cells })))
      parts[name.replaceAll("/", "\\").toUpperCase()] = part;
    expect(read(zipOf(parts))).toEqual(["1 1 n"]);
  });

  it("with something in front of it, and a comment behind", () => {
    const bytes = bookOf({ cells });
    const withComment = Buffer.concat([bytes, Buffer.from("注")]);
    withComment.writeUInt16LE(3, bytes.length - 2);
    expect(read(withComment)).toEqual(["1 1 n"]);
  });

  it("with zip64 records at its end", () => {
    const bytes = bookOf({ cells });
    const end = bytes.length - 22;
    const record = Buffer.alloc(56 + 20);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 12)), 40);
    record.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 16)), 48);
    record.writeUInt32LE(0x07064b50, 56);
    record.writeBigUInt64LE(BigInt(end), 64);
    const last = Buffer.from(bytes.subarray(end));
    last.writeUInt32LE(0xffffffff, 12);
    last.writeUInt32LE(0xffffffff, 16);
    expect(read(Buffer.concat([bytes.subarray(0, end), record, last]))).toEqual(["1 1 n"]);
  });
});

describe("a package is refused", () => {
  it.each<[string, PartOptions, string]>([
    ["with a part that needs a password", { encrypted: true }, "R104"],
    ["with another checksum than its bytes have", { crc: 1 }, "R101"],
    ["packed by another method", { method: 9 }, "R101"],
    ["that unpacks to more than it declares", { declared: 10 }, "R101"],
    ["that unpacks to less than it declares", { declared: 500 }, "R101"],
    ["that declares more than its bytes can hold", { declared: 2 ** 30 }, "R105"],
    ["that declares more than we unpack", { declared: MAX_INFLATED_BYTES + 1 }, "R105"],
  ])("%s", (_, odd, code) => {
    expect(said(readAs("a.xlsx", withSheet(sheet, odd)))).toEqual(["refused", code]);
  });

  it("that is a bomb, before it is unpacked", () => {
    const packed = deflateRawSync(Buffer.alloc(128 * 1024 * 1024), { level: 1 });
    const began = performance.now();
    // Stored as it is, then called deflated: the directory declares the size that it would have.
    const bytes = withSheet(packed, { stored: true, method: 8, declared: 128 * 1024 * 1024 });
    expect(said(readAs("a.xlsx", bytes))).toEqual(["refused", "R105"]);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it("that unpacks one part again and again", () => {
    const many = Array.from({ length: 3000 }, (_, i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`).join("");
    const workbook = `<workbook xmlns:r="x"><sheets>${many}</sheets></workbook>`;
    expect(said(readAs("a.xlsx", bookOf({ cells, parts: { "xl/workbook.xml": workbook } })))).toEqual([
      "refused",
      "R105",
    ]);
  });

  it("whose end is missing", () => {
    const bytes = bookOf({ cells });
    for (const part of [0.2, 0.5, 0.9, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * part));
      expect(said(readAs("a.xlsx", cut))).toEqual(["refused", "R101"]);
    }
  });

  it.each(["xl/workbook.xml", SHEET])("that lacks %s", (name) => {
    expect(said(readAs("a.xlsx", bookOf({ cells, parts: { [name]: null } })))).toEqual(["refused", "R101"]);
  });
});
