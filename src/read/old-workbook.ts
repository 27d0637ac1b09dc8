/**
 * Workbooks of the old kind (.xls and .et: BIFF 5 and 8), through a library that is not trusted with this process: it
 * runs in one of its own (bin/old-workbook.js), with a capped heap and a time limit, one file at a time. A worker thread
 * would not do: it takes its process with it when it is out of memory. What comes back are the cells as they are stored;
 * what they mean is decided here, by the same code as for .xlsx, and nothing is taken on trust.
 */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { List, MergedRange } from "../model/list.ts";
import {
  MAX_COLUMNS,
  MAX_OLD_ANSWER_BYTES,
  MAX_OLD_BYTES,
  MAX_ROWS,
  MAX_SHEETS,
  OLD_HEAP_MIB,
  OLD_SECONDS,
} from "./limits.ts";
import type { Shows } from "./number-text.ts";
import { booleanCell, type Cell, Filled, numberCell, rangeOf, SheetRows, textCell } from "./rows.ts";
import { formatShows } from "./styles.ts";
import { damaged, locked, overLimit } from "./unreadable.ts";

/** The program in the box, and how long and with how much memory it may run. */
export interface Box {
  readonly program: string;
  readonly seconds: number;
  readonly heapMib: number;
}

/** From src/read and from dist/read alike. */
const PROGRAM = fileURLToPath(new URL("../../bin/old-workbook.js", import.meta.url));

/** The box for a file of this size. */
export function boxFor(bytes: number): Box {
  const grown = ({ least, perMib, most }: Readonly<Record<"least" | "perMib" | "most", number>>): number =>
    Math.min(most, Math.ceil(least + (perMib * bytes) / MIB));
  return { program: PROGRAM, seconds: grown(OLD_SECONDS), heapMib: grown(OLD_HEAP_MIB) };
}

const MIB = 1024 * 1024;

/** Reads all worksheets of an old workbook. */
export function readOldWorkbook(bytes: Buffer, file: string): readonly List[] {
  if (bytes.length > MAX_OLD_BYTES) {
    throw overLimit("旧格式文件的字节数", "bytes of a file of the old kind", MAX_OLD_BYTES, bytes.length);
  }
  return listsOf(answerOf(bytes, boxFor(bytes.length)), file);
}

/** What the program in the box answers to a file; a crash, a hang or too much memory is a problem of the file. */
export function answerOf(bytes: Buffer, box: Box): Buffer {
  const flags = [
    `--max-old-space-size=${box.heapMib}`,
    // Nothing that a file holds becomes code, or reaches what all objects share.
    "--disallow-code-generation-from-strings",
    "--disable-proto=delete",
  ];
  const run = spawnSync(process.execPath, [...flags, box.program], {
    input: bytes,
    timeout: box.seconds * 1000,
    killSignal: "SIGKILL",
    maxBuffer: MAX_OLD_ANSWER_BYTES,
    // No setting of the caller's reaches it, no clock of its place; Windows needs to know where it is itself.
    env: { TZ: "UTC", ...(process.env["SystemRoot"] === undefined ? {} : { SystemRoot: process.env["SystemRoot"] }) },
    windowsHide: true,
  });
  throwIfStopped(run, box);
  return run.stdout;
}

/** How Node ends when V8 is out of memory: by signal, or on Windows by this code. */
const ABORTED = 134;

function throwIfStopped(run: SpawnSyncReturns<Buffer>, box: Box): void {
  const code = (run.error as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ETIMEDOUT") {
    throw overLimit("读取用的秒数", "seconds of reading", box.seconds, `> ${box.seconds}`);
  }
  if (code === "ENOBUFS") {
    throw overLimit("内容的字节数", "bytes of content", MAX_OLD_ANSWER_BYTES, `> ${MAX_OLD_ANSWER_BYTES}`);
  }
  if (run.signal === "SIGABRT" || run.status === ABORTED) {
    throw overLimit("读取用的内存（MB）", "MB of memory for reading", box.heapMib, `> ${box.heapMib}`);
  }
  // Who ended before it had read everything leaves a broken pipe behind; how it ended is told by the rest.
  if (run.error !== undefined && code !== "EPIPE") throw run.error;
  if (String(run.stderr).includes("ERR_MODULE_NOT_FOUND")) throw new Error(`not installed whole: ${run.stderr}`);
  if (run.status !== 0) throw broken();
}

function broken(): Error {
  return damaged("工作簿已损坏，或不是 Excel、WPS 写的", "the workbook is damaged, or was not written by Excel or WPS");
}

