/** What the value of a cell says, by its type and style: the number of its text, and its kind. */
import { dateText, isoText, numberText, type Shows } from "./number-text.ts";
import { countAt } from "./references.ts";
import { hashOf, Seen } from "./seen.ts";
import type { Texts } from "./texts.ts";
import { damaged } from "./unreadable.ts";
import { nameKey } from "./xml.ts";
import { textAt } from "./xml-text.ts";

/** What the values of a workbook's cells refer to. */
export interface Book {
  /** The shared strings first, by their index. */
  readonly texts: Texts;
  readonly sharedStrings: number;
  /** How the cells of each style show their numbers. */
  readonly styles: readonly Shows[];
  readonly from1904: boolean;
}

/** Values of a cell's `t`, as `nameKey` has them; a cell without it is a number. */
export const TYPE = {
  shared: nameKey("s"),
  formulaText: nameKey("str"),
  inline: nameKey("inlineStr"),
  boolean: nameKey("b"),
  error: nameKey("e"),
  date: nameKey("d"),
  number: nameKey("n"),
} as const;

/** The letters of `CellKinds`. */
export const KIND = {
  empty: 0x2d,
  text: 0x74,
  number: 0x6e,
  date: 0x64,
  boolean: 0x62,
  error: 0x65,
  formula: 0x66,
} as const;

/** Days up to 2079. */
const NEAR_DAYS = 1 << 16;

/** Reads the values of one workbook. Each method gives the number of a text and leaves its kind in `kind`. */
export class CellValues {
  kind: number = KIND.empty;
  readonly #book: Book;
  readonly #seenTexts = new Seen();
  readonly #seenNumbers: Readonly<Record<Shows, Seen>>;
  /** The text of each whole day, one more than its number; 0 where it did not come yet. */
  readonly #days = new Int32Array(NEAR_DAYS);
  readonly #words = new Map<string, number>();

  constructor(book: Book) {
    this.#book = book;
    this.#seenNumbers = { number: new Seen(), date: new Seen(), time: new Seen(), elapsed: new Seen() };
  }

  /** The shared string of this index. */
  shared(index: number): number {
    if (!(index < this.#book.sharedStrings)) {
      throw damaged("单元格指向不存在的共享文本", "a cell points at a shared string that is not there");
    }
    this.kind = this.#book.texts.isEmpty(index) ? KIND.empty : KIND.text;
    return index;
  }

  /** A text that stands in the cell as plain XML: an inline one, or that of a formula. */
  text(bytes: Buffer, start: number, end: number, hash: number): number {
    this.kind = start < end ? KIND.text : KIND.empty;
    if (start === end) return 0;
    const seen = this.#seenTexts;
    const slot = seen.slotOf(bytes, start, end, hash);
    if (slot >= 0) return seen.numbers[slot] as number;
    const number = this.#book.texts.addXml(bytes, start, end);
    seen.learn(bytes, start, end, hash, KIND.text, number);
    return number;
  }

  /** A number, or the date that its style makes of it. */
  number(bytes: Buffer, start: number, end: number, hash: number, style: number): number {
    const shows = this.#book.styles[style] ?? "number";
    const seen = this.#seenNumbers[shows];
    const slot = seen.slotOf(bytes, start, end, hash);
    if (slot >= 0) {
      this.kind = seen.kinds[slot] as number;
      return seen.numbers[slot] as number;
    }
    const number = this.#newNumber(bytes, start, end, shows);
    seen.learn(bytes, start, end, hash, this.kind, number);
    return number;
  }

  /** Any value of any type whose text is known. */
  typed(type: number, style: number, text: string): number {
    if (type === TYPE.boolean) return this.#addOnce(/^\s*(?:1|true)\s*$/i.test(text) ? "TRUE" : "FALSE", KIND.boolean);
    if (type === TYPE.error) return this.#addOnce(text, KIND.error);
    if (type === TYPE.date) return this.#addDate(isoText(text));
    if (type === TYPE.formulaText || type === TYPE.inline) return this.#add(text, KIND.text);
    const bytes = Buffer.from(text);
    return this.number(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length), style);
  }

  #newNumber(bytes: Buffer, start: number, end: number, shows: Shows): number {
    const whole = wholeAt(bytes, start, end);
    if (shows === "number" && whole > 0) {
      this.kind = KIND.number;
      return this.#book.texts.addXml(bytes, start, end);
    }
    const isDay = shows === "date" && whole > 0 && whole < NEAR_DAYS;
    const known = isDay ? (this.#days[whole] as number) : 0;
    if (known > 0) {
      this.kind = KIND.date;
      return known - 1;
    }
    const number = this.#converted(textAt(bytes, start, end), shows);
    if (isDay) this.#days[whole] = number + 1;
    return number;
  }

  #converted(stored: string, shows: Shows): number {
    const number = numberText(stored);
    if (number === null) return this.#add(stored.trim(), KIND.text);
    const date = shows === "number" ? null : dateText(Number(stored), shows, this.#book.from1904);
    return date === null ? this.#add(number, KIND.number) : this.#addDate(date);
  }

  /** A time without a day is no date: it stays a text that looks like what it is. */
  #addDate(text: string): number {
    return this.#add(text, text.charCodeAt(4) === 0x2d ? KIND.date : KIND.text);
  }

  /** The few texts of yes, no and errors. */
  #addOnce(text: string, kind: number): number {
    const known = this.#words.get(text);
    if (known !== undefined) this.kind = kind;
    const number = known ?? this.#add(text, kind);
    if (this.kind === kind) this.#words.set(text, number);
    return number;
  }

  #add(text: string, kind: number): number {
    this.kind = text === "" ? KIND.empty : kind;
    return text === "" ? 0 : this.#book.texts.add(text);
  }
}

/** A number that is its own text: digits that do not begin with a zero, and no more than Excel keeps; else 0. */
function wholeAt(bytes: Buffer, start: number, end: number): number {
  const isPlain = end - start <= 15 && (bytes[start] as number) > 0x30;
  return isPlain ? countAt(bytes, start, end) : 0;
}
