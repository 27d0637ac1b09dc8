/**
 * Problems: anything a person should look at, as values with a stable code, a severity and an exact place. Stages
 * collect them; none stops a run. What each code says stands in catalogue/; nothing here knows a sentence.
 */
import type { Decision } from "../model/campaign.ts";
import { comparePlaces, compareText, type Place } from "../model/place.ts";
import { type Code, KINDS, type Params } from "./catalogue.ts";

/** error 错误: money waits or a row is lost · warning 警告: to be confirmed · notice 提示: told only. */
export type Severity = "error" | "warning" | "notice";

/** The same text for both languages of messages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Who and what a problem is about: makes its 编号, and its row in 待核实.xlsx. */
export interface Subject {
  readonly idNumber: string;
  readonly name: string;
  readonly otherIdNumber: string;
  /** The value that the decision is about (内容): a decision ends when it changes. */
  readonly value: string;
}

/** One problem at one place. */
export interface Problem<C extends Code = Code> {
  readonly code: C;
  readonly place: Place;
  readonly params: Params<C>;
  /** 内容: the cell as it stood, or the value in question. */
  readonly content: string;
  /** Other rows that it concerns: each gets its own line in 数据/问题清单.csv. */
  readonly also: readonly Place[];
  readonly subject: Subject | null;
  /** 编号, "" where nobody can settle it by a decision. */
  readonly id: string;
  /** The decision of 核实结论.xlsx that settles it: then it is quoted, and no longer asked. */
  readonly settledBy: Decision | null;
}

/** What a stage gives: always a value, whatever was wrong. */
export interface Checked<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** What a thing that is all or nothing gives (a rules file, a campaign file). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a problem needs beside its code, place and params. */
export interface ProblemDetail {
  readonly content?: string;
  readonly also?: readonly Place[];
  readonly subject?: Subject;
  readonly decisions?: ReadonlyMap<string, Decision>;
}

/** Makes a problem; finds the decision that settles it, where decisions are handed in. */
export function problem<C extends Code>(code: C, place: Place, params: Params<C>, detail: ProblemDetail = {}): Problem {
  const subject = detail.subject ?? null;
  const id = subject === null ? "" : problemId(code, subject);
  return {
    code,
    place,
    params,
    content: detail.content ?? "",
    also: detail.also ?? [],
    subject,
    id,
    settledBy: decisionFor(code, id, detail.decisions),
  } as Problem;
}

/** The decision about a problem; one whose word the problem does not take settles nothing (and is said). */
function decisionFor(code: Code, id: string, decisions: ProblemDetail["decisions"]): Decision | null {
  const decision = id === "" ? undefined : decisions?.get(id);
  if (decision === undefined) return null;
  return (KINDS[code].verdicts as readonly string[]).includes(decision.verdict) ? decision : null;
}

/** 编号: the code and eight letters that follow from the people and the value: the same in every run and year. */
export function problemId(code: string, subject: Subject): string {
  const who = subject.idNumber === "" ? subject.name : subject.idNumber;
  return `${code}-${shortHash([code, who, subject.otherIdNumber, subject.value].join("\u0000"))}`;
}

/** Letters that nobody misreads over the telephone: no I, L, O, U, 0, 1. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight letters (about 39 bits) from a text: two rounds of a 32-bit mixing hash. Not for secrets. */
function shortHash(text: string): string {
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
  let letters = "";
  for (let i = 0; i < 8; i++) {
    letters += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return letters;
}

/** The severity of a problem, by its code. */
export function severityOf(p: Problem): Severity {
  return KINDS[p.code].severity;
}

/** The message of a problem: what is wrong, with the value as it stood and what was expected. */
export function messageOf(p: Problem): Bilingual {
  return (KINDS[p.code].message as (params: never) => Bilingual)(p.params as never);
}

/** What to do next. */
export function hintOf(p: Problem): Bilingual {
  return (KINDS[p.code].hint as (params: never) => Bilingual)(p.params as never);
}

/** Adds problems to a list; `push(...many)` would put each of them on the stack. */
export function append(to: Problem[], more: readonly Problem[]): void {
  for (const p of more) to.push(p);
}

/** The problems of a run in their one stated order: file, sheet, row, column, code, message. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      comparePlaces(a.place, b.place) ||
      compareText(a.code, b.code) ||
      compareText(a.id, b.id) ||
      compareText(messageOf(a).zh, messageOf(b).zh),
  );
}

/** Collects the problems of all stages. */
export class Problems {
  readonly #all: Problem[] = [];

  /** Notes a stage's problems and hands on its value. */
  take<T>(checked: Checked<T>): T {
    for (const p of checked.problems) this.#all.push(p);
    return checked.value;
  }

  /** All found so far, settled ones too, as they came. */
  all(): readonly Problem[] {
    return this.#all;
  }

  /** All that still stand, in the stated order. */
  open(): readonly Problem[] {
    return sortProblems(this.#all.filter((p) => p.settledBy === null));
  }

  /** Those that a decision settled, in the stated order. */
  settled(): readonly Problem[] {
    return sortProblems(this.#all.filter((p) => p.settledBy !== null));
  }
}
