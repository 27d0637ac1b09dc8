import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { findSeparation } from "../../src/read/separator.ts";
import { onlyList, readAs, rowsOf, said } from "./say.ts";

const rows = (text: string | Buffer, name = "名单.csv") => rowsOf(onlyList(readAs(name, Buffer.from(text as string))));
/** 姓名,金额 / 张三,700 in GBK. */
const GBK = Buffer.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x37, 0x30, 0x30,
  0x0d, 0x0a,
]);
const TEXT = "姓名,金额\r\n张三,700\r\n";
const ROWS = ["1 姓名|金额 tt", "2 张三|700 tt"];

function utf16be(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

describe("encoding", () => {
  it.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["GBK", GBK],
    ["GBK behind a UTF-8 mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), GBK])],
    ["UTF-16 LE with a mark", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["UTF-16 BE with a mark", utf16be(`\uFEFF${TEXT}`)],
    ["UTF-16 LE without", Buffer.from(TEXT, "utf16le")],
    ["UTF-16 BE without", utf16be(TEXT)],
  ])("%s", (_, bytes) => {
    expect(rows(bytes)).toEqual(ROWS);
  });

  it("GB18030 keeps characters that GBK does not have: 䶮 and 𬭩", () => {
    const bytes = Buffer.from([0xfe, 0x9f, 0x2c, 0x99, 0x33, 0xab, 0x39, 0x0a]);
    expect(rows(bytes)).toEqual(["1 䶮|𬭩 tt"]);
  });

  it("is decided over the whole file: GBK that begins as ASCII", () => {
    const bytes = Buffer.concat([Buffer.from("a,b\n".repeat(40_000)), GBK]);
    expect(rows(bytes).at(-1)).toBe("40002 张三|700 tt");
  });

  it("UTF-16 without a mark is told though 一 and 最 have a zero byte on the other side", () => {
    for (const text of ["姓名,地址\r\n张一,一弄一号\r\n", "序号,最低\r\n一,最\r\n"]) {
      const expected = rows(text);
      expect(rows(Buffer.from(text, "utf16le"))).toEqual(expected);
      expect(rows(utf16be(text))).toEqual(expected);
    }
  });

  it("nulls, marks of direction and of no width are kept where they stand; ^Z at the end is none of the text", () => {
    const text = "姓名,号码\n张\u200b三,310\u202a1\u0000\n\u001a";
    const expected = ["1 姓名|号码 tt", "2 张\u200b三|310\u202a1\u0000 tt"];
    expect(rows(text)).toEqual(expected);
    expect(rows(`${text.slice(0, -1)}${"李四,2\n".repeat(20_000)}`).slice(0, 2)).toEqual(expected);
  });

  it("UTF-32 is not taken for UTF-16", () => {
    const bytes = Buffer.from(
      [..."姓名,金额\n张三,700\n"].flatMap((c) => [0, 0, (c.codePointAt(0) ?? 0) >> 8, (c.codePointAt(0) ?? 0) & 255]),
    );
    expect(said(readAs("a.csv", bytes))).toEqual(["refused", "R101"]);
  });

  it("half a character of UTF-16 is shown as Excel shows it, and the rest is read", () => {
    const bytes = Buffer.from("\uFEFF姓名,金额\n张\uD840,700\n李四,800\n", "utf16le");
    expect(rows(bytes)).toEqual(["1 姓名|金额 tt", "2 张\uFFFD|700 tt", "3 李四|800 tt"]);
  });

  it.each<[string, Buffer, string]>([
    [
      "bytes that are neither",
      Buffer.concat([Buffer.from("a,b\n".repeat(40_000)), Buffer.from([0xff, 0xff, 0x0a])]),
      "40001",
    ],
    ["half a character at the end", GBK.subarray(0, 3), "1"],
    ["a line of another encoding", Buffer.concat([GBK, Buffer.from("李四丰,700\n", "utf8"), GBK]), "3"],
  ])("%s: refused, with the line", (_, bytes, line) => {
    const [problem] = readAs("a.csv", bytes).problems;
    expect(problem === undefined ? "" : messageOf(problem).zh).toBe(
      `文件读不出：第 ${line} 行的文字既不是 UTF-8 也不是 GB18030，或文件已损坏`,
    );
  });
});

describe("separator", () => {
  it.each([
    ["comma", "姓名,身份证号,金额\n张三,1,2\n", ","],
    ["tab", "姓名\t地址\n张三\t一弄,二号\n李四\t三弄,四号\n", "\t"],
    ["semicolon", "姓名;金额\n张三;700,50\n李四;800,50\n", ";"],
    ["bar, in front and behind", "|01|309|张三|150|工资|\n|02|310|李四|150|工资|\n", "|"],
    ["comma inside quotes does not count", '"a,b";c\n"d,e,f";g\n', ";"],
    ["comma below two title rows", "某街道名单\n2023年1月\n姓名,身份证号,金额\n张三,1,2\n李四,1,2\n王五,1,2\n", ","],
    ["comma though one address has bars", "姓名,地址,金额\n张三,a|b|c|d,1\n李四,e,1\n王五,f,2\n", ","],
    ["none: one column", "姓名\n张三\n", ","],
  ])("%s", (_, text, separator) => {
    expect(findSeparation(text).separator).toBe(separator);
  });

  it("sep= is Excel's own line, and no row", () => {
    expect(rows("sep=;\r\n姓名;金额\r\n")).toEqual(["1 姓名|金额 tt"]);
  });
});

describe("records", () => {
  it("are numbered as Excel numbers rows, blank lines counted", () => {
    expect(rows("标题\n\n姓名,金额\n\n,\n张三,700\n")).toEqual(["1 标题 t", "3 姓名|金额 tt", "6 张三|700 tt"]);
  });

  it("a cell with a line break is one record", () => {
    expect(rows('姓名,地址\n张三,"一弄\n二号"\n李四,三弄\n')).toEqual([
      "1 姓名|地址 tt",
      "2 张三|一弄\n二号 tt",
      "3 李四|三弄 tt",
    ]);
  });

  it("line ends of every kind, and none at the end", () => {
    expect(rows("a,b\r\nc,d\ne,f\rg,h")).toEqual(["1 a|b tt", "2 c|d tt", "3 e|f tt", "4 g|h tt"]);
  });

  it("rows of different lengths are read", () => {
    expect(rows("a,b,c\nd\ne,,f,,\n")).toEqual(["1 a|b|c ttt", "2 d t", "3 e||f t-t"]);
  });

  it("quotes inside a field are text", () => {
    expect(rows('姓名,备注\n张三,住"新村"内\n李四,"他说""好"""\n')).toEqual([
      "1 姓名|备注 tt",
      '2 张三|住"新村"内 tt',
      '3 李四|他说"好" tt',
    ]);
  });

  it("a quote that nothing closes does not swallow the rows after it", () => {
    expect(rows('姓名,金额\n"张三,700\n李四,800\n"王五",900\n')).toEqual([
      "1 姓名|金额 tt",
      '2 "张三|700 tt',
      "3 李四|800 tt",
      "4 王五|900 tt",
    ]);
    expect(rows('姓名,金额\n"张三,700\n李四,800\n')).toHaveLength(3);
  });

  it("text is text: no number, date or formula comes of it", () => {
    expect(rows("0012,2023-01-05,=A1+B1,1E5\n")).toEqual(["1 0012|2023-01-05|=A1+B1|1E5 tttt"]);
  });
});

describe("what people put around long numbers", () => {
  it.each([
    ['="310199195001010012"', "310199195001010012"],
    ['"=""310199195001010012"""', "310199195001010012"],
    ["'31019919500101001X", "31019919500101001X"],
    ["\t6229000012345678901", "6229000012345678901"],
    ['"310199195001010012\t"', "310199195001010012"],
    ["'张三", "'张三"],
    ["'", "'"],
    ["=A1", "=A1"],
  ])("%s → %s", (field, text) => {
    expect(rows(`姓名,号码\n张三,${field}\n`)[1]).toBe(`2 张三|${text} tt`);
  });
});

describe("limits", () => {
  it.each([
    ["a cell longer than Excel's", `a,${"x".repeat(32_768)}\n`],
    ["more columns than Excel's", `${"a,".repeat(16_384)}b\n`],
  ])("%s", (_, text) => {
    expect(said(readAs("a.csv", Buffer.from(text)))).toEqual(["refused", "R105"]);
  });
});
