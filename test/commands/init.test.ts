/** `relief init`: a folder in which a campaign can begin at once; nothing that is there is touched. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, filesIn, relief, rowsOf } from "../fixtures/relief.ts";
import { account, idOf } from "../say.ts";

const LIST = `姓名,身份证号,开户银行,账号\n张三,${idOf("19600101")},上海银行,${account(1)}\n`;

describe("relief init", () => {
  it("writes relief.yaml, blank lists and a folder for the lists that come; what is put there is computed", async () => {
    const here = emptyFolder();
    const said = await relief(["init", "2023春节"], here);
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(said.out).toContain("写好 2023春节/relief.yaml");
    const folder = join(here, "2023春节");
    expect(filesIn(folder)).toContain("relief.yaml");
    expect(filesIn(join(folder, "模板"))).toHaveLength(28);
    writeFileSync(join(folder, "名单", "重残无业.csv"), LIST);
    expect(await relief(["compute", "名单", "--quiet"], folder)).toMatchObject({ code: 0, err: "" });
    expect(rowsOf(join(folder, "out", "数据", "补助明细.csv")).map((row) => row["结果"])).toEqual(["发放"]);
  }, 30_000);

  it("begins in the working folder where none is named, and keeps to the named edition", async () => {
    const here = emptyFolder();
    mkdirSync(join(here, "规则"));
    const edition = readFileSync(new URL("../../fixtures/editions/A-shanghai.yaml", import.meta.url), "utf8");
    writeFileSync(join(here, "规则", "我的.yaml"), edition);
    expect(await relief(["init", "活动", "-r", "规则/我的.yaml", "--json"], here)).toMatchObject({ code: 0, err: "" });
    // As Notepad has it: with a mark, and both ends of lines.
    const settings = (text: string) => text.split("\r\n").filter((line) => /^[^#\ufeff]/.test(line));
    expect(settings(readFileSync(join(here, "活动", "relief.yaml"), "utf8"))).toEqual(['规则: "../规则/我的.yaml"']);
    expect((await relief(["init"], here)).code).toBe(0);
    expect(settings(readFileSync(join(here, "relief.yaml"), "utf8"))).toEqual(["规则: 2023"]);
  }, 30_000);

  it("refuses where there is a relief.yaml, and writes nothing", async () => {
    const here = emptyFolder();
    writeFileSync(join(here, "relief.yaml"), "街镇: 新华路街道\n");
    const said = await relief(["init"], here);
    expect([said.code, said.err.split("\n")[0]]).toEqual([2, "错误 C113  relief.yaml"]);
    expect(filesIn(here)).toEqual(["relief.yaml"]);
    expect(existsSync(join(here, "名单"))).toBe(false);
  });

  it("leaves a blank list alone that is there already, and says so", async () => {
    const here = emptyFolder();
    mkdirSync(join(here, "模板"));
    writeFileSync(join(here, "模板", "民政-重残无业.xlsx"), "somebody filled it in");
    const said = await relief(["init"], here);
    expect(said.out).toContain("已有，没有动：模板/民政-重残无业.xlsx");
    expect(readFileSync(join(here, "模板", "民政-重残无业.xlsx"), "utf8")).toBe("somebody filled it in");
  }, 30_000);
});
