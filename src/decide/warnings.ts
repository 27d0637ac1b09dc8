/** What a person should look at although the decision stands: sums that a list states otherwise, plans exceeded. */
import type { Campaign } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { type Fen, sum, toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { type Draft, type Drafts, deny, quoteDecision } from "./draft.ts";
import { decidedNo } from "./reasons.ts";

/** A list states a sum for a programme whose amount the rules fix: the rules decide, a difference is told. */
export function compareStatedSums(drafts: readonly Draft[], campaign: Campaign): readonly Problem[] {
  const byRow = new Map<Entry, Draft[]>();
  for (const draft of drafts) {
    if (!hasFixedSum(draft)) continue;
    for (const row of draft.entries) {
      if (row.listed === null) continue;
      const known = byRow.get(row);
      if (known) known.push(draft);
      else byRow.set(row, [draft]);
    }
  }
  const problems: Problem[] = [];
  for (const [row, resting] of byRow) {
    const alive = resting.filter((draft) => draft.result !== "denied");
    const [draft] = alive;
    if (draft === undefined || row.listed === null || agrees(row.listed, row, alive)) continue;
    const stated = toYuan(row.listed);
    const decided = toYuan(draft.amount);
    const { idNumber, name } = draft.unit.person;
    const found = problem(
      "D108",
      placeOf(row, "amount"),
      { programme: draft.programme.name, stated, decided },
      {
        content: stated,
        subject: {
          idNumber: idNumber === "" ? row.idNumber : idNumber,
          name,
          otherIdNumber: "",
          value: `${draft.programme.id} ${stated}/${decided}`,
        },
        decisions: campaign.decisions,
      },
    );
    problems.push(found);
    if (found.settledBy?.verdict === "不予") deny(draft, decidedNo(quoteDecision(found.settledBy)), ZERO);
  }
  return problems;
}

function hasFixedSum(draft: Draft): boolean {
  const { amount, inKind } = draft.programme;
  return amount.kind !== "listed" && inKind === null;
}

/** The sum is that of one programme which the row opens, of all of them together, or each member row's share of it. */
function agrees(stated: Fen, row: Entry, drafts: readonly Draft[]): boolean {
  if (drafts.some((draft) => draft.amount === stated)) return true;
  if (sum(drafts.map((draft) => draft.amount)) === stated) return true;
  return drafts.some((draft) => {
    const rows = draft.entries.filter((r) => r.list === row.list && r.listed !== null);
    return (
      draft.unit.kind === "household" && rows.length > 1 && sum(rows.map((r) => r.listed ?? ZERO)) === draft.amount
    );
  });
}

/** Planned totals and numbers that the granted ones go over. */
export function watchPlans(drafts: Drafts, rules: Rules, campaign: Campaign): readonly Problem[] {
  return rules.programmes.flatMap((programme) => {
    const { plan } = programme;
    if (plan === null) return [];
    const granted = drafts.of(programme.id).filter((d) => d.result === "granted");
    const total = sum(granted.map((d) => d.amount));
    const over: Problem[] = [];
    const tell = (what: string, whatEn: string, planned: string, used: string) =>
      over.push(
        problem(
          "D112",
          fileOnly(""),
          { programme: programme.name, what, whatEn, plan: planned, used },
          {
            content: used,
            subject: { idNumber: "", name: programme.name, otherIdNumber: "", value: `${what} ${used}` },
            decisions: campaign.decisions,
          },
        ),
      );
    if (plan.total !== null && total > plan.total) tell("金额", "yuan", toYuan(plan.total), toYuan(total));
    if (plan.people !== null && granted.length > plan.people)
      tell("人数", "people", String(plan.people), String(granted.length));
    return over;
  });
}
