/** One programme: each candidate is evaluated by itself, then the programme's listed sums as a whole. */
import type { Campaign } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { isResidentNumber } from "../model/id-number.ts";
import type { Person } from "../model/register.ts";
import type { Programme, Rules } from "../model/rules.ts";
import { type Fen, subtract, toYuan, ZERO } from "../money.ts";
import { type Problem, problem, type Subject } from "../problem/problem.ts";
import { amountOf } from "../rules/amounts/index.ts";
import { type Candidate, type Candidates, missingCondition } from "./candidates.ts";
import { type Draft, deny, hold, ownRow, quoteDecision, sourceOf } from "./draft.ts";
import { checkListHits, type Doubts, identityDoubts } from "./identity.ts";
import { boundMean, ListedSums } from "./listed.ts";
import { restsOn } from "./order.ts";
import { decidedNo, fits, nobodyCounted, notEligible, refused } from "./reasons.ts";
import { type Size, sizeOf } from "./size.ts";

/** What evaluating a programme looks at. */
export interface Given {
  readonly rules: Rules;
  readonly campaign: Campaign;
  readonly candidates: Candidates;
  readonly doubts: Doubts;
  readonly personOf: (entry: Entry) => Person;
  /** Drafts of the programmes decided before, by programme and person. */
  readonly earlier: ReadonlyMap<string, ReadonlyMap<Person, Draft>>;
  /** Categories that no list asserts and nobody declared to be none. */
  readonly missing: (categories: readonly string[]) => readonly string[];
  /** Problems found on the way. */
  readonly problems: Problem[];
}

/** Decides one programme for all its candidates, overlaps apart. */
export function decideProgramme(programme: Programme, given: Given): readonly Draft[] {
  const candidates = given.candidates.of(programme);
  const sums = programme.amount.kind === "listed" ? new ListedSums(programme, candidates, given.campaign) : null;
  const drafts = candidates.map((candidate) => evaluate(programme, candidate, sums, given));
  const mean = boundMean(programme, drafts, given.campaign);
  given.problems.push(...mean.problems);
  if (mean.denied !== null)
    for (const draft of drafts) if (draft.result !== "denied") deny(draft, decidedNo(mean.denied), ZERO);
  return drafts;
}

function evaluate(programme: Programme, { unit, rows: all }: Candidate, sums: ListedSums | null, given: Given): Draft {
  const kept = all.filter((row) => given.doubts.dropped(row) === null);
  const rows = kept.length > 0 ? kept : all;
  const draft: Draft = {
    programme,
    unit,
    rows,
    result: "granted",
    amount: ZERO,
    pendingDifference: ZERO,
    counted: 1,
    reasons: [fits(programme)],
    problems: [],
    arithmetic: "",
    basis: [],
  };
  for (const row of rows)
    draft.basis.push(
      `类别=${row.categories.filter((id) => programme.eligible.any.includes(id)).join("、")}（${sourceOf(row)}）`,
    );
  const [own] = rows;
  if (own && own.idNumber !== "" && !isResidentNumber(own.idNumber)) draft.basis.push(`证件=${own.idNumber}`);
  if (shutOut(draft)) return draft;
  const dropped = kept.length === 0 && own ? given.doubts.dropped(own) : null;
  if (dropped) {
    deny(draft, decidedNo(quoteDecision(dropped)), ZERO);
    return draft;
  }
  if (unit.kind === "household") countMembers(draft, given);
  else setAmount(draft, 1, sums, given);
  if (draft.result === "denied") return draft;
  if (unit.kind === "household" && programme.notCounted.length === 0) setAmount(draft, draft.counted, sums, given);
  holdForIdentity(draft, given);
  if (unit.kind === "household" && unit.household.clashes) {
    // The clash stands at the rows that state the household; the programme may rest on another list.
    for (const row of unit.household.entries) for (const doubt of given.doubts.at(row, ["J104"])) hold(draft, doubt);
  }
  holdForMissingLists(draft, given);
  return draft;
}

