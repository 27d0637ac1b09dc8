/**
 * The rows of one sheet, close together: a number for each filled cell and a string of kinds for each row, most of them
 * shared. The array of a row's texts is made when it is asked for, and only the last one is kept: a million rows of such
 * arrays would be 200 MB that are walked by the garbage collector while other files are read.
 */
import type { CellKinds, Row } from "../model/list.ts";
import type { Texts } from "./texts.ts";

const EMPTY = 0x2d;
const FORMULA = 0x66;
/** Grows by doubling. */
const FIRST_CELLS = 1 << 12;

/** Takes rows as they are read. */
export class RowStore {
  readonly #texts: Texts;
  /** Numbers of texts, row after row, of those cells alone that have one. */
  #numbers = new Int32Array(FIRST_CELLS);
  #filled = 0;
  #last: StoredRow | null = null;
  #lastCells: readonly string[] = [];

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** Keeps a row whose cells' texts have these numbers, one a cell as `kinds` has letters, whatever it is for empty ones. */
  add(number: number, hidden: boolean, kinds: CellKinds, numbers: Int32Array): Row {
    const from = this.#filled;
    if (from + kinds.length > this.#numbers.length) this.#grow(from + kinds.length);
    const all = this.#numbers;
    let to = from;
    for (let i = 0; i < kinds.length; i++) if (hasText(kinds.charCodeAt(i))) all[to++] = numbers[i] as number;
    this.#filled = to;
    return new StoredRow(number, hidden, kinds, this, from);
  }

  /** The texts of a row of this store. */
  cellsOf(row: StoredRow): readonly string[] {
    if (row === this.#last) return this.#lastCells;
    const { kinds } = row;
    const cells = new Array<string>(kinds.length);
    let at = row.from;
    for (let i = 0; i < cells.length; i++) {
      cells[i] = hasText(kinds.charCodeAt(i)) ? this.#texts.at(this.#numbers[at++] as number) : "";
    }
    this.#last = row;
    this.#lastCells = cells;
    return cells;
  }

  #grow(needed: number): void {
    const numbers = new Int32Array(Math.max(needed, this.#numbers.length * 2));
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}

function hasText(kind: number): boolean {
  return kind !== EMPTY && kind !== FORMULA;
}

/** A row of a store. */
class StoredRow implements Row {
  readonly number: number;
  readonly hidden: boolean;
  readonly kinds: CellKinds;
  /** Where its numbers begin in the store. */
  readonly from: number;
  readonly #store: RowStore;
  /** Made when first asked for, and kept: validating asks a row some twenty times. */
  #cells: readonly string[] | null = null;

  constructor(number: number, hidden: boolean, kinds: CellKinds, store: RowStore, from: number) {
    this.number = number;
    this.hidden = hidden;
    this.kinds = kinds;
    this.from = from;
    this.#store = store;
  }

  get cells(): readonly string[] {
    this.#cells ??= this.#store.cellsOf(this);
    return this.#cells;
  }
}
