/** The sum of a draft by its programme's amount: of a person, or of a household by its counted members. */
import { ZERO } from "../money.ts";
import type { Problem } from "../problem/problem.ts";
import type { Given as Unit } from "../rules/given.ts";
import type { Priced } from "../rules/prepare.ts";
import { addFact, type Draft, deny, hold, quoteDecision } from "./draft.ts";
import type { Given } from "./given.ts";
import type { ListedSums } from "./listed.ts";
import { countMembers } from "./members.ts";
import type { Asked, Prepared } from "./prepared.ts";
import { decidedNo, nothingDue } from "./reasons.ts";

/** Prices the draft, and holds it for what could not be told or must be looked at. */
export function setSum(
  draft: Draft,
  { unit, facts, notes }: Asked,
  prepared: Prepared,
  sums: ListedSums | null,
  given: Given,
): void {
  const listed = sums === null ? null : sums.of(draft);
  facts.setListed(listed?.sum ?? null);
  const price = (more: Partial<Unit>): Priced => prepared.price({ ...unit, ...more });
  if (draft.unit.kind === "household") countMembers(draft, { unit, facts, notes }, prepared, price, given);
  else {
    const { sum, arithmetic } = price({});
    draft.amount = sum;
    draft.arithmetic = arithmetic;
  }
  if (draft.result === "denied") return;
  for (const { says, at } of notes.facts) addFact(draft, says, at);
  const asked = listed !== null && facts.askedForListed ? listed : null;
  // Of several sums on the list none is held against the bounds: first it must be known which one is meant.
  const disputed = asked?.problems.some((p) => p.code === "D107") ?? false;
  const doubts = notes.problems.filter((p) => !(disputed && p.code === "D104"));
  for (const found of [...doubts, ...(asked?.problems ?? [])]) {
    if (found.code !== "D132") given.problems.push(found);
    settleOrHold(draft, found);
  }
  const row = asked === null ? undefined : draft.entries.find((r) => r.listed !== null);
  if (row) addFact(draft, `金额=${row.listedText}`, row);
  if (draft.result === "granted" && draft.programme.inKind === null && draft.amount === ZERO)
    deny(draft, nothingDue(draft.arithmetic), ZERO);
}

/** A problem that 认可 waves through, 不予 makes a refusal, and that holds as long as nobody decided. */
export function settleOrHold(draft: Draft, found: Problem): void {
  const said = found.settledBy;
  if (said === null) hold(draft, found);
  else if (said.verdict === "不予") deny(draft, decidedNo(quoteDecision(said)), ZERO);
  else addFact(draft, quoteDecision(said));
}
