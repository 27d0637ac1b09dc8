/** `relief check`: what it says, what it writes, and that a list goes back and comes again. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { checkDigit } from "../../src/model/id-number.ts";
import { copyOfLists, emptyFolder, filesIn, LISTS, relief, rowsOf } from "../fixtures/relief.ts";

const ID = "31019819610412101X";
const WRONG = "310198196104121011";
const HEADER = "姓名,身份证号,居委,开户银行,账号";
const row = (name: string, id: string, account = "6216261000000000018") => `${name},${id},听涛居委,上海银行,${account}`;
const csv = (...lines: readonly string[]) => `${lines.join("\r\n")}\r\n`;

/** A working folder with lists in 名单. */
function working(lists: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, "名单"));
  for (const [name, text] of Object.entries(lists)) writeFileSync(join(folder, "名单", name), text);
  return folder;
}

const ONE_FAULT = { "重残无业.csv": csv(HEADER, row("李国芳", WRONG)) };

/** Writes a text into a cell of a workbook, as an agency would. */
async function mend(path: string, sheet: string, cells: Readonly<Record<string, string | number | null>>) {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const ws = book.getWorksheet(sheet);
  if (ws === undefined) throw new Error(`no sheet ${sheet}`);
  for (const [address, value] of Object.entries(cells)) ws.getCell(address).value = value;
  await book.xlsx.writeFile(path);
}

describe("how it ends", () => {
  it("0 where nothing must be settled", async () => {
    const folder = working({ "重残无业.csv": csv(HEADER, row("李国芳", ID)) });
    const said = await relief(["check", "名单"], folder);
    expect([said.code, said.err]).toEqual([0, ""]);
    expect(said.out).toContain("没有需要处理或确认的问题。");
    expect(filesIn(join(folder, "检查"))).toEqual([
      "数据/问题清单.csv",
      "数据/问题编号.csv",
      "清单.json",
      "问题清单.xlsx",
    ]);
  });

  it("0 where something must be confirmed, 1 where something must be settled", async () => {
    const warning = working({ "重残无业.csv": csv(HEADER, row("李国芳", ID, "6216261000000000011")) });
    expect((await relief(["check", "名单"], warning)).code).toBe(0);
    expect((await relief(["check", "名单"], working(ONE_FAULT))).code).toBe(1);
  });

  it.each([
    [["check"]],
    [["check", "没有这个文件夹"]],
    [["check", "名单", "--without", "没有这一类"]],
    [["check", "名单", "-r", "1999"]],
    [["check", "名单", "--since", "名单"]],
    [["check", "名单", "-o", "名单"]],
  ])("2 for %j, and nothing is written", async (words) => {
    const folder = working(ONE_FAULT);
    expect((await relief(words, folder)).code).toBe(2);
    expect(filesIn(folder)).toEqual(["名单/重残无业.csv"]);
  });

  it("never in the place of what compute wrote, nor the other way round", async () => {
    const folder = working(ONE_FAULT);
    await relief(["compute", "名单", "-o", "out", "--quiet"], folder);
    const check = await relief(["check", "名单", "-o", "out"], folder);
    expect([check.code, check.err.split("\n")[1]]).toEqual([2, "  out 里是 relief compute 的结果，没有动它"]);
    await relief(["check", "名单"], folder);
    expect((await relief(["compute", "名单", "-o", "检查"], folder)).code).toBe(2);
    expect((await relief(["check", "名单"], folder)).code).toBe(1);
  });
});

describe("where compute would stop, it goes on", () => {
  it.each([
    ["a table that cannot be read", "低保.xlsx", "PK\u0003\u0004", "R101"],
    ["a file without a header", "低保.csv", csv("李国芳,1", "王小明,2"), "V001"],
  ])("%s", async (_, name, content, code) => {
    const folder = working({ ...ONE_FAULT, [name]: content });
    expect((await relief(["compute", "名单", "-o", "out"], folder)).code).toBe(2);
    const said = await relief(["check", "名单"], folder);
    expect(said.code).toBe(1);
    const codes = rowsOf(join(folder, "检查", "数据", "问题清单.csv")).map((r) => r["代码"]);
    expect(codes).toContain(code);
    expect(codes).toContain("V104");
    // Before everything that only waits for money.
    expect(said.out.split("\n\n")[1]?.split("\n")[1]).toContain(name);
    expect(said.out).toContain("有 1 个文件未能读入");
    expect(said.out).toMatch(new RegExp(`^     ${name}: .+后再算`, "m"));
  });

  it("a file without a header goes back with what to do", async () => {
    const folder = working({ "低保.csv": csv("李国芳,1", "王小明,2") });
    await relief(["check", "名单"], folder);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(folder, "检查", "退回修改", "低保.xlsx"));
    expect(JSON.stringify(book.getWorksheet("名单")?.getCell("A1").note)).toContain("请在名单上方补一行列名");
  });
});

