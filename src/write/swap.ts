/**
 * Putting a finished folder in the place of an earlier one. Three names are used, and the states that a run which dies
 * can leave behind are told apart by them alone:
 *
 *   out          out.写入中   out.上次     what it means                     `recover`
 *   old          partial      –            died while writing                 throws 写入中 away
 *   –            whole        old          died between the two renames       finishes: 写入中 becomes out
 *   –            not whole    old          (somebody meddled)                 undoes: 上次 becomes out again
 *   new          –            old          died before taking the old away    takes 上次 away
 *
 * A folder that bears one of these names and is not ours is never touched.
 */
import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { MADE_BY } from "./manifest.ts";

const MANIFEST = "清单.json";
/** Stands in a folder from its first moment until all of it is written. */
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
export type Recovery = "nothing" | "finished" | "undone";

/** Finishes or undoes what a run that died has left beside the output folder. Every command calls it first. */
export async function recover(folder: string): Promise<Recovery> {
  const out = resolve(folder);
  const writing = writingFolder(out);
  const earlier = earlierFolder(out);
  const hasEarlier = await isOurs(earlier);
  if ((await kindOf(out)) === "missing" && hasEarlier) {
    const finishes = (await isOurs(writing)) && (await isWhole(writing));
    await rename(finishes ? writing : earlier, out);
    if (finishes) await takeAway(out, earlier);
    else await removeOurs(writing);
    return finishes ? "finished" : "undone";
  }
  const hadWriting = await removeOurs(writing);
  if (hasEarlier) await takeAway(out, earlier);
  return hasEarlier ? "finished" : hadWriting ? "undone" : "nothing";
}

/** Makes the folder in which a run writes, marked as unfinished before anything else stands in it. */
export async function startWriting(out: string): Promise<string> {
  const writing = writingFolder(out);
  await mkdir(writing, { mode: 0o700 });
  await writeWhole(join(writing, UNFINISHED_MARK), Buffer.alloc(0));
  return writing;
}

/**
 * Puts the written folder in place. What fails is undone before the error goes on.
 * @returns where the earlier output was kept because somebody had worked in it, else null.
 */
export async function swapIn(out: string): Promise<Kept | null> {
  const writing = writingFolder(out);
  const earlier = earlierFolder(out);
  await rm(join(writing, UNFINISHED_MARK));
  await flushFolder(writing);
  const replaces = (await kindOf(out)) !== "missing";
  if (replaces) await rename(out, earlier);
  try {
    await rename(writing, out);
  } catch (error) {
    if (replaces) await rename(earlier, out);
    throw error;
  }
  await flushFolder(dirname(out));
  // The new output is whole and in its place: what cannot be taken away now, the next command takes away.
  return replaces ? await takeAway(out, earlier).catch(() => null) : null;
}

/** An earlier output that was not thrown away, and the files for whose sake. */
export interface Kept {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Takes the earlier output away; but one in which somebody worked (待核实.xlsx filled in where it lay) only aside. */
async function takeAway(out: string, earlier: string): Promise<Kept | null> {
  const { touched } = await differences(earlier);
  if (touched.length === 0) {
    await removeOurs(earlier);
    return null;
  }
  let folder = `${out}.留存`;
  for (let n = 2; (await kindOf(folder)) !== "missing"; n++) folder = `${out}.留存${n}`;
  await rename(earlier, folder);
  return { folder, files: touched };
}

/** What stands at a path. */
export async function kindOf(path: string): Promise<"missing" | "folder" | "other"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "other";
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return "missing";
    throw error;
  }
}

/** A folder that relief made: it has our manifest or our mark, or nothing at all. */
export async function isOurs(folder: string): Promise<boolean> {
  if ((await kindOf(folder)) !== "folder") return false;
  const names = await readdir(folder);
  if (names.length === 0 || names.includes(UNFINISHED_MARK)) return true;
  return names.includes(MANIFEST) && (await readManifest(folder)) !== null;
}

interface Listed {
  readonly madeBy: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

async function readManifest(folder: string): Promise<Listed | null> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), "utf8")) as Partial<Listed> | null;
    return manifest?.madeBy === MADE_BY && Array.isArray(manifest.files) ? (manifest as Listed) : null;
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

async function differences(folder: string): Promise<Differences> {
  const listed = new Map((await readManifest(folder))?.files.map((f) => [f.path, f.sha256]));
  const touched: string[] = [];
  for (const path of await filesBelow(folder)) {
    const sha256 = listed.get(path);
    listed.delete(path);
    if (path === MANIFEST || /(^|\/)(~\$|\.|Thumbs\.db$|desktop\.ini$)/i.test(path)) continue;
    if (sha256 === undefined || sha256 !== sha256Of(await readFile(join(folder, path)))) touched.push(path);
  }
  return { touched, gone: [...listed.keys()] };
}

async function isWhole(folder: string): Promise<boolean> {
  if ((await readManifest(folder)) === null) return false;
  const { touched, gone } = await differences(folder);
  return touched.length + gone.length === 0;
}

/** Paths of all files below a folder, with "/", sorted by code unit. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const below = entries.filter((e) => !e.isDirectory()).map((e) => join(e.parentPath, e.name));
  return below.map((path) => path.slice(join(folder, "x").length - 1).replaceAll("\\", "/")).sort();
}

/** Writes one file that only its owner can read, down to the disk. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings a folder's names down to the disk, where the system can (Windows opens no folders). */
export async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"].includes(codeOf(error))) throw error;
  }
}

/** SHA-256 in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** "ENOSPC" and the like; "" for what is no error of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Takes a folder of ours away, what it is known by last, so that a removal that dies can be gone on with. */
async function removeOurs(folder: string): Promise<boolean> {
  if (!(await isOurs(folder))) return false;
  const knownBy = (await readdir(folder)).includes(UNFINISHED_MARK) ? UNFINISHED_MARK : MANIFEST;
  for (const name of await readdir(folder)) {
    if (name !== knownBy) await rm(join(folder, name), { recursive: true });
  }
  await rm(folder, { recursive: true });
  return true;
}
