/**
 * Values that came before in a workbook, by their bytes: a street's name that stands in 100 000 rows is one text and not
 * 100 000, and 700 is made "700" once. A small table; of two values that share a slot the newer one stays.
 */

/** A power of two. */
const SLOTS = 1 << 13;
/** Longer values seldom repeat. */
const MAX_BYTES = 48;

/** The hash by which these bytes are known; who walks them anyway computes it on the way. */
export function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}

/** What was made of values so far: the number of a text, and its kind. */
export class Seen {
  readonly #bytes = Buffer.allocUnsafeSlow(SLOTS * MAX_BYTES);
  readonly #hashes = new Int32Array(SLOTS);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly kinds = new Uint8Array(SLOTS);
  readonly numbers = new Int32Array(SLOTS);

  /** The slot of these bytes, for `kinds` and `numbers`; -1 where they did not come before. */
  slotOf(bytes: Buffer, start: number, end: number, hash: number): number {
    const slot = placeOf(hash);
    // The hash first: the other bytes lie elsewhere, and looking there is what costs.
    if (this.#hashes[slot] !== hash || this.#lengths[slot] !== end - start) return -1;
    let at = slot * MAX_BYTES;
    for (let i = start; i < end; i++) if (this.#bytes[at++] !== bytes[i]) return -1;
    return slot;
  }

  /** Remembers what was made of these bytes, if it is worth it. */
  learn(bytes: Buffer, start: number, end: number, hash: number, kind: number, number: number): void {
    if (end - start > MAX_BYTES) return;
    const slot = placeOf(hash);
    // Most of what comes once never comes again: the bytes are kept the second time.
    if (this.#hashes[slot] !== hash) {
      this.#hashes[slot] = hash;
      this.#lengths[slot] = 0;
      return;
    }
    let at = slot * MAX_BYTES;
    for (let i = start; i < end; i++) this.#bytes[at++] = bytes[i] as number;
    this.#lengths[slot] = end - start;
    this.kinds[slot] = kind;
    this.numbers[slot] = number;
  }
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
