/**
 * The texts of a workbook's cells, each once, by a number. What the file holds as plain XML is kept as its bytes and made
 * a string when somebody asks for it: half of the columns of most lists are asked for by nobody, and 400 000 small
 * strings take longer to make, and to be walked by the garbage collector, than their sheet takes to read.
 */
import { MAX_CELL_LENGTH, MAX_TEXT_BYTES } from "./limits.ts";
import { overLimit } from "./unreadable.ts";
import { textAt } from "./xml-text.ts";

const BLOCK_BYTES = 1024 * 1024;
/** The length of a text that was given as a string; longer ones than this are strings at once, too. */
const GIVEN = 0xffff;

/** Grows as texts are added; lives as long as the lists that have their numbers. */
export class Texts {
  /** How many texts there are: their numbers are 0, 1, … */
  count = 0;
  /** Where each stands, counted over all blocks, and how many bytes it has; or its index among those given as strings. */
  #starts = new Uint32Array(1024);
  #lengths = new Uint16Array(1024);
  readonly #blocks: Buffer[] = [];
  #block: Buffer = Buffer.alloc(0);
  #inBlock = 0;
  readonly #given: string[] = [];
  /** Strings that were made of bytes, by their number. */
  readonly #made: (string | undefined)[] = [];
  #bytes = 0;

  /** Keeps a text; its number. */
  add(text: string): number {
    if (text === "") return this.#keep(0, 0, 0);
    return this.#keep(this.#given.push(checkedLength(text)) - 1, GIVEN, text.length * 2);
  }

  /** Keeps the text that stands as plain XML, without comments or CDATA, in these bytes; its number. */
  addXml(bytes: Buffer, start: number, end: number): number {
    const length = end - start;
    if (length > MAX_CELL_LENGTH) {
      const text = checkedLength(textAt(bytes, start, end));
      if (length >= GIVEN) return this.add(text);
    }
    if (this.#inBlock + length > this.#block.length) this.#beginBlock();
    const block = this.#block;
    const from = this.#inBlock;
    let at = from;
    for (let i = start; i < end; i++) block[at++] = bytes[i] as number;
    this.#inBlock = at;
    return this.#keep((this.#blocks.length - 1) * BLOCK_BYTES + from, length, length);
  }

  /** Whether it is the empty text. */
  isEmpty(number: number): boolean {
    return this.#lengths[number] === 0;
  }

  /** The text of a number. */
  at(number: number): string {
    const start = this.#starts[number] as number;
    const length = this.#lengths[number] as number;
    if (length === 0) return "";
    if (length === GIVEN) return this.#given[start] as string;
    // All at once: an array that grows with each would be a table of its own kind, and slow.
    if (this.#made.length < this.count) this.#made.length = this.count;
    const known = this.#made[number];
    if (known !== undefined) return known;
    const from = start % BLOCK_BYTES;
    const text = textAt(this.#blocks[Math.floor(start / BLOCK_BYTES)] as Buffer, from, from + length);
    this.#made[number] = text;
    return text;
  }

  #keep(start: number, length: number, bytes: number): number {
    this.#bytes += bytes;
    if (this.#bytes > MAX_TEXT_BYTES) {
      throw overLimit("全部文字的字节数", "bytes of all texts", MAX_TEXT_BYTES, `> ${MAX_TEXT_BYTES}`);
    }
    const number = this.count++;
    if (number >= this.#starts.length) this.#grow();
    this.#starts[number] = start;
    this.#lengths[number] = length;
    return number;
  }

  #beginBlock(): void {
    this.#block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
    this.#blocks.push(this.#block);
    this.#inBlock = 0;
  }

  #grow(): void {
    const size = this.#starts.length * 2;
    const starts = new Uint32Array(size);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Uint16Array(size);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}

/** The same text, unless it is longer than a cell can be. */
export function checkedLength(text: string): string {
  if (text.length <= MAX_CELL_LENGTH) return text;
  throw overLimit("单元格字数", "characters in a cell", MAX_CELL_LENGTH, text.length);
}
