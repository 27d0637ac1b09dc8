/**
 * Carries an outcome out: all files or none. They are written beside the output folder, flushed, read back and compared
 * by hash, and only then put in place (swap.ts). Nothing here looks at a clock, a locale or a time zone. What `compute`
 * writes and what `check` writes go the same way; neither takes the other's place.
 */
import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import type { Outcome } from "../model/outcome.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { cannotWrite, fileInTheWay } from "./cannot-write.ts";
import { type CheckFiles, planCheck } from "./check-plan.ts";
import type { Disk } from "./disk.ts";
import { invariant } from "./invariant.ts";
import { tellKept } from "./kept.ts";
import { checkManifestBytes, MADE_BY, type MadeBy, manifestBytes, type Release, type WrittenFile } from "./manifest.ts";
import { FILES, type OutputFile, planOutput } from "./plan.ts";
import {
  earlierFolder,
  isOurs,
  makerOf,
  recover,
  startWriting,
  swapIn,
  UNFINISHED_MARK,
  writingFolder,
} from "./swap.ts";

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
  const plan = planOutput(outcome);
  return writeFolder(target, {
    madeBy: MADE_BY.compute,
    files: plan.files,
    manifest: (files) => manifestBytes(outcome, plan, files, release),
  });
}

/** Writes what `check` found below the target's folder, in the place of an earlier check's; problems as above. */
export async function writeCheck(
  outcome: Outcome,
  found: CheckFiles,
  target: Target,
  release: Release,
): Promise<Result<Written>> {
  return writeFolder(target, {
    madeBy: MADE_BY.check,
    files: planCheck(outcome, found),
    manifest: (files) => checkManifestBytes(outcome, files, release),
  });
}

/** What is to stand in a folder. */
interface FolderPlan {
  readonly madeBy: MadeBy;
  readonly files: readonly OutputFile[];
  /** The manifest's bytes, from what was written. */
  readonly manifest: (files: readonly WrittenFile[]) => Buffer;
}

async function writeFolder(target: Target, plan: FolderPlan): Promise<Result<Written>> {
  const { disk } = target;
  const shown = target.shown.replace(/(?<=.)[\\/]+$/, "");
  let out = resolve(target.folder);
  try {
    out = await wholePath(out, disk);
    const before = await recover(out, disk);
    const refusals = await refuse(out, shown, plan.madeBy, disk);
    if (refusals.length > 0) return { ok: false, problems: refusals };
    const files = await writeAll(plan, out, disk);
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
async function refuse(out: string, shown: string, madeBy: MadeBy, disk: Disk): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const earlier = earlierFolder(out);
  for (const path of [out, earlier, writingFolder(out)]) {
    const kind = await disk.kindOf(path);
    const ours = kind === "folder" && (await isOurs(path, disk));
    const maker = path === out && ours ? await makerOf(path, disk) : null;
    const isAnothers = maker !== null && maker !== madeBy;
    // What a swap left under the earlier one's name is gone by now: this one somebody put aside.
    if (kind === "missing" || (ours && path !== earlier && !isAnothers)) continue;
    const [what, whatEn] = isAnothers ? takenBy(maker) : ours ? TAKEN.copy : TAKEN[kind];
    const place = shown + path.slice(out.length);
    problems.push(problem("W101", fileOnly(place), { path: place, what, whatEn }));
  }
  return problems;
}

const TAKEN = {
  folder: ["里已有别的文件，不是以前的结果", "holds other files and is no earlier output"],
  other: ["是一个文件，不是以前的结果", "is a file and no earlier output"],
  copy: ["是另外存下的一份结果", "is an output that somebody put aside"],
} as const;

function takenBy(maker: MadeBy): readonly [what: string, whatEn: string] {
  return [`里是 ${maker} 的结果`, `holds what ${maker} wrote`];
}

async function writeAll(plan: FolderPlan, out: string, disk: Disk): Promise<readonly WrittenFile[]> {
  await lookForFileInTheWay(out, disk);
  await disk.makeFolders(dirname(out));
  const writing = await startWriting(out, disk);
  const files = await writePlan(plan.files, writing, disk);
  const all = [...files, await writeFileIn(writing, FILES.manifest, [plan.manifest(files)], disk)];
  await readBack(writing, plan.files, all, disk);
  return all;
}

async function lookForFileInTheWay(out: string, disk: Disk): Promise<void> {
  for (let path = dirname(out); ; path = dirname(path)) {
    const kind = await disk.kindOf(path);
    if (kind === "folder" || path === dirname(path)) return;
    if (kind === "other") throw fileInTheWay();
  }
}

/** One file at a time, so that no two workbooks are in memory together. */
async function writePlan(plan: readonly OutputFile[], writing: string, disk: Disk): Promise<readonly WrittenFile[]> {
  const files: WrittenFile[] = [];
  for (const file of plan) files.push(await writeFileIn(writing, file.path, await file.make(), disk));
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
async function readBack(
  writing: string,
  plan: readonly OutputFile[],
  files: readonly WrittenFile[],
  disk: Disk,
): Promise<void> {
  const checks = new Map(plan.map((file) => [file.path, file.check]));
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
