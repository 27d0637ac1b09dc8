/** The problems of one list as they are found: each with its place on the list and what makes its 编号. */
import type { Campaign } from "../model/campaign.ts";
import { type ListReading, placeIn } from "../model/entry.ts";
import { knownName, type List } from "../model/list.ts";
import type { Code, Params } from "../problem/catalogue.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** What a problem of a list says beside its code, row and params. */
export interface ListProblemDetail {
  /** The column as places name it: "类别(F)". */
  readonly column?: string;
  readonly content?: string;
  /** Further rows that it concerns. */
  readonly also?: readonly number[];
}

/** Whom a problem of a whole list is about: it makes the 编号, so that a decision holds for its corrected copy too. */
export function subjectOf(list: List): string {
  const { file, sheet } = knownName(list);
  return `${file}!${sheet}`;
}

/** Collects the problems of one list. */
export class ListProblems {
  readonly all: Problem[] = [];
  readonly #reading: ListReading;
  readonly #subject: string;
  readonly #decisions: Campaign["decisions"];

  constructor(list: List, reading: ListReading, decisions: Campaign["decisions"]) {
    this.#reading = reading;
    this.#subject = subjectOf(list) + (reading.ordinal > 1 ? `!${reading.ordinal}` : "");
    this.#decisions = decisions;
  }

  /** A problem of the list as a whole, of a column, or of rows that have it in common: the list is its subject. */
  add<C extends Code>(code: C, row: number, params: Params<C>, detail: ListProblemDetail = {}): Problem {
    const { column = "", content = "", also = [] } = detail;
    const at = placeIn(this.#reading, row);
    const place = { ...at, column: column === "" ? at.column : column };
    const made = problem(code, place, params, {
      content,
      also: also.map((number) => ({ ...place, row: number })),
      subject: { idNumber: "", name: this.#subject, otherIdNumber: "", value: `${column}|${content}` },
      decisions: this.#decisions,
    });
    this.all.push(made);
    return made;
  }

  /** A problem that was made elsewhere. */
  take(found: Problem): void {
    this.all.push(found);
  }
}
