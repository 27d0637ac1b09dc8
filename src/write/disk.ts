/**
 * All that writing asks of the disk, as one value that is handed in: a test lets it fail, or die, at any step, and sees
 * what is left. Paths are whole. What the system refuses comes as its own error.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** The disk. */
export interface Disk {
  /** What stands at a path; a link is what it leads to. */
  readonly kindOf: (path: string) => Promise<"missing" | "folder" | "other">;
  /** The path without links. */
  readonly realPath: (path: string) => Promise<string>;
  /** Names in a folder. */
  readonly names: (folder: string) => Promise<readonly string[]>;
  /** Paths of all files below a folder, with "/", sorted by code unit. */
  readonly filesBelow: (folder: string) => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Buffer>;
  /** Makes a folder that only its owner can enter, with those above it; one that is there already is fine. */
  readonly makeFolders: (folder: string) => Promise<void>;
  /** Makes a folder that must not be there yet. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** SHA-256 of a file in hex, read piece by piece. */
  readonly hash: (path: string) => Promise<string>;
  /** Writes one new file that only its owner can read, piece by piece, down to the disk. */
  readonly write: (path: string, pieces: Iterable<Uint8Array>) => Promise<void>;
  /** Brings a folder's names down to the disk, where the system can (Windows opens no folders). */
  readonly flush: (folder: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Takes a file away, or a folder with all in it. */
  readonly remove: (path: string) => Promise<void>;
}

/** The disk of this machine. */
export const DISK: Disk = {
  kindOf,
  realPath: realpath,
  names: (folder) => readdir(folder),
  filesBelow,
  read: (path) => readFile(path),
  hash,
  makeFolders: async (folder) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  makeFolder: (folder) => mkdir(folder, { mode: 0o700 }),
  write,
  flush,
  rename,
  remove: (path) => rm(path, { recursive: true }),
};

/** "ENOSPC" and the like; "" for what is no error of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

async function kindOf(path: string): Promise<"missing" | "folder" | "other"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "other";
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return "missing";
    throw error;
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const below = entries.filter((e) => !e.isDirectory()).map((e) => join(e.parentPath, e.name));
  return below.map((path) => path.slice(join(folder, "x").length - 1).replaceAll("\\", "/")).sort();
}

async function hash(path: string): Promise<string> {
  const sha256 = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) sha256.update(piece);
  return sha256.digest("hex");
}

const PIECE = 1024 * 1024;

async function write(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flush(folder: string): Promise<void> {
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
