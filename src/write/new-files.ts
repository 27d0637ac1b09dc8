/** Writes files beside what somebody may have worked on: a file that is there already is left alone, always. */
import { dirname, join } from "node:path";
import { codeOf, type Disk } from "./disk.ts";

/** One file to write, with "/" between folders. */
export interface NewFile {
  readonly path: string;
  readonly make: () => Buffer | Promise<Buffer>;
}

/** What became of each path. */
export interface WrittenNew {
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/** Writes what is not there yet, in its order. An error of the system goes on to the caller. */
export async function writeNew(folder: string, files: readonly NewFile[], disk: Disk): Promise<WrittenNew> {
  const written: string[] = [];
  const kept: string[] = [];
  await disk.makeFolders(folder);
  for (const { path, make } of files) {
    const full = join(folder, path);
    const isThere = (await disk.kindOf(full)) !== "missing" || !(await wrote(full, await make(), disk));
    (isThere ? kept : written).push(path);
  }
  return { written, kept };
}

/** False where the file came while the bytes were made: it is somebody else's, and stays. */
async function wrote(full: string, bytes: Buffer, disk: Disk): Promise<boolean> {
  await disk.makeFolders(dirname(full));
  try {
    await disk.write(full, [bytes]);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    await disk.remove(full).catch(() => undefined);
    throw error;
  }
}
