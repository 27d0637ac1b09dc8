/**
 * A cell in the words in which nearly every program writes it: `<c r="B2" s="1" t="s"><v>5</v></c>`, or with
 * `t="inlineStr"><is><t>…</t></is></c>`. Read in one go it costs a third of what the scanner takes; anything else about
 * a cell (prefixes, formulas, other quotes, another order) is left to the scanner, which knows all of XML. So is a cell
 * that is cut off at the edge of the scanner's window: there are zeros behind it, which fit nowhere here.
 */
import { word } from "./words.ts";

/** What the cell says; filled anew by each call. */
export interface CommonCell {
  column: number;
  style: number;
  is: "number" | "shared" | "inline" | "empty";
  /** Where the value stands; for a shared string its index instead. */
  start: number;
  end: number;
  index: number;
  /** Of the bytes of the value, as `hashOf` has it: they are walked once anyway. */
  hash: number;
}

/** A place to read cells into. */
export function commonCell(): CommonCell {
  return { column: 0, style: 0, is: "empty", start: 0, end: 0, index: 0, hash: 0 };
}

const QUOTE = 0x22;
const SLASH = 0x2f;
const LT = 0x3c;
const GT = 0x3e;

// Four bytes at once: there are millions.
const R = word(' r="');
const S = word(' s="');
const T = word(' t="');
const V_OPEN = word("><v>");
const V_CLOSE = word("</v>");
const C_CLOSE = word("</c>");
const INLINE = [word("inli"), word("neSt"), word('r"><'), word("is><"), word("t>..") >>> 16] as const;
const INLINE_LENGTH = 'inlineStr"><is><t>'.length;
const T_CLOSE = word("</t>");
const IS_CLOSE = word("</is");

/** Reads the cell whose `<c` ends at `at`; the place after `</c>`, or -1 where it is written otherwise. */
export function readCommonCell(bytes: Buffer, view: DataView, at: number, cell: CommonCell): number {
  if (view.getUint32(at) !== R) return -1;
  let i = at + 4;
  let column = 0;
  let byte = bytes[i] as number;
  while (byte >= 0x41 && byte <= 0x5a && column < 20_000) {
    column = column * 26 + byte - 0x40;
    byte = bytes[++i] as number;
  }
  while (byte >= 0x30 && byte <= 0x39) byte = bytes[++i] as number;
  if (byte !== QUOTE || column === 0) return -1;
  cell.column = column;
  i = readStyle(bytes, view, i + 1, cell);
  if (view.getUint32(i) !== T) return readNumber(bytes, view, i, cell);
  const type = i + 4;
  if (bytes[type] === 0x73 && bytes[type + 1] === QUOTE) return readShared(bytes, view, type + 2, cell);
  return isInline(view, type) ? readInline(bytes, view, type + INLINE_LENGTH, cell) : -1;
}

function readStyle(bytes: Buffer, view: DataView, at: number, cell: CommonCell): number {
  cell.style = 0;
  if (view.getUint32(at) !== S) return at;
  let i = at + 4;
  let style = 0;
  let byte = bytes[i] as number;
  while (byte >= 0x30 && byte <= 0x39) {
    style = style * 10 + byte - 0x30;
    byte = bytes[++i] as number;
  }
  cell.style = style;
  return byte === QUOTE ? i + 1 : at;
}

function readNumber(bytes: Buffer, view: DataView, at: number, cell: CommonCell): number {
  if (bytes[at] === SLASH && bytes[at + 1] === GT) {
    cell.is = "empty";
    return at + 2;
  }
  if (view.getUint32(at) !== V_OPEN) return -1;
  cell.is = "number";
  return readValue(bytes, at + 4, cell) && isValueEnd(view, cell.end) ? cell.end + 8 : -1;
}

function readShared(bytes: Buffer, view: DataView, at: number, cell: CommonCell): number {
  if (view.getUint32(at) !== V_OPEN) return -1;
  cell.is = "shared";
  const start = at + 4;
  let i = start;
  let index = 0;
  let byte = bytes[i] as number;
  while (byte >= 0x30 && byte <= 0x39) {
    index = index * 10 + byte - 0x30;
    byte = bytes[++i] as number;
  }
  cell.index = index;
  return i > start && isValueEnd(view, i) ? i + 8 : -1;
}

function readInline(bytes: Buffer, view: DataView, start: number, cell: CommonCell): number {
  cell.is = "inline";
  if (!readValue(bytes, start, cell)) return -1;
  const { end } = cell;
  const isEnd =
    view.getUint32(end) === T_CLOSE && view.getUint32(end + 4) === IS_CLOSE && view.getUint32(end + 9) === C_CLOSE;
  return isEnd && bytes[end + 8] === GT ? end + 13 : -1;
}

/** The bytes up to the next tag; false where there are none. */
function readValue(bytes: Buffer, start: number, cell: CommonCell): boolean {
  let i = start;
  let hash = 0;
  let byte = bytes[i] as number;
  while (byte !== LT && byte !== 0) {
    hash = (Math.imul(hash, 31) + byte) | 0;
    byte = bytes[++i] as number;
  }
  cell.start = start;
  cell.end = i;
  cell.hash = hash;
  return i > start;
}

function isValueEnd(view: DataView, at: number): boolean {
  return view.getUint32(at) === V_CLOSE && view.getUint32(at + 4) === C_CLOSE;
}

/** `inlineStr"><is><t>` */
function isInline(view: DataView, at: number): boolean {
  return (
    view.getUint32(at) === INLINE[0] &&
    view.getUint32(at + 4) === INLINE[1] &&
    view.getUint32(at + 8) === INLINE[2] &&
    view.getUint32(at + 12) === INLINE[3] &&
    view.getUint16(at + 16) === INLINE[4]
  );
}
