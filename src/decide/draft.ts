/** A decision while it is being made: candidates start as drafts, and each step of the stage may hold or deny them. */
import type { Decision } from "../model/campaign.ts";
import type { Entitlement, Reason, Unit } from "../model/entitlement.ts";
import type { Entry } from "../model/entry.ts";
import type { Programme } from "../model/rules.ts";
import { whereOf } from "../model/where.ts";
import { type Fen, ZERO } from "../money.ts";
import { messageOf, type Problem } from "../problem/problem.ts";

/** One candidate of one programme on its way to an entitlement: mutable inside this folder only. */
export type Draft = { -readonly [K in keyof Entitlement]: Entitlement[K] };

/** A draft that is granted with nothing yet; the rows are the unit's own first. */
export function draftOf(programme: Programme, unit: Unit, rows: readonly Entry[], reasons: readonly Reason[]): Draft {
  return {
    programme,
    unit,
    result: "granted",
    heldFor: null,
    amount: ZERO,
    pendingDifference: ZERO,
    counted: 1,
    reasons,
    arithmetic: "",
    basis: [],
    entries: rows,
    where: whereOf(unit, rows),
    problems: NONE,
    inCash: false,
    payee: null,
    way: null,
  };
}

const NONE: readonly Problem[] = [];

/** All drafts of a run: of one programme by its key, and all in the plan's order. */
export interface Drafts {
  readonly of: (programme: string) => readonly Draft[];
  readonly all: readonly Draft[];
}

/** The row at which a draft's problems stand: the person's, or the head's row of the list. */
export function ownRow(draft: Draft): Entry {
  const [row] = draft.entries;
  if (row === undefined) throw new Error("a candidate rests on at least one row");
  return row;
}

/** Holds a draft for the decision, because of a problem. A denied one stays denied: nothing can make it larger. */
export function hold(draft: Draft, because: Problem): void {
  if (draft.result === "denied") return;
  if (draft.result === "granted") draft.reasons = [];
  draft.result = "held";
  draft.heldFor = "decision";
  draft.pendingDifference = ZERO;
  note(draft, because);
}

/** Remembers a problem that a held draft waits for; the same one only once. */
function note(draft: Draft, because: Problem): void {
  const message = messageOf(because);
  if (draft.reasons.some((r) => r.code === because.code && r.zh === message.zh)) return;
  draft.reasons = draft.reasons.concat({ code: because.code, ...message });
  concern(draft, because);
}

/** Notes a problem that is about a draft, whether or not it holds it. */
export function concern(draft: Draft, about: Problem): void {
  draft.problems = draft.problems.concat(about);
}

/** Denies a draft. Its sum is zero from then on; the arithmetic stays, so that `explain` can show it. */
export function deny(draft: Draft, reason: Reason, amount: Fen): void {
  draft.result = "denied";
  draft.heldFor = null;
  draft.reasons = [reason];
  draft.amount = amount;
  draft.pendingDifference = amount;
}

/** Adds a fact to 依据; `at` is the row that says it. */
export function addFact(draft: Draft, says: string, at: Entry | null = null): void {
  // Not a spread: that leaves room for sixteen more in each of a million arrays.
  draft.basis = draft.basis.concat({ says, at });
}

/** What 核实结论 said, in words. */
export function quoteDecision(decision: Decision): string {
  const rest = [decision.why, decision.by, decision.on].filter((text) => text !== "").join("，");
  return `核实结论${decision.id}=${decision.verdict}${rest === "" ? "" : `（${rest}）`}`;
}
