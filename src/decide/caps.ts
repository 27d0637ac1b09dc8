/** A cap over several programmes together: they fill it in their order, and the later ones are cut to what is left. */
import { placeOf } from "../model/entry.ts";
import type { Cap } from "../model/rules.ts";
import { subtract, toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { waitFor } from "./at-most-one.ts";
import { concern, type Draft, deny, ownRow } from "./draft.ts";
import { usedUp } from "./reasons.ts";

/** Cuts a group to the cap. Behind one that is held, and whose sum is not known for certain, the others wait. */
export function cutToCap(overlap: Cap, group: readonly Draft[], problems: Problem[]): void {
  const names = [...new Set(group.map((draft) => draft.programme.name))].join("、");
  let left = overlap.atMost;
  let held: Draft | null = null;
  for (const draft of group) {
    if (held !== null) {
      waitFor(held, draft, problems);
      continue;
    }
    if (draft.amount > left) cut(draft, left, overlap, names, problems);
    left = subtract(left, draft.amount);
    if (draft.result === "held") held = draft;
  }
}

function cut(draft: Draft, left: typeof ZERO, overlap: Cap, names: string, problems: Problem[]): void {
  const cap = toYuan(overlap.atMost);
  const params = { programmes: names, cap, before: toYuan(draft.amount), after: toYuan(left) };
  const about = problem("D144", placeOf(ownRow(draft)), { ...params, programme: draft.programme.name });
  problems.push(about);
  concern(draft, about);
  const how = `${overlap.because}：${names}合计最多 ${cap}，余 ${toYuan(left)}`;
  draft.arithmetic = draft.arithmetic === "" ? how : `${draft.arithmetic}；${how}`;
  draft.amount = left;
  draft.pendingDifference = ZERO;
  if (left === ZERO && draft.result === "granted") deny(draft, usedUp(overlap.because), ZERO);
}
