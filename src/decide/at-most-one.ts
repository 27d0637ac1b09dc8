/** At most one of several programmes for a household or person (reading 5): the first in the order, or the highest sum. */
import type { Campaign } from "../model/campaign.ts";
import { placeOf } from "../model/entry.ts";
import type { AtMostOne } from "../model/rules.ts";
import { toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { addFact, concern, type Draft, deny, hold, ownRow, quoteDecision } from "./draft.ts";
import { decidedNo, notThisTime } from "./reasons.ts";

/** Keeps one of a group; a held one keeps its place, and what it would shut out is held too. */
export function keepOne(overlap: AtMostOne, group: readonly Draft[], campaign: Campaign, problems: Problem[]): void {
  const [preferred, ...others] = overlap.keep === "first" ? group : highestFirst(group);
  if (preferred === undefined) return;
  const asked = others.map((draft) => ({ draft, found: leftOut(draft, preferred, campaign) }));
  const turned = asked.find(({ found }) => found.settledBy?.verdict === "认可");
  if (turned?.found.settledBy) {
    problems.push(turned.found);
    addFact(turned.draft, quoteDecision(turned.found.settledBy));
    for (const draft of group)
      if (draft !== turned.draft) deny(draft, decidedNo(quoteDecision(turned.found.settledBy)), ZERO);
    return;
  }
  let waiting: Draft | null = preferred.result === "held" ? preferred : null;
  let kept: Draft | null = preferred.result === "granted" ? preferred : null;
  for (const { draft, found } of asked) {
    if (kept !== null) {
      const about = kept === preferred ? found : leftOut(draft, kept, campaign);
      problems.push(about);
      concern(draft, about);
      deny(draft, notThisTime(overlap.because, kept.programme.name), ZERO);
    } else if (waiting !== null) {
      waitFor(waiting, draft, problems);
    } else if (draft.result === "held") waiting = draft;
    else kept = draft;
  }
}

/** Holds a draft until a preferred one is settled. */
export function waitFor(preferred: Draft, draft: Draft, problems: Problem[]): void {
  const blocked = problem(
    "D115",
    placeOf(ownRow(draft)),
    { preferred: preferred.programme.name, programme: draft.programme.name },
    { content: preferred.programme.name },
  );
  problems.push(blocked);
  hold(draft, blocked);
}

/** By their sums; one that is held comes first: what it will come to nobody knows. */
function highestFirst(group: readonly Draft[]): readonly Draft[] {
  const waits = (draft: Draft) => Number(draft.result === "held");
  return [...group].sort((a, b) => waits(b) - waits(a) || b.amount - a.amount);
}

/** A visit that is left out frees a place for another family; of two payments one is simply not due. */
function leftOut(draft: Draft, preferred: Draft, campaign: Campaign): Problem {
  const { person } = draft.unit;
  return problem(
    draft.programme.channel === "visit" ? "D116" : "D143",
    placeOf(ownRow(draft)),
    { preferred: preferred.programme.name, programme: draft.programme.name, amount: toYuan(draft.amount) },
    {
      content: draft.programme.name,
      subject: {
        idNumber: person.idNumber,
        name: person.name,
        otherIdNumber: "",
        value: `${draft.programme.id} ${preferred.programme.id}`,
      },
      decisions: campaign.decisions,
    },
  );
}
