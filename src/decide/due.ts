/** Which lists a season needs, and which have come (design, "Lists that have not come"). */
import type { Campaign } from "../model/campaign.ts";
import type { DueList } from "../model/outcome.ts";
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { lookedAt } from "../rules/looked-at.ts";
import type { Candidates } from "./candidates.ts";

/** Every category that opens a programme or that a programme asks about, in the rules' order, with what came of it. */
export function dueLists(rules: Rules, candidates: Candidates, campaign: Campaign): readonly DueList[] {
  const asks = new Map(rules.programmes.map((p) => [p, lookedAt(p).categories]));
  return [...rules.categories.values()].flatMap((category) => {
    const programmes = rules.programmes
      .filter((p) => p.opens.includes(category.id) || asks.get(p)?.includes(category.id))
      .map((p) => p.name);
    if (programmes.length === 0) return [];
    const entries = candidates.entries(category.id);
    const state = entries > 0 ? "read" : campaign.declaredNone.has(category.id) ? "declared-none" : "missing";
    return [{ category: category.id, programmes, state, entries }];
  });
}

/** Categories declared to have nobody, of which a list came; and visits whose order a missing list may change. */
export function dueProblems(rules: Rules, due: readonly DueList[], campaign: Campaign): readonly Problem[] {
  const byCategory = new Map(due.map((d) => [d.category, d]));
  const problems: Problem[] = [];
  const subject = (value: string) => ({
    subject: { idNumber: "", name: "", otherIdNumber: "", value },
    decisions: campaign.decisions,
    content: value,
  });
  for (const category of campaign.declaredNone) {
    const entries = byCategory.get(category)?.entries ?? 0;
    if (entries > 0) problems.push(problem("D118", fileOnly(""), { category, entries }, subject(category)));
  }
  for (const order of visitOrders(rules)) {
    const lists = order.map((id) => {
      const programme = rules.programmes.find((p) => p.id === id);
      const states = (programme?.opens ?? []).flatMap((c) => byCategory.get(c) ?? []);
      return { name: programme?.name ?? id, states };
    });
    lists.forEach((preferred, at) => {
      if (preferred.states.length === 0 || preferred.states.some((d) => d.state !== "missing")) return;
      const touched = lists
        .slice(at + 1)
        .filter((other) => other.states.some((d) => d.state === "read"))
        .map((other) => other.name);
      if (touched.length === 0) return;
      const missing = preferred.states.map((d) => d.category).join("、");
      problems.push(problem("D102", fileOnly(""), { missing, programme: touched.join("、") }, subject(missing)));
    });
  }
  return problems;
}

/** Orders of visits: where a missing list is a 警告, since a visit that is left out costs nobody money. */
function visitOrders(rules: Rules): readonly (readonly string[])[] {
  const channels = new Map(rules.programmes.map((p) => [p.id, p.channel]));
  return rules.overlaps.flatMap((overlap) =>
    overlap.kind === "at-most-one" && overlap.order.every((id) => channels.get(id) === "visit") ? [overlap.order] : [],
  );
}
