/**
 * One string for a text that comes again and again: a street's name that stands in 100 000 rows is kept once. A small
 * table; of two texts that share a slot the newer one stays.
 */

/** A power of two. */
const SLOTS = 1 << 14;
/** Longer texts seldom repeat. */
const MAX_LENGTH = 48;

/** Remembers texts; lives for one file. */
export class Once {
  readonly #texts: string[] = new Array<string>(SLOTS).fill("");

  /** The same text: the string that was seen before, where it was. */
  of(text: string): string {
    if (text.length > MAX_LENGTH) return text;
    let hash = text.length;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#texts[slot];
    if (known === text) return known;
    this.#texts[slot] = text;
    return text;
  }
}
