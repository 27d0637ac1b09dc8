/**
 * Whom and what a problem is about: what makes its 编号, and what a row of 核实结论.xlsx must name to settle it.
 *
 * Why both: among a million problems of one code two may share a 编号, and a row may carry a 编号 that was dragged down
 * from the row above it. A decision about somebody else would pay wrong money, so the people of the row are looked at too.
 */
import { cleanIdNumber } from "../model/id-number.ts";

/** Who and what a problem is about: makes its 编号, and its row in 待核实.xlsx. */
export interface Subject {
  readonly idNumber: string;
  readonly name: string;
  readonly otherIdNumber: string;
  /** The value that the decision is about (内容): a decision ends when it changes. */
  readonly value: string;
}

/** 编号: the code and ten letters that follow from the people, in whatever order they are shown, and the value. */
export function problemId(code: string, subject: Subject): string {
  const who = [subject.idNumber === "" ? subject.name : subject.idNumber, subject.otherIdNumber].sort();
  return `${code}-${letters([code, ...who, subject.value].join("\u0000"))}`;
}

/** The people as a problem, or a row of 核实结论.xlsx, names them. */
type People = Pick<Subject, "idNumber" | "name" | "otherIdNumber">;

/** What tells the people of one 编号 from others: their numbers, or the name of those who have none. */
export function peopleKey(people: People): string {
  const numbers = numbersOf(people);
  return numbers.length === 0 ? people.name : numbers.sort().join("\u0000");
}

/**
 * A row of 核实结论.xlsx names the people that a problem is about: each number that it states is one of theirs; where
 * one of the two has no number, the name is the same. A row without numbers and name is taken at its 编号.
 */
export function isAbout(row: People, people: People): boolean {
  const [stated, known] = [numbersOf(row), numbersOf(people)];
  if (stated.length > 0 && known.length > 0) return stated.every((number) => known.includes(number));
  return row.name === "" || people.name === "" || row.name === people.name;
}

function numbersOf({ idNumber, otherIdNumber }: People): string[] {
  return [idNumber, otherIdNumber].map(cleanIdNumber).filter((number) => number !== "");
}

/** Letters that nobody misreads over the telephone: no I, L, O, U, 0, 1. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 30¹⁰ is 49 bits: a million problems of one code share a 编号 once in a thousand runs (with eight letters, every other run). */
const LENGTH = 10;

/** Letters from a text: two lanes of a 32-bit mixing hash, 53 bits of which are used. Not for secrets. */
function letters(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  let rest = 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
  let made = "";
  for (let i = 0; i < LENGTH; i++) {
    made += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return made;
}
