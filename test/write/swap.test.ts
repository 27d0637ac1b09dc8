/**
 * All or nothing, at every step: a run that is killed, or meets an error of the system, leaves the earlier output whole at its
 * place or beside it; the next command finishes or undoes what was begun; nothing is ever mixed.
 */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { DISK, type Disk } from "../../src/write/disk.ts";
import { earlierFolder, recover, UNFINISHED_MARK, writingFolder } from "../../src/write/swap.ts";
import { writeOutcome } from "../../src/write/write.ts";
import { counting, Died, dyingAt, failingAt } from "./faulty-disk.ts";
import { RELEASE, season } from "./outcome.ts";

/** An output, told from another by its version: every file with its hash. */
type Snapshot = Readonly<Record<string, string>>;

async function snapshot(folder: string): Promise<Snapshot> {
  const found: Record<string, string> = {};
  for (const path of await DISK.filesBelow(folder)) found[path] = await DISK.hash(join(folder, path));
  return found;
}

let origin: string;
let home: string;
let out: string;
let earlier: Snapshot;
let fresh: Snapshot;

/** Writes the small season to `folder`; gives the codes of what is said. */
async function write(folder: string, disk: Disk, version = "0.1.0"): Promise<readonly string[]> {
  const written = await writeOutcome(season(), { folder, shown: "out", disk }, { ...RELEASE, version });
  return (written.ok ? written.value : written).problems.map((p) => p.code);
}

beforeAll(async () => {
  origin = await mkdtemp(join(tmpdir(), "relief-swap-"));
  await write(join(origin, "earlier"), DISK, "0.0.1");
  await write(join(origin, "fresh"), DISK);
  earlier = await snapshot(join(origin, "earlier"));
  fresh = await snapshot(join(origin, "fresh"));
});

afterAll(() => rm(origin, { recursive: true, force: true }));

beforeEach(async () => {
  home = join(await mkdtemp(join(tmpdir(), "relief-swap-")), "街道");
  out = join(home, "out");
  await cp(join(origin, "earlier"), out, { recursive: true });
});

afterEach(() => rm(dirname(home), { recursive: true, force: true }));

/** Which output stands at a path: a hidden mark does not count. */
async function at(folder: string): Promise<"earlier" | "fresh" | "nothing" | "mixed"> {
  if ((await DISK.kindOf(folder)) === "missing") return "nothing";
  const { [UNFINISHED_MARK]: _, ...files } = await snapshot(folder);
  const is = (other: Snapshot) => JSON.stringify(files) === JSON.stringify(other);
  return is(earlier) ? "earlier" : is(fresh) ? "fresh" : "mixed";
}

/** The steps of a whole run in the place of an earlier output, numbered from 1: a test is made of each. */
const steps: readonly string[] = await (async () => {
  const folder = await mkdtemp(join(tmpdir(), "relief-swap-"));
  const counted: string[] = [];
  await write(join(folder, "街道", "out"), DISK, "0.0.1");
  await write(join(folder, "街道", "out"), counting(counted));
  await rm(folder, { recursive: true, force: true });
  return counted;
})();
const everyStep = steps.map((step, i) => [i + 1, step] as const);
const fromTheSwapOn = everyStep.slice(steps.indexOf("rename out out.上次"));

it("a run changes the disk in this order: all is written and flushed, then two renames, then the earlier one goes", () => {
  const renames = steps.filter((step) => step.startsWith("rename"));
  expect(renames).toEqual(["rename out out.上次", "rename out.写入中 out"]);
  expect(steps.slice(0, 3)).toEqual([
    expect.stringMatching(/^makeFolders /),
    "makeFolder out.写入中",
    `write ${UNFINISHED_MARK}`,
  ]);
  const first = steps.indexOf("rename out out.上次");
  expect(steps.slice(first).filter((step) => step.startsWith("write"))).toEqual([]);
  expect(steps.slice(0, first).filter((step) => step.startsWith("remove"))).toEqual([]);
  expect(steps.at(-1)).toBe(`remove ${UNFINISHED_MARK}`);
});

/** A run that is killed at a step; from the second rename on, what fails is left to the next command. */
async function killedAt(n: number): Promise<void> {
  await write(out, dyingAt(n)).catch((error: unknown) => expect(error).toBeInstanceOf(Died));
}

