/**
 * Carries an outcome out: all files or none. They are written beside the output folder, flushed, read back and compared
 * by hash, and only then put in place (swap.ts). Nothing here looks at a clock, a locale or a time zone.
 */
import { mkdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Outcome } from "../model/outcome.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { invariant } from "./invariant.ts";
import { manifestBytes, type Release, type WrittenFile } from "./manifest.ts";
import { FILES, type OutputPlan, planOutput } from "./plan.ts";
import {
  codeOf,
  earlierFolder,
  filesBelow,
  flushFolder,
  isOurs,
  type Kept,
  kindOf,
  recover,
  sha256Of,
  startWriting,
  swapIn,
  UNFINISHED_MARK,
  writeWhole,
  writingFolder,
} from "./swap.ts";

/** What was written. */
export interface Written {
  /** The manifest among them. */
  readonly files: readonly WrittenFile[];
  /** Something to know: an earlier output in which somebody had worked was kept. */
  readonly problems: readonly Problem[];
}

/**
 * Writes everything below `folder`, in the place of an earlier output.
 * @returns problems where nothing was written and the earlier output is whole: W101, W102.
 */
export async function writeOutcome(outcome: Outcome, folder: string, release: Release): Promise<Result<Written>> {
  invariant(outcome.refused.length === 0, "nothing is written while a table could not be read");
  invariant(
    outcome.laws.every((law) => law.holds),
    "nothing is written while a law is broken",
  );
  const shown = folder;
  try {
    const out = await wholePath(folder);
    await recover(out);
    const refusals = await refuse(out, shown);
    if (refusals.length > 0) return { ok: false, problems: refusals };
    const files = await writeAll(outcome, out, release);
    const kept = await swapIn(out);
    return { ok: true, value: { files, problems: kept ? [tellKept(kept)] : [] } };
  } catch (error) {
    const told = cannotWrite(error, shown);
    if (told === null) throw error;
    return { ok: false, problems: [told] };
  }
}

/** The folder without links, so that a rename moves the folder itself. */
async function wholePath(folder: string): Promise<string> {
  const path = resolve(folder);
  return (await kindOf(path)) === "missing" ? path : await realpath(path);
}

/** W101: `out` or one of the names beside it that a swap needs is taken by something that is not ours. */
async function refuse(out: string, shown: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const path of [out, earlierFolder(out), writingFolder(out)]) {
    const kind = await kindOf(path);
    if (kind === "missing" || (await isOurs(path))) continue;
    const what = kind === "folder" ? ["里已有别的文件", "holds other files"] : ["是一个文件", "is a file"];
    const place = shown + path.slice(out.length);
    problems.push(problem("W101", fileOnly(place), { path: place, what: what[0] ?? "", whatEn: what[1] ?? "" }));
  }
  return problems;
}

/** W103: somebody's work in the earlier output was not thrown away. */
function tellKept({ folder, files }: Kept): Problem {
  const path = basename(folder);
  const some = files.slice(0, 5).join("、") + (files.length > 5 ? ` 等 ${files.length} 个` : "");
  return problem("W103", fileOnly(path), { path, files: some });
}

async function writeAll(outcome: Outcome, out: string, release: Release): Promise<readonly WrittenFile[]> {
  await mkdir(dirname(out), { recursive: true, mode: 0o700 });
  const writing = await startWriting(out);
  try {
    const plan = planOutput(outcome);
    const files = await writePlan(plan, writing);
    const manifest = manifestBytes(outcome, plan, files, release);
    const all = [...files, await writeFileIn(writing, FILES.manifest, manifest)];
    await readBack(writing, plan, all);
    return all;
  } catch (error) {
    await recover(out).catch(() => "nothing");
    throw error;
  }
}

/** One file at a time, so that no two workbooks are in memory together. */
async function writePlan(plan: OutputPlan, writing: string): Promise<readonly WrittenFile[]> {
  const files: WrittenFile[] = [];
  for (const file of plan.files) files.push(await writeFileIn(writing, file.path, await file.make()));
  return files;
}

async function writeFileIn(writing: string, path: string, bytes: Buffer): Promise<WrittenFile> {
  const full = join(writing, path);
  await mkdir(dirname(full), { recursive: true, mode: 0o700 });
  await writeWhole(full, bytes);
  return { path, sha256: sha256Of(bytes), bytes: bytes.length };
}

/** What stands on the disk is what was made; payment files add up once more, from these bytes. */
async function readBack(writing: string, plan: OutputPlan, files: readonly WrittenFile[]): Promise<void> {
  const checks = new Map(plan.files.map((file) => [file.path, file.check]));
  const folders = new Set<string>();
  const known = new Set([UNFINISHED_MARK, ...files.map((file) => file.path)]);
  for (const { path, sha256 } of files) {
    const bytes = await readFile(join(writing, path));
    invariant(sha256Of(bytes) === sha256, `${path} is on the disk as it was made`);
    checks.get(path)?.(bytes);
    folders.add(dirname(path));
    folders.add(dirname(dirname(path)));
  }
  const strangers = (await filesBelow(writing)).filter((path) => !known.has(path));
  invariant(strangers.length === 0, `no other run writes into ${basename(writing)} at the same time`);
  for (const folder of folders) await flushFolder(join(writing, folder));
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
  ENOTDIR: ["路径里有一段是文件", "a part of the path is a file", "换一个文件夹（-o）", "name another folder (-o)"],
};

function cannotWrite(error: unknown, shown: string): Problem | null {
  // Windows answers EPERM where a file of the folder is open elsewhere; on other systems it is a matter of permission.
  const code = codeOf(error);
  const known = code === "EPERM" ? (process.platform === "win32" ? "EBUSY" : "EACCES") : code;
  const [why, whyEn, todo, todoEn] = WHY[known === "ENOTEMPTY" || known === "EEXIST" ? "EBUSY" : known] ?? [];
  if (why === undefined || whyEn === undefined || todo === undefined || todoEn === undefined) return null;
  return problem("W102", fileOnly(shown), { path: shown, why, whyEn, todo, todoEn });
}
