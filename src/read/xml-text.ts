/**
 * Text out of the bytes of XML: entities, Excel's _x000D_ escapes, CDATA; and a small memory of texts seen before, so
 * that a street's name that stands in 100 000 rows is one string and not 100 000.
 */
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;

/** Longer texts seldom repeat. */
const MAX_REMEMBERED = 48;
/** A power of two; four small arrays of this length. */
const SLOTS = 1 << 14;

/** Buffer's own decoders without the bookkeeping of `toString`: they are there in every Node, but not in its types. */
interface Decoders {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

/** ASCII bytes as text: a string of its own, that keeps nothing else alive. */
export function asciiAt(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Decoders).latin1Slice(start, end);
}

/** UTF-8 bytes as text, likewise. */
export function utf8At(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Decoders).utf8Slice(start, end);
}

/** The text at a place of a part. `odd`: there may be comments or CDATA in it. */
export function textAt(bytes: Buffer, start: number, end: number, odd: boolean): string {
  if (start >= end) return "";
  if (odd) return oddText(bytes, start, end);
  let all = 0;
  let special = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    all |= byte;
    if (byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) special = true;
  }
  const text = all < 0x80 ? asciiAt(bytes, start, end) : utf8At(bytes, start, end);
  return special ? unescaped(text) : text;
}

/** The hash by which TextMemory knows these bytes. */
export function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}

/** Texts of one part by their bytes; the newest of those that share a slot is kept. */
export class TextMemory {
  readonly #bytes: Buffer;
  readonly #make: (bytes: Buffer, start: number, end: number) => string;
  readonly #texts: string[] = new Array<string>(SLOTS).fill("");
  readonly #hashes = new Int32Array(SLOTS);
  readonly #starts = new Int32Array(SLOTS);
  readonly #lengths = new Int32Array(SLOTS);

  /** `make` turns bytes into the text, where it is not remembered. */
  constructor(bytes: Buffer, make: (bytes: Buffer, start: number, end: number) => string) {
    this.#bytes = bytes;
    this.#make = make;
  }

  /** The text of these bytes. */
  text(start: number, end: number): string {
    const hash = hashOf(this.#bytes, start, end);
    const known = this.known(start, end, hash);
    return known === "" ? this.learn(start, end, hash, this.#make(this.#bytes, start, end)) : known;
  }

  /** The text of these bytes, whose hash the caller knows; "" where it is not remembered. */
  known(start: number, end: number, hash: number): string {
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    // The hash first: the bytes of another text lie far away, and looking there is what costs.
    if (this.#hashes[slot] !== hash || this.#lengths[slot] !== end - start) return "";
    if (!this.#same(this.#starts[slot] as number, start, end - start)) return "";
    this.#starts[slot] = start;
    return this.#texts[slot] as string;
  }

  /** Remembers the text of these bytes, if it is worth it, and gives it back. */
  learn(start: number, end: number, hash: number, text: string): string {
    if (end - start > MAX_REMEMBERED) return text;
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    this.#texts[slot] = text;
    this.#hashes[slot] = hash;
    this.#starts[slot] = start;
    this.#lengths[slot] = end - start;
    return text;
  }

  #same(a: number, b: number, length: number): boolean {
    const bytes = this.#bytes;
    for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
    return true;
  }
}

/** Leaves comments and instructions out, and takes CDATA as it stands. */
function oddText(bytes: Buffer, start: number, end: number): string {
  const raw = utf8At(bytes, start, end);
  let text = "";
  let at = 0;
  for (const piece of raw.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>/g)) {
    text += unescaped(raw.slice(at, piece.index)) + withoutStyleEscapes(piece[1] ?? "");
    at = piece.index + piece[0].length;
  }
  return text + unescaped(raw.slice(at));
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const plain = lines.includes("&")
    ? lines.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));/g, (whole, hex, decimal, name) =>
        name === undefined ? (character(hex, decimal) ?? whole) : (NAMED[name] ?? whole),
      )
    : lines;
  return withoutStyleEscapes(plain);
}

function character(hex: string | undefined, decimal: string | undefined): string | null {
  const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Excel writes what XML cannot hold as _x000D_, and a true "_x000D_" as _x005F_x000D_. */
function withoutStyleEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
