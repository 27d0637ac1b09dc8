/** Overlaps: at most one of several programmes for a household (reading 5), and the office's answers to `ask` pairs. */
import type { Campaign } from "../model/campaign.ts";
import { placeOf } from "../model/entry.ts";
import type { Household, Person } from "../model/register.ts";
import type { Overlap } from "../model/rules.ts";
import { toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { addFact, concern, type Draft, type Drafts, deny, hold, ownRow, quoteDecision } from "./draft.ts";
import { decidedNo, notThisTime } from "./reasons.ts";

/** Keeps one programme of an overlap for each household (or person); what a held one would shut out is held too. */
export function resolveOverlap(overlap: Overlap, drafts: Drafts, campaign: Campaign): readonly Problem[] {
  const problems: Problem[] = [];
  const groups = new Map<Household | Person, Draft[]>();
  for (const draft of overlap.order.flatMap(drafts.of)) {
    const key = overlap.per === "household" ? draft.unit.household : draft.unit.person;
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  const rank = (draft: Draft) => overlap.order.indexOf(draft.programme.id);
  for (const group of groups.values()) {
    const alive = group.filter((draft) => draft.result !== "denied").sort((a, b) => rank(a) - rank(b));
    if (alive.length > 1) keepFirst(overlap, alive, campaign, problems);
  }
  return problems;
}

function keepFirst(overlap: Overlap, ranked: readonly Draft[], campaign: Campaign, problems: Problem[]): void {
  const [preferred, ...others] = ranked;
  if (preferred === undefined) return;
  const asked = others.map((draft) => ({ draft, found: leftOut(draft, preferred, campaign) }));
  const turned = asked.find(({ found }) => found.settledBy?.verdict === "认可");
  if (turned?.found.settledBy) {
    problems.push(turned.found);
    addFact(turned.draft, quoteDecision(turned.found.settledBy));
    for (const draft of ranked)
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
      const blocked = problem(
        "D115",
        placeOf(ownRow(draft)),
        { preferred: waiting.programme.name, programme: draft.programme.name },
        { content: waiting.programme.name },
      );
      problems.push(blocked);
      hold(draft, blocked);
    } else if (draft.result === "held") waiting = draft;
    else kept = draft;
  }
}

function leftOut(draft: Draft, preferred: Draft, campaign: Campaign): Problem {
  const { person } = draft.unit;
  return problem(
    "D116",
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
