/** The order in which programmes are decided: what a programme refers to comes before it, else the plan's order. */
import type { Campaign } from "../model/campaign.ts";
import type { Programme, Rules } from "../model/rules.ts";

/** Programmes in the order of deciding. Neither rules nor answers make a circle: both were checked. */
export function decisionOrder(rules: Rules, campaign: Campaign): readonly Programme[] {
  const before = new Map(rules.programmes.map((p) => [p.id, restsOn(p, rules, campaign)]));
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

/** The programmes whose decisions a programme looks at: whose holders it does not count, and which the office keeps before it. */
export function restsOn(programme: Programme, rules: Rules, campaign: Campaign): readonly string[] {
  const kept = rules.ask.flatMap((pair) => {
    const answer = campaign.answers.get(pair.id);
    if (answer?.may !== "one" || answer.keep === programme.id) return [];
    return pair.programmes.includes(programme.id) ? [answer.keep] : [];
  });
  return [...programme.notCounted, ...kept];
}
