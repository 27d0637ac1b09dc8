/** What evaluating a programme looks at beside its candidates. */
import type { Campaign } from "../model/campaign.ts";
import type { Person } from "../model/register.ts";
import type { Programme, Rules } from "../model/rules.ts";
import type { Problem } from "../problem/problem.ts";
import type { Run } from "../rules/language.ts";
import type { Candidates } from "./candidates.ts";
import type { CheckLists } from "./check-lists.ts";
import type { Draft } from "./draft.ts";
import type { Holdings } from "./holdings.ts";
import type { Doubts } from "./identity.ts";
import type { LackingColumns } from "./lacking.ts";

/** The same for all programmes of a run. */
export interface Given {
  readonly rules: Rules;
  readonly campaign: Campaign;
  readonly candidates: Candidates;
  readonly doubts: Doubts;
  readonly checkLists: CheckLists;
  /** The rules' mechanisms, made ready. */
  readonly language: Run;
  /** What programmes decided before grant. */
  readonly holdings: Holdings;
  readonly lacking: LackingColumns;
  /** Drafts of programmes decided before to which others refer, by programme and person. */
  readonly earlier: ReadonlyMap<string, ReadonlyMap<Person, Draft>>;
  /** Categories that no list asserts and nobody declared to be none. */
  readonly missing: (categories: readonly string[]) => readonly string[];
  /** Problems found on the way. */
  readonly problems: Problem[];
}

/** The draft of a programme whose holders are not counted, where a person has one that fits. */
export function heldBy(
  person: Person,
  programme: Programme,
  given: Given,
  fitsWanted: (draft: Draft) => boolean,
): Draft | null {
  for (const id of programme.notCounted) {
    const draft = given.earlier.get(id)?.get(person);
    if (draft && fitsWanted(draft)) return draft;
  }
  return null;
}

/** A programme's name by its key. */
export function nameOf(id: string, rules: Rules): string {
  return rules.programmes.find((p) => p.id === id)?.name ?? id;
}
