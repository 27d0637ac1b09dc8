/** A household's members counted for one programme: the smaller number is paid, the difference waits (D109, D110). */
import { placeOf } from "../model/entry.ts";
import { hasEntry, type Person } from "../model/register.ts";
import { type Fen, subtract, toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Subject } from "../problem/subject.ts";
import { amountOf } from "../rules/amounts/index.ts";
import { addFact, concern, type Draft, deny, hold, ownRow, quoteDecision } from "./draft.ts";
import { type Given, heldBy } from "./given.ts";
import { identityDoubts } from "./identity.ts";
import { decidedNo, nobodyCounted } from "./reasons.ts";
import { type Size, sizeOf } from "./size.ts";

/** Counts the household's members and, where the sum depends on them, pays the smaller number. */
export function countMembers(draft: Draft, given: Given): void {
  const { programme, unit } = draft;
  const facts = {
    off: (person: Person) => notCounted(person, draft, given),
    uncertain: (person: Person) => person !== unit.person && isUncertain(person, draft, given),
  };
  const size = sizeOf(unit, draft.entries, programme.eligible.any, facts);
  addFact(draft, sizeFact(size));
  if (unit.household.members.length > 1) {
    addFact(draft, `成员：${unit.household.members.map((m) => `${m.name} ${m.idNumber}`.trim()).join("、")}`);
  }
  if (programme.notCounted.length === 0) {
    // The sum does not depend on the size: shown only, as the list states it.
    draft.counted = Math.max(size.named >= 2 ? size.named : (size.declared ?? 1), 1);
    return;
  }
  for (const { person, because } of size.takenOff) addFact(draft, `${person.name}${because}，不计`);
  if (size.larger === 0) {
    draft.counted = 0;
    draft.arithmetic = amountOf(programme.amount, { counted: 0, categories: new Set(), listed: null }).arithmetic;
    deny(draft, nobodyCounted(size.takenOff.map(({ person, because }) => `${person.name}${because}`)), ZERO);
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
  concern(draft, found);
  if (found.settledBy) addFact(draft, quoteDecision(found.settledBy));
  return found.settledBy?.verdict;
}

function sizeFact(size: Size): string {
  const named = size.named >= 2 ? `名单列 ${size.named} 人` : "名单列 1 人";
  return `人数：${named}${size.declared === null ? "" : `，填报 ${size.declared} 人`}`;
}

/** Why a member is certainly not counted: holds a programme that shuts out, or a decision says no; null where counted. */
function notCounted(person: Person, draft: Draft, given: Given): string | null {
  const holds = heldBy(person, draft.programme, given, (d) => d.result === "granted");
  if (holds !== null) return `享受${holds.programme.name}`;
  if (person === draft.unit.person) return null;
  const no = doubtsAbout(person, draft, given).find((p) => p.settledBy?.verdict === "不予")?.settledBy;
  return no ? `：${quoteDecision(no)}` : null;
}

/** A member who is not the head: unidentified on these lists, waiting for the other programme, or on a check list. */
function isUncertain(person: Person, draft: Draft, given: Given): boolean {
  if (heldBy(person, draft.programme, given, (d) => d.result === "held") !== null) return true;
  return doubtsAbout(person, draft, given).some((p) => p.settledBy === null && p.code !== "D114");
}

/** What is doubtful about a member on the lists of this programme: the number, the name, a check list. */
function doubtsAbout(person: Person, draft: Draft, given: Given): readonly Problem[] {
  const rows = draft.entries.filter((row) => hasEntry(person, row));
  const [first] = rows;
  if (first === undefined) return [];
  return [...identityDoubts(person, rows, draft.programme, given.doubts), ...given.checkLists.hits(person, first)];
}