/** Refusals and conditions: facts that no settling changes. */
function shutOut(draft: Draft): boolean {
  const { programme, rows, unit } = draft;
  for (const row of rows) {
    for (const refusal of programme.refusals) {
      const cell = row.fields.get(refusal.field) ?? "";
      if (!refusal.is.includes(cell)) continue;
      draft.basis.push(`${refusal.field}=${cell}（${sourceOf(row)}）`);
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
function setAmount(draft: Draft, counted: number, sums: ListedSums | null, given: Given): void {
  const listed = sums?.of(draft) ?? null;
  const categories = new Set(draft.rows.flatMap((row) => row.categories));
  const { sum, arithmetic } = amountOf(draft.programme.amount, { counted, categories, listed: listed?.sum ?? null });
  draft.amount = sum;
  draft.arithmetic = arithmetic;
  draft.counted = counted;
  if (listed === null) return;
  for (const found of listed.problems) {
    given.problems.push(found);
    settleOrHold(draft, found);
  }
  const row = draft.rows.find((r) => r.listed !== null);
  if (row) draft.basis.push(`金额=${row.listedText}（${sourceOf(row)}）`);
}

/** A problem that 认可 waves through, 不予 makes a refusal, and that holds as long as nobody decided. */
function settleOrHold(draft: Draft, found: Problem): void {
  const said = found.settledBy;
  if (said === null) hold(draft, found);
  else if (said.verdict === "不予") deny(draft, decidedNo(quoteDecision(said)), ZERO);
  else draft.basis.push(quoteDecision(said));
}

/** Counts the household's members and, where the sum depends on them, pays the smaller number. */
function countMembers(draft: Draft, given: Given): void {
  const { programme, unit } = draft;
  const facts = {
    personOf: given.personOf,
    holds: (person: Person) => heldBy(person, programme, given, (d) => d.result === "granted")?.programme.name ?? null,
    uncertain: (person: Person) => person !== unit.person && isUncertain(person, draft, given),
  };
  const size = sizeOf(unit, draft.rows, programme.eligible.any, facts);
  draft.basis.push(sizeFact(size));
  if (unit.household.members.length > 1) {
    draft.basis.push(`成员：${unit.household.members.map((m) => `${m.name} ${m.idNumber}`.trim()).join("、")}`);
  }
  if (programme.notCounted.length === 0) {
    // The sum does not depend on the size: shown only, as the list states it.
    draft.counted = Math.max(size.named >= 2 ? size.named : (size.declared ?? 1), 1);
    return;
  }
  for (const { person, holds } of size.takenOff) draft.basis.push(`${person.name}享受${holds}，不计`);
  if (size.larger === 0) {
    draft.counted = 0;
    draft.arithmetic = amountOf(programme.amount, { counted: 0, categories: new Set(), listed: null }).arithmetic;
    deny(draft, nobodyCounted(programme.notCounted.map((id) => nameOf(id, given)).join("、")), ZERO);
    return;
  }
  payForSize(draft, size, given);
}

/** The smaller sum now; the difference waits, for a decision about the size (D109) and about the members (D110). */
function payForSize(draft: Draft, size: Size, given: Given): void {
  const sumFor = (counted: number) =>
    amountOf(draft.programme.amount, { counted, categories: new Set(), listed: null });
  let counted = size.smaller;
  let larger: Fen = sumFor(size.larger).sum;
  if (size.largerBySize > size.smaller || (size.larger > size.smaller && size.uncertain.length === 0)) {
    const to = size.uncertain.length === 0 ? size.larger : size.largerBySize;
    const verdict = askAboutSize(draft, given, "D109", sumFor(counted).sum, sumFor(to).sum, size);
    if (verdict === "认可") counted = to;
    if (verdict !== undefined && size.uncertain.length === 0) larger = sumFor(counted).sum;
  }
  if (size.uncertain.length > 0 && size.larger > counted) {
    const verdict = askAboutSize(draft, given, "D110", sumFor(counted).sum, sumFor(size.larger).sum, size);
    if (verdict === "认可") counted = size.larger;
    if (verdict !== undefined) larger = sumFor(counted).sum;
  }
  const decided = sumFor(counted);
  draft.counted = counted;
  draft.amount = decided.sum;
  draft.arithmetic = decided.arithmetic;
  if (counted === 0) {
    // Nobody would be left: the household waits with the sum that is at stake.
    draft.amount = larger;
    draft.counted = size.larger;
    draft.arithmetic = sumFor(size.larger).arithmetic;
    const waits = draft.problems.find((p) => p.settledBy === null);
    const said = draft.problems.find((p) => p.settledBy?.verdict === "不予")?.settledBy;
    if (waits) hold(draft, waits);
    else if (said) deny(draft, decidedNo(quoteDecision(said)), ZERO);
    return;
  }
  draft.pendingDifference = subtract(larger, decided.sum);
}

function askAboutSize(
  draft: Draft,
  given: Given,
  code: "D109" | "D110",
  smaller: Fen,
  larger: Fen,
  size: Size,
): string | undefined {
  if (smaller === larger) return undefined;
  const { person } = draft.unit;
  const row = ownRow(draft);
  const sums = { smaller: toYuan(smaller), larger: toYuan(larger) };
  const members = size.uncertain.map((m) => m.name).join("、");
  const value = code === "D109" ? `${size.named}/${size.declared ?? ""}` : members;
  const subject: Subject = {
    idNumber: person.idNumber,
    name: person.name,
    otherIdNumber: "",
    value: `${draft.programme.id} ${value} ${sums.smaller}/${sums.larger}`,
  };
  const detail = { content: value, subject, decisions: given.campaign.decisions };
  const found =
    code === "D109"
      ? problem(
          "D109",
          placeOf(row, row.covered !== null ? "covered" : "residents"),
          { named: size.named, declared: size.declared ?? size.named, ...sums },
          detail,
        )
      : problem("D110", placeOf(row, "idNumber"), { members, ...sums }, detail);
  given.problems.push(found);
  draft.problems.push(found);
  if (found.settledBy) draft.basis.push(quoteDecision(found.settledBy));
  return found.settledBy?.verdict;
}

function sizeFact(size: Size): string {
  const named = size.named >= 2 ? `名单列 ${size.named} 人` : "名单列 1 人";
  return `人数：${named}${size.declared === null ? "" : `，填报 ${size.declared} 人`}`;
}

/** The draft of a programme whose holders are not counted, where a person has one that fits. */
function heldBy(
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

/** A member who is not the head: unidentified on these lists, waiting for the other programme, or on a check list. */
function isUncertain(person: Person, draft: Draft, given: Given): boolean {
  if (heldBy(person, draft.programme, given, (d) => d.result === "held") !== null) return true;
  const rows = draft.rows.filter((row) => person.entries.includes(row));
  const first = rows[0];
  if (first === undefined) return false;
  if (identityDoubts(person, rows, draft.programme, given.doubts).length > 0) return true;
  return checkListHits(person, first, given.campaign).some((p) => p.code === "D113" && p.settledBy?.verdict !== "认可");
}

/** Holds for who the unit's person is: for a household its head. */
function holdForIdentity(draft: Draft, given: Given): void {
  const { person } = draft.unit;
  for (const doubt of identityDoubts(person, draft.rows, draft.programme, given.doubts)) {
    if (doubt.settledBy?.verdict === "不予") deny(draft, decidedNo(quoteDecision(doubt.settledBy)), ZERO);
    else hold(draft, doubt);
  }
  for (const row of person.entries) {
    const said = given.doubts.at(row, ["V104"]).find((p) => p.settledBy?.verdict === "认可")?.settledBy;
    if (said) draft.basis.push(quoteDecision(said));
  }
  for (const hit of checkListHits(person, ownRow(draft), given.campaign)) {
    given.problems.push(hit);
    if (hit.code === "D113" || hit.settledBy !== null) settleOrHold(draft, hit);
  }
  if (draft.unit.kind !== "household") return;
  const waits = heldBy(person, draft.programme, given, (d) => d.result === "held");
  for (const doubt of waits?.problems ?? []) hold(draft, doubt);
}

/** A programme that gives way to another one, or takes off its holders, waits until the other one's lists have come. */
function holdForMissingLists(draft: Draft, given: Given): void {
  const { programme } = draft;
  const missing = given.missing(
    restsOn(programme, given.rules, given.campaign).flatMap(
      (id) => given.rules.programmes.find((p) => p.id === id)?.eligible.any ?? [],
    ),
  );
  if (missing.length === 0) return;
  const row = ownRow(draft);
  const found = problem(
    "D101",
    placeOf(row),
    { categories: missing.join("、"), programme: programme.name },
    { content: missing.join("、") },
  );
  given.problems.push(found);
  hold(draft, found);
}

function nameOf(id: string, given: Given): string {
  return given.rules.programmes.find((p) => p.id === id)?.name ?? id;
}
