import { constants, deflateRawSync } from "node:zlib";
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

const deflated = (text: string) => deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH });

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

  const mebibytes = (text: string, count: number) => {
    const piece = Buffer.from(text.repeat(1024 * 1024).slice(0, 1024 * 1024));
    // Blocks that end at a byte and know nothing of one another can be put in a row as often as one likes.
    const packed = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH });
    return Buffer.concat([...new Array<Buffer>(count).fill(packed), Buffer.from([3, 0])]);
  };

  it.each([
    ["declares what it is", "<row/>", 10 * 1024 * 2 ** 20],
    ["declares so much as 32 bits can say of it", "<row/>", (10 * 1024 * 2 ** 20) % 2 ** 32],
    ["declares what passes for a table", "<row/>", 1024 * 2 ** 20],
    ["declares next to nothing", "<row/>", 10],
    ["is one endless blank", " ", 1024 * 2 ** 20],
    ["is no XML at all", "\0", 1024 * 2 ** 20],
  ])("that is a bomb of 10 GiB and %s", (_, text, declared) => {
    const odd = { stored: true, method: 8, declared, zip64: declared >= 2 ** 32 };
    const code = declared === 10 || text === "\0" ? "R101" : "R105";
    expect(said(readAs("a.xlsx", withSheet(mebibytes(text, 10 * 1024), odd)))).toEqual(["refused", code]);
  });

  it("whose shared strings are a bomb", () => {
    const content = Buffer.concat([deflated("<sst>"), mebibytes("<si><t>甲</t></si>", 1024)]);
    const odd = { stored: true, method: 8, declared: 1024 * 2 ** 20 };
    expect(said(readAs("a.xlsx", bookOf({ parts: { "xl/sharedStrings.xml": { content, odd } } })))).toEqual([
      "refused",
      "R105",
    ]);
  });

  it("that unpacks one part again and again", () => {
    const many = Array.from({ length: 3000 }, (_, i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`).join("");
    const workbook = `<workbook xmlns:r="x"><sheets>${many}</sheets></workbook>`;
    expect(said(readAs("a.xlsx", bookOf({ cells, parts: { "xl/workbook.xml": workbook } })))).toEqual([
      "refused",
      "R105",
    ]);
  });

  it("with two different parts of one name, of which a program shows the one and another the other", () => {
    const other = "xl/Worksheets/Sheet1.xml";
    const two = (content: string) => bookOf({ cells, parts: { [other]: content } });
    expect(said(readAs("a.xlsx", two(sheet.replace("<v>1", "<v>2"))))).toEqual(["refused", "R101"]);
    // Some writers put a part in twice; both are the same.
    expect(read(two(sheet))).toEqual(["1 1 n"]);
  });

  it("whose parts share their bytes", () => {
    const bytes = bookOf({ cells, parts: { "xl/media/image1.png": "photo" } });
    const names = bytes.subarray(bytes.readUInt32LE(bytes.length - 6)).indexOf("xl/media/image1.png");
    const entry = bytes.readUInt32LE(bytes.length - 6) + names - 46;
    bytes.writeUInt32LE(bytes.readUInt32LE(entry + 42) - 60, entry + 42);
    expect(said(readAs("a.xlsx", bytes))).toEqual(["refused", "R101"]);
  });

  it.each(["../../x", "__proto__", "constructor", "xl/worksheets/../../../etc/passwd", "C:\\x", "", "\0"])(
    "never by a name that is only a name: %j",
    (name) => {
      expect(read(bookOf({ cells, parts: { [name]: "x" } }))).toEqual(["1 1 n"]);
      const target = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${name.replace("\0", "&#0;")}"/></Relationships>`;
      const lost = bookOf({ cells, parts: { "xl/_rels/workbook.xml.rels": target } });
      expect(said(readAs("a.xlsx", lost))).toEqual(["refused", "R101"]);
    },
  );

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
