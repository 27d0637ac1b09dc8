/** A run with relief.yaml: what it says is done, and stands in the outputs; paths begin at its folder. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, filesIn, relief, rowsOf, seenIn } from "../fixtures/relief.ts";
import { account, idOf } from "../say.ts";

const ZHANG = idOf("19600101");
const LI = idOf("19600102");
const FILES: Readonly<Record<string, string>> = {
  "名单/登记失业.csv": `姓名,身份证号,开户银行,账号\n张三,${ZHANG},上海银行,${account(1)}\n李四,${LI},上海银行,${account(2)}\n`,
  "名单/重残无业.csv": `姓名,身份证号,开户银行,账号\n张三,${ZHANG},上海银行,${account(1)}\n`,
  "名单/补报.csv": `人,证,开户银行,卡\n王五,${idOf("19600103")},上海银行,${account(3)}\n`,
  "比对/死亡.csv": `姓名,身份证号,死亡日期\n李四,${LI},2022-12-01\n`,
  "relief.yaml": [
    "街镇: 新华路街道",
    "规则: 2023",
    "结果: 结果",
    "没有的类别: 特困供养",
    "名单:",
    "  - 文件: 名单/补报.csv",
    "    部门: 民政",
    "    类别: 五保",
    "    列: { 姓名: 人, 身份证号: 证, 账号: 卡 }",
    "比对名单:",
    "  - { 名称: 死亡, 文件: 比对/死亡.csv, 命中: 暂缓 }",
    "可否叠加:",
    "  - 项目: [登记失业人员节日补助, 特殊对象节日补助]",
    "    答复: 不重复",
    "    保留: 特殊对象节日补助",
    "    日期: 2023-01-05",
    "    来源: 区民政局电话答复",
    "本单位发放: 区民政局",
    "",
  ].join("\n"),
};

/** A folder with these files; `under` puts them into a folder of it. */
function folderWith(files: Readonly<Record<string, string | Buffer>>, under = ""): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, under, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

describe("a campaign folder", () => {
  const folder = folderWith(FILES);
  const run = relief(["compute", "."], folder);
  const out = join(folder, "结果");

  it("is computed as its file says", async () => {
    expect(await run).toMatchObject({ code: 0, err: "" });
    const decided = rowsOf(join(out, "数据", "补助明细.csv")).map((row) =>
      [row["姓名"], row["项目"], row["结果"], row["原因代码"]].join(" "),
    );
    expect(decided.sort()).toEqual([
      "张三 特殊对象节日补助 发放 G1",
      "张三 登记失业人员节日补助 不予发放 N5",
      "李四 登记失业人员节日补助 暂缓发放 D113",
      "王五 冬令御寒补助 发放 G1",
      "王五 特殊对象节日补助 发放 G1",
    ]);
  });

  it("has the hashes of all that it rests on", async () => {
    await run;
    const { inputs } = JSON.parse(readFileSync(join(out, "清单.json"), "utf8")) as {
      inputs: readonly { name: string; role: string; sha256: string }[];
    };
    expect(inputs.map(({ name, role }) => `${role} ${name}`)).toEqual([
      "campaign relief.yaml",
      "list 名单/登记失业.csv",
      "list 名单/补报.csv",
      "list 名单/重残无业.csv",
      "check-list 比对/死亡.csv",
    ]);
    expect(new Set(inputs.map((input) => input.sha256)).size).toBe(5);
  });

  it("reads no check list as a list of recipients, and says so", async () => {
    await run;
    const told = rowsOf(join(out, "数据", "问题清单.csv")).filter((row) => row["文件"] === "比对/死亡.csv");
    expect(told.map((row) => [row["代码"], row["级别"]])).toEqual([["C112", "提示"]]);
  });

  it("says in the report what it was told", async () => {
    await run;
    const report = await seenIn(join(out, "发放核对表.xlsx"));
    const cells = (sheet: string) =>
      Object.values((report[sheet] as { cells: Record<string, readonly unknown[]> }).cells).map(([value]) => value);
    expect(cells("总览")).toContain("长宁区 新华路街道    依据：长社救联办〔2022〕3号    规则版本：2023");
    expect(cells("总览")).toContain(
      "活动文件：relief.yaml    本单位发放：区民政局，其余移送    比对名单：死亡    已答复可否叠加 1 项",
    );
    expect(cells("口径确认")).toContain("不重复，保留特殊对象节日补助（2023-01-05，区民政局电话答复）");
    expect(cells("名单接收情况")).toEqual(
      expect.arrayContaining(["三、比对名单", "死亡", "暂缓", "比对/死亡.csv", "命中 1 人"]),
    );
  });

  it("verifies", async () => {
    await run;
    expect(await relief(["verify", "结果"], folder)).toMatchObject({ code: 0 });
  });
});

