/** How much money waits for each problem: the one that frees most is settled first. */
import type { Entitlement } from "../model/entitlement.ts";
import { add, type Fen, ZERO } from "../money.ts";
import { decisionKey, type Problem } from "../problem/problem.ts";

/** Problems about a household's size: the smaller sum is paid, what waits is the difference. */
const ABOUT_SIZE = new Set<string>(["D109", "D110"]);

/** 暂缓金额 of a problem. */
export type Waiting = (problem: Problem) => Fen;

/** Several files of one output ask for the same sums. */
const made = new WeakMap<readonly Entitlement[], Waiting>();

/** For each problem the held sums that wait for it, and the differences that wait for a household's size. */
export function waitingFor(entitlements: readonly Entitlement[]): Waiting {
  const known = made.get(entitlements) ?? sumsThatWait(entitlements);
  made.set(entitlements, known);
  return known;
}

function sumsThatWait(entitlements: readonly Entitlement[]): Waiting {
  const sums = new Map<string, Fen>();
  for (const e of entitlements) {
    if (e.problems.length === 0) continue;
    // Rows of one 编号 are settled together: an entitlement that names it twice waits once.
    for (const [key, p] of new Map(e.problems.map((p) => [keyOf(p), p]))) {
      const waits = ABOUT_SIZE.has(p.code) ? e.pendingDifference : isHeldBy(e, p) ? e.amount : ZERO;
      if (waits !== ZERO) sums.set(key, add(sums.get(key) ?? ZERO, waits));
    }
  }
  // Sorting asks for one problem many times, and its key takes longer to make than its sum to find.
  const known = new Map<Problem, Fen>();
  return (p) => {
    const before = known.get(p);
    if (before !== undefined) return before;
    const waits = sums.get(keyOf(p)) ?? ZERO;
    known.set(p, waits);
    return waits;
  };
}

/** The problem for which an entitlement is held: its code is the reason's. */
export function isHeldBy(e: Entitlement, p: Problem): boolean {
  return e.result === "held" && e.reasons.some((reason) => reason.code === p.code);
}

function keyOf(p: Problem): string {
  const { code, place, content } = p;
  return decisionKey(p) || [code, place.file, place.sheet, place.row, place.column, content].join("\u0000");
}