/** The lists of an answer, each line held against what it may be. */
export function listsOf(answer: Buffer, file: string): readonly List[] {
  const reader = new AnswerReader(file);
  for (let at = 0; at < answer.length && !reader.done; ) {
    const end = answer.indexOf(0x0a, at);
    if (end < 0) throw broken();
    reader.take(parsed(answer.toString("utf8", at, end)));
    at = end + 1;
  }
  if (!reader.done) throw broken();
  if (reader.lists.length === 0) throw damaged("工作簿里没有工作表", "the workbook has no worksheet");
  return reader.lists;
}

function parsed(line: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(line);
    if (Array.isArray(value)) return value;
  } catch {
    // Said below: no line of an answer.
  }
  throw broken();
}

/** One pass over the lines of an answer. */
class AnswerReader {
  readonly lists: List[] = [];
  done = false;
  readonly #file: string;
  readonly #filled = new Filled();
  readonly #shows = new Map<string, Shows>();
  #from1904 = false;
  #sheet: SheetRows | null = null;
  #head: { readonly name: string; readonly merged: readonly MergedRange[]; readonly hidden: Spans } | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  take(line: readonly unknown[]): void {
    switch (line[0]) {
      case "book":
        this.#from1904 = line[1] === true;
        return;
      case "sheet":
        this.#endSheet();
        this.#beginSheet(line);
        return;
      case "row":
        this.#takeRow(line);
        return;
      case "end":
        this.#endSheet();
        this.done = true;
        return;
      case "locked":
        throw locked();
      default:
        throw broken();
    }
  }

  #beginSheet([, name, merged, hidden]: readonly unknown[]): void {
    if (typeof name !== "string") throw broken();
    if (this.lists.length >= MAX_SHEETS) throw overLimit("工作表数", "sheets", MAX_SHEETS, `> ${MAX_SHEETS}`);
    const ranges = countsOf(merged, 4).flatMap(
      ([top = 0, left = 0, bottom = 0, right = 0]) => rangeOf(top, left, bottom, right) ?? [],
    );
    const spans = countsOf(hidden, 2).map(([from = 0, to = 0]) => [from, to] as const);
    this.#sheet = new SheetRows(this.#filled);
    this.#head = { name, merged: ranges, hidden: spans };
  }

  #endSheet(): void {
    const sheet = this.#sheet;
    const head = this.#head;
    if (sheet === null || head === null) return;
    this.lists.push({
      file: this.#file,
      sheet: head.name,
      rows: sheet.rows(),
      merged: head.merged,
      hiddenColumns: sheet.hiddenColumns(head.hidden),
      original: null,
    });
    this.#sheet = null;
  }

  #takeRow([, number, hidden, cells]: readonly unknown[]): void {
    if (this.#sheet === null || !isCount(number, MAX_ROWS) || !Array.isArray(cells)) throw broken();
    this.#sheet.begin(number, hidden === true);
    for (const cell of cells) {
      if (!Array.isArray(cell) || !isCount(cell[0], MAX_COLUMNS)) throw broken();
      this.#sheet.put(cell[0], this.#cellOf(cell[1], cell[2]));
    }
    this.#sheet.end(1);
  }

  #cellOf(value: unknown, format: unknown): Cell {
    if (typeof value === "string") return textCell(value);
    if (typeof value === "boolean") return booleanCell(value);
    // What JSON has no number for is none in Excel either.
    if (value === null) return { text: "#NUM!", kind: "e" };
    if (typeof value === "number") {
      const shows = typeof format === "string" ? this.#showsOf(format) : "number";
      return numberCell(String(value), shows, this.#from1904) ?? { text: "#NUM!", kind: "e" };
    }
    if (typeof value === "object" && "f" in value) return { text: "", kind: "f" };
    if (typeof value === "object" && "e" in value) return { text: ERRORS.get(value.e) ?? "#N/A", kind: "e" };
    throw broken();
  }

  #showsOf(format: string): Shows {
    const known = this.#shows.get(format);
    if (known !== undefined) return known;
    const shows = formatShows(format);
    this.#shows.set(format, shows);
    return shows;
  }
}

type Spans = readonly (readonly [from: number, to: number])[];

/** The errors of Excel by their number in BIFF. */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}

/** Tuples of counts, each of this length. */
function countsOf(value: unknown, length: number): readonly (readonly number[])[] {
  const sound =
    Array.isArray(value) &&
    value.every(
      (tuple) => Array.isArray(tuple) && tuple.length === length && tuple.every((n: unknown) => isCount(n, MAX_ROWS)),
    );
  if (!sound) throw broken();
  return value;
}