describe("what it says", () => {
  it("about problems fits 20 lines, the dearest first, and shows no number whole", async () => {
    const said = await relief(["check", LISTS], emptyFolder());
    const [, ...sections] = said.out.split("\n\n");
    const lists = sections.findIndex((text) => text.startsWith("名单识别情况"));
    const lines = sections.slice(0, lists).flatMap((text) => text.split("\n"));
    expect(lines.length).toBeLessThanOrEqual(20);
    const sums = lines.slice(1, 6).map((line) => Number(line.trim().split(" ")[0]?.replace(",", "")));
    expect(sums).toEqual([...sums].sort((a, b) => b - a));
    expect(said.out).not.toMatch(/\d{15}/);
  });

  it("the same fault of one column on one line, with its rows", async () => {
    const people = Array.from({ length: 12 }, (_, at) => {
      const first17 = `3101981961041${String(at).padStart(4, "0")}`;
      const wrong = [2, 5, 6, 7].includes(at);
      const right = checkDigit(first17);
      return row(`张${"甲乙丙丁戊己庚辛壬癸子丑"[at]}`, first17 + (wrong ? (right === "1" ? "2" : "1") : right), "");
    });
    const said = await relief(["check", "名单"], working({ "重残无业.csv": csv(HEADER, ...people) }));
    const [line] = said.out.split("\n").filter((text) => text.includes("身份证号校验位不对"));
    expect(line).toMatch(/重残无业\.csv › 身份证号\(B\) {2}第 4、7–9 行 {2}4 处$/);
  });

  it("how each list was understood: whose, category, header, rows by kind, columns", async () => {
    const said = await relief(["check", LISTS], emptyFolder());
    expect(said.out).toMatch(
      /06-民政-冬令御寒补助对象\.csv +民政 +御寒困难 +表头第 2 行 +28 条（标题 1、多余的表头 1、合计 1、空行 1）/,
    );
    expect(said.out).toContain("C 身份证号（身份证）");
    expect(said.out).toContain("；未用 A 序号");
    expect(said.out).toMatch(/补报\/27-居委补报\.xlsx › 居委上报 +部门不明 +看不明白，整份暂缓/);
  });

  it("in English too", async () => {
    const said = await relief(["check", "名单", "--lang", "en"], working(ONE_FAULT));
    expect(said.out).toContain("V104");
    expect(said.out).toContain("fails its check digit");
    expect(said.out).toContain("what next");
  });

  it("nothing with --quiet; one JSON object with --json, numbers masked", async () => {
    const folder = working(ONE_FAULT);
    expect((await relief(["check", "名单", "--quiet"], folder)).out).toBe("");
    const { out } = await relief(["check", "名单", "--json"], folder);
    expect(JSON.parse(out)).toMatchObject({
      output: "检查",
      counts: { errors: 1, warnings: 0 },
      since: null,
      problems: [
        {
          code: "V104",
          severity: "error",
          file: "重残无业.csv",
          row: 2,
          column: "身份证号(B)",
          content: "310198********1011",
          waits: "1000.00",
        },
      ],
      copies: [{ file: "重残无业.csv", path: "退回修改/重残无业.xlsx", errors: 1, warnings: 0 }],
    });
    expect(out).not.toMatch(/\d{15}/);
  });
});

describe("with --since", () => {
  it("counts what was solved, what is new and what is left; the folder may be the one that is written", async () => {
    const folder = working({ "重残无业.csv": csv(HEADER, row("李国芳", WRONG), row("王小明", "", "")) });
    await relief(["check", "名单", "--quiet"], folder);
    const mended = csv(HEADER, row("李国芳", ID, ""), row("王小明", "", ""));
    writeFileSync(join(folder, "名单", "重残无业.csv"), mended);
    const said = await relief(["check", "名单", "--since", "检查"], folder);
    expect(said.out).toContain("已解决 1 处，新增 1 处，还没有解决 1 处");
    expect(said.out).toMatch(/新增 P101 {2}重残无业\.csv › 第 2 行/);
    expect(said.out).toMatch(/已解决 V104 {2}重残无业\.csv › 第 2 行/);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(folder, "检查", "问题清单.xlsx"));
    const changes: unknown[] = [];
    book.getWorksheet("与上次比较")?.eachRow((r) => changes.push([r.getCell(1).text, r.getCell(9).text]));
    expect(changes.slice(-3)).toEqual([
      ["已解决", "V104"],
      ["新增", "P101"],
      ["仍在", "V101"],
    ]);
  });

  it("compares with an output of compute", async () => {
    const folder = working(ONE_FAULT);
    await relief(["compute", "名单", "-o", "out", "--quiet"], folder);
    const { out } = await relief(["check", "名单", "--since", "out", "--json"], folder);
    expect(JSON.parse(out)).toMatchObject({ since: { solved: 0, new: 0, left: 1 } });
  });
});

