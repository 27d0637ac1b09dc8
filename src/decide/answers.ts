/** The office's answers to `ask` pairs that can be followed: those that wait for one another in a circle cannot. */
import type { AskAnswer, Campaign } from "../model/campaign.ts";
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { circles, type Edge } from "../rules/circles.ts";
import { lookedAt } from "../rules/looked-at.ts";
import { waits } from "../rules/waiting.ts";
import { nameOf } from "./given.ts";

/** The answers to follow, and a D120 for each circle, none of whose answers is. */
export function answersToFollow(
  rules: Rules,
  { answers }: Campaign,
): { readonly answers: Campaign["answers"]; readonly problems: readonly Problem[] } {
  const left = new Map(answers);
  const problems: Problem[] = [];
  for (;;) {
    const edges = edgesOf(rules, left);
    const [circle] = circles(edges);
    if (circle === undefined) return { answers: left, problems };
    const follows = new Set(circle.nodes.slice(1).map((to, at) => `${circle.nodes[at]} ${to}`));
    const closing = edges.filter((e) => e.because !== "" && follows.has(`${e.from} ${e.to}`)).map((e) => e.because);
    const pairs = rules.ask.filter((pair) => closing.includes(pair.id));
    for (const { id } of pairs) left.delete(id);
    problems.push(
      problem("D120", fileOnly(""), {
        circle: circle.nodes.map((id) => nameOf(id, rules)).join(" → "),
        pairs: pairs.map(({ programmes: [a, b] }) => `${nameOf(a, rules)}与${nameOf(b, rules)}`).join("、"),
      }),
    );
  }
}

/** What waits for what: for the programmes at which it looks, and for what stays by an answer; because of the pair. */
function edgesOf(rules: Rules, answers: ReadonlyMap<string, AskAnswer>): readonly Edge<string>[] {
  const kept = rules.ask.flatMap(({ id, programmes }) => {
    const answer = answers.get(id);
    if (answer?.may !== "one") return [];
    return programmes.filter((p) => p !== answer.keep).map((gives) => ({ gives, at: answer.keep, because: id }));
  });
  // What the rules themselves put before what comes first: the answer is what closes a circle.
  const own = rules.programmes.map((p) => ({
    id: p.id,
    looks: lookedAt(p).programmes.map((at) => ({ at, because: "" })),
  }));
  const said = rules.programmes.map((p) => ({ id: p.id, looks: kept.filter(({ gives }) => gives === p.id) }));
  return [...waits(own, rules.overlaps), ...waits(said, rules.overlaps)];
}
