/**
 * Putting a finished folder in the place of an earlier one. Three names are used, and the states that a run which dies
 * can leave behind are told apart by them and by a mark, which stands in the new folder from its first moment until the
 * earlier one is gone:
 *
 *   out          out.写入中     out.上次   what it means                     `recover`
 *   old          any, marked    –          died while writing                 throws 写入中 away
 *   –            whole, marked  old        died between the two renames       finishes: 写入中 becomes out
 *   –            not whole      old        (somebody meddled)                 undoes: 上次 becomes out again
 *   new, marked  –              old        died before taking the old away    takes 上次 away, then the mark
 *
 * A folder that bears one of these names and is not ours is never touched; nor is an output that somebody copied to
 * out.上次 beside an unmarked one.
 */
import { dirname, join, resolve } from "node:path";
import { codeOf, type Disk } from "./disk.ts";
import { MADE_BY, type MadeBy } from "./manifest.ts";

const MANIFEST = "清单.json";
/** Stands in a new output from its first moment until the earlier one is gone. */
export const UNFINISHED_MARK = ".relief-写入中";

/** The folder in which a run writes. */
export function writingFolder(out: string): string {
  return `${out}.写入中`;
}

/** The earlier output while the new one is put in place. */
export function earlierFolder(out: string): string {
  return `${out}.上次`;
}

/** What was found and done about an unfinished swap. */
export interface Recovery {
  readonly did: "nothing" | "finished" | "undone";
  readonly kept: Kept | null;
}

/** Finishes or undoes what a run that died has left beside the output folder. Every command calls it first. */
export async function recover(folder: string, disk: Disk): Promise<Recovery> {
  const out = resolve(folder);
  const writing = writingFolder(out);
  const earlier = earlierFolder(out);
  if ((await disk.kindOf(out)) === "missing" && (await isOurs(earlier, disk))) {
    if ((await isOurs(writing, disk)) && (await isWhole(writing, disk))) {
      await disk.rename(writing, out);
      return { did: "finished", kept: await cleanUp(out, disk) };
    }
    await disk.rename(earlier, out);
    await removeOurs(writing, disk);
    return { did: "undone", kept: null };
  }
  const isNew = (await isOurs(out, disk)) && (await isMarked(out, disk));
  const kept = isNew ? await cleanUp(out, disk) : null;
  const hadWriting = await removeOurs(writing, disk);
  return { did: isNew ? "finished" : hadWriting ? "undone" : "nothing", kept };
}

/** Makes the folder in which a run writes, marked as unfinished before anything else stands in it. */
export async function startWriting(out: string, disk: Disk): Promise<string> {
  const writing = writingFolder(out);
  await disk.makeFolder(writing);
  await disk.write(join(writing, UNFINISHED_MARK), []);
  return writing;
}

/**
 * Puts the written folder in place. What fails is undone before the error goes on.
 * @returns where the earlier output was kept because somebody had worked in it, else null.
 */
export async function swapIn(out: string, disk: Disk): Promise<Kept | null> {
  const writing = writingFolder(out);
  const earlier = earlierFolder(out);
  const replaces = (await disk.kindOf(out)) !== "missing";
  if (replaces) await disk.rename(out, earlier);
  try {
    await disk.rename(writing, out);
  } catch (error) {
    if (replaces) await disk.rename(earlier, out);
    throw error;
  }
  // The new output is whole and in its place: what cannot be done now, the next command does.
  return await cleanUp(out, disk).catch(() => null);
}

/** The new output is in place: takes the earlier one away, and then the mark. */
async function cleanUp(out: string, disk: Disk): Promise<Kept | null> {
  await disk.flush(dirname(out));
  const earlier = earlierFolder(out);
  const kept = (await isOurs(earlier, disk)) ? await takeAway(out, earlier, disk) : null;
  await disk.remove(join(out, UNFINISHED_MARK));
  return kept;
}

/** An earlier output that was not thrown away, and the files for whose sake. */
export interface Kept {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Takes the earlier output away; but one in which somebody worked (待核实.xlsx filled in where it lay) only aside. */
async function takeAway(out: string, earlier: string, disk: Disk): Promise<Kept | null> {
  const { touched } = await differences(earlier, disk);
  if (touched.length === 0) {
    await removeOurs(earlier, disk);
    return null;
  }
  let folder = `${out}.留存`;
  for (let n = 2; (await disk.kindOf(folder)) !== "missing"; n++) folder = `${out}.留存${n}`;
  await disk.rename(earlier, folder);
  return { folder, files: touched };
}

/** A folder that relief made: it has our manifest or our mark, or nothing at all. */
export async function isOurs(folder: string, disk: Disk): Promise<boolean> {
  if ((await disk.kindOf(folder)) !== "folder") return false;
  const names = await disk.names(folder);
  if (names.length === 0 || names.includes(UNFINISHED_MARK)) return true;
  return names.includes(MANIFEST) && (await readManifest(folder, disk)) !== null;
}

async function isMarked(folder: string, disk: Disk): Promise<boolean> {
  return (await disk.names(folder)).includes(UNFINISHED_MARK);
}

/** Which command wrote a folder; null where none of ours did, or it is not whole. */
export async function makerOf(folder: string, disk: Disk): Promise<MadeBy | null> {
  return (await disk.kindOf(folder)) === "folder" ? ((await readManifest(folder, disk))?.madeBy ?? null) : null;
}

interface Listed {
  readonly madeBy: MadeBy;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

async function readManifest(folder: string, disk: Disk): Promise<Listed | null> {
  try {
    const bytes = await disk.read(join(folder, MANIFEST));
    const manifest = JSON.parse(bytes.toString("utf8")) as Partial<Listed> | null;
    const isOurs = Object.values(MADE_BY).some((word) => word === manifest?.madeBy);
    return isOurs && Array.isArray(manifest?.files) ? (manifest as Listed) : null;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === "ENOENT" || codeOf(error) === "EISDIR") return null;
    throw error;
  }
}

/** How an output differs from what its manifest says. */
interface Differences {
  /** Changed or added by somebody; lock files and hidden ones do not count. */
  readonly touched: readonly string[];
  readonly gone: readonly string[];
}

async function differences(folder: string, disk: Disk): Promise<Differences> {
  const listed = new Map((await readManifest(folder, disk))?.files.map((f) => [f.path, f.sha256]));
  const touched: string[] = [];
  for (const path of await disk.filesBelow(folder)) {
    const sha256 = listed.get(path);
    listed.delete(path);
    if (path === MANIFEST || /(^|\/)(~\$|\.|Thumbs\.db$|desktop\.ini$)/i.test(path)) continue;
    if (sha256 === undefined || sha256 !== (await disk.hash(join(folder, path)))) touched.push(path);
  }
  return { touched, gone: [...listed.keys()] };
}

async function isWhole(folder: string, disk: Disk): Promise<boolean> {
  if ((await readManifest(folder, disk)) === null) return false;
  const { touched, gone } = await differences(folder, disk);
  return touched.length + gone.length === 0;
}

/** Takes a folder of ours away, what it is known by last, so that a removal that dies can be gone on with. */
async function removeOurs(folder: string, disk: Disk): Promise<boolean> {
  if (!(await isOurs(folder, disk))) return false;
  const knownBy = (await isMarked(folder, disk)) ? UNFINISHED_MARK : MANIFEST;
  for (const name of await disk.names(folder)) if (name !== knownBy) await disk.remove(join(folder, name));
  await disk.remove(folder);
  return true;
}
