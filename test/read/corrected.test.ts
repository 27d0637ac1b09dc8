/** Corrected copies among the files of a run: read instead of what they came from; a question where two differ. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { messageOf } from "../../src/problem/problem.ts";
import { findInputs } from "../../src/read/find.ts";
import { read, readInput } from "../../src/read/read.ts";
import { markedBook } from "../../src/write/marked/marked-book.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "relief-corrected-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LIST = "姓名,金额\n张三,700\n";

function put(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content);
}

/** The corrected copy of a file in the folder, `from` → `to` in its cells, under a name of its own. */
async function putCopy(of: string, name: string, from = "", to = ""): Promise<void> {
  const [found] = findInputs([of], folder).files;
  if (found === undefined) throw new Error(`${of} is not there`);
  const input = readInput(found);
  const lists = input.lists.map((list) => ({
    ...list,
    rows: list.rows.map((row) => ({ ...row, cells: row.cells.map((text) => (text === from ? to : text)) })),
  }));
  put(name, await markedBook({ ...input, lists }, [], []));
}

/** What is read of the folder: "低保.csv: passed-over R311". */
function states(): readonly string[] {
  const inputs: readonly InputFile[] = [...read(findInputs(["."], folder).files)];
  return inputs.map(({ name, state, problems }) => [`${name}: ${state}`, ...problems.map((p) => p.code)].join(" "));
}

describe("a corrected copy", () => {
  it("is read instead of its original", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "低保.xlsx", "700", "800");
    expect(states()).toEqual(["低保.csv: passed-over R311", "低保.xlsx: read"]);
  });

  it("is read alone where its original is not there", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "改好.xlsx");
    rmSync(join(folder, "低保.csv"));
    expect(states()).toEqual(["改好.xlsx: read"]);
    const [input] = [...read(findInputs(["."], folder).files)];
    expect(input?.lists).toMatchObject([
      {
        file: "改好.xlsx",
        sheet: "名单",
        original: { file: "低保.csv", sheet: "" },
        rows: [{ number: 1 }, { number: 2 }],
      },
    ]);
  });

  it("replaces its original under whatever name that has now", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "a.xlsx");
    put("别的名字.csv", LIST);
    rmSync(join(folder, "低保.csv"));
    expect(states()).toEqual(["a.xlsx: read", "别的名字.csv: passed-over R311"]);
  });

  it("and a different one of the same original are a question, and neither is read", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "甲.xlsx", "700", "800");
    await putCopy("低保.csv", "乙.xlsx", "700", "900");
    expect(states()).toEqual(["乙.xlsx: refused R312", "低保.csv: read", "甲.xlsx: refused R312"]);
  });

  it("twice with the same content is no question", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "甲.xlsx", "700", "800");
    put("乙.xlsx", readFileSync(join(folder, "甲.xlsx")));
    expect(states()).toEqual(["乙.xlsx: read", "低保.csv: passed-over R311", "甲.xlsx: read R301"]);
  });

  it("of a corrected copy replaces both, and the one between too", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "一.xlsx", "700", "800");
    await putCopy("一.xlsx", "二.xlsx", "张三", "张叁");
    const all = ["一.xlsx: passed-over R311", "二.xlsx: read", "低保.csv: passed-over R311"];
    expect(states()).toEqual(all);
    rmSync(join(folder, "一.xlsx"));
    expect(states()).toEqual([all[1], all[2]]);
  });

  it("and its original, changed since, are both read, and it is said", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "低保.xlsx", "700", "800");
    put("低保.csv", `${LIST}李四,500\n`);
    expect(states()).toEqual(["低保.csv: read R313", "低保.xlsx: read"]);
  });

  it("with an answer on its first sheet: it is said, with the cell that it is about", async () => {
    put("低保.csv", LIST);
    const [found] = findInputs(["低保.csv"], folder).files;
    const input = found && readInput(found);
    if (input === undefined) throw new Error("it is there");
    const place = { file: "低保.csv", sheet: "", row: 2, column: "金额(B)" };
    const fault = { place, severity: "error", content: "700", what: "金额不对", asked: "请改正" } as const;
    const book = new exceljs.Workbook();
    await book.xlsx.load(new Uint8Array(await markedBook(input, [fault], [])).buffer);
    const sheet = book.worksheets[0];
    sheet?.eachRow((row) => {
      if (row.getCell(4).text === "B2") row.getCell(8).value = " 无误，有批文 ";
    });
    put("低保.xlsx", Buffer.from(await book.xlsx.writeBuffer()));
    const [, copy] = [...read(findInputs(["."], folder).files)];
    expect(copy?.problems.map((p) => [p.code, p.content, messageOf(p).zh])).toEqual([
      ["R314", "无误，有批文", "报送单位对 名单 B2 的问题（金额不对）答复：“无误，有批文”"],
    ]);
    expect(copy?.problems[0]?.place).toMatchObject({ file: "低保.xlsx", sheet: "问题说明", column: "核对情况(H)" });
  });

  it("is not looked for in files that are passed over or cannot be read", async () => {
    put("低保.csv", LIST);
    await putCopy("低保.csv", "低保.xlsx");
    const whole = readFileSync(join(folder, "低保.xlsx"));
    put("断.xlsx", whole.subarray(0, whole.length - 200));
    put("通知.pdf", "%PDF-1.4\n");
    expect(states()).toEqual([
      "低保.csv: passed-over R311",
      "低保.xlsx: read",
      "断.xlsx: refused R101",
      "通知.pdf: passed-over R201",
    ]);
  });
});
