/** One programme: each candidate is evaluated by itself, then the programme's listed sums as a whole. */
import type { Reason } from "../model/entitlement.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { isResidentNumber } from "../model/id-number.ts";
import type { Programme } from "../model/rules.ts";
import { ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { amountOf } from "../rules/amounts/index.ts";
import { type Candidate, missingCondition } from "./candidates.ts";
import { addFact, type Draft, deny, draftOf, hold, ownRow, quoteDecision } from "./draft.ts";
import { type Given, heldBy } from "./given.ts";
import { identityDoubts } from "./identity.ts";
import { boundMean, ListedSums, type Mean } from "./listed.ts";
import { countMembers } from "./members.ts";
import { restsOn } from "./order.ts";
import { decidedNo, fits, notEligible, refused } from "./reasons.ts";

/** One programme, with what is the same for all its candidates. */
interface Task {
  readonly programme: Programme;
  readonly given: Given;
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
  const task: Task = {
    programme,
    given,
    sums: programme.amount.kind === "listed" ? new ListedSums(programme, candidates, given.campaign) : null,
    fits: [fits(programme)],
    assertions: new Map(),
    missing: missingLists(programme, given),
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
  if (shutOut(draft)) return draft;
  const dropped = kept.length === 0 && own ? given.doubts.dropped(own) : null;
  if (dropped) {
    deny(draft, decidedNo(quoteDecision(dropped)), ZERO);
    return draft;
  }
  if (unit.kind === "household") countMembers(draft, given);
  else setAmount(draft, 1, task);
  if (draft.result === "denied") return draft;
  if (unit.kind === "household" && programme.notCounted.length === 0) setAmount(draft, draft.counted, task);
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
    const opening = categories.filter((id) => programme.eligible.any.includes(id));
    said = `类别=${opening.join("、")}`;
    assertions.set(categories, said);
  }
  return said;
}

/** Refusals and conditions: facts that no settling changes. */
function shutOut(draft: Draft): boolean {
  const { programme, entries: rows, unit } = draft;
  for (const row of rows) {
    for (const refusal of programme.refusals) {
      const cell = row.fields.get(refusal.field) ?? "";
      if (!refusal.is.includes(cell)) continue;
      addFact(draft, `${refusal.field}=${cell}`, row);
      deny(draft, refused(refusal.because, cell), ZERO);
      return true;
    }
  }
  if (programme.eligible.all.length === 0 && programme.eligible.none.length === 0) return false;
  const categories = new Set(
    (unit.kind === "person" ? unit.person.entries : unit.household.members.flatMap((m) => m.entries)).flatMap(
      (e) => e.categories,
    ),
  );
  const lacks = missingCondition(programme.eligible, categories);
  if (lacks !== null) deny(draft, notEligible(lacks), ZERO);
  return lacks !== null;
}

/** The sum by the rules for a number of counted members. */
function setAmount(draft: Draft, counted: number, { sums, given }: Task): void {
  const listed = sums?.of(draft) ?? null;
  const categories = new Set(draft.entries.flatMap((row) => row.categories));
  const { sum, arithmetic } = amountOf(draft.programme.amount, { counted, categories, listed: listed?.sum ?? null });
  draft.amount = sum;
  draft.arithmetic = arithmetic;
  draft.counted = counted;
  if (listed === null) return;
  for (const found of listed.problems) {
    given.problems.push(found);
    settleOrHold(draft, found);
  }
  const row = draft.entries.find((r) => r.listed !== null);
  if (row) addFact(draft, `金额=${row.listedText}`, row);
}

/** A problem that 认可 waves through, 不予 makes a refusal, and that holds as long as nobody decided. */
function settleOrHold(draft: Draft, found: Problem): void {
  const said = found.settledBy;
  if (said === null) hold(draft, found);
  else if (said.verdict === "不予") deny(draft, decidedNo(quoteDecision(said)), ZERO);
  else addFact(draft, quoteDecision(said));
}

/** Holds for who the unit's person is: for a household its head. */
function holdForIdentity(draft: Draft, given: Given): void {
  const { person } = draft.unit;
  for (const doubt of identityDoubts(person, draft.entries, draft.programme, given.doubts)) {
    if (doubt.settledBy?.verdict === "不予") deny(draft, decidedNo(quoteDecision(doubt.settledBy)), ZERO);
    else hold(draft, doubt);
  }
  for (const row of person.entries) {
    const said = given.doubts.at(row, ["V104"]).find((p) => p.settledBy?.verdict === "认可")?.settledBy;
    if (said) addFact(draft, quoteDecision(said));
  }
  for (const hit of given.checkLists.hits(person, ownRow(draft))) {
    if (hit.code === "D113" || hit.settledBy !== null) settleOrHold(draft, hit);
  }
  if (draft.unit.kind !== "household") return;
  const waits = heldBy(person, draft.programme, given, (d) => d.result === "held");
  for (const doubt of waits?.problems ?? []) hold(draft, doubt);
}

/** Categories on which a programme's decisions rest (what it gives way to, whose holders it takes off) and of which no list came. */
function missingLists(programme: Programme, given: Given): readonly string[] {
  const { rules, campaign } = given;
  const needed = restsOn(programme, rules, campaign);
  return given.missing(needed.flatMap((id) => rules.programmes.find((p) => p.id === id)?.eligible.any ?? []));
}

/** What could come out smaller with a list that has not come waits for it. */
function holdForMissingLists(draft: Draft, { programme, missing, given }: Task): void {
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
