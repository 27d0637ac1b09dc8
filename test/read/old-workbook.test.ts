import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { InputFile, List } from "../../src/model/list.ts";
import { messageOf } from "../../src/problem/problem.ts";
import { answerOf, type Box, boxFor, listsOf } from "../../src/read/old-workbook.ts";
import { Unreadable } from "../../src/read/unreadable.ts";
import {
  boolean,
  containerOf,
  errorCell,
  formula,
  hiddenColumns,
  hiddenRow,
  label,
  merged,
  NUMBER_VALUE,
  number,
  type OldBookOptions,
  oldBookOf,
  type Record_,
  streamOf,
  TEXT_VALUE,
  textValue,
} from "./old-books.ts";
import { onlyList, readAs, rowsOf, said } from "./say.ts";

const read = (options: OldBookOptions): InputFile => readAs("名单.xls", oldBookOf(options));
const sheetOf = (records: readonly Record_[], options: Partial<OldBookOptions> = {}): List =>
  onlyList(read({ ...options, sheets: [{ name: "名单", records }] }));
const rows = (...records: Record_[]) => rowsOf(sheetOf(records));

describe("cells of an old workbook", () => {
  it("are what they would be in an .xlsx: text, number, yes/no, error", () => {
    expect(
      rows(
        label(1, 1, "张　三"),
        number(1, 2, 310198195001010000),
        number(1, 3, 0.1 + 0.2),
        boolean(1, 4, true),
        errorCell(1, 5, 0x17),
        number(1, 6, -1234.5),
      ),
    ).toEqual(["1 张　三|310198195001010000|0.3|TRUE|#REF!|-1234.5 tnnben"]);
  });

  it("stand where they stand; blank rows are gaps", () => {
    expect(rows(label(2, 2, "甲"), label(65536, 256, "乙"))).toEqual([
      "2 |甲 -t",
      `65536 ${"|".repeat(255)}乙 ${"-".repeat(255)}t`,
    ]);
  });

  it("a formula's stored value is read; one that was never calculated is said", () => {
    expect(
      rows(
        formula(1, 1, NUMBER_VALUE(700)),
        formula(1, 2, TEXT_VALUE),
        textValue("听涛居委"),
        formula(1, 3, TEXT_VALUE),
        label(1, 4, "后"),
        formula(1, 5, Buffer.from("0100010000 00ffff".replace(" ", ""), "hex")),
      ),
    ).toEqual(["1 700|听涛居委||后|TRUE ntftb"]);
  });

  it.each([
    ["a built-in date", 14, 44931, "2023-01-05 d"],
    ["a built-in date with time", 22, 44931.5, "2023-01-05T12:00:00 d"],
    ["a date that only Chinese Excel knows", 31, 44931, "2023-01-05 d"],
    ["another", 57, 44931, "2023-01-05 d"],
    ["a date by its letters", 'yyyy"年"m"月"d"日"', 44931, "2023-01-05 d"],
    ["a time of day", 20, 0.5, "12:00:00 t"],
    ["a length of time", "[h]:mm", 1.5, "36:00:00 t"],
    ["a number with a unit", '0.00"元"', 44931, "44931 n"],
    ["a number as text", 49, 44931, "44931 n"],
  ] as const)("%s", (_, format, value, cell) => {
    const [row] = rowsOf(sheetOf([number(1, 1, value, 1)], { formats: [0, format] }));
    expect(row).toBe(`1 ${cell}`);
  });

  it("dates count from 1904 where the workbook says so", () => {
    expect(rowsOf(sheetOf([number(1, 1, 43469, 1)], { formats: [0, 14], date1904: true }))).toEqual(["1 2023-01-05 d"]);
  });
});

describe("sheets of an old workbook", () => {
  it("hidden rows and columns, merged ranges", () => {
    const list = sheetOf([
      hiddenColumns(2, 2),
      hiddenColumns(4, 256),
      hiddenRow(2),
      label(1, 1, "标题"),
      label(2, 1, "张三"),
      label(2, 5, "备注"),
      merged(1, 1, 1, 5),
    ]);
    expect(rowsOf(list)).toEqual(["1 标题 t", "2 张三||||备注 t---t hidden"]);
    expect(list.merged).toEqual([{ top: 1, left: 1, bottom: 1, right: 5 }]);
    expect(list.hiddenColumns).toEqual([2, 4, 5]);
  });

  it("come in the order of their tabs, hidden ones and empty ones too, charts left out", () => {
    const input = read({
      sheets: [
        { name: "一", records: [label(1, 1, "甲")] },
        { name: "图", records: [], kind: 0x20 },
        { name: "二", records: [label(1, 1, "乙")], state: 2 },
        { name: "三", records: [] },
      ],
      places: [2, 3, 0, 1],
    });
    expect(input.lists.map((list) => [list.sheet, ...rowsOf(list)])).toEqual([
      ["一", "1 甲 t"],
      ["二", "1 乙 t"],
      ["三"],
    ]);
    expect(said(input)).toEqual(["read", "R203"]);
  });

  it("with names such as __proto__ are data", () => {
    const input = read({
      sheets: [
        { name: "__proto__", records: [label(1, 1, "甲")] },
        { name: "constructor", records: [label(1, 1, "__proto__")] },
      ],
    });
    expect(input.lists.map((list) => [list.sheet, ...rowsOf(list)])).toEqual([
      ["__proto__", "1 甲 t"],
      ["constructor", "1 __proto__ t"],
    ]);
  });
});

