// @ts-check
// The box in which old workbooks (.xls, .et: BIFF 5 and 8) are opened: a process of its own, which relief starts with a
// capped heap and kills when it takes too long (src/read/old-workbook.ts). The library in here reads bytes that anybody
// may have made; whatever it does, only this process ends. Standard input: the file. Standard output: one JSON value a
// line, of what stands in the cells and nothing that was made of it; the last line is ["end"].
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** Number formats that Chinese, Japanese and Korean Excel knows without being told; the library does not. */
const EASTERN_DATES = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const EASTERN_TIMES = [32, 33, 34, 35, 55, 56];

/** Records of BIFF that the library drops or mixes up. */
const BOF = 0x0809;
const EOF = 0x000a;
const FORMULA = 0x0006;
const STRING = 0x0207;
/** Between a formula and the text that it came to: shared formula, array, data table, continuation. */
const ABOUT_FORMULAS = new Set([0x04bc, 0x0221, 0x0236, 0x003c]);
const FILE_PASS = 0x002f;
const CODE_PAGE = 0x0042;
const COLUMN_INFO = 0x007d;
const BOUND_SHEET = 0x0085;
const BIFF_8 = 0x0600;

/** Rows that are written out together. */
const CHUNK_LENGTH = 1 << 16;

/** Encodings by Windows code page, for BIFF 5; a file that names none is taken for Chinese. */
const ENCODINGS = new Map([
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
  [1200, "utf-16le"],
  [10000, "macintosh"],
  [20936, "gb18030"],
  [54936, "gb18030"],
  [65001, "utf-8"],
]);
const CHINESE = 936;

/**
 * @typedef {object} Outline what the records themselves say, read before the library sees them
 * @property {boolean} locked
 * @property {boolean} wide BIFF 8: texts are UTF-16, whatever code page is named
 * @property {number | null} codePage
 * @property {readonly number[]} sheets the place of each sheet, in the order of the tabs
 * @property {ReadonlyMap<number, Pairs>} hiddenColumns by place: first and last, from 1
 * @property {ReadonlyMap<number, Pairs>} uncalculated by place: row and column, from 1, of formulas without a value
 */

/** @typedef {readonly (readonly [number, number])[]} Pairs */

/** Walks the records of a workbook stream once. @param {Buffer} stream @returns {Outline} */
function outlineOf(stream) {
  const sheets = [];
  /** @type {Map<number, [number, number][]>} */
  const hiddenColumns = new Map();
  /** @type {Map<number, [number, number][]>} */
  const uncalculated = new Map();
  let locked = false;
  let codePage = null;
  let depth = 0;
  let substream = 0;
  /** The formula at hand, whose text comes in a record of its own. @type {[number, number] | null} */
  let awaited = null;
  const add = (/** @type {Map<number, [number, number][]>} */ to, /** @type {[number, number]} */ pair) => {
    const pairs = to.get(substream);
    if (pairs === undefined) to.set(substream, [pair]);
    else pairs.push(pair);
  };
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    const body = stream.subarray(at + 4, end);
    if (awaited !== null && !ABOUT_FORMULAS.has(type)) {
      if (type !== STRING) add(uncalculated, awaited);
      awaited = null;
    }
    if (type === BOF && depth++ === 0) substream = at;
    else if (type === EOF) depth = Math.max(0, depth - 1);
    else if (type === FILE_PASS) locked = true;
    else if (type === CODE_PAGE && body.length >= 2) codePage = body.readUInt16LE(0);
    else if (type === BOUND_SHEET && body.length >= 4) sheets.push(body.readUInt32LE(0));
    else if (type === COLUMN_INFO && body.length >= 10 && (body.readUInt16LE(8) & 1) === 1) {
      add(hiddenColumns, [body.readUInt16LE(0) + 1, body.readUInt16LE(2) + 1]);
    } else if (type === FORMULA && depth === 1 && body.length >= 14 && isText(body)) {
      awaited = [body.readUInt16LE(0) + 1, body.readUInt16LE(2) + 1];
    }
    at = end;
  }
  const wide = stream.length >= 6 && stream.readUInt16LE(4) === BIFF_8;
  return { locked, wide, codePage, sheets, hiddenColumns, uncalculated };
}

/** Whether a formula's value is a text that follows it. @param {Buffer} body */
function isText(body) {
  return body.readUInt16LE(12) === 0xffff && body[6] === 0;
}

/** A decoder for the texts of BIFF 5, as the library wants it. @param {number | null} codePage */
function decoderFor(codePage) {
  const page = codePage ?? CHINESE;
  const name = ENCODINGS.get(page) ?? `windows-${page >= 1250 && page <= 1258 ? page : 1252}`;
  const decoder = new TextDecoder(name);
  const wide = new TextDecoder("utf-16le");
  return {
    utils: {
      /** @param {number} cp @param {Uint8Array | readonly number[]} bytes */
      decode: (cp, bytes) => (cp === 1200 ? wide : decoder).decode(Uint8Array.from(bytes)),
    },
  };
}

