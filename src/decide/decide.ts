/** The stage from the register to entitlements: programme after programme, candidates, sums, holds, then overlaps. */
import type { Campaign } from "../model/campaign.ts";
import type { Entitlement } from "../model/entitlement.ts";
import type { AskCount, DueList, ListedMean } from "../model/outcome.ts";
import type { Person, Register } from "../model/register.ts";
import type { Rules } from "../model/rules.ts";
import { append, type Checked, type Problem } from "../problem/problem.ts";
import { runOf } from "../rules/prepare.ts";
import { membersOf } from "../rules/waiting.ts";
import { answersToFollow } from "./answers.ts";
import { applyAnswers, askAboutPairs } from "./asks.ts";
import { Candidates } from "./candidates.ts";
import { CheckLists } from "./check-lists.ts";
import type { Draft, Drafts } from "./draft.ts";
import { dueLists, dueProblems } from "./due.ts";
import type { Given } from "./given.ts";
import { Holdings } from "./holdings.ts";
import { Doubts } from "./identity.ts";
import { LackingColumns } from "./lacking.ts";
import { atWhoWaits, type Mean } from "./listed.ts";
import { decisionOrder, restsOn } from "./order.ts";
import { resolveOverlap } from "./overlaps.ts";
import { decideProgramme } from "./programme.ts";
import { compareStatedSums, watchPlans } from "./warnings.ts";

/** What deciding gives: one entitlement for each candidate of each programme, in the plan's order. */
export interface Decided {
  readonly entitlements: readonly Entitlement[];
  readonly dueLists: readonly DueList[];
  readonly asks: readonly AskCount[];
  readonly means: readonly ListedMean[];
}

/**
 * Decides every programme for every candidate.
 * @param known the problems of earlier stages: a hold names the one that must be settled
 */
export function decide(register: Register, rules: Rules, said: Campaign, known: readonly Problem[]): Checked<Decided> {
  const followed = answersToFollow(rules, said);
  const campaign: Campaign = { ...said, answers: followed.answers };
  const candidates = new Candidates(register);
  const due = dueLists(rules, candidates, campaign);
  const checkLists = new CheckLists(register, campaign);
  const problems: Problem[] = [...followed.problems, ...dueProblems(rules, due, campaign)];
  append(problems, checkLists.all());
  const missing = new Set(due.filter((d) => d.state === "missing").map((d) => d.category));
  const referredTo = new Set(rules.programmes.flatMap((programme) => restsOn(programme, rules, campaign)));
  const earlier = new Map<string, ReadonlyMap<Person, Draft>>();
  const decided = new Map<string, readonly Draft[]>();
  const given: Given = {
    rules,
    campaign,
    candidates,
    doubts: new Doubts(known),
    checkLists,
    language: runOf(rules),
    holdings: new Holdings(decided),
    lacking: new LackingColumns(problems),
    earlier,
    problems,
    missing: (categories) => [...new Set(categories)].filter((id) => missing.has(id)),
  };
  const of = (id: string) => decided.get(id) ?? [];
  const means: Mean[] = [];
  const open = new Set(rules.overlaps);
  for (const programme of decisionOrder(rules, campaign)) {
    const { drafts, mean } = decideProgramme(programme, given);
    if (mean !== null) means.push(mean);
    append(problems, applyAnswers(decided, programme, drafts, rules, campaign));
    if (referredTo.has(programme.id)) {
      earlier.set(programme.id, new Map(drafts.map((draft) => [draft.unit.person, draft])));
    }
    decided.set(programme.id, drafts);
    // As soon as all of its programmes are decided: whoever looks at one of them must see what is left of it.
    for (const overlap of open) {
      if (!membersOf(overlap).every((id) => decided.has(id))) continue;
      open.delete(overlap);
      append(problems, resolveOverlap(overlap, of, campaign));
    }
  }
  const drafts: Drafts = {
    of,
    all: rules.programmes.flatMap((programme) => decided.get(programme.id) ?? []),
  };
  append(
    problems,
    means.flatMap(({ found }) => (found && atWhoWaits(found, drafts.all)) ?? []),
  );
  append(problems, compareStatedSums(drafts.all, campaign));
  const asks = askAboutPairs(drafts, rules, campaign);
  append(problems, asks.problems);
  append(problems, watchPlans(drafts, rules, campaign));
  const listed = means.map((mean) => mean.listed);
  return { value: { entitlements: drafts.all, dueLists: due, asks: asks.counts, means: listed }, problems };
}
