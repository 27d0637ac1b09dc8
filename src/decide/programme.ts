/** One programme: each candidate is evaluated by itself, then the programme's listed sums as a whole. */
import type { Reason } from "../model/entitlement.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { isResidentNumber } from "../model/id-number.ts";
import type { Programme } from "../model/rules.ts";
import { ZERO } from "../money.ts";
import { problem } from "../problem/problem.ts";
import type { Candidate } from "./candidates.ts";
import { addFact, type Draft, deny, draftOf, hold, ownRow, quoteDecision } from "./draft.ts";
import { type Given, heldBy } from "./given.ts";
import { identityDoubts, usedDecisions } from "./identity.ts";
import { boundMean, ListedSums, type Mean } from "./listed.ts";
import { givesWayTo, restsOn } from "./order.ts";
import { type Asked, askedAbout, type Prepared, prepared } from "./prepared.ts";
import { decidedNo, fits, notEligible, refused } from "./reasons.ts";
import { setSum, settleOrHold } from "./sum.ts";

/** One programme, with what is the same for all its candidates. */
interface Task {
  readonly programme: Programme;
  readonly given: Given;
  readonly prepared: Prepared;
  readonly sums: ListedSums | null;
  /** Why a candidate is granted, where nothing stands against it. */
  readonly fits: readonly Reason[];
  /** What rows assert, by their categories. */
  readonly assertions: Map<readonly string[], string>;
  /** Categories whose lists have not come and could make it smaller. */
  readonly missing: readonly string[];
}

/** A programme decided, overlaps apart. */
export interface DecidedProgramme {
  readonly drafts: readonly Draft[];
  readonly mean: Mean | null;
}

/** Decides one programme for all its candidates, overlaps apart. */
export function decideProgramme(programme: Programme, given: Given): DecidedProgramme {
  const candidates = given.candidates.of(programme);
  const ready = prepared(programme, given.language);
  const task: Task = {
    programme,
    given,
    prepared: ready,
    sums: ready.looks.listed ? new ListedSums(programme, candidates, given.campaign) : null,
    fits: [fits(programme)],
    assertions: new Map(),
    missing: missingLists(ready, given),
  };
  const drafts = candidates.map((candidate) => evaluate(candidate, task));
  return { drafts, mean: boundMean(programme, drafts, given.campaign) };
}

function evaluate({ unit, rows: all }: Candidate, task: Task): Draft {
  const { programme, given } = task;
  const kept = given.doubts.drops(all) ? all.filter((row) => given.doubts.dropped(row) === null) : all;
  const rows = kept.length > 0 ? kept : all;
  const draft = draftOf(programme, unit, rows, task.fits);
  draft.basis = rows.map((row) => ({ says: assertion(row, task), at: row }));
  const [own] = rows;
  if (own && own.idNumber !== "" && !isResidentNumber(own.idNumber)) addFact(draft, `证件=${own.idNumber}`);
  const asked = askedAbout(draft, given);
  if (shutOut(draft, asked, task)) return draft;
  const dropped = kept.length === 0 && own ? given.doubts.dropped(own) : null;
  if (dropped) {
    deny(draft, decidedNo(quoteDecision(dropped)), ZERO);
    return draft;
  }
  setSum(draft, asked, task.prepared, task.sums, given);
  if (draft.result === "denied") return draft;
  holdForIdentity(draft, given);
  if (unit.kind === "household" && unit.household.clashes) {
    // The clash stands at the rows that state the household; the programme may rest on another list.
    for (const row of unit.household.entries) for (const doubt of given.doubts.at(row, ["J104"])) hold(draft, doubt);
  }
  if (task.missing.length > 0) holdForMissingLists(draft, task);
  return draft;
}

/** 类别=低保: what of a row opens the programme. Rows that say the same share one text. */
function assertion({ categories }: Entry, { programme, assertions }: Task): string {
  let said = assertions.get(categories);
  if (said === undefined) {
    const opening = categories.filter((id) => programme.opens.includes(id));
    said = `类别=${opening.join("、")}`;
    assertions.set(categories, said);
  }
  return said;
}

/** The row that says the category which the programme shuts out, and which opens nothing of it. */
function addShutOut(draft: Draft, { eligible }: Programme, { unit: { categories } }: Asked): void {
  const shut = eligible.none.find((id) => categories.has(id));
  if (shut === undefined) return;
  const { kind, person, household } = draft.unit;
  const people = kind === "person" ? [person] : household.members;
  const row = people.flatMap(({ entries }) => entries).find((entry) => entry.categories.includes(shut));
  if (row !== undefined) addFact(draft, `类别=${shut}`, row);
}

/** Refusals and conditions: facts that no settling changes. */
function shutOut(draft: Draft, asked: Asked, { programme, prepared, given }: Task): boolean {
  for (const row of draft.entries) {
    for (const refusal of programme.refusals) {
      const cell = row.fields.get(refusal.field) ?? "";
      if (!refusal.is.includes(cell)) continue;
      addFact(draft, `${refusal.field}=${cell}`, row);
      deny(draft, refused(refusal.because, cell), ZERO);
      return true;
    }
  }
  const answer = prepared.eligible?.(asked.unit) ?? null;
  if (answer === null || answer.holds) return false;
  // Who lacks a category of which no list came may still have it: that list is waited for.
  const due = programme.eligible.all.filter((id) => !asked.unit.categories.has(id));
  if (given.missing(due).length > 0) return false;
  for (const { says, at } of asked.notes.facts) addFact(draft, says, at);
  addShutOut(draft, programme, asked);
  deny(draft, notEligible(answer.needed, answer.found), ZERO);
  return true;
}

/** Holds for who the unit's person is: for a household its head. */
function holdForIdentity(draft: Draft, given: Given): void {
  const { person } = draft.unit;
  for (const doubt of identityDoubts(person, draft.entries, draft.programme, given.doubts)) {
    if (doubt.settledBy?.verdict === "不予") deny(draft, decidedNo(quoteDecision(doubt.settledBy)), ZERO);
    else hold(draft, doubt);
  }
  for (const decision of usedDecisions(person, given.doubts)) addFact(draft, quoteDecision(decision));
  for (const hit of given.checkLists.of(person)) settleOrHold(draft, hit);
  if (draft.unit.kind !== "household") return;
  const waits = heldBy(person, draft.programme, given, (d) => d.result === "held");
  for (const doubt of waits?.problems ?? []) hold(draft, doubt);
}

/** Categories that could make it smaller and of which no list came: those of what it rests on or gives way to, or asks about. */
function missingLists({ programme, looks }: Prepared, given: Given): readonly string[] {
  const { rules, campaign } = given;
  const before = [...restsOn(programme, rules, campaign), ...givesWayTo(programme, rules)];
  const opening = before.flatMap((id) => rules.programmes.find((p) => p.id === id)?.opens ?? []);
  return given.missing([...opening, ...looks.categories]);
}

/** What could come out smaller with a list that has not come waits for it. */
function holdForMissingLists(draft: Draft, { programme, missing, given }: Task): void {
  if (draft.result === "denied") return;
  const categories = missing.join("、");
  const found = problem(
    "D101",
    placeOf(ownRow(draft)),
    { categories, programme: programme.name },
    { content: categories },
  );
  given.problems.push(found);
  hold(draft, found);
}
