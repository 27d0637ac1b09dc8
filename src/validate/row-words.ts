/** The words with which rows begin that name nobody: totals, notes and signatures, and what follows a note. */
import type { Row } from "../model/list.ts";
import type { ListWords } from "../model/list-words.ts";
import { clean, cleanNumber } from "./text.ts";

/** "2、以上人员均已核实": a further line of a note. */
const NUMBERED = /^[（(]?\d{1,2}[）)、.．]/;
/** Punctuation that stands in sentences and never in names or numbers. */
const PUNCTUATION = /[，。；：、？！,;:?!]/;
const SENTENCE = /[，。；：、？！,;:?!]|\d{4}/;
/** What is left of a person's number has so many digits at least. */
const PERSONS_NUMBER = /\d{14}/;

/** Tells rows by their first words. Made once a run. */
export class RowWords {
  readonly #totals: readonly string[];
  readonly #notes: readonly string[];
  /** First characters of all of these words: nearly every row begins otherwise. */
  readonly #initials: ReadonlySet<string>;

  constructor(words: ListWords) {
    this.#totals = words.totals;
    this.#notes = words.notes;
    this.#initials = new Set([...words.totals, ...words.notes].map((word) => word.charAt(0)));
  }

  /** What the first filled cell says. Only rows without an ID number are asked. */
  of(row: Row): "total" | "note" | null {
    const first = firstText(row).replace(/\s/g, "");
    if (!this.#initials.has(first.charAt(0))) return null;
    if (this.#totals.some((word) => first.startsWith(word))) return "total";
    return this.#notes.some((word) => first.startsWith(word)) ? "note" : null;
  }
}

/** The text of the first filled cell. */
export function firstText(row: Row): string {
  for (const cell of row.cells) {
    const text = cell === "" ? "" : clean(cell);
    if (text !== "") return text;
  }
  return "";
}

/** Indices of the filled cells. */
export function filledCells(row: Row): readonly number[] {
  return row.cells.flatMap((cell, index) => (cell === "" || clean(cell) === "" ? [] : [index]));
}

/** One filled cell that goes on with the note above it. */
export function continuesNote(row: Row): boolean {
  return filledCells(row).length === 1 && NUMBERED.test(firstText(row));
}

/** A sentence where a number should stand; a telephone may be in it. */
export function isRemark(text: string): boolean {
  return PUNCTUATION.test(text) && !PERSONS_NUMBER.test(cleanNumber(text));
}

/** A sentence or a heading, although it stands where names do. */
export function isSentence(text: string): boolean {
  return SENTENCE.test(text) || text.length > 40;
}
