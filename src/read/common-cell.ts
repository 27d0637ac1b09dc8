/**
 * A cell in the words in which nearly every program writes it: `<c r="B2" s="1" t="s"><v>5</v></c>`, or with
 * `t="inlineStr"><is><t>…</t></is></c>`. Read in one go it costs a third of what the scanner takes; anything else about
 * a cell (prefixes, formulas, other quotes, another order) is left to the scanner, which knows all of XML.
 */

/** What the cell says; filled anew by each call. */
export interface CommonCell {
  column: number;
  style: number;
  is: "number" | "shared" | "inline" | "empty";
  /** Where the value stands; for a shared string its index instead. */
  start: number;
  end: number;
  index: number;
  /** Of the bytes of the value, as TextMemory has it: they are walked once anyway. */
  hash: number;
  /** The value is ASCII and can stand as it is. */
  ascii: boolean;
}

/** A place to read cells into. */
export function commonCell(): CommonCell {
  return { column: 0, style: 0, is: "empty", start: 0, end: 0, index: 0, hash: 0, ascii: false };
}

const SPACE = 0x20;
const QUOTE = 0x22;
const SLASH = 0x2f;
const LT = 0x3c;
const EQUALS = 0x3d;
const GT = 0x3e;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;

/** Lengths of what is compared byte by byte, not by loops: there are millions. */
const VALUE_LENGTH = "><v>".length;
const VALUE_END_LENGTH = "</v></c>".length;
const INLINE_LENGTH = 'inlineStr"><is><t>'.length;
const INLINE_END_LENGTH = "</t></is></c>".length;

/** Reads the cell whose `<c` ends at `at`; the place after `</c>`, or -1 where it is written otherwise. */
export function readCommonCell(bytes: Buffer, at: number, cell: CommonCell): number {
  let i = attributeAt(bytes, at, 0x72);
  if (i < 0) return -1;
  let column = 0;
  let byte = bytes[i] as number;
  while (byte >= 0x41 && byte <= 0x5a && column < 20_000) {
    column = column * 26 + byte - 0x40;
    byte = bytes[++i] as number;
  }
  while (byte >= 0x30 && byte <= 0x39) byte = bytes[++i] as number;
  if (byte !== QUOTE || column === 0) return -1;
  cell.column = column;
  i = readStyle(bytes, i + 1, cell);
  const type = attributeAt(bytes, i, 0x74);
  if (type < 0) return readNumber(bytes, i, cell);
  if (bytes[type] === 0x73 && bytes[type + 1] === QUOTE) return readShared(bytes, type + 2, cell);
  return isInline(bytes, type) ? readInline(bytes, type + INLINE_LENGTH, cell) : -1;
}

/** Past ` r="`, for one letter of a name; -1 where that does not stand here. */
function attributeAt(bytes: Buffer, at: number, letter: number): number {
  const isHere = bytes[at] === SPACE && bytes[at + 1] === letter && bytes[at + 2] === EQUALS && bytes[at + 3] === QUOTE;
  return isHere ? at + 4 : -1;
}

function readStyle(bytes: Buffer, at: number, cell: CommonCell): number {
  cell.style = 0;
  let i = attributeAt(bytes, at, 0x73);
  if (i < 0) return at;
  let style = 0;
  let byte = bytes[i] as number;
  while (byte >= 0x30 && byte <= 0x39) {
    style = style * 10 + byte - 0x30;
    byte = bytes[++i] as number;
  }
  cell.style = style;
  return byte === QUOTE ? i + 1 : at;
}

function readNumber(bytes: Buffer, at: number, cell: CommonCell): number {
  if (bytes[at] === SLASH && bytes[at + 1] === GT) {
    cell.is = "empty";
    return at + 2;
  }
  if (!isValue(bytes, at)) return -1;
  cell.is = "number";
  cell.start = at + VALUE_LENGTH;
  let i = cell.start;
  let hash = 0;
  let byte = bytes[i] as number;
  while (byte !== LT && i < bytes.length) {
    hash = (Math.imul(hash, 31) + byte) | 0;
    byte = bytes[++i] as number;
  }
  cell.hash = hash;
  cell.end = i;
  return i > cell.start && isValueEnd(bytes, i) ? i + VALUE_END_LENGTH : -1;
}

function readShared(bytes: Buffer, at: number, cell: CommonCell): number {
  if (!isValue(bytes, at)) return -1;
  cell.is = "shared";
  const start = at + VALUE_LENGTH;
  let i = start;
  let index = 0;
  let byte = bytes[i] as number;
  while (byte >= 0x30 && byte <= 0x39) {
    index = index * 10 + byte - 0x30;
    byte = bytes[++i] as number;
  }
  cell.index = index;
  return i > start && isValueEnd(bytes, i) ? i + VALUE_END_LENGTH : -1;
}

function readInline(bytes: Buffer, start: number, cell: CommonCell): number {
  cell.is = "inline";
  cell.start = start;
  let i = start;
  let hash = 0;
  let all = 0;
  let byte = bytes[i] as number;
  while (byte !== LT && i < bytes.length) {
    if (byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) return -1;
    hash = (Math.imul(hash, 31) + byte) | 0;
    all |= byte;
    byte = bytes[++i] as number;
  }
  cell.hash = hash;
  cell.ascii = all < 0x80;
  cell.end = i;
  return i > start && isInlineEnd(bytes, i) ? i + INLINE_END_LENGTH : -1;
}

function isValue(bytes: Buffer, at: number): boolean {
  return bytes[at] === GT && bytes[at + 1] === LT && bytes[at + 2] === 0x76 && bytes[at + 3] === GT;
}

function isValueEnd(bytes: Buffer, at: number): boolean {
  return (
    bytes[at] === LT &&
    bytes[at + 1] === SLASH &&
    bytes[at + 2] === 0x76 &&
    bytes[at + 3] === GT &&
    bytes[at + 4] === LT &&
    bytes[at + 5] === SLASH &&
    bytes[at + 6] === 0x63 &&
    bytes[at + 7] === GT
  );
}

/** `inlineStr"><is><t>`; no other type begins with an i. */
function isInline(bytes: Buffer, at: number): boolean {
  return (
    bytes[at] === 0x69 &&
    bytes[at + 8] === 0x72 &&
    bytes[at + 9] === QUOTE &&
    bytes[at + 10] === GT &&
    bytes[at + 11] === LT &&
    bytes[at + 12] === 0x69 &&
    bytes[at + 13] === 0x73 &&
    bytes[at + 14] === GT &&
    bytes[at + 15] === LT &&
    bytes[at + 16] === 0x74 &&
    bytes[at + 17] === GT
  );
}

/** `</t></is></c>`; what is closed was opened as `isInline` saw it. */
function isInlineEnd(bytes: Buffer, at: number): boolean {
  return (
    bytes[at + 1] === SLASH &&
    bytes[at + 2] === 0x74 &&
    bytes[at + 3] === GT &&
    bytes[at + 5] === SLASH &&
    bytes[at + 6] === 0x69 &&
    bytes[at + 8] === GT &&
    bytes[at + 10] === SLASH &&
    bytes[at + 11] === 0x63 &&
    bytes[at + 12] === GT
  );
}