describe("the texts of an old workbook", () => {
  it.each([1200, 1252, 936])("are UTF-16 in BIFF 8, though it names code page %i", (codePage) => {
    expect(rowsOf(sheetOf([label(1, 1, "张三𬭩")], { codePage }))).toEqual(["1 张三𬭩 t"]);
  });

  // 低保 and 张三䶮, the last of which only GB18030 has.
  const DIBAO = Buffer.from("b5cdb1a3", "hex");
  const NAME = Buffer.from("d5c5c8fdfe9f", "hex");
  it.each([936, undefined])("are Chinese in BIFF 5 where it names code page %s", (codePage) => {
    const input = read({
      biff: 5,
      ...(codePage === undefined ? {} : { codePage }),
      sheets: [{ name: DIBAO, records: [label(1, 1, NAME), number(1, 2, 700)] }],
    });
    expect(input.lists.map((list) => [list.sheet, ...rowsOf(list)])).toEqual([["低保", "1 张三䶮|700 tn"]]);
  });

  it("are of another code page where BIFF 5 names one", () => {
    const records = [label(1, 1, Buffer.from("e9e8", "hex"))];
    expect(rowsOf(onlyList(read({ biff: 5, codePage: 1252, sheets: [{ name: Buffer.from("A"), records }] })))).toEqual([
      "1 éè t",
    ]);
  });
});

describe("an old workbook that cannot be read", () => {
  it("for its password", () => {
    const filePass: Record_ = [0x002f, Buffer.from("00001234abcd", "hex")];
    const locked = oldBookOf({ sheets: [{ name: "名单", records: [] }], globals: [filePass] });
    expect(said(readAs("名单.et", locked))).toEqual(["refused", "R104"]);
  });

  it("for its damage", () => {
    const bytes = oldBookOf({ sheets: [{ name: "名单", records: [label(1, 1, "甲")] }] });
    for (const length of [600, 1100, bytes.length - 512]) {
      expect(said(readAs("名单.xls", bytes.subarray(0, length)))).toEqual(["refused", "R101"]);
    }
    const pointing = streamOf({
      sheets: [{ name: "名单", records: [[0x00fd, Buffer.from("0000000000000f000000", "hex")]] }],
    });
    expect(said(readAs("名单.xls", containerOf({ Workbook: pointing })))).toEqual(["refused", "R101"]);
  });
});

describe("the box", () => {
  const box = (name: string, limits: Partial<Box> = {}): Box => ({
    program: fileURLToPath(new URL(`boxes/${name}.js`, import.meta.url)),
    seconds: 20,
    heapMib: 64,
    ...limits,
  });
  const outcome = (work: () => unknown): string => {
    try {
      return String(work());
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const problem = error.problemOf("名单.xls");
      return `${problem.code} ${messageOf(problem).zh}`;
    }
  };

  it.each([
    ["that hangs is killed", box("hangs", { seconds: 1 }), "R105 读取用的秒数超过上限：最多 1，实际 > 1"],
    ["that eats memory is stopped", box("eats-memory"), "R105 读取用的内存（MB）超过上限：最多 64，实际 > 64"],
    ["that crashes is a damaged file", box("crashes"), "R101 文件读不出：工作簿已损坏，或不是 Excel、WPS 写的"],
  ])("%s", (_, given, expected) => {
    expect(outcome(() => answerOf(Buffer.alloc(1 << 20), given))).toBe(expected);
  });

  it("has more time and memory for a larger file, up to a bound", () => {
    const limits = [0, 20, 200].map((mib) => boxFor(mib * 1024 * 1024));
    expect(limits.map(({ seconds, heapMib }) => [seconds, heapMib])).toEqual([
      [10, 256],
      [110, 1056],
      [120, 1536],
    ]);
  });

  it("that was not installed whole is relief's fault, not the file's", () => {
    expect(() => answerOf(Buffer.alloc(0), box("lacks-library"))).toThrow("not installed whole");
  });

  it("has no setting of the caller's", () => {
    process.env["NODE_OPTIONS"] = "--no-such-option";
    try {
      expect(outcome(() => answerOf(Buffer.alloc(0), box("answers")))).toBe('["end"]\n');
    } finally {
      delete process.env["NODE_OPTIONS"];
    }
  });

  const BOOK = '["book",false]';
  const SHEET = '["sheet","名单",[],[]]';
  it.each([
    ["nothing", ""],
    ["no end", `${BOOK}\n${SHEET}\n`],
    ["a line cut off", `${BOOK}\n${SHEET}\n["row",1,fal`],
    ["no JSON", "Segmentation fault\n"],
    ["a line of another kind", '["rows"]\n["end"]\n'],
    ["a row before its sheet", '["row",1,false,[[1,"甲"]]]\n["end"]\n'],
    ["row 0", `${SHEET}\n["row",0,false,[[1,"甲"]]]\n["end"]\n`],
    ["a row beyond Excel's", `${SHEET}\n["row",1048577,false,[[1,"甲"]]]\n["end"]\n`],
    ["column 1.5", `${SHEET}\n["row",1,false,[[1.5,"甲"]]]\n["end"]\n`],
    ["a cell that is a list", `${SHEET}\n["row",1,false,[[1,["甲"]]]]\n["end"]\n`],
    ["a merged range of three", '["sheet","名单",[[1,1,2]],[]]\n["end"]\n'],
    ["a name that is a number", '["sheet",1,[],[]]\n["end"]\n'],
  ])("an answer of %s is not believed", (_, answer) => {
    expect(outcome(() => listsOf(Buffer.from(answer), "名单.xls"))).toMatch(/^R101 /);
  });
});
