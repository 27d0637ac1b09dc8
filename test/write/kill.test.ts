/**
 * The whole program, killed with kill -9 at various moments of its writing: the moments are counted from the appearance
 * of out.写入中, so that a slow machine is killed in the same places. Whatever moment it is, nothing may be lost or mixed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { builtRelief } from "../built.ts";
import { emptyFolder, FIXTURES, filesIn, relief } from "../fixtures/relief.ts";

const LISTS = join(FIXTURES, "problems", "D109-size-disagrees", "名单");
/** Milliseconds after the first sign of writing; null: when all is done. */
const MOMENTS = [0, 3, 10, 25, 50, 80, 120, 170, 230, 300, 400, null];

/** Every file of an output with its bytes; the mark of an unfinished swap does not count. */
function seen(folder: string): string {
  const files = filesIn(folder).filter((path) => path !== ".relief-写入中");
  return JSON.stringify(files.map((path) => [path, readFileSync(join(folder, path)).toString("base64")]));
}

function start(folder: string, ...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [builtRelief(), "compute", "名单", "-o", "out", ...words], {
    cwd: folder,
    stdio: "ignore",
  });
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));

/** Kills a run some milliseconds after it has begun to write. */
async function killed(folder: string, after: number | null): Promise<void> {
  const child = start(folder);
  const end = ended(child);
  while (!existsSync(join(folder, "out.写入中")) && child.exitCode === null) await pause(1);
  if (after !== null) {
    await pause(after);
    child.kill("SIGKILL");
  }
  await end;
}

it("killed at any moment, the earlier output or the new one is whole, and the next command puts it right", async () => {
  const folder = emptyFolder();
  cpSync(LISTS, join(folder, "名单"), { recursive: true });
  const earlierCode = await ended(start(folder, "--without", "重残无业,特困供养"));
  expect(earlierCode).toBe(0);
  const earlier = seen(join(folder, "out"));
  cpSync(join(folder, "out"), join(folder, "kept"), { recursive: true });
  expect(await ended(start(folder))).toBe(0);
  const fresh = seen(join(folder, "out"));
  expect(fresh).not.toBe(earlier);

  const ends = new Set<string>();
  for (const moment of MOMENTS) {
    for (const name of readdirSync(folder)) if (name.startsWith("out")) rmSync(join(folder, name), { recursive: true });
    cpSync(join(folder, "kept"), join(folder, "out"), { recursive: true });
    await killed(folder, moment);
    const at = ["out", "out.上次"].map((name) => (existsSync(join(folder, name)) ? seen(join(folder, name)) : ""));
    expect(at[0] === earlier || at[0] === fresh || (at[0] === "" && at[1] === earlier), `after ${moment} ms`).toBe(
      true,
    );
    const verified = await relief(["verify", "out"], folder);
    expect(verified.out, `after ${moment} ms`).toContain("核对无误");
    expect(readdirSync(folder).sort()).toEqual(["kept", "out", "名单"].sort());
    const now = seen(join(folder, "out"));
    expect([earlier, fresh]).toContain(now);
    ends.add(now === fresh ? "fresh" : "earlier");
  }
  // The first moment leaves the earlier output, the last one the new one.
  expect([...ends].sort()).toEqual(["earlier", "fresh"]);
});