/** Collects lines, and waits where the pipe is full. */
class Answer {
  #text = "";

  /** @param {unknown} value */
  async line(value) {
    this.#text += `${JSON.stringify(value)}\n`;
    if (this.#text.length >= CHUNK_LENGTH) await this.flush();
  }

  async flush() {
    const text = this.#text;
    this.#text = "";
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  }
}

/**
 * A cell as [column, value]; an error as {e: its number}, a number with a format of its own as [column, value, format],
 * a formula without a value as {f: true}.
 * @param {number} column @param {any} cell
 */
function cellOf(column, cell) {
  if (cell === UNCALCULATED) return [column, { f: true }];
  if (cell.t === "e") return [column, { e: Number(cell.v) }];
  if (cell.t === "n" && typeof cell.z === "string" && cell.z !== "General") return [column, cell.v, cell.z];
  return [column, cell.v];
}

/** Stands in for a cell that the library left out. */
const UNCALCULATED = { v: true };

/** @param {Answer} answer @param {any} sheet @param {string} name @param {Pairs} hidden @param {Pairs} uncalculated */
async function writeSheet(answer, sheet, name, hidden, uncalculated) {
  sheet["!data"] ??= [];
  for (const [row, column] of uncalculated) {
    sheet["!data"][row - 1] ??= [];
    sheet["!data"][row - 1][column - 1] ??= UNCALCULATED;
  }
  const merged = (sheet["!merges"] ?? []).map((/** @type {any} */ { s, e }) => [s.r + 1, s.c + 1, e.r + 1, e.c + 1]);
  await answer.line(["sheet", name, merged, hidden]);
  const rowInfo = sheet["!rows"] ?? [];
  // Holes are skipped; what was never allocated is never walked.
  for (const [key, row] of Object.entries(sheet["!data"])) {
    const cells = Object.entries(row ?? [])
      .filter(([, cell]) => cell?.v !== undefined && cell.v !== null && cell.v !== "")
      .map(([column, cell]) => cellOf(Number(column) + 1, cell));
    if (cells.length > 0) await answer.line(["row", Number(key) + 1, rowInfo[key]?.hidden === true, cells]);
  }
}

/** @param {Answer} answer @param {Buffer} bytes */
async function answerOf(answer, bytes) {
  const xlsx = await import("@e965/xlsx");
  const container = xlsx.CFB.read(bytes, { type: "buffer" });
  const stream = xlsx.CFB.find(container, "/Workbook") ?? xlsx.CFB.find(container, "/Book");
  if (!stream?.content) return answer.line(["damaged", "no workbook stream"]);
  const outline = outlineOf(Buffer.from(stream.content));
  if (outline.locked) return answer.line(["locked"]);
  for (const id of EASTERN_DATES) xlsx.SSF.load("yyyy/m/d", id);
  for (const id of EASTERN_TIMES) xlsx.SSF.load("h:mm", id);
  // Where it has a decoder, the library takes UTF-16 of a file that names another code page for that code page.
  if (!outline.wide) xlsx.set_cptable(decoderFor(outline.codePage));
  const options = { type: "buffer", dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false };
  const book = /** @type {any} */ (xlsx).parse_xlscfb(container, { ...options, codepage: CHINESE });
  await answer.line(["book", book.Workbook?.WBProps?.date1904 === true]);
  // The library orders sheets by their place in the file; the order of the tabs is that of their records.
  const places = [...outline.sheets].sort((a, b) => a - b);
  if (new Set(book.SheetNames).size !== places.length) return answer.line(["damaged", "sheets of one name or place"]);
  for (const place of outline.sheets) {
    const name = book.SheetNames[places.indexOf(place)];
    const sheet = book.Sheets[name];
    // Charts, dialogs and macros hold no list.
    if (sheet === undefined || sheet["!type"] !== undefined) continue;
    const at = /** @param {ReadonlyMap<number, Pairs>} pairs */ (pairs) => pairs.get(place) ?? [];
    await writeSheet(answer, sheet, name, at(outline.hiddenColumns), at(outline.uncalculated));
  }
  return answer.line(["end"]);
}

const answer = new Answer();
try {
  await answerOf(answer, readFileSync(0));
} catch (error) {
  if (/** @type {any} */ (error)?.code === "ERR_MODULE_NOT_FOUND") throw error;
  await answer.line(["damaged", error instanceof Error ? error.message : String(error)]);
}
await answer.flush();
