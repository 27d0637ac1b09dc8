/** Whoever is granted one programme is granted none of some others. */
import { placeOf } from "../model/entry.ts";
import type { ShutOut } from "../model/rules.ts";
import { toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { waitFor } from "./at-most-one.ts";
import { concern, type Draft, deny, ownRow } from "./draft.ts";
import { shutOutBy } from "./reasons.ts";

/** Denies what is shut out in a group; where the one that shuts out is held, the others wait for it. */
export function shutOut(overlap: ShutOut, group: readonly Draft[], problems: Problem[]): void {
  const first = group.filter((draft) => draft.programme.id === overlap.granted);
  const granted = first.find((draft) => draft.result === "granted");
  const held = first.find((draft) => draft.result === "held");
  for (const draft of group) {
    if (draft.programme.id === overlap.granted) continue;
    if (granted !== undefined) {
      const { name } = granted.programme;
      const params = { preferred: name, programme: draft.programme.name, amount: toYuan(draft.amount) };
      const about = problem("D145", placeOf(ownRow(draft)), params, { content: draft.programme.name });
      problems.push(about);
      concern(draft, about);
      deny(draft, shutOutBy(overlap.because, name), ZERO);
    } else if (held !== undefined) waitFor(held, draft, problems);
  }
}
