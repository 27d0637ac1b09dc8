/** A household's members counted for one programme: the smaller number is paid, the difference waits (D109, D110). */
import { placeOf } from "../model/entry.ts";
import { hasEntry, type Person } from "../model/register.ts";
import { type Fen, subtract, toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Subject } from "../problem/subject.ts";
import type { Given as Unit } from "../rules/given.ts";
import type { Asking } from "../rules/language.ts";
import type { Priced } from "../rules/prepare.ts";
import { addFact, concern, type Draft, deny, hold, ownRow, quoteDecision } from "./draft.ts";
import { type Given, heldBy } from "./given.ts";
import { identityDoubts } from "./identity.ts";
import type { Asked, Prepared } from "./prepared.ts";
import { decidedNo, nobodyCounted } from "./reasons.ts";
import { type Size, sizeOf } from "./size.ts";

/** Prices a unit with some of what it is given replaced. */
type Price = (more: Partial<Unit>) => Priced;

/** Counts the household's members and prices them: where the sum depends on them, the smaller number is paid. */
export function countMembers(draft: Draft, asked: Asked, prepared: Prepared, price: Price, given: Given): void {
  const { programme, unit } = draft;
  const { looks, countedWhere } = prepared;
  const facts = {
    off: (person: Person) => notCounted(person, draft, given) ?? doesNotFit(person, asked, countedWhere),
    uncertain: (person: Person) => person !== unit.person && isUncertain(person, draft, given),
    mustFit: countedWhere !== null,
    declares: programme.counts,
  };
  const size = sizeOf(unit, draft.entries, programme.opens, facts);
  addFact(draft, sizeFact(size));
  if (unit.household.members.length > 1) {
    addFact(draft, `成员：${unit.household.members.map((m) => `${m.name} ${m.idNumber}`.trim()).join("、")}`);
  }
  if (!looks.counted && !looks.members && programme.notCounted.length === 0 && countedWhere === null) {
    // The sum does not depend on the size: shown only, as the list states it.
    draft.counted = Math.max(size.named >= 2 ? size.named : (size.declared[0] ?? 1), 1);
    setPrice(draft, price({ counted: draft.counted }));
    return;
  }
  for (const { person, because } of size.takenOff) addFact(draft, `${person.name}${because}，不计`);
  if (size.larger === 0) {
    draft.counted = 0;
    draft.arithmetic = price({ counted: 0 }).arithmetic;
    deny(draft, nobodyCounted(size.takenOff.map(({ person, because }) => `${person.name}${because}`)), ZERO);
    return;
  }
  payForSize(draft, size, asked, price, given);
}

function setPrice(draft: Draft, { sum, arithmetic }: Priced): void {
  draft.amount = sum;
  draft.arithmetic = arithmetic;
}

/** The smaller sum now; the difference waits, for a decision about the size (D109) and about the members (D110). */
function payForSize(draft: Draft, size: Size, asked: Asked, price: Price, given: Given): void {
  const certain = size.certain;
  const all = certain === null ? null : [...certain, ...size.uncertain];
  const priceFor = (counted: number) => {
    asked.facts.setMembers(counted === size.smaller ? certain : all, size);
    return price({ counted });
  };
  const sumFor = (counted: number) => priceFor(counted).sum;
  let counted = size.smaller;
  let larger: Fen = sumFor(size.larger);
  if (size.largerBySize > size.smaller || (size.larger > size.smaller && size.uncertain.length === 0)) {
    const to = size.uncertain.length === 0 ? size.larger : size.largerBySize;
    const verdict = askAboutSize(draft, given, "D109", sumFor(counted), sumFor(to), size);
    if (verdict === "认可") counted = to;
    if (verdict !== undefined && size.uncertain.length === 0) larger = sumFor(counted);
  }
  if (size.uncertain.length > 0 && size.larger > counted) {
    const verdict = askAboutSize(draft, given, "D110", sumFor(counted), sumFor(size.larger), size);
    if (verdict === "认可") counted = size.larger;
    if (verdict !== undefined) larger = sumFor(counted);
  }
  const decided = priceFor(counted);
  draft.counted = counted;
  setPrice(draft, decided);
  if (counted === 0 || (decided.sum === ZERO && larger > ZERO)) {
    // Nobody (or nothing) would be left: the household waits with the sum that is at stake.
    draft.counted = size.larger;
    setPrice(draft, { ...priceFor(size.larger), sum: larger });
    const waits = draft.problems.find((p) => p.settledBy === null);
    const said = draft.problems.find((p) => p.settledBy?.verdict === "不予")?.settledBy;
    if (waits) hold(draft, waits);
    else if (said) deny(draft, decidedNo(quoteDecision(said)), ZERO);
    return;
  }
  if (larger >= decided.sum) draft.pendingDifference = subtract(larger, decided.sum);
  else {
    // More people, less money: then it is the larger number that is paid.
    draft.counted = size.larger;
    draft.pendingDifference = subtract(decided.sum, larger);
    setPrice(draft, priceFor(size.larger));
  }
}

/** Why a member does not fit what the rules ask of those who count; null where it fits, or nobody can tell (noted). */
function doesNotFit(person: Person, { facts }: Asked, countedWhere: Asking | null): string | null {
  if (countedWhere === null) return null;
  const answer = countedWhere(facts.asMember(person));
  return answer === null || answer.holds ? null : `：${answer.needed.zh}（${answer.found}）`;
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
  const value = code === "D109" ? `${size.named}/${size.declared.join("、")}` : members;
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
          { named: size.named, declared: size.declared.join("、"), ...sums },
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
  return `人数：${named}${size.declared.length === 0 ? "" : `，填报 ${size.declared.join("、")} 人`}`;
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
  return doubtsAbout(person, draft, given).some((p) => p.settledBy === null);
}

/** What is doubtful about a member: number and name on the lists of this programme; a check list, whichever list names the member. */
function doubtsAbout(person: Person, draft: Draft, given: Given): readonly Problem[] {
  const hits = given.checkLists.of(person);
  const rows = draft.entries.filter((row) => hasEntry(person, row));
  return rows.length === 0 ? hits : [...hits, ...identityDoubts(person, rows, draft.programme, given.doubts)];
}
