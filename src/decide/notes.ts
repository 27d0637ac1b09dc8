/** What was looked at while a draft was decided, and what could not be told. */
import type { Fact } from "../model/entitlement.ts";
import type { Entry } from "../model/entry.ts";
import { compareEntries } from "../model/where.ts";
import type { Problem } from "../problem/problem.ts";

/** The notes of one draft, shared by the unit and its members. What is asked twice is noted once. */
export class Notes {
  #facts: Fact[] = NO_FACTS;
  #problems: Map<string, Problem> = NO_PROBLEMS;
  #unanswered = 0;

  /** What was looked at, in the order of asking. */
  get facts(): readonly Fact[] {
    return this.#facts;
  }

  /** For what the unit waits, in the order of asking. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()];
  }

  /** How many questions could not be answered. */
  get unanswered(): number {
    return this.#unanswered;
  }

  /** Notes what was looked at, and the row that says it. */
  look(says: string, at: Entry | null): void {
    const known = this.#facts.some((fact) => fact.says === says && sameRow(fact.at, at));
    if (!known) this.#facts = this.#facts.concat({ says, at });
  }

  /** A question that has no answer: the unit waits. */
  wait(about: string, found: Problem): null {
    this.#unanswered++;
    this.doubt(about, found);
    return null;
  }

  /** An answer at which a person must look first: it is used, and the unit waits. */
  doubt(about: string, found: Problem): void {
    if (this.#problems.has(about)) return;
    this.#problems = new Map([...this.#problems, [about, found]]);
  }
}

// Nearly all units are asked nothing: they share these.
const NO_FACTS: Fact[] = [];
const NO_PROBLEMS: Map<string, Problem> = new Map();

function sameRow(a: Entry | null, b: Entry | null): boolean {
  return a === b || (a !== null && b !== null && compareEntries(a, b) === 0);
}
