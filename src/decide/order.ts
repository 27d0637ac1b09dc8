/** The order in which programmes are decided: what a programme refers to comes before it, else the plan's order. */
import type { Campaign } from "../model/campaign.ts";
import type { Programme, Rules } from "../model/rules.ts";

/** Programmes in the order of deciding. The rules file was checked for circles; an answer that makes one is passed over. */
export function decisionOrder(rules: Rules, campaign: Campaign): readonly Programme[] {
  const before = new Map<string, string[]>(rules.programmes.map((p) => [p.id, [...p.notCounted]]));
  for (const pair of rules.ask) {
    const answer = campaign.answers.get(pair.id);
    if (answer?.may !== "one") continue;
    const other = pair.programmes.find((id) => id !== answer.keep);
    if (other !== undefined) before.get(other)?.push(answer.keep);
  }
  const byId = new Map(rules.programmes.map((p) => [p.id, p]));
  const ordered = new Set<Programme>();
  const visiting = new Set<string>();
  const visit = (programme: Programme): void => {
    if (ordered.has(programme) || visiting.has(programme.id)) return;
    visiting.add(programme.id);
    for (const id of before.get(programme.id) ?? []) {
      const needed = byId.get(id);
      if (needed) visit(needed);
    }
    visiting.delete(programme.id);
    ordered.add(programme);
  };
  for (const programme of rules.programmes) visit(programme);
  return [...ordered];
}
