/** Answers of conditions put together: all of them, or one of them. */
import type { Bilingual } from "../problem/problem.ts";
import type { Given } from "./given.ts";
import type { Answer, Asking } from "./language.ts";

/** It holds. */
export const YES: Answer = { holds: true };

/** It does not hold: what was needed, and what was found (as the list or the register says it). */
export function no(needed: Bilingual, found: string): Answer {
  return { holds: false, needed, found };
}

/** All hold: the first that does not decides; while some cannot be told, nobody can tell. */
export function all(askings: readonly Asking[]): Asking {
  return (given) => {
    let unknown = false;
    for (const asking of askings) {
      const answer = asking(given);
      if (answer === null) unknown = true;
      else if (!answer.holds) return answer;
    }
    return unknown ? null : YES;
  };
}

/** One of them holds. */
export function either(askings: readonly Asking[], needed: Bilingual): Asking {
  return (given: Given) => {
    const answers = askings.map((asking) => asking(given));
    if (answers.some((answer) => answer?.holds === true)) return YES;
    if (answers.includes(null)) return null;
    return no(needed, answers.flatMap((answer) => (answer?.holds === false ? answer.found : [])).join("；"));
  };
}
