/** Files → lists: reads what was found, one file after the other, each by what it is and not by what it is called. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { InputFile, List } from "../model/list.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { chooseCopies } from "./corrected.ts";
import { readCsv } from "./csv.ts";
import type { FoundFile } from "./find.ts";
import { answersIn, originalOf, withoutFirstSheet } from "./first-sheet.ts";
import { endingOf, type Format, formatOf } from "./format.ts";
import { readHtml } from "./html.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { readFods, readOds } from "./ods.ts";
import { readOldWorkbook } from "./old-workbook.ts";
import { noTable, refused, unopened } from "./settled.ts";
import { isFailure, onDisk, type Source, sourceOf } from "./source.ts";
import { streamOf } from "./stream.ts";
import { damaged, locked, overLimit, Unreadable } from "./unreadable.ts";
import { readXlsx } from "./xlsx.ts";
import { readXml2003 } from "./xml-2003.ts";

/** Reads the files in their order; each is read when it is asked for, so that one at a time is in memory. */
export function* read(files: readonly FoundFile[]): Generator<InputFile, void, void> {
  const firstOf = new Map<string, string>();
  const chosen = chooseCopies(files);
  for (const file of chosen.files) {
    const input = readInput(file);
    const first = input.state === "read" ? firstOf.get(input.sha256) : undefined;
    if (input.state === "read" && first === undefined) firstOf.set(input.sha256, input.name);
    const told = [...(first === undefined ? [] : [sameContent(input.name, first)]), ...(chosen.told.get(file) ?? [])];
    yield told.length === 0 ? input : { ...input, problems: [...input.problems, ...told] };
  }
}

function sameContent(name: string, other: string): Problem {
  return problem("R301", fileOnly(name), { name, other });
}

/** Reads one file. Whatever is wrong with it is a problem of the result, never an exception. */
export function readInput(file: FoundFile): InputFile {
  const { name, path, settled } = file;
  if (settled !== null) return settled;
  const size = onDisk(() => statSync(path).size);
  if (isFailure(size)) return unopened(name, size);
  if (size > MAX_FILE_BYTES) {
    return refused(name, "", size, overLimit("文件字节数", "bytes of the file", MAX_FILE_BYTES, size).problemOf(name));
  }
  const bytes = onDisk(() => readFileSync(path));
  if (isFailure(bytes)) return unopened(name, bytes);
  return readBytes(bytes, file);
}

/** Reads the bytes of a file; of the file itself only its name, its ending and whether it was named count. */
export function readBytes(bytes: Buffer, { name, path, named }: FoundFile): InputFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  try {
    const source = sourceOf(bytes);
    const format = formatOf(source, endingOf(path), named);
    if (format.is === "no-table") return noTable(name, bytes.length, named, format);
    const all = readLists(format, source, bytes, name);
    const lists = withoutFirstSheet(all);
    const problems = [...emptySheets(lists), ...answersIn(all)];
    return { name, sha256, bytes: bytes.length, original: originalOf(all), lists, problems, state: "read" };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refused(name, sha256, bytes.length, error.problemOf(name));
  }
}

type TableFormat = Exclude<Format, { readonly is: "no-table" }>;

function readLists(format: TableFormat, source: Source, bytes: Buffer, name: string): readonly List[] {
  switch (format.is) {
    case "xlsx":
      return readXlsx(source, format.parts, name, null);
    case "csv":
      return [readCsv(bytes, name)];
    case "ods":
      return readOds(source, format.parts, name);
    case "fods":
      return readFods(streamOf(bytes), name);
    case "xml-2003":
      return readXml2003(streamOf(bytes), name);
    case "html":
      return [readHtml(bytes, name)];
    case "old-workbook":
      return readOldWorkbook(bytes, name);
    case "unsupported":
      throw new Unreadable((file) => problem("R103", fileOnly(file), { format: format.format }));
    case "locked":
      throw locked();
    case "damaged":
      throw damaged(format.why, format.whyEn);
    default:
      throw format satisfies never;
  }
}

function emptySheets(lists: readonly List[]): readonly Problem[] {
  return lists
    .filter((list) => list.rows.length === 0)
    .map((list) => problem("R203", { ...fileOnly(list.file), sheet: list.sheet }, {}));
}