describe("--campaign", () => {
  it("names another file; its folder is the campaign's, lists and output are the command line's", async () => {
    const folder = folderWith(FILES, "2023春节");
    const words = ["compute", "2023春节/名单", "--campaign", "2023春节/relief.yaml", "--quiet"];
    expect(await relief(words, folder)).toMatchObject({ code: 0, err: "" });
    expect(filesIn(join(folder, "2023春节", "结果"))).toContain("清单.json");
    expect(await relief([...words, "-o", "out"], folder)).toMatchObject({ code: 0 });
    expect(filesIn(join(folder, "out"))).toContain("清单.json");
  });

  it("--without adds to what the file says; an edition that there is not is told at its line, whatever -r says", async () => {
    const yaml = "规则: 2023\n没有的类别: 特困供养\n";
    const low = `姓名,身份证号,保障人数,开户银行,账号\n张三,${ZHANG},1,上海银行,${account(1)}\n`;
    const folder = folderWith({ "relief.yaml": yaml, "低保.csv": low });
    const words = ["compute", "低保.csv", "--without", "重残无业", "-o", "out"];
    expect(await relief(words, folder)).toMatchObject({ code: 0 });
    expect(rowsOf(join(folder, "out", "数据", "补助明细.csv")).map((row) => row["结果"])).toEqual(["发放"]);
    writeFileSync(join(folder, "relief.yaml"), yaml.replace("2023", "1999"));
    for (const more of [[], ["-r", "2023"]]) {
      const refused = await relief([...words, ...more], folder);
      expect(refused.code).toBe(2);
      expect(refused.err).toContain("错误 U004  relief.yaml › 第 1 行 › 第 5 列");
    }
  });

  it("a file that Notepad saved as GB18030 or UTF-16 is read all the same", async () => {
    const gb18030 = Buffer.from("bdd6d5f23a20d0c2bbaac2b7bdd6b5c00d0a", "hex"); // 街镇: 新华路街道
    const utf16 = Buffer.from("\ufeff街镇: 新华路街道\r\n", "utf16le");
    for (const bytes of [gb18030, utf16]) {
      const folder = folderWith({ ...FILES, "relief.yaml": bytes });
      expect(await relief(["compute", "名单/重残无业.csv", "--quiet"], folder)).toMatchObject({ code: 0, err: "" });
      const report = await seenIn(join(folder, "out", "发放核对表.xlsx"));
      expect(JSON.stringify(report["总览"])).toContain("长宁区 新华路街道");
    }
  });
});

describe("relief check", () => {
  it("sees relief.yaml: whose lists, which columns, check lists, categories that have nobody", async () => {
    const folder = folderWith(FILES);
    const said = await relief(["check", "名单", "--json"], folder);
    expect(said.code).toBe(1);
    const rows = rowsOf(join(folder, "检查", "数据", "问题清单.csv"));
    expect(rows.map((row) => `${row["代码"]} ${row["文件"]}`)).toEqual([
      // 补报 is a list of the category that relief.yaml says has nobody.
      "D118 ",
      "D113 登记失业.csv",
    ]);
    const broken = folderWith({ ...FILES, "relief.yaml": "街镇: 新化路街道\n" });
    expect(await relief(["check", "名单"], broken)).toMatchObject({ code: 2 });
  });
});

