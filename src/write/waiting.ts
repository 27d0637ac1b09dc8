/** How much money waits for each problem: the one that frees most is settled first. */
import type { Entitlement } from "../model/entitlement.ts";
import { add, type Fen, ZERO } from "../money.ts";
import { decisionKey, type Problem } from "../problem/problem.ts";

/** Problems about a household's size: the smaller sum is paid, what waits is the difference. */
const ABOUT_SIZE = new Set<string>(["D109", "D110"]);

/** 暂缓金额 of a problem. */
export type Waiting = (problem: Problem) => Fen;

/** For each problem the held sums that wait for it, and the differences that wait for a household's size. */
export function waitingFor(entitlements: readonly Entitlement[]): Waiting {
  const sums = new Map<string, Fen>();
  for (const e of entitlements) {
    // Rows of one 编号 are settled together: an entitlement that names it twice waits once.
    for (const [key, p] of new Map(e.problems.map((p) => [keyOf(p), p]))) {
      const waits = ABOUT_SIZE.has(p.code) ? e.pendingDifference : isHeldBy(e, p) ? e.amount : ZERO;
      if (waits !== ZERO) sums.set(key, add(sums.get(key) ?? ZERO, waits));
    }
  }
  return (p) => sums.get(keyOf(p)) ?? ZERO;
}

/** The problem for which an entitlement is held: its code is the reason's. */
export function isHeldBy(e: Entitlement, p: Problem): boolean {
  return e.result === "held" && e.reasons.some((reason) => reason.code === p.code);
}

function keyOf(p: Problem): string {
  const { code, place, content } = p;
  return decisionKey(p) || [code, place.file, place.sheet, place.row, place.column, content].join("\u0000");
}
