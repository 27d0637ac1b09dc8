/** Two editions never mix in one campaign: where they could meet, the run is refused, or says which one speaks. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyFolder, filesIn, relief, rowsOf, seenIn } from "../fixtures/relief.ts";
import { account, idOf } from "../say.ts";

const LI = idOf("19600102");
const LIST = `姓名,身份证号,开户银行,账号\n张三,${idOf("19600101")},上海银行,${account(1)}\n李四,${LI},上海银行,${account(2)}\n`;

/** A campaign under edition 2022, in which 李四 is held. */
function campaign(): string {
  const folder = emptyFolder();
  for (const name of ["名单", "比对"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "名单", "重残无业.csv"), LIST);
  writeFileSync(join(folder, "比对", "死亡.csv"), `姓名,身份证号\n李四,${LI}\n`);
  say(folder, "2022");
  return folder;
}

/** What relief.yaml says. */
function say(folder: string, edition: string): void {
  const checks = "比对名单:\n  - { 名称: 死亡, 文件: 比对/死亡.csv, 命中: 暂缓 }\n";
  writeFileSync(join(folder, "relief.yaml"), `规则: ${edition}\n${checks}`);
}

const COMPUTE = ["compute", "名单", "--quiet"];
const decided = (folder: string, out: string) =>
  rowsOf(join(folder, out, "数据", "补助明细.csv")).map((row) => `${row["姓名"]} ${row["结果"]}`);

/** 核实结论.xlsx from the office: every row of 待核实.xlsx that asks about the check list is answered with 认可. */
async function answer(folder: string): Promise<void> {
  const { 待核实: sheet } = (await seenIn(join(folder, "out", "待核实.xlsx"))) as Record<
    string,
    { readonly cells: Record<string, readonly unknown[]> }
  >;
  const rows = new Map<string, Map<string, string>>();
  for (const [address, [value]] of Object.entries(sheet?.cells ?? {})) {
    const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    rows.set(row, (rows.get(row) ?? new Map<string, string>()).set(column, String(value)));
  }
  const columns = [..."ABCDEFGHIJKLMN"];
  const header = columns.map((column) => rows.get("1")?.get(column) ?? "");
  const lines = [...rows.values()].slice(1).map((row) => columns.map((c) => row.get(c) ?? ""));
  const verdict = header.indexOf("结论");
  const held = lines.filter((line) => line[0]?.startsWith("D113-"));
  expect(held).toHaveLength(1);
  for (const line of held) line[verdict] = "认可";
  writeFileSync(join(folder, "核实结论.xlsx"), [header, ...held].map((line) => `${line.join(",")}\n`).join(""));
}

it("-r of another edition than relief.yaml is refused for all that reads or hands out lists; the same one is not", async () => {
  const folder = campaign();
  const before = filesIn(folder);
  for (const words of [COMPUTE, ["check", "名单"], ["template"]]) {
    const said = await relief([...words, "-r", "2023"], folder);
    expect([said.code, said.err]).toEqual([2, expect.stringContaining("错误 C114  relief.yaml › 第 1 行")]);
  }
  expect(filesIn(folder)).toEqual(before);
  expect(await relief([...COMPUTE, "-r", "2022"], folder)).toMatchObject({ code: 0 });
});

it("batch numbers carry the edition, and an output is of one edition alone", async () => {
  const folder = campaign();
  await relief(COMPUTE, folder);
  const batches = () =>
    [...new Set(rowsOf(join(folder, "out", "数据", "代发明细.csv")).map((row) => row["批次"]))].join();
  expect(batches()).toBe("2022-001");
  say(folder, "2023");
  await relief(COMPUTE, folder);
  expect(batches()).toBe("2023-001");
  expect(readFileSync(join(folder, "out", "清单.json"), "utf8")).not.toContain('"2022');
  expect(await relief(["verify", "out"], folder)).toMatchObject({ code: 0 });
});

it("what was decided about people holds on in later years: it is about them, and not about an edition", async () => {
  const folder = campaign();
  await relief(COMPUTE, folder);
  expect(decided(folder, "out")).toEqual(["张三 发放", "李四 暂缓发放"]);
  await answer(folder);
  for (const edition of ["2022", "2023"]) {
    say(folder, edition);
    expect(await relief(COMPUTE, folder)).toMatchObject({ code: 0 });
    expect(decided(folder, "out")).toEqual(["张三 发放", "李四 发放"]);
  }
});

it("check --since compares no problems of another edition", async () => {
  const folder = campaign();
  await relief(["check", "名单", "--quiet"], folder);
  await relief(COMPUTE, folder);
  say(folder, "2023");
  for (const output of ["检查", "out"]) {
    const said = await relief(["check", "名单", "--since", output], folder);
    expect([said.code, said.err]).toEqual([2, expect.stringContaining("错误 C132")]);
  }
  say(folder, "2022");
  expect((await relief(["check", "名单", "--since", "检查", "--json"], folder)).out).toContain('"new":0');
});

it("explain and verify go by the edition of the output, whatever relief.yaml says by now", async () => {
  const folder = campaign();
  await relief(COMPUTE, folder);
  const explained = await relief(["explain", "out", "张三"], folder);
  expect(explained.out).toContain("原文：“");
  say(folder, "2023");
  expect(await relief(["explain", "out", "张三"], folder)).toEqual(explained);
  expect(await relief(["verify", "out"], folder)).toMatchObject({ code: 0 });
});

it("rules diff tries both editions on the lists, beside either's campaign, with what is known of the people", async () => {
  const folder = campaign();
  await relief(COMPUTE, folder);
  await answer(folder);
  const before = filesIn(folder);
  const { code, out, err } = await relief(["rules", "diff", "2022", "2023", "名单"], folder);
  expect([code, err]).toEqual([1, ""]);
  expect(out).toContain("2000.00 → 2000.00");
  expect(filesIn(folder)).toEqual(before);
});
