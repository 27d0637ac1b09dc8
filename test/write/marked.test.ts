/** Copies that go back: read again they are the list that they were made of, cell by cell; and what is wrong shows. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COPY_SHEET } from "../../src/model/corrected-copy.ts";
import type { ListReading } from "../../src/model/entry.ts";
import type { InputFile, List, MergedRange, Row } from "../../src/model/list.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { fileOnly } from "../../src/model/place.ts";
import { messageOf, type Problem, problem } from "../../src/problem/problem.ts";
import { dateText } from "../../src/read/number-text.ts";
import { readBytes } from "../../src/read/read.ts";
import { returnedCopies } from "../../src/write/check-plan.ts";
import { DISK } from "../../src/write/disk.ts";
import { formatOfCell, serialOf } from "../../src/write/marked/cell-xml.ts";
import { type Fault, marksOf } from "../../src/write/marked/faults.ts";
import { markedBook } from "../../src/write/marked/marked-book.ts";
import { sheetNames } from "../../src/write/marked/sheet-names.ts";
import { writeCheck } from "../../src/write/write.ts";
import { RELEASE, season } from "./outcome.ts";

const SHA = "ab".repeat(32);

function listOf(sheet: string, rows: readonly Row[], more: Partial<List> = {}): List {
  return { file: "低保.xlsx", sheet, rows, merged: [], hiddenColumns: [], original: null, ...more };
}

/** A row of cells: text, or text with the letter of its kind before a "|". */
function row(number: number, ...cells: readonly string[]): Row {
  const parts = cells.map((cell) => /^([-tndbef])\|(.*)$/s.exec(cell) ?? ["", cell === "" ? "-" : "t", cell]);
  return {
    number,
    cells: parts.map(([, , text = ""]) => text),
    kinds: parts.map(([, kind = "t"]) => kind).join(""),
    hidden: false,
  };
}

function inputOf(...lists: readonly List[]): InputFile {
  return { name: "低保.xlsx", sha256: SHA, bytes: 99, original: null, lists, problems: [], state: "read" };
}

function fault(sheet: string, at: number, column: string, more: Partial<Fault> = {}): Fault {
  const place = { file: "低保.xlsx", sheet, row: at, column };
  return { place, severity: "error", content: "", what: "没有身份证号", asked: "请补填", ...more };
}

/** The copy, read again as relief reads it. */
async function readAgain(input: InputFile, faults: readonly Fault[] = []): Promise<InputFile> {
  const bytes = await markedBook(input, faults, []);
  return readBytes(bytes, { name: "低保.xlsx", path: "低保.xlsx", named: true, settled: null });
}

/** The copy, opened as Excel would. */
async function opened(
  input: InputFile,
  faults: readonly Fault[],
  ...headers: readonly ListReading["headerRows"][]
): Promise<exceljs.Workbook> {
  const [list] = input.lists;
  const readings = headers.map((headerRows) => ({ sheet: list?.sheet ?? "", headerRows })) as unknown as ListReading[];
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(await markedBook(input, faults, readings)).buffer);
  return book;
}

