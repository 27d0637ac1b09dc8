/**
 * Corrected copies among the files of a run: a workbook with our first sheet (model/corrected-copy.ts) is read instead
 * of the file that it came from, which is told by its content. Nothing is guessed: of two different copies of one file
 * neither is read until somebody takes one away.
 */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { COPY_SHEET, type Original } from "../model/corrected-copy.ts";
import type { List } from "../model/list.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { FoundFile } from "./find.ts";
import { originalOf } from "./first-sheet.ts";
import { endingOf, type Format, formatOf } from "./format.ts";
import { readOds } from "./ods.ts";
import { readOldWorkbook } from "./old-workbook.ts";
import { refused } from "./settled.ts";
import { isFailure, onDisk, type Source, withSource } from "./source.ts";
import { Unreadable } from "./unreadable.ts";
import { readXlsx } from "./xlsx.ts";

/** What is to be read. */
export interface Chosen {
  /** All files, those settled that a corrected copy replaces (R311), and copies that contradict one another (R312). */
  readonly files: readonly FoundFile[];
  /** R313, by the file that it is about, which is read all the same. */
  readonly told: ReadonlyMap<FoundFile, readonly Problem[]>;
}

/** A corrected copy among the files. */
interface Copy {
  readonly file: FoundFile;
  readonly original: Original;
  /** Its own. */
  readonly sha256: string;
}

/** Of each corrected copy the shown name of the file that it came from. */
export function originalNames(files: readonly FoundFile[]): ReadonlyMap<FoundFile, string> {
  return new Map(
    files.flatMap((file) => {
      const original = file.settled === null ? peek(file) : null;
      return original === null ? [] : [[file, original.name] as const];
    }),
  );
}

/** Chooses corrected copies before what they came from. */
export function chooseCopies(files: readonly FoundFile[]): Chosen {
  const copies = files.flatMap((file): readonly Copy[] => {
    const original = file.settled === null ? peek(file) : null;
    const sha256 = original === null ? null : hashOf(file);
    return original === null || sha256 === null ? [] : [{ file, original, sha256 }];
  });
  if (copies.length === 0) return { files, told: new Map() };
  const settled = new Map<FoundFile, FoundFile>();
  for (const copy of copies) {
    const rival = copies.find((other) => contradicts(copy, other));
    if (rival !== undefined) settled.set(copy.file, asQuestion(copy, rival.file.name));
  }
  for (const { file, sha256 } of copies) {
    const newer = copies.find((copy) => !settled.has(copy.file) && isOf(copy, sha256));
    if (newer !== undefined) settled.set(file, asReplaced(file, newer));
  }
  const read = copies.filter((copy) => !settled.has(copy.file));
  const told = new Map<FoundFile, readonly Problem[]>();
  for (const file of files) {
    if (file.settled !== null || copies.some((copy) => copy.file === file)) continue;
    const by = read.find((copy) => cameFrom(copy, file));
    if (by !== undefined) settled.set(file, asReplaced(file, by));
    const changed = by === undefined ? read.find((copy) => copy.original.name === file.name) : undefined;
    if (changed !== undefined) told.set(file, [problem("R313", fileOnly(file.name), { copy: changed.file.name })]);
  }
  return { files: files.map((file) => settled.get(file) ?? file), told };
}

function isOf({ original }: Copy, sha256: string): boolean {
  return original.files.some((file) => file.sha256 === sha256);
}

/** Size first: only files that may be the one are read to the end. */
function cameFrom(copy: Copy, file: FoundFile): boolean {
  const size = onDisk(() => statSync(file.path).size);
  if (!copy.original.files.some(({ bytes }) => bytes === size)) return false;
  const sha256 = hashOf(file);
  return sha256 !== null && isOf(copy, sha256);
}

/** Two different copies of one file. Of two where one was made of the other, the newer one replaces the older. */
function contradicts(one: Copy, other: Copy): boolean {
  if (one.sha256 === other.sha256 || isOf(one, other.sha256) || isOf(other, one.sha256)) return false;
  return one.original.files.some(({ sha256 }) => isOf(other, sha256));
}

function asReplaced(file: FoundFile, by: Copy): FoundFile {
  const { name } = file;
  const problems = [problem("R311", fileOnly(name), { copy: by.file.name })];
  return {
    ...file,
    settled: { name, sha256: "", bytes: 0, original: null, lists: [], problems, state: "passed-over" },
  };
}

function asQuestion({ file, original, sha256 }: Copy, rival: string): FoundFile {
  const why = problem("R312", fileOnly(file.name), { original: original.name, rival });
  return { ...file, settled: refused(file.name, sha256, 0, why) };
}

/** What a file came from, by its first sheet alone; whatever cannot be read is met again on reading. */
function peek({ path, name, named }: FoundFile): Original | null {
  const looked = withSource(path, (source) => {
    try {
      return originalOf(listsToPeek(source, formatOf(source, endingOf(path), named), name));
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  });
  return isFailure(looked) ? null : looked.value;
}

/** The first sheet where it can be read alone; all sheets of a file that may have one. */
function listsToPeek(source: Source, format: Format, name: string): readonly List[] {
  switch (format.is) {
    case "xlsx":
      return readXlsx(source, format.parts, name, (sheet) => sheet.startsWith(COPY_SHEET));
    case "ods":
      return readOds(source, format.parts, name);
    case "old-workbook": {
      // Saved by WPS as .et or .xls. Reading it takes a process of its own: only where the sheet's name stands in it.
      const bytes = source.at(0, source.size);
      const isNamed = NAME_IN_OLD_BOOKS.some((written) => bytes.includes(written));
      return isNamed ? readOldWorkbook(bytes, name) : [];
    }
    default:
      return [];
  }
}

/** The first sheet's name as BIFF8 writes it, and in GBK as BIFF5 does. */
const NAME_IN_OLD_BOOKS = [Buffer.from(COPY_SHEET, "utf16le"), Buffer.from("cecacce2cbb5c3f7", "hex")];

function hashOf({ path }: FoundFile): string | null {
  const bytes = onDisk(() => readFileSync(path));
  return isFailure(bytes) ? null : createHash("sha256").update(bytes).digest("hex");
}
