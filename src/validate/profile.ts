/** What a column holds, by a sample of its cells: by this a header is confirmed, and a column without a known one told. */
import { from15, hasRightCheckDigit, isWellFormed } from "../model/id-number.ts";
import type { Row } from "../model/list.ts";
import type { Field, ListWords } from "../model/list-words.ts";
import { parseYuan } from "../money.ts";
import { filledCells, type RowWords } from "./row-words.ts";
import { clean, cleanNumber, fold } from "./text.ts";

/** Rows that are looked at, spread over the list: enough to tell a column, whatever the list's length. */
const SAMPLE = 200;
/** A kind of value that this share of the filled cells has is what the column holds. */
const MOST = 0.8;

/** Counts of a column's filled cells in the sample, by what they look like; a cell may look like several things. */
export interface Profile {
  readonly filled: number;
  /** Numbers of a resident's card, 18 or 15 digits with a date that exists. */
  readonly ids: number;
  /** Those of them whose check digit is right (15 digits have none). */
  readonly rightIds: number;
  /** Mobile telephones: 11 digits from 13 to 19. */
  readonly mobiles: number;
  /** Numbers of 12 to 32 digits that are no ID numbers: cards and passbooks. */
  readonly accounts: number;
  /** Two to four 汉字, or a name with ·. */
  readonly names: number;
  /** Those of them that begin with a usual surname. */
  readonly people: number;
  readonly relations: number;
  /** 是 or 否, √ or nothing. */
  readonly answers: number;
  readonly sums: number;
}

/** The sample of a list's rows. Totals, notes and what stands alone in its row tell nothing of the columns. */
export function sampleOf(rows: readonly Row[], rowWords: RowWords): readonly Row[] {
  const step = Math.max(1, rows.length / SAMPLE);
  const spread = Array.from({ length: Math.min(SAMPLE, rows.length) }, (_, at) => rows[Math.floor(at * step)] as Row);
  const telling = spread.filter((row) => filledCells(row).length > 1 && rowWords.of(row) === null);
  return telling.length > 0 ? telling : spread;
}

/** Looks at one column of a sample. */
export function profileOf(sample: readonly Row[], index: number, words: ListWords): Profile {
  const texts = sample.flatMap((row) => clean(row.cells[index] ?? "") || []);
  const numbers = texts.map(cleanNumber);
  const count = <T>(of: readonly T[], is: (one: T) => boolean) => of.filter(is).length;
  const isAnswer = (text: string) => words.yes.includes(fold(text)) || words.no.includes(fold(text));
  return {
    filled: texts.length,
    ids: count(numbers, isId),
    rightIds: count(numbers, (n) => isWellFormed(n) && hasRightCheckDigit(n)),
    mobiles: count(numbers, (n) => /^1[3-9]\d{9}$/.test(n)),
    accounts: count(numbers, (n) => /^\d{12,32}$/.test(n.replaceAll("-", "")) && !isId(n)),
    names: count(texts, isName),
    people: count(texts, (text) => isName(text) && words.surnames.has(text.charAt(0))),
    relations: count(texts, (text) => words.relations.includes(text)),
    answers: count(texts, isAnswer),
    sums: count(texts, (text) => parseYuan(text) !== null),
  };
}

function isName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text.replace(/\s/g, "")) || text.includes("·");
}

function isId(number: string): boolean {
  return isWellFormed(number) || (number.length === 15 && from15(number) !== null);
}

/** Most of the filled cells look like this. */
export function mostly(profile: Profile, kind: keyof Profile): boolean {
  return profile.filled > 0 && profile[kind] >= profile.filled * MOST;
}

/** Half of the filled cells look like what a field holds; a field whose cells have no shape is content with any. */
export function holds(profile: Profile, field: Field): boolean {
  if (profile.filled === 0) return false;
  const kind = SHAPES[field];
  return kind === undefined || kind.reduce((n, one) => n + profile[one], 0) * 2 >= profile.filled;
}

const SHAPES: Partial<Record<Field, readonly (keyof Profile)[]>> = {
  idNumber: ["ids"],
  headIdNumber: ["ids"],
  collectorId: ["ids"],
  name: ["people"],
  headName: ["people"],
  accountName: ["people"],
  account: ["accounts"],
  amount: ["sums"],
  relation: ["relations"],
};
