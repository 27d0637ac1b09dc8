/**
 * Carries an outcome out: all files or none. They are written beside the output folder, flushed, read back and compared
 * by hash, and only then put in place (swap.ts). Nothing here looks at a clock, a locale or a time zone.
 */
import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import type { Outcome } from "../model/outcome.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { codeOf, type Disk } from "./disk.ts";
import { invariant } from "./invariant.ts";
import { tellKept } from "./kept.ts";
import { manifestBytes, type Release, type WrittenFile } from "./manifest.ts";
import { FILES, type OutputPlan, planOutput } from "./plan.ts";
import { earlierFolder, isOurs, recover, startWriting, swapIn, UNFINISHED_MARK, writingFolder } from "./swap.ts";

/** Where an outcome goes. */
export interface Target {
  readonly folder: string;
  /** The folder as somebody typed it, for messages. */
  readonly shown: string;
  readonly disk: Disk;
}

/** What was written. */
export interface Written {
  /** The manifest among them. */
  readonly files: readonly WrittenFile[];
  /** Something to know: an earlier output in which somebody had worked was kept. */
  readonly problems: readonly Problem[];
}

/**
 * Writes everything below the target's folder, in the place of an earlier output.
 * @returns problems where nothing was written and the earlier output is whole: W101, W102.
 */
export async function writeOutcome(outcome: Outcome, target: Target, release: Release): Promise<Result<Written>> {
  invariant(outcome.refused.length === 0, "nothing is written while a table could not be read");
  invariant(
    outcome.laws.every((law) => law.holds),
    "nothing is written while a law is broken",
  );
  const { disk } = target;
  const shown = target.shown.replace(/(?<=.)[\\/]+$/, "");
  let out = resolve(target.folder);
  try {
    out = await wholePath(out, disk);
    const before = await recover(out, disk);
    const refusals = await refuse(out, shown, disk);
    if (refusals.length > 0) return { ok: false, problems: refusals };
    const files = await writeAll(outcome, out, release, disk);
    const kept = await swapIn(out, disk);
    return { ok: true, value: { files, problems: [before.kept, kept].flatMap((k) => (k ? [tellKept(k)] : [])) } };
  } catch (error) {
    const beside = await earlierIsBeside(out, disk);
    // What was written goes away; where even that fails, the next command does it.
    if (!beside) await recover(out, disk).catch(() => undefined);
    const told = cannotWrite(error, shown, beside ? earlierFolder(shown) : "");
    if (told === null) throw error;
    return { ok: false, problems: [told] };
  }
}

/** The earlier output was moved aside and could not be moved back: the next command goes on from there. */
async function earlierIsBeside(out: string, disk: Disk): Promise<boolean> {
  const looked = Promise.all([disk.kindOf(out), disk.kindOf(earlierFolder(out))]);
  return await looked.then(
    ([at, beside]) => at === "missing" && beside === "folder",
    () => false,
  );
}

/** The folder without links, so that a rename moves the folder itself. */
async function wholePath(path: string, disk: Disk): Promise<string> {
  return (await disk.kindOf(path)) === "missing" ? path : await disk.realPath(path);
}

/** W101: `out` or one of the names beside it that a swap needs is taken by something that is not ours to replace. */
async function refuse(out: string, shown: string, disk: Disk): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const earlier = earlierFolder(out);
  for (const path of [out, earlier, writingFolder(out)]) {
    const kind = await disk.kindOf(path);
    const ours = kind === "folder" && (await isOurs(path, disk));
    // What a swap left under this name is gone by now: this one somebody put aside.
    if (kind === "missing" || (ours && path !== earlier)) continue;
    const [what, whatEn] = ours ? TAKEN.copy : TAKEN[kind];
    const place = shown + path.slice(out.length);
    problems.push(problem("W101", fileOnly(place), { path: place, what, whatEn }));
  }
  return problems;
}

const TAKEN = {
  folder: ["里已有别的文件，不是以前的计算结果", "holds other files and is no earlier output"],
  other: ["是一个文件，不是以前的计算结果", "is a file and no earlier output"],
  copy: ["是另外存下的一份结果", "is an output that somebody put aside"],
} as const;

async function writeAll(outcome: Outcome, out: string, release: Release, disk: Disk): Promise<readonly WrittenFile[]> {
  await disk.makeFolders(dirname(out));
  const writing = await startWriting(out, disk);
  const plan = planOutput(outcome);
  const files = await writePlan(plan, writing, disk);
  const manifest = manifestBytes(outcome, plan, files, release);
  const all = [...files, await writeFileIn(writing, FILES.manifest, [manifest], disk)];
  await readBack(writing, plan, all, disk);
  return all;
}

