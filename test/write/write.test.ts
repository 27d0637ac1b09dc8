import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DISK } from "../../src/write/disk.ts";
import { earlierFolder } from "../../src/write/swap.ts";
import { writeOutcome } from "../../src/write/write.ts";
import { RELEASE, season } from "./outcome.ts";

let home: string;
let out: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "relief-write-"));
  out = join(home, "out");
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

/** Every file below a folder with its hash: two equal ones are the same output. */
async function snapshot(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of await DISK.filesBelow(folder)) found[path] = await DISK.hash(join(folder, path));
  return found;
}

const target = (folder: string) => ({ folder, shown: "out", disk: DISK });

async function write(folder = out): Promise<readonly string[]> {
  const written = await writeOutcome(season(), target(folder), RELEASE);
  return written.ok ? written.value.problems.map((p) => p.code) : written.problems.map((p) => p.code);
}

/** An earlier output, told from the new one by its version. */
async function writeEarlier(): Promise<Record<string, string>> {
  await writeOutcome(season(), target(out), { ...RELEASE, version: "0.0.1" });
  return snapshot(out);
}

describe("an output", () => {
  it("holds the files that the design names", async () => {
    expect(await write()).toEqual([]);
    expect(await DISK.filesBelow(out)).toEqual([
      "代发文件/区残联/区残联年度预算-工商银行-2023-002.csv",
      "代发文件/区民政局/市、区财政(原渠道)-工商银行-2023-001.csv",
      "发放核对表.xlsx",
      "待核实.xlsx",
      "数据/代发明细.csv",
      "数据/补助明细.csv",
      "数据/问题清单.csv",
      "数据/问题编号.csv",
      "清单.json",
      "签领表/新春大礼包-新华路街道.xlsx",
      "签领表/街镇领导走访慰问-新华路街道.xlsx",
      "问题清单.xlsx",
    ]);
    expect(await readdir(home)).toEqual(["out"]);
  });

  it("has the same bytes in another folder and another time zone", async () => {
    const zone = process.env["TZ"];
    await write();
    process.env["TZ"] = "America/Caracas";
    try {
      await write(join(home, "另一处", "deeper"));
    } finally {
      process.env["TZ"] = zone;
    }
    expect(await snapshot(join(home, "另一处", "deeper"))).toEqual(await snapshot(out));
  });

  it("can be read by its owner alone", async () => {
    await write();
    expect((await stat(join(out, "数据", "补助明细.csv"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(out, "代发文件"))).mode & 0o777).toBe(0o700);
    expect((await stat(out)).mode & 0o777).toBe(0o700);
  });

  it("replaces an earlier output as a whole", async () => {
    const earlier = await writeEarlier();
    expect(await write()).toEqual([]);
    expect(await snapshot(out)).not.toEqual(earlier);
    expect(await readdir(home)).toEqual(["out"]);
  });

  it("keeps an earlier output in which somebody worked", async () => {
    await writeEarlier();
    await writeFile(join(out, "待核实.xlsx"), "filled in");
    expect(await write()).toEqual(["W103"]);
    expect(await readdir(home)).toEqual(["out", "out.留存"]);
    expect(await readFile(join(home, "out.留存", "待核实.xlsx"), "utf8")).toBe("filled in");
  });

  it("goes into an empty folder", async () => {
    await mkdir(out);
    expect(await write()).toEqual([]);
  });
});

describe("what is not ours is left alone", () => {
  it("a folder with other files", async () => {
    await mkdir(out);
    await writeFile(join(out, "名单.xlsx"), "x");
    expect(await write()).toEqual(["W101"]);
    expect(await readdir(home)).toEqual(["out"]);
    expect(await readdir(out)).toEqual(["名单.xlsx"]);
  });

  it("a folder with somebody else's 清单.json", async () => {
    await mkdir(out);
    await writeFile(join(out, "清单.json"), '{"files":[]}');
    expect(await write()).toEqual(["W101"]);
  });

  it("a file", async () => {
    await writeFile(out, "x");
    expect(await write()).toEqual(["W101"]);
    expect(await readFile(out, "utf8")).toBe("x");
  });

  it("a folder that bears the name of the earlier output", async () => {
    const earlier = await writeEarlier();
    await mkdir(earlierFolder(out));
    await writeFile(join(earlierFolder(out), "备份.docx"), "x");
    expect(await write()).toEqual(["W101"]);
    expect(await snapshot(out)).toEqual(earlier);
    expect(await readdir(earlierFolder(out))).toEqual(["备份.docx"]);
  });
});

it("says what to do where a folder stands in a file", async () => {
  await writeFile(join(home, "file"), "x");
  expect(await write(join(home, "file", "out"))).toEqual(["W102"]);
});

it.skipIf(process.getuid?.() === 0)("says what to do where permission is missing", async () => {
  await chmod(home, 0o500);
  expect(await write()).toEqual(["W102"]);
  await chmod(home, 0o700);
});

it("writes nothing while a law is broken", async () => {
  const broken = { ...season(), laws: [{ law: 3, what: "金额", left: "1.00", right: "2.00", holds: false }] };
  await expect(writeOutcome(broken, target(out), RELEASE)).rejects.toThrow("law");
  expect(await readdir(home)).toEqual([]);
});

it("leaves nothing behind where a payment file does not add up", async () => {
  const whole = season();
  const [first, ...rest] = whole.disbursement.batches;
  if (first === undefined) throw new Error("there is a batch");
  const wrong = { ...first, total: (first.total + 1) as typeof first.total };
  const outcome = { ...whole, disbursement: { ...whole.disbursement, batches: [wrong, ...rest] } };
  const earlier = await writeEarlier();
  await expect(writeOutcome(outcome, target(out), RELEASE)).rejects.toThrow("2023-001");
  expect(await snapshot(out)).toEqual(earlier);
  expect(await readdir(home)).toEqual(["out"]);
});
