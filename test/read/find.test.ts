import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Found, findInputs } from "../../src/read/find.ts";
import { shownNames } from "../../src/read/names.ts";
import { read } from "../../src/read/read.ts";
import { bookOf, zipOf } from "./say.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relief-find-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LIST = "姓名,金额\n张三,700\n";
const PDF = "%PDF-1.4\n";

/** Writes files (by path below the test's folder) and finds what is given. */
function put(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** What was found, in short: "read 低保.csv", "passed-over R201 a.pdf"; then the problems of what was given. */
function found({ files, problems }: Found): string[] {
  const inputs = files.map(({ name, settled }) =>
    settled === null ? name : `${name}: ${settled.state} ${settled.problems.map((p) => p.code).join(" ")}`,
  );
  return [...inputs, ...problems.map((p) => `${p.code} ${p.place.file}`)];
}

describe("a folder", () => {
  it("is read whole, in the order of shown names by code unit", () => {
    put({
      "lists/b.csv": LIST,
      "lists/乙/a.csv": LIST,
      "lists/B.csv": LIST,
      "lists/a/z.csv": LIST,
      "lists/甲.csv": LIST,
    });
    expect(found(findInputs(["lists"], folder))).toEqual(["B.csv", "a/z.csv", "b.csv", "乙/a.csv", "甲.csv"]);
  });

  it("passes over what is no table, told by content", () => {
    put({
      "lists/a.csv": LIST,
      "lists/通知.pdf": PDF,
      "lists/照片.jpg": Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      "lists/说明.docx": zipOf({ "[Content_Types].xml": "", "_rels/.rels": "<x/>", "word/document.xml": "" }),
      "lists/汇报.pptx": zipOf({ "[Content_Types].xml": "", "ppt/presentation.xml": "" }),
      "lists/全部.zip": zipOf({ "低保.xlsx": bookOf({}) }),
      "lists/设置.json": "{}",
      "lists/空": "",
    });
    expect(found(findInputs(["lists"], folder))).toEqual([
      "a.csv",
      "全部.zip: passed-over R201",
      "汇报.pptx: passed-over R201",
      "照片.jpg: passed-over R201",
      "空: passed-over R201",
      "设置.json: passed-over R201",
      "说明.docx: passed-over R201",
      "通知.pdf: passed-over R201",
    ]);
  });

  it("passes over lock files, hidden files, relief's own and earlier outputs", () => {
    put({
      "lists/a.csv": LIST,
      "lists/~$a.xlsx": "x",
      "lists/.DS_Store": "x",
      "lists/Thumbs.db": "x",
      "lists/.git/b.csv": LIST,
      "lists/relief.yaml": "",
      "lists/核实结论.xlsx": bookOf({}),
      "lists/待核实.xlsx": bookOf({}),
      "lists/台账/b.csv": LIST,
      "lists/对账/b.csv": LIST,
      "lists/out/清单.json": "{}",
      "lists/out/数据/补助明细.csv": LIST,
      "lists/out.上次/清单.json": "{}",
      "lists/out.上次/数据/补助明细.csv": LIST,
    });
    const passed = found(findInputs(["lists"], folder)).filter((text) => text.endsWith(": passed-over R201"));
    expect(passed.map((text) => text.split(":")[0])).toEqual([
      ".DS_Store",
      ".git",
      "Thumbs.db",
      "out",
      "out.上次",
      "relief.yaml",
      "~$a.xlsx",
      "台账",
      "对账",
      "待核实.xlsx",
      "核实结论.xlsx",
    ]);
  });

  it("has files of any name: those that mean something to a program mean nothing here", () => {
    const names = [
      "__proto__.csv",
      "con.csv",
      "constructor/hasOwnProperty.csv",
      "..csv",
      "-o.csv",
      "$(ls).csv",
      "%2e%2e%2fx.csv",
    ];
    put(Object.fromEntries(names.map((name) => [`lists/${name}`, LIST.replace("张三", name)])));
    const inputs = [...read(findInputs(["lists"], folder).files)];
    expect(inputs.map(({ name, state, lists }) => [name, state, lists[0]?.rows[1]?.cells[0]])).toEqual(
      names.toSorted().map((name) => (name === "..csv" ? [name, "passed-over", undefined] : [name, "read", name])),
    );
  });

  it("with a folder named like an output that is none is read", () => {
    put({ "lists/数据/a.csv": LIST });
    expect(found(findInputs(["lists"], folder))).toEqual(["数据/a.csv"]);
  });

  it("without any table is said", () => {
    put({ "lists/通知.pdf": PDF });
    mkdirSync(join(folder, "empty"));
    expect(found(findInputs(["lists", "empty"], folder))).toEqual([
      "通知.pdf: passed-over R201",
      "R106 empty",
      "R106 lists",
    ]);
  });

  it("that is an earlier output holds no lists", () => {
    put({ "out/清单.json": "{}", "out/数据/补助明细.csv": LIST });
    expect(found(findInputs(["out"], folder))).toEqual(["out: passed-over R201", "R106 out"]);
  });

  it("a table that cannot be read is found, and refused on reading", () => {
    put({ "lists/a.xlsx": bookOf({}).subarray(0, 300), "lists/b.xlsx": PDF, "lists/c.xlsx": "" });
    const { files, problems } = findInputs(["lists"], folder);
    expect(problems).toEqual([]);
    expect([...read(files)].map((input) => [input.state, input.problems[0]?.code])).toEqual([
      ["refused", "R101"],
      ["refused", "R101"],
      ["refused", "R101"],
    ]);
  });

  it.skipIf(process.platform === "win32")("with links in a circle comes to an end", () => {
    put({ "lists/sub/a.csv": LIST });
    symlinkSync(join(folder, "lists"), join(folder, "lists/sub/round"));
    symlinkSync(join(folder, "lists/sub"), join(folder, "lists/again"));
    symlinkSync(join(folder, "nowhere"), join(folder, "lists/broken.csv"));
    expect(found(findInputs(["lists"], folder))).toEqual([
      "again/a.csv",
      "broken.csv: refused R108",
      "R202 again/round",
      "R202 sub",
    ]);
  });

  it.skipIf(process.platform === "win32")("with a device in it does not read the device, which never ends", () => {
    put({ "lists/a.csv": LIST });
    symlinkSync("/dev/zero", join(folder, "lists/zero.csv"));
    expect(found(findInputs(["lists"], folder))).toEqual(["a.csv", "zero.csv: passed-over R201"]);
  });
});

describe("a file that is given", () => {
  it("is shown by its bare name", () => {
    put({ "lists/2023/低保.csv": LIST });
    expect(found(findInputs(["lists/2023/低保.csv"], folder))).toEqual(["低保.csv"]);
  });

  it("and is no table is refused", () => {
    put({ "通知.pdf": PDF, "设置.yaml": "a: 1\n" });
    expect(found(findInputs(["通知.pdf", "设置.yaml"], folder))).toEqual([
      "设置.yaml: refused R107",
      "通知.pdf: refused R107",
    ]);
  });

  it("and is text under an ending that says nothing is read", () => {
    put({ "名单.dat": LIST });
    expect(found(findInputs(["名单.dat"], folder))).toEqual(["名单.dat"]);
  });

  it("and is not there is said as it was typed", () => {
    expect(found(findInputs(["./没有.xlsx"], folder))).toEqual(["R102 ./没有.xlsx"]);
  });

  it("twice, or in a given folder as well, is read once", () => {
    put({ "lists/sub/a.csv": LIST });
    expect(found(findInputs(["lists/sub/a.csv", "lists/sub/a.csv"], folder))).toEqual(["a.csv", "R202 a.csv"]);
    expect(found(findInputs(["lists/sub/a.csv", "lists"], folder))).toEqual(["sub/a.csv", "R202 a.csv"]);
  });
});

describe("the order of the command line", () => {
  it("changes nothing", () => {
    put({ "东/低保.csv": LIST, "西/低保.csv": LIST, "残联.csv": LIST, "通知.pdf": PDF });
    const given = ["东", "西/低保.csv", "残联.csv", "通知.pdf", "没有"];
    const inOrder = findInputs(given, folder);
    expect(found(inOrder)).toEqual(["东/低保.csv", "残联.csv", "西/低保.csv", "通知.pdf: refused R107", "R102 没有"]);
    expect(findInputs(given.toReversed(), folder)).toEqual(inOrder);
  });
});

describe("shown names", () => {
  it.each([
    ["alone", [["/x/a.csv", 1]], ["a.csv"]],
    [
      "of two folders",
      [
        ["/x/东/a.csv", 1],
        ["/x/西/a.csv", 1],
      ],
      ["东/a.csv", "西/a.csv"],
    ],
    [
      "only as much as tells them apart",
      [
        ["/东/名单/a.csv", 1],
        ["/西/名单/a.csv", 1],
        ["/b.csv", 1],
      ],
      ["东/名单/a.csv", "西/名单/a.csv", "b.csv"],
    ],
    [
      "one that grows into another's name",
      [
        ["/p/x/a.csv", 2],
        ["/q/x/a.csv", 1],
        ["/q/y/a.csv", 1],
      ],
      ["p/x/a.csv", "q/x/a.csv", "y/a.csv"],
    ],
    [
      "to the root",
      [
        ["/a.csv", 1],
        ["/x/a.csv", 1],
      ],
      ["a.csv", "x/a.csv"],
    ],
  ] as const)("%s", (_, files, names) => {
    expect(shownNames(files.map(([path, depth]) => ({ path, depth })))).toEqual(names);
  });
});

describe("reading what was found", () => {
  it("says where the content of two files is the same", () => {
    put({ "a.csv": LIST, "b.csv": LIST, "c.csv": `${LIST}李四,1\n` });
    const inputs = [...read(findInputs(["."], folder).files)];
    expect(inputs.map((input) => [input.name, ...input.problems.map((p) => p.code)])).toEqual([
      ["a.csv"],
      ["b.csv", "R301"],
      ["c.csv"],
    ]);
    expect(inputs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("a file that has gone since it was found is refused", () => {
    put({ "a.csv": LIST });
    const { files } = findInputs(["a.csv"], folder);
    rmSync(join(folder, "a.csv"));
    expect([...read(files)].map((input) => [input.state, input.problems[0]?.code])).toEqual([["refused", "R108"]]);
  });
});