/** One file at a time, so that no two workbooks are in memory together. */
async function writePlan(plan: OutputPlan, writing: string, disk: Disk): Promise<readonly WrittenFile[]> {
  const files: WrittenFile[] = [];
  for (const file of plan.files) files.push(await writeFileIn(writing, file.path, await file.make(), disk));
  return files;
}

async function writeFileIn(writing: string, path: string, pieces: Iterable<Buffer>, disk: Disk): Promise<WrittenFile> {
  const full = join(writing, path);
  await disk.makeFolders(dirname(full));
  const hash = createHash("sha256");
  let bytes = 0;
  await disk.write(full, noted());
  return { path, sha256: hash.digest("hex"), bytes };

  /** The pieces on their way to the disk. */
  function* noted(): Iterable<Buffer> {
    for (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
}

/** What stands on the disk is what was made; payment files add up once more, from these bytes. */
async function readBack(writing: string, plan: OutputPlan, files: readonly WrittenFile[], disk: Disk): Promise<void> {
  const checks = new Map(plan.files.map((file) => [file.path, file.check]));
  const folders = new Set<string>();
  const known = new Set([UNFINISHED_MARK, ...files.map((file) => file.path)]);
  for (const { path, sha256 } of files) {
    const full = join(writing, path);
    invariant((await disk.hash(full)) === sha256, `${path} is on the disk as it was made`);
    const check = checks.get(path);
    if (check) check(await disk.read(full));
    folders.add(dirname(path));
    folders.add(dirname(dirname(path)));
  }
  const strangers = (await disk.filesBelow(writing)).filter((path) => !known.has(path));
  invariant(strangers.length === 0, `no other run writes into ${basename(writing)} at the same time`);
  for (const folder of folders) await disk.flush(join(writing, folder));
}

/** System's errors → what happened and what to do. */
const WHY: Readonly<Record<string, readonly [why: string, whyEn: string, todo: string, todoEn: string]>> = {
  ENOSPC: ["磁盘满了", "the disk is full", "腾出空间后重新运行", "make room and run again"],
  EDQUOT: ["磁盘配额用完了", "the disk quota is used up", "腾出空间后重新运行", "make room and run again"],
  EACCES: [
    "没有权限",
    "permission is missing",
    "换一个有权限的文件夹（-o）",
    "name a folder that you may write to (-o)",
  ],
  EROFS: [
    "磁盘是只读的",
    "the disk is read-only",
    "换一个能写的文件夹（-o）",
    "name a folder that can be written to (-o)",
  ],
  EBUSY: [
    "里面有文件正在 Excel 或 WPS 里打开着",
    "a file in it is open in Excel or WPS",
    "关闭打开的文件后重新运行",
    "close it and run again",
  ],
  ENAMETOOLONG: [
    "路径太长",
    "the path is too long",
    "换一个短一些的文件夹（-o）",
    "name a folder with a shorter path (-o)",
  ],
  EIO: ["磁盘读写出错", "the disk fails", "换一个磁盘（-o）", "name a folder on another disk (-o)"],
  EEXIST: [
    "另一次计算正在写同一个文件夹",
    "another run is writing to the same folder",
    "等它结束后重新运行",
    "wait for it and run again",
  ],
  ENOTDIR: ["路径里有一段是文件", "a part of the path is a file", "换一个文件夹（-o）", "name another folder (-o)"],
};

/** Other names that the system has for them. */
const SAME: Readonly<Record<string, string>> = {
  // Windows answers EPERM where a file of the folder is open elsewhere; on other systems it is a matter of permission.
  EPERM: process.platform === "win32" ? "EBUSY" : "EACCES",
  ENOTEMPTY: "EBUSY",
  ETXTBSY: "EBUSY",
  // What this run has written is gone: another one took it for the rest of a run that died.
  ENOENT: "EEXIST",
};

function cannotWrite(error: unknown, shown: string, beside: string): Problem | null {
  const code = codeOf(error);
  const [why, whyEn, todo, todoEn] = WHY[SAME[code] ?? code] ?? [];
  if (why === undefined || whyEn === undefined || todo === undefined || todoEn === undefined) return null;
  return problem("W102", fileOnly(shown), { path: shown, beside, why, whyEn, todo, todoEn });
}