describe("killed in the middle of", () => {
  it.each(everyStep)("step %i, %s", async (n) => {
    await killedAt(n);
    const [place, beside] = [await at(out), await at(earlierFolder(out))];
    expect(place === "earlier" || place === "fresh" || (place === "nothing" && beside === "earlier")).toBe(true);
    const { did, kept } = await recover(out, DISK);
    expect(kept).toBeNull();
    expect(await readdir(home)).toEqual(["out"]);
    expect(await at(out)).toBe(did === "finished" || place === "fresh" ? "fresh" : "earlier");
    expect(await DISK.names(out)).not.toContain(UNFINISHED_MARK);
    expect(await recover(out, DISK)).toEqual({ did: "nothing", kept: null });
  });

  it.each(fromTheSwapOn)("step %i, %s, and the two commands after it killed too", async (n) => {
    await killedAt(n);
    for (const again of [1, 2]) await recover(out, dyingAt(again)).catch(() => undefined);
    const found = [await at(out), await at(earlierFolder(out))];
    expect(found.includes("earlier") || found.includes("fresh")).toBe(true);
    await recover(out, DISK);
    expect(["earlier", "fresh"]).toContain(await at(out));
    expect(await readdir(home)).toEqual(["out"]);
  });
});

describe.each([
  ["a file is open elsewhere for a moment", "EBUSY", false, everyStep],
  ["the disk is full", "ENOSPC", true, everyStep],
  ["permission is missing", "EACCES", true, fromTheSwapOn],
] as const)("%s (%s) from", (_, code, stays, where) => {
  it.each(where)("step %i, %s", async (n) => {
    const said = await write(out, failingAt(n, code, stays));
    const [place, beside] = [await at(out), await at(earlierFolder(out))];
    if (said.length === 0) expect(place).toBe("fresh");
    else {
      expect(said).toEqual(["W102"]);
      expect(place === "earlier" || (place === "nothing" && beside === "earlier")).toBe(true);
      if (!stays) expect(await readdir(home)).toEqual(["out"]);
    }
    const { did } = await recover(out, DISK);
    expect(await readdir(home)).toEqual(["out"]);
    // What was refused has changed nothing, unless both renames were done by halves.
    expect(await at(out)).toBe(place === "fresh" || (place === "nothing" && did === "finished") ? "fresh" : "earlier");
  });
});

it("says where the earlier output is when it could not be moved back", async () => {
  const second = steps.indexOf("rename out.写入中 out") + 1;
  const told = await writeOutcome(
    season(),
    { folder: out, shown: "out", disk: failingAt(second, "EACCES", true) },
    RELEASE,
  );
  expect(told.ok).toBe(false);
  expect(told.ok ? "" : told.problems.map((p) => messageOf(p).zh).join()).toBe(
    "写不进 out：没有权限；以前的结果完整地留在 out.上次，下一次运行会接着放好",
  );
});

describe("a run that died, and somebody meddled", () => {
  it("is undone where the new output is not whole", async () => {
    await rename(out, earlierFolder(out));
    await cp(join(origin, "fresh"), writingFolder(out), { recursive: true });
    await rm(join(writingFolder(out), "发放核对表.xlsx"));
    expect(await recover(out, DISK)).toEqual({ did: "undone", kept: null });
    expect(await readdir(home)).toEqual(["out"]);
    expect(await at(out)).toBe("earlier");
  });

  it("does not lose what was written into the earlier output meanwhile", async () => {
    await killedAt(steps.indexOf("rename out.写入中 out") + 2);
    await writeFile(join(earlierFolder(out), "待核实.xlsx"), "filled in");
    expect(await write(out, DISK)).toEqual(["W103"]);
    expect(await readdir(home)).toEqual(["out", "out.留存"]);
    expect(await readFile(join(home, "out.留存", "待核实.xlsx"), "utf8")).toBe("filled in");
  });

  it("leaves alone an output that somebody put aside as out.上次", async () => {
    await cp(join(origin, "fresh"), earlierFolder(out), { recursive: true });
    expect(await recover(out, DISK)).toEqual({ did: "nothing", kept: null });
    expect(await write(out, DISK)).toEqual(["W101"]);
    expect([await at(out), await at(earlierFolder(out))]).toEqual(["earlier", "fresh"]);
  });
});
