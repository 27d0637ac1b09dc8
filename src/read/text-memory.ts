/**
 * The finished texts of a text file's fields by their bytes: a street's name that stands in 100 000 records is one string
 * and not 100 000, and is told before it is made.
 */

/** Longer texts seldom repeat. */
const MAX_REMEMBERED = 48;
/** A power of two; four small arrays of this length. */
const SLOTS = 1 << 14;

/** Texts by their bytes; the newest of those that share a slot is kept. */
export class TextMemory {
  readonly #bytes: Buffer;
  readonly #texts: string[] = new Array<string>(SLOTS).fill("");
  readonly #hashes = new Int32Array(SLOTS);
  readonly #starts = new Int32Array(SLOTS);
  readonly #lengths = new Int32Array(SLOTS);

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
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
