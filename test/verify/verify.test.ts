import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { verify } from "../../src/verify/verify.ts";
import { DISK } from "../../src/write/disk.ts";
import { writeOutcome } from "../../src/write/write.ts";
import { RELEASE, season } from "../write/outcome.ts";

const sha256Of = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

let out: string;

beforeEach(async () => {
  out = join(await mkdtemp(join(tmpdir(), "relief-verify-")), "out");
  await writeOutcome(season(), { folder: out, shown: "out", disk: DISK }, RELEASE);
});

afterEach(async () => {
  await rm(join(out, ".."), { recursive: true, force: true });
});

const found = async () => (await verify(out)).map((f) => `${f.what}: ${f.expected} → ${f.found}`);

/** Changes a file; with `hash` its hash in the manifest too, as somebody would who knows how an output is made. */
async function change(path: string, from: string, to: string, hash: boolean): Promise<void> {
  const before = await readFile(join(out, path), "utf8");
  expect(before).toContain(from);
  const after = before.replace(from, to);
  await writeFile(join(out, path), after);
  if (!hash) return;
  const manifest = await readFile(join(out, "清单.json"), "utf8");
  await writeFile(
    join(out, "清单.json"),
    manifest.replace(sha256Of(Buffer.from(before)), sha256Of(Buffer.from(after))),
  );
}

it("finds nothing in an output as it was written", async () => {
  expect(await found()).toEqual([]);
});

it("finds a changed byte", async () => {
  await change("数据/问题清单.csv", "警告", "提示", false);
  expect((await found())[0]).toMatch(/^数据\/问题清单.csv 的校验值/);
});

it("finds a file that was taken away, and one that was put in", async () => {
  await rm(join(out, "问题清单.xlsx"));
  await writeFile(join(out, "说明.txt"), "x");
  expect(await found()).toEqual(["问题清单.xlsx: 有这个文件 → 没有", "说明.txt: 清单里有的文件 → 清单里没有"]);
});

it("finds a changed sum in a payment file, though its hash was changed too", async () => {
  const file = "代发文件/区民政局/市、区财政(原渠道)-工商银行-2023-001.csv";
  await change(file, "700.00", "800.00", true);
  expect((await found()).join("\n")).toContain(`第4条 ${file} 各笔之和: 1700.00 → 1800.00`);
});

it("finds a changed account in a payment file, though its hash was changed too", async () => {
  const file = "代发文件/区残联/区残联年度预算-工商银行-2023-002.csv";
  await change(file, "6222020000000000002", "6222020000000000009", true);
  expect((await found()).join("\n")).toContain(`${file} 第 1 笔与代发明细`);
});

it("finds a changed sum in 补助明细, in the totals and under the payee", async () => {
  await change("数据/补助明细.csv", "发放,1000.00", "发放,1100.00", true);
  const all = (await found()).join("\n");
  expect(all).toContain("全部 发放 金额: 2600.50 → 2700.50");
  expect(all).toContain("项目 特殊对象节日补助 发放 金额: 1000.00 → 1100.00");
  expect(all).toContain("第3条 收款人 2023-001 6222020000000000001 张小三: 1 次 1100.00 → 1 次 1000.00");
  expect(all).toContain("第3条 资金来源 市、区财政(原渠道) 金额");
});

it("finds a visit that stands on no signature sheet", async () => {
  await change("数据/补助明细.csv", "不予发放,0.00", "发放,500.00", true);
  expect((await found()).join("\n")).toContain("第3条 资金来源 民政节日帮困慰问经费 人次: 2 → 1");
});

it("finds somebody who is granted a programme twice", async () => {
  const path = "数据/补助明细.csv";
  const row = (await readFile(join(out, path), "utf8")).split("\r\n")[1] ?? "";
  await change(path, row, `${row}\r\n${row}`, true);
  expect((await found()).join("\n")).toContain("第5条 特殊对象节日补助 张小三");
});

it("finds rows that are neither entries nor skipped nor rejected", async () => {
  await change("清单.json", '"read": 5', '"read": 6', false);
  expect((await found()).join("\n")).toContain("第1条 民政低保.xlsx › 低保 的行数: 6 → 5");
});

it("says that a folder without a manifest of relief is none", async () => {
  await rm(join(out, "清单.json"));
  expect(await found()).toEqual(["清单.json: relief compute 写的清单 → 没有，或不是 relief 写的"]);
});

it("finds a batch whose number carries another edition", async () => {
  const manifest = await readFile(join(out, "清单.json"), "utf8");
  await writeFile(join(out, "清单.json"), manifest.replace('"edition": "2023"', '"edition": "2022"'));
  expect(await found()).toContain("批次 2023-001 的规则版本: 2022 → 2023");
});
