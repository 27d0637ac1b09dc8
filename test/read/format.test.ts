import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { containerOf, label, oldBookOf } from "./old-books.ts";
import { bookOf, readAs, said, zipOf } from "./say.ts";

/** A container with these streams, of which only the names count. */
const oleOf = (...streams: string[]) =>
  containerOf(Object.fromEntries(streams.map((name) => [name, Buffer.from("x")])));
const OLD_BOOK = oldBookOf({ sheets: [{ name: "名单", records: [label(1, 1, "张三")] }] });

const HTML = "<html><body><table><tr><td>张三</td></tr></table></body></html>";
const XML_2003 =
  '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>';
const ODS = zipOf({
  mimetype: { content: "application/vnd.oasis.opendocument.spreadsheet", odd: { stored: true } },
  "content.xml": "<x><table/></x>",
});
const BIFF4 = Buffer.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00]);

describe("a file is told by its content, whatever its ending", () => {
  it.each([
    ["a workbook called .xls", "a.xls", bookOf({ cells: '<row r="1"><c><v>1</v></c></row>' }), "read"],
    ["a workbook without ending", "名单", bookOf({ cells: '<row r="1"><c><v>1</v></c></row>' }), "read"],
    ["a text called .xls", "a.xls", Buffer.from("姓名\t金额\n张三\t700\n"), "read"],
    ["a text called .txt", "a.txt", Buffer.from("姓名|金额\n张三|700\n"), "read"],
    ["an .xls", "a.xls", OLD_BOOK, "read"],
    ["an .xls called .xlsx", "a.xlsx", OLD_BOOK, "read"],
    ["an .et", "a.et", OLD_BOOK, "read"],
    ["an .xls called .doc", "a.doc", OLD_BOOK, "read"],
    ["an .et of another kind", "a.et", oleOf("ETData"), "refused R101"],
    ["an .xls from before 1993", "a.xls", BIFF4, "refused R103"],
    ["an .ods", "a.ods", ODS, "read R203"],
    ["an .ods called .xls", "a.xls", ODS, "read R203"],
    ["an .xlsb", "a.xlsb", zipOf({ "_rels/.rels": "<x/>", "xl/workbook.bin": "x" }), "refused R103"],
    ["a web page called .xls", "a.xls", Buffer.from(HTML), "read"],
    ["a web page that begins with a comment", "a.xls", Buffer.from(`<!-- x -->${HTML}`), "read"],
    ["a web page as one mail", "a.xls", Buffer.from("MIME-Version: 1.0\n"), "refused R103"],
    ["XML of Excel 2003", "a.xml", Buffer.from(XML_2003), "read R203"],
    ["a workbook with a password", "a.xlsx", oleOf("EncryptionInfo", "EncryptedPackage"), "refused R104"],
    ["a PDF called .xlsx", "a.xlsx", Buffer.from("%PDF-1.7"), "refused R101"],
    ["a picture called .csv", "a.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "refused R101"],
    ["an archive called .xlsx", "a.xlsx", zipOf({ "a.txt": "x" }), "refused R101"],
    ["a workbook of no bytes", "a.xlsx", Buffer.alloc(0), "refused R101"],
    ["a text of no bytes", "a.csv", Buffer.alloc(0), "read R203"],
    ["a text of blank lines", "a.csv", Buffer.from("\n\n,,\n"), "read R203"],
    ["a .doc", "a.doc", oleOf("WordDocument"), "refused R107"],
    ["a .doc with a password", "a.docx", oleOf("EncryptedPackage"), "refused R107"],
    ["a web page", "a.html", Buffer.from(HTML), "read"],
    ["an archive", "a.zip", zipOf({ "a.txt": "x" }), "refused R107"],
    ["a .rar", "a.rar", Buffer.from("Rar!\x1a\x07\x00", "latin1"), "refused R107"],
  ])("%s", (_, name, bytes, outcome) => {
    expect(said(readAs(name, bytes)).join(" ")).toBe(outcome);
  });

  it("names the kind that is not read", () => {
    const [problem] = readAs("a.xls", BIFF4).problems;
    expect(problem === undefined ? "" : messageOf(problem).zh).toBe("这是 .xls (Excel 4) 文件，不能直接读取");
  });

  it("in a folder, what is no table is passed over", () => {
    for (const [name, bytes] of [
      ["a.doc", oleOf("WordDocument")],
      ["a.html", Buffer.from(HTML)],
      ["a.md", Buffer.from("# x")],
    ] as const) {
      expect(said(readAs(name, bytes, false))).toEqual(["passed-over", "R201"]);
    }
  });
});
