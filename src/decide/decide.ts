/** The stage from the register to entitlements: programme after programme, candidates, sums, holds, then overlaps. */
import type { Campaign } from "../model/campaign.ts";
import type { Entitlement } from "../model/entitlement.ts";
import type { AskCount, DueList } from "../model/outcome.ts";
import type { Person, Register } from "../model/register.ts";
import type { Rules } from "../model/rules.ts";
import { append, type Checked, type Problem } from "../problem/problem.ts";
import { applyAnswers, askAboutPairs } from "./asks.ts";
import { Candidates } from "./candidates.ts";
import type { Draft, Drafts } from "./draft.ts";
import { dueLists, dueProblems } from "./due.ts";
import type { Given } from "./given.ts";
import { Doubts } from "./identity.ts";
import { decisionOrder, restsOn } from "./order.ts";
import { resolveOverlap } from "./overlaps.ts";
import { decideProgramme } from "./programme.ts";
import { compareStatedSums, watchPlans } from "./warnings.ts";

/** What deciding gives: one entitlement for each candidate of each programme, in the plan's order. */
export interface Decided {
  readonly entitlements: readonly Entitlement[];
  readonly dueLists: readonly DueList[];
  readonly asks: readonly AskCount[];
}

/**
 * Decides every programme for every candidate.
 * @param known the problems of earlier stages: a hold names the one that must be settled
 */
export function decide(
  register: Register,
  rules: Rules,
  campaign: Campaign,
  known: readonly Problem[],
): Checked<Decided> {
  const candidates = new Candidates(register);
  const due = dueLists(rules, candidates, campaign);
  const problems: Problem[] = [...dueProblems(rules, due, campaign)];
  const missing = new Set(due.filter((d) => d.state === "missing").map((d) => d.category));
  const referredTo = new Set(rules.programmes.flatMap((programme) => restsOn(programme, rules, campaign)));
  const earlier = new Map<string, ReadonlyMap<Person, Draft>>();
  const given: Given = {
    rules,
    campaign,
    candidates,
    doubts: new Doubts(known),
    earlier,
    problems,
    missing: (categories) => [...new Set(categories)].filter((id) => missing.has(id)),
  };
  const decided = new Map<string, readonly Draft[]>();
  for (const programme of decisionOrder(rules, campaign)) {
    const drafts = decideProgramme(programme, given);
    append(problems, applyAnswers(decided, programme, drafts, rules, campaign));
    if (referredTo.has(programme.id)) {
      earlier.set(programme.id, new Map(drafts.map((draft) => [draft.unit.person, draft])));
    }
    decided.set(programme.id, drafts);
  }
  const drafts: Drafts = {
    of: (id) => decided.get(id) ?? [],
    all: rules.programmes.flatMap((programme) => decided.get(programme.id) ?? []),
  };
  for (const overlap of rules.overlaps) append(problems, resolveOverlap(overlap, drafts, campaign));
  append(problems, compareStatedSums(drafts.all, campaign));
  const asks = askAboutPairs(drafts, rules, campaign);
  append(problems, asks.problems);
  append(problems, watchPlans(drafts, rules, campaign));
  return { value: { entitlements: drafts.all, dueLists: due, asks: asks.counts }, problems };
}
