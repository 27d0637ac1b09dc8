/** The order in which programmes are decided: what a programme refers to comes before it, else the plan's order. */
import type { Campaign } from "../model/campaign.ts";
import type { Programme, Rules } from "../model/rules.ts";
import { lookedAt } from "../rules/looked-at.ts";
import { waits } from "../rules/waiting.ts";

/** Programmes in the order of deciding. Neither rules nor answers make a circle: both were checked. */
export function decisionOrder(rules: Rules, campaign: Campaign): readonly Programme[] {
  const looking = rules.programmes.map((p) => ({
    id: p.id,
    looks: restsOn(p, rules, campaign).map((at) => ({ at, because: null })),
  }));
  const edges = waits(looking, rules.overlaps);
  const byId = new Map(rules.programmes.map((p) => [p.id, p]));
  const ordered = new Set<Programme>();
  const visiting = new Set<string>();
  const visit = (programme: Programme): void => {
    if (ordered.has(programme) || visiting.has(programme.id)) return;
    visiting.add(programme.id);
    for (const { from } of edges.filter(({ to }) => to === programme.id)) {
      const needed = byId.get(from);
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
  return [...lookedAt(programme).programmes, ...kept];
}

/** The programmes to which a programme gives way by the rules: a list of theirs that is missing could make it smaller. */
export function givesWayTo(programme: Programme, rules: Rules): readonly string[] {
  const channels = new Map(rules.programmes.map((p) => [p.id, p.channel]));
  return rules.overlaps.flatMap((overlap): readonly string[] => {
    switch (overlap.kind) {
      case "at-most-one": {
        const at = overlap.order.indexOf(programme.id);
        // A visit that is left out costs nobody money: there a missing list is a 警告.
        if (at < 0 || overlap.order.every((id) => channels.get(id) === "visit")) return [];
        return overlap.keep === "first"
          ? overlap.order.slice(0, at)
          : overlap.order.filter((id) => id !== programme.id);
      }
      case "shuts-out":
        return overlap.others.includes(programme.id) ? [overlap.granted] : [];
      case "cap":
        return overlap.over.slice(0, Math.max(overlap.over.indexOf(programme.id), 0));
      case "may-stack":
        return [];
      default:
        return overlap satisfies never;
    }
  });
}
