/**
 * Problems: anything a person should look at, as values with a stable code, a severity and an exact place. Stages
 * collect them; none stops a run. What each code says stands in catalogue/; nothing here knows a sentence.
 */
import type { Decision } from "../model/campaign.ts";
import { comparePlaces, compareText, type Place } from "../model/place.ts";
import { type Fen, ZERO } from "../money.ts";
import { type Code, KINDS, type Params } from "./catalogue.ts";
import { isAbout, peopleKey, problemId, type Subject } from "./subject.ts";

/** error 错误: money waits or a row is lost · warning 警告: to be confirmed · notice 提示: told only. */
export type Severity = "error" | "warning" | "notice";

/** The same text for both languages of messages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
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
  /** Money that hangs on a pair that looks alike (paid twice if they are one; or freed then): it is looked at first. */
  readonly atStake: Fen;
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
  readonly decisions?: ReadonlyMap<string, readonly Decision[]>;
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
    atStake: ZERO,
    settledBy: subject === null ? null : decisionFor(code, id, subject, detail.decisions),
  } as Problem;
}

/** The decision about a problem. One that names other people, or a word that it does not take, settles nothing (and is said). */
function decisionFor(code: Code, id: string, subject: Subject, decisions: ProblemDetail["decisions"]): Decision | null {
  const verdicts: readonly string[] = KINDS[code].verdicts;
  return decisions?.get(id)?.find((row) => verdicts.includes(row.verdict) && isAbout(row, subject)) ?? null;
}

/** What problems have in common that one decision settles: the 编号 and the people; "" where none can be decided. */
export function decisionKey({ id, subject }: Problem): string {
  return subject === null ? "" : `${id}\u0000${peopleKey(subject)}`;
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

  /** Notes that a later stage's decision ended open problems of an earlier one. */
  settle(by: (open: Problem) => Decision | null): void {
    this.#all.forEach((p, at) => {
      const settledBy = p.settledBy === null ? by(p) : null;
      if (settledBy !== null) this.#all[at] = { ...p, settledBy };
    });
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