describe("a corrected copy", () => {
  /** The list that only relief.yaml explains, with a number to be mended, marked by `check`. */
  async function marked(): Promise<string> {
    const wrong = (FILES["名单/补报.csv"] ?? "").replace(idOf("19600103"), `${idOf("19600103")}0`);
    const folder = folderWith({ ...FILES, "名单/补报.csv": wrong });
    expect((await relief(["check", "名单", "--quiet"], folder)).code).toBe(1);
    return folder;
  }

  it.each([
    ["beside its file", "名单", false],
    ["alone, its file taken away", "名单", true],
    ["alone, shown by a longer name than its file was", ".", true],
  ])("is read as relief.yaml says of its file: %s", async (_, lists, alone) => {
    const folder = await marked();
    const back = filesIn(join(folder, "检查", "退回修改")).find((name) => name.includes("补报")) ?? "";
    renameSync(join(folder, "检查", "退回修改", back), join(folder, "名单", "居委发回.xlsx"));
    rmSync(join(folder, "检查"), { recursive: true });
    if (alone) rmSync(join(folder, "名单", "补报.csv"));
    await relief(["compute", lists, "--quiet"], folder);
    const rows = rowsOf(join(folder, "结果", "数据", "补助明细.csv")).filter((row) => row["姓名"] === "王五");
    expect(rows.map((row) => `${row["项目"]} ${row["账号"]}`).sort()).toEqual([
      `冬令御寒补助 ${account(3)}`,
      `特殊对象节日补助 ${account(3)}`,
    ]);
    const codes = rowsOf(join(folder, "结果", "数据", "问题清单.csv")).map((row) => row["代码"]);
    expect(codes).not.toContain("C108");
  });
});

describe("a check list", () => {
  const refused = async (files: Readonly<Record<string, string | Buffer>>) => {
    const folder = folderWith({ ...FILES, ...files });
    const said = await relief(["compute", "名单"], folder);
    expect(filesIn(folder).filter((name) => name.includes("清单.json"))).toEqual([]);
    return [said.code, said.err.match(/^错误 [A-Z]\d{3}/gm)];
  };

  it.each([
    ["that is cut off", { "比对/死亡.xlsx": Buffer.from("504b0304", "hex") }, "死亡.xlsx", "R101"],
    ["that is none", { "比对/死亡.pdf": "%PDF-1.4\n%%EOF\n" }, "死亡.pdf", "R107"],
    ["without header", { "比对/死亡.csv": `李四,${LI}\n` }, "死亡.csv", "V001"],
    ["that is not there", {}, "死亡人员.csv", "C110"],
  ])("%s stops the run", async (_, files, name, code) => {
    const yaml = (FILES["relief.yaml"] ?? "").replace("比对/死亡.csv", `比对/${name}`);
    expect(await refused({ ...files, "relief.yaml": yaml })).toEqual([2, [`错误 ${code}`]]);
  });

  it("may be a folder of tables", async () => {
    const yaml = (FILES["relief.yaml"] ?? "").replace("比对/死亡.csv", "比对");
    const folder = folderWith({ ...FILES, "relief.yaml": yaml, "比对/迁出.csv": `姓名,身份证号\n张三,${ZHANG}\n` });
    expect(await relief(["compute", "名单", "--quiet"], folder)).toMatchObject({ code: 0 });
    const held = rowsOf(join(folder, "结果", "数据", "补助明细.csv")).filter((row) =>
      row["原因代码"]?.includes("D113"),
    );
    expect(new Set(held.map((row) => row["姓名"]))).toEqual(new Set(["张三", "李四"]));
  });
});