describe("a list goes back and comes again", () => {
  it("read instead of its original: the mended faults are gone, everything else is as it was", async () => {
    const folder = emptyFolder();
    cpSync(copyOfLists(), join(folder, "名单"), { recursive: true });
    await relief(["check", "名单", "--quiet"], folder);
    await relief(["compute", "名单", "-o", "前", "--quiet"], folder);
    const returned = join(folder, "名单", "改好的");
    cpSync(join(folder, "检查", "退回修改"), returned, { recursive: true });
    // 贺长庚's check digit; 车银宝's account that Excel had eaten; 项敏's that was missing; 包国庆's short number.
    await mend(join(returned, "01-民政-低保家庭（2023年1月在册）.xlsx"), "第二片区", { F40: "310198196102026676" });
    await mend(join(returned, "06-民政-冬令御寒补助对象.xlsx"), "名单", { H6: "6216261000000009993" });
    await mend(join(returned, "02-民政-重残无业人员.xlsx"), "重残无业", { G9: "6216261000000009985" });
    const said = await relief(["check", "名单", "--since", "检查", "--json"], folder);
    expect(JSON.parse(said.out).since).toMatchObject({ new: 0 });
    await relief(["compute", "名单", "-o", "后", "--quiet"], folder);
    const changed = changes(decisions(join(folder, "前")), decisions(join(folder, "后")));
    expect(changed).toEqual([
      "一般对象节日补助 贺长庚: 暂缓发放 800.00 V104 → 发放 800.00 G1",
      "冬令御寒补助 车银宝: 暂缓发放 460.00 P102 → 发放 460.00 G1",
      "特殊对象节日补助 项敏: 暂缓发放 1000.00 P101 → 发放 1000.00 G1",
    ]);
  });

  it("as it went, nothing mended: everything is as it was, but for R311 of each original", async () => {
    const folder = emptyFolder();
    cpSync(copyOfLists(), join(folder, "名单"), { recursive: true });
    await relief(["check", "名单", "--quiet"], folder);
    await relief(["compute", "名单", "-o", "前", "--quiet"], folder);
    cpSync(join(folder, "检查", "退回修改"), join(folder, "名单", "退回修改"), { recursive: true });
    await relief(["compute", "名单", "-o", "后", "--quiet"], folder);
    expect(changes(decisions(join(folder, "前")), decisions(join(folder, "后")))).toEqual([]);
    const faults = (out: string) =>
      rowsOf(join(folder, out, "数据", "问题编号.csv"))
        // The second copy of a list that was sent twice is replaced by the same corrected copy.
        .filter((r) => r["代码"] !== "R301")
        .map((r) => [r["编号"], r["代码"], r["原文件"], r["原工作表"], r["行"], r["列"], r["内容"]].join(" | "))
        .sort();
    expect(faults("后")).toEqual(faults("前"));
  });

  it("alone, under another name and without its original", async () => {
    const folder = working(ONE_FAULT);
    await relief(["check", "名单", "--quiet"], folder);
    cpSync(join(folder, "检查", "退回修改", "重残无业.xlsx"), join(folder, "名单", "发回.xlsx"));
    rmSync(join(folder, "名单", "重残无业.csv"));
    await mend(join(folder, "名单", "发回.xlsx"), "名单", { B2: ID });
    const said = await relief(["compute", "名单", "-o", "out"], folder);
    expect([said.code, said.err]).toEqual([0, ""]);
    const rows = rowsOf(join(folder, "out", "数据", "补助明细.csv"));
    expect(rows.map((r) => [r["项目"], r["姓名"], r["结果"], r["来源"]])).toEqual([
      ["特殊对象节日补助", "李国芳", "发放", "发回.xlsx!名单!2"],
    ]);
  });
});

/** Each decision by programme and person, with what decides it. */
function decisions(out: string): ReadonlyMap<string, string> {
  const rows = rowsOf(join(out, "数据", "补助明细.csv"));
  return new Map(
    rows.map((r) => [
      [r["项目"], r["姓名"], r["身份证号"], r["账号"]].slice(0, 2).join(" "),
      [r["结果"], r["金额"], r["原因代码"]].join(" "),
    ]),
  );
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name}: ${before.get(name)} → ${after.get(name)}`)
    .sort();
}

describe("what it writes", () => {
  it("is passed over where it lies among the lists", async () => {
    const folder = working(ONE_FAULT);
    await relief(["check", "名单", "-o", "名单/检查", "--quiet"], folder);
    const { out } = await relief(["check", "名单", "-o", "名单/检查", "--json"], folder);
    const { problems, lists } = JSON.parse(out) as { problems: { code: string; file: string }[]; lists: unknown[] };
    expect(problems.filter((p) => p.code === "R201").map((p) => p.file)).toEqual(["检查"]);
    expect(lists).toHaveLength(1);
  });

  it("has the same bytes each time, wherever the lists lie", async () => {
    const bytes = async (lists: string) => {
      const folder = emptyFolder();
      await relief(["check", lists, "--quiet"], folder);
      const out = join(folder, "检查");
      return Object.fromEntries(filesIn(out).map((name) => [name, readFileSync(join(out, name)).toString("base64")]));
    };
    expect(await bytes(copyOfLists())).toEqual(await bytes(LISTS));
  });
});