function sheetIn(book: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe("a copy, read again", () => {
  it.each([
    ["text with spaces at its ends", [" 张　三 "]],
    ["text of several lines", ["一\n二\r\n三"]],
    ["what XML forbids", ["a\u0000b\u0007c\ufffe"]],
    ["half a surrogate pair", ["\ud842", "\udfb7a", "𠮷"]],
    ["markup", ['<a href="x">&amp;</a>']],
    ["what looks like an escape", ["_x000D_", "_x005F_", "__x0041_"]],
    ["what looks like a formula", ["=1+1", "@SUM(A1)"]],
    ["a number as text", ["310198196104121013", "00123"]],
    ["numbers", ["n|500", "n|-0.5", "n|0.1", "n|123456789012345"]],
    ["a number that lost its last digits", ["n|310198196104121000", "n|6216261000000000000"]],
    ["dates", ["d|2023-01-05", "d|1900-01-05", "d|1900-02-29", "d|2023-01-05T12:34:56"]],
    ["yes and no", ["b|TRUE", "b|FALSE"]],
    ["errors", ["e|#REF!", "e|#N/A"]],
    ["a formula that was never calculated", ["f|"]],
    ["gaps", ["", "", "t|third"]],
  ])("%s", async (_, cells) => {
    const list = listOf("名册", [row(3, ...cells)]);
    expect((await readAgain(inputOf(list))).lists).toEqual([
      { ...list, original: { file: "低保.xlsx", sheet: "名册" } },
    ]);
  });

  it("any cells", async () => {
    const day = fc.integer({ min: 1, max: 2_958_465 });
    const cell = fc.oneof(
      fc.constant("-|"),
      fc.string({ unit: "binary", minLength: 1 }).map((text) => `t|${text}`),
      fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `t|${text}`),
      fc.integer({ min: -999_999_999, max: 999_999_999 }).map((n) => `n|${n}`),
      fc.integer({ min: 1, max: 99_999_999 }).map((n) => `n|${(n / 100).toFixed(2).replace(/\.?0+$/, "")}`),
      fc
        .tuple(day, fc.integer({ min: 0, max: 86_399 }))
        .map(([d, s]) => `d|${dateText(d + s / 86_400, "date", false)}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), async (made) => {
        const rows = made
          .map((cells, at) => row(2 * at + 1, ...cells, "t|end"))
          .map((one, at) => ({ ...one, hidden: at % 3 === 2 }));
        const list = listOf("名册", rows);
        const [again] = (await readAgain(inputOf(list))).lists;
        expect(again?.rows).toEqual(list.rows);
      }),
      { numRuns: 40 },
    );
  });

  it("has the same merged ranges and hidden columns, but for ranges that Excel would not take", async () => {
    const range = (top: number, left: number, bottom: number, right: number): MergedRange => ({
      ...{ top, left, bottom, right },
    });
    const merged = [range(1, 1, 1, 3), range(3, 2, 5, 2), range(5, 2, 6, 3), range(7, 1, 7, 1)];
    const list = listOf("名册", [row(1, "标题"), row(3, "a", "b", "c")], { merged, hiddenColumns: [3] });
    const [again] = (await readAgain(inputOf(list))).lists;
    expect(again?.merged).toEqual([range(1, 1, 1, 3), range(3, 2, 5, 2)]);
    expect(again?.hiddenColumns).toEqual([3]);
  });

  it("takes no longer for a range over a whole sheet", async () => {
    const list = listOf("名册", [row(1, "a", "b")], {
      merged: [{ top: 2, left: 1, bottom: 1_048_576, right: 16_384 }],
    });
    const [again] = (await readAgain(inputOf(list), [fault("名册", 9, "姓名(B)")])).lists;
    expect(again?.merged).toHaveLength(1);
  });

  it("keeps all sheets, in order, empty ones and one that is named like ours too", async () => {
    const lists = [listOf("甲", [row(1, "a")]), listOf("空", []), listOf(COPY_SHEET, [row(1, "b")])];
    const again = await readAgain(inputOf(...lists));
    expect(again.lists.map((list) => [list.sheet, list.rows.length])).toEqual([
      ["甲", 1],
      ["空", 0],
      [COPY_SHEET, 1],
    ]);
  });

  it("says what it came from: the file, and what that one was a copy of", async () => {
    const first = { sha256: "cd".repeat(32), bytes: 7 };
    const input = { ...inputOf(listOf("甲", [])), original: { name: "民政/低保.csv", isText: true, files: [first] } };
    expect((await readAgain(input)).original).toEqual({
      name: "民政/低保.csv",
      isText: true,
      files: [{ sha256: SHA, bytes: 99 }, first],
    });
  });

  it("of a text file: its only sheet has a name that says nothing, and is known by none", async () => {
    const again = await readAgain(inputOf(listOf("", [row(1, "a")])));
    expect(again.lists.map(({ sheet, original }) => [sheet, original?.sheet])).toEqual([["名单", ""]]);
  });
});

describe("what is wrong", () => {
  const list = listOf("名册", [row(1, "姓名", "身份证号", "金额"), row(2, "张三", "", "n|900")]);
  const input = inputOf(list);

  it("is coloured by the worst of its faults, with a note that says what and how", async () => {
    const faults = [
      fault("名册", 2, "身份证号(B)"),
      fault("名册", 2, "金额(C)", { severity: "warning", what: "金额偏高", asked: "请核对" }),
    ];
    const sheet = sheetIn(await opened(input, faults), "名册");
    const fill = (address: string) => (sheet.getCell(address).fill as exceljs.FillPattern | undefined)?.fgColor?.argb;
    expect([fill("B2"), fill("C2"), fill("A2")]).toEqual(["FFFFC7CE", "FFFFEB9C", undefined]);
    expect(noteOf(sheet, "B2")).toBe("必须处理：没有身份证号。\n请补填。");
    expect(noteOf(sheet, "C2")).toBe("请核对：金额偏高。\n请核对。");
    expect(noteOf(sheet, "A2")).toBe("");
    expect(sheet.properties.tabColor?.argb).toBe("FFFFC7CE");
  });

  it("is typed into text cells, so that a number keeps all its digits; the rest of the column too", async () => {
    const sheet = sheetIn(await opened(input, [fault("名册", 2, "身份证号(B)")]), "名册");
    expect([sheet.getCell("B2").numFmt, sheet.getColumn(2).numFmt, sheet.getCell("B9").numFmt]).toEqual([
      "@",
      "@",
      "@",
    ]);
    expect(formatOfCell("n", "310198196104121000", true)).toBe("text");
    expect(formatOfCell("n", "310198610412101", false)).toBe("long");
    expect(formatOfCell("n", "500", true)).toBe("number");
  });

  it("is listed on the first sheet, errors first, each with a link to its cell", async () => {
    const faults = [
      fault("名册", 1, "金额(C)", { severity: "warning", what: "列名不认识", asked: "请改名" }),
      fault("名册", 2, "身份证号(B)"),
    ];
    const bytes = await markedBook(input, faults, []);
    const book = new exceljs.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const first = book.worksheets[0];
    expect(first?.name).toBe(COPY_SHEET);
    const lines: unknown[] = [];
    first?.eachRow((r) => {
      if (typeof r.getCell(1).value === "number") lines.push([1, 2, 3, 4, 6, 7].map((at) => r.getCell(at).text));
    });
    expect(lines).toEqual([
      ["1", "必须处理", "名册", "B2", "没有身份证号", "请补填"],
      ["2", "请核对", "名册", "C1", "列名不认识", "请改名"],
    ]);
    expect(await linksIn(bytes)).toEqual(["'名册'!B2", "'名册'!C1"]);
  });

  it("on a row as a whole colours its filled cells, and its note stands at the first", () => {
    const rows = [row(4, "", "以下为新增", "", "x")];
    expect(marksOf(listOf("名册", rows), [fault("名册", 4, "")], true)).toMatchObject([
      { row: 4, column: 2, wholeRow: true },
    ]);
  });

  it("in a merged range stands at its corner, where the text is seen", () => {
    const merged = [{ top: 3, left: 6, bottom: 5, right: 6 }];
    expect(marksOf(listOf("名册", [], { merged }), [fault("名册", 4, "账号(F)")], true)).toMatchObject([
      { row: 3, column: 6 },
    ]);
  });

  it("about the whole file stands on its first sheet, about a sheet at its first filled cell", () => {
    const second = listOf("乙", [row(5, "", "说明")]);
    const faults = [fault("", 0, ""), fault("乙", 0, "")];
    expect(marksOf(list, faults, true)).toMatchObject([{ row: 1, column: 1, faults: [{}] }]);
    expect(marksOf(second, faults, false)).toMatchObject([{ row: 5, column: 2, wholeRow: false, faults: [{}] }]);
  });

  it("stands below the list's own header, which is bold, stays in view and is printed on each page", async () => {
    const rows = [row(1, "名册"), row(2, "户主信息", ""), row(3, "姓名", "身份证号"), row(4, "张三", "")];
    const sheet = sheetIn(await opened(inputOf(listOf("名册", rows)), [], { first: 2, last: 3 }), "名册");
    const bold = ["A1", "A2", "A3", "B3", "A4"].map((address) => sheet.getCell(address).font?.bold === true);
    expect(bold).toEqual([false, true, true, true, false]);
    expect(sheet.views).toMatchObject([{ state: "frozen", ySplit: 3 }]);
    expect(sheet.pageSetup.printTitlesRow).toBe("2:3");
  });

  it("on a sheet of several lists: each has its header, none stays in view", async () => {
    const rows = [row(1, "姓名", "金额"), row(2, "张三", "1"), row(5, "姓名", "金额"), row(6, "李四", "2")];
    const heads = [
      { first: 1, last: 1 },
      { first: 5, last: 5 },
    ];
    const sheet = sheetIn(await opened(inputOf(listOf("名册", rows)), [], ...heads), "名册");
    expect(["A1", "A2", "A5"].map((address) => sheet.getCell(address).font?.bold === true)).toEqual([
      true,
      false,
      true,
    ]);
    expect(JSON.stringify(sheet.views)).not.toContain("frozen");
  });

  it("in a row without any filled cell is coloured all the same", async () => {
    const sheet = sheetIn(await opened(input, [fault("名册", 7, "身份证号(B)")]), "名册");
    expect(noteOf(sheet, "B7")).toContain("没有身份证号");
  });

  it("several times in one cell is one note", async () => {
    const two = [
      fault("名册", 2, "身份证号(B)", { severity: "warning", what: "甲", asked: "乙" }),
      fault("名册", 2, "身份证号(B)"),
    ];
    const sheet = sheetIn(await opened(input, two), "名册");
    expect(noteOf(sheet, "B2")).toBe("必须处理：没有身份证号。\n请补填。\n请核对：甲。\n乙。");
  });

  it("more often than an office program bears notes: 2000 notes, all coloured", async () => {
    const rows = Array.from({ length: 2_100 }, (_, at) => row(at + 1, "张三", ""));
    const faults = rows.map((r) => fault("名册", r.number, "身份证号(B)"));
    const sheet = sheetIn(await opened(inputOf(listOf("名册", rows)), faults), "名册");
    expect([noteOf(sheet, "B2000") === "", noteOf(sheet, "B2001") === ""]).toEqual([false, true]);
    expect((sheet.getCell("B2100").fill as exceljs.FillPattern).fgColor?.argb).toBe("FFFFC7CE");
  });
});

function noteOf(sheet: exceljs.Worksheet, address: string): string {
  const { note } = sheet.getCell(address);
  return typeof note === "string" ? note : (note?.texts ?? []).map(({ text }) => text).join("");
}

async function linksIn(bytes: Buffer): Promise<readonly string[]> {
  const { default: JSZip } = await import("jszip");
  const xml = await (await JSZip.loadAsync(bytes)).file("xl/worksheets/sheet1.xml")?.async("string");
  return [...(xml ?? "").matchAll(/<hyperlink [^>]*location="([^"]*)"/g)].map(([, location = ""]) => location);
}

describe("the lists that go back", () => {
  const input = { name: "新华路/低保.et", sha256: SHA, bytes: 99, cells: 10, original: null };
  const missing = problem("V101", { file: input.name, sheet: "名册", row: 2, column: "身份证号(B)" }, { name: "张三" });
  const copies = (cells: number, ...problems: readonly Problem[]) =>
    returnedCopies({ inputs: [{ ...input, cells }], problems } as unknown as Outcome);

  it("are those with something that the agency can mend", () => {
    const notTheirs = problem("D112", fileOnly(input.name), {
      ...{ programme: "走访", what: "人数", whatEn: "people", plan: "1", used: "2" },
    });
    const told = problem("V014", fileOnly(input.name), { rows: 1 });
    expect(copies(10, missing, notTheirs, told)).toEqual([
      { file: "新华路/低保.et", path: "退回修改/新华路/低保.xlsx", errors: 1, warnings: 0 },
    ]);
    expect(copies(10, notTheirs, told)).toEqual([]);
  });

  it("have a fault at each of its places", () => {
    const twice = { ...missing, also: [{ ...missing.place, row: 7 }] };
    expect(copies(10, twice)).toMatchObject([{ errors: 2 }]);
  });

  it("are said without a copy where the list is too large for one", () => {
    expect(copies(4_000_001, missing)).toMatchObject([{ file: "新华路/低保.et", path: null, errors: 1 }]);
  });
});

it("a list that was changed while it was checked has no copy: its marks would stand at the wrong cells", async () => {
  const { outcome, folder } = { outcome: season(), folder: mkdtempSync(join(tmpdir(), "relief-marked-")) };
  try {
    const [changed] = outcome.inputs;
    const place = { file: changed?.name ?? "", sheet: "", row: 2, column: "" };
    const found = { ...outcome, problems: [problem("V101", place, { name: "张三" })] };
    const target = { folder: join(folder, "检查"), shown: "检查", disk: DISK };
    const readAgain = (name: string) => ({ ...inputOf(listOf("名册", [])), name, sha256: "00".repeat(32) });
    const written = await writeCheck(found, { readAgain, since: null }, target, RELEASE);
    if (written.ok) throw new Error("it must be refused");
    expect(written.problems.map((p) => [p.code, messageOf(p).zh])).toEqual([
      ["W102", `写不进 检查：检查的时候 ${changed?.name} 被改动了；以前的结果没有改动`],
    ]);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("the serial number of a date", () => {
  it("is the inverse of how dates are read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_958_465 }), fc.integer({ min: 0, max: 86_399 }), (day, seconds) => {
        const text = dateText(day + seconds / 86_400, "date", false);
        expect(dateText(Number(serialOf(text ?? "")), "date", false)).toBe(text);
      }),
    );
  });

  it.each(["", "2023-13-01", "1899-01-01", "2023年1月5日", "2023-01-05T25:00:00"])("%s has none", (text) => {
    expect(serialOf(text)).toBeNull();
  });
});

describe("names of sheets", () => {
  it.each([
    [
      ["问题说明", "甲"],
      ["问题说明", "甲"],
    ],
    [
      ["问题说明", "问题说明"],
      ["问题说明(2)", "问题说明"],
    ],
    [
      ["问题说明", "a/b", "a?b", "A_B"],
      ["问题说明", "a_b", "a_b(2)", "A_B(3)"],
    ],
    [
      ["问题说明", "'甲'", "", "History"],
      ["问题说明", "_甲_", "_", "History_"],
    ],
    [
      ["问题说明", "长".repeat(40), "长".repeat(35)],
      ["问题说明", "长".repeat(31), `${"长".repeat(28)}(2)`],
    ],
  ])("%j → %j", (wanted, names) => {
    expect(sheetNames(wanted)).toEqual(names);
  });
});
