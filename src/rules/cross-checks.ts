/** Do the parts of a rules file fit together? Circles, names claimed twice, what a programme must keep by itself. */
import { type Problem, problem } from "../problem/problem.ts";
import { circles, type Edge } from "./circles.ts";
import type { Draft } from "./draft.ts";
import { inKindOf } from "./facets.ts";
import { mechanisms, programmesLookedAt } from "./mechanisms.ts";
import { meetings } from "./meetings.ts";
import { toOverlap } from "./parts.ts";
import { references, wrong } from "./references.ts";
import { waits } from "./waiting.ts";
import type { Path, YamlText } from "./yaml-text.ts";

/** All that does not fit. */
export function crossChecks(draft: Draft, yaml: YamlText): readonly Problem[] {
  return [
    ...references(draft, yaml),
    ...mechanisms(draft, yaml),
    ...meetings(draft, yaml),
    ...waitingInCircles(draft, yaml),
    ...claimedTwice(draft, yaml),
    ...programmesAlone(draft, yaml),
    ...leadingTwice(draft, yaml),
  ];
}

/** Programme a must be decided before b: b waits for a, a shuts b out, or a stands before b in an order. */
function waitingInCircles(draft: Draft, yaml: YamlText): readonly Problem[] {
  const looking = draft.programmes.map(({ id, path, value }) => ({
    id,
    looks: programmesLookedAt(value, path).map(({ name, path: because }) => ({ at: name, because })),
  }));
  const overlaps = draft.overlaps.map(({ value }) => toOverlap(value));
  const edges: Edge<Path>[] = [...waits(looking, overlaps)];
  for (const { path, value } of draft.overlaps) {
    const [before, key] =
      "at-most-one" in value
        ? [value["at-most-one"], "at-most-one"]
        : "shuts-out" in value
          ? [value["shuts-out"], "shuts-out"]
          : [[], ""];
    for (const [i, to] of before.entries()) {
      const from = "shuts-out" in value ? value.granted : before[i - 1];
      if (from !== undefined) edges.push({ from, to, because: [...path, key, i] });
    }
  }
  return circles(edges).map(({ nodes, because }) => problem("U005", yaml.at(because), { circle: nodes.join(" → ") }));
}

/** A name may be several agencies', but only one category's of each. */
function claimedTwice(draft: Draft, yaml: YamlText): readonly Problem[] {
  const claims = new Map<string, { category: string; agency: string }[]>();
  const problems: Problem[] = [];
  for (const { id, path, value: c } of draft.categories) {
    for (const key of ["written", "written-alone", "wider"] as const) {
      for (const [i, name] of (c[key] ?? []).entries()) {
        const claimed = claims.get(folded(name)) ?? [];
        const other = claimed.find((claim) => c.agency.includes(claim.agency));
        if (other)
          problems.push(problem("U010", yaml.at([...path, key, i]), { name, first: other.category, second: id }));
        claims.set(folded(name), [...claimed, ...c.agency.map((agency) => ({ category: id, agency }))]);
      }
    }
  }
  for (const [i, name] of (draft.head?.["not-categories"] ?? []).entries()) {
    const [claim] = claims.get(folded(name)) ?? [];
    if (claim === undefined) continue;
    const place = yaml.at(["not-categories", i]);
    problems.push(problem("U010", place, { name, first: claim.category, second: "not-categories" }));
  }
  return problems;
}

function folded(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

/** Banks take 12 bytes of purpose. */
const PURPOSE_BYTES = 12;

/** What a programme must keep by itself, beyond the shape of its keys. */
function programmesAlone(draft: Draft, yaml: YamlText): readonly Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  for (const { path, value: p } of draft.programmes) {
    const tell = (key: string, zh: string, en: string) => problems.push(wrong(yaml, [...path, key], "value", zh, en));
    if (names.has(p.name)) tell("name", `另一个项目也叫“${p.name}”`, `another programme is called ${p.name} too`);
    names.add(p.name);
    const bytes = gbkBytes(p.purpose);
    if (bytes > PURPOSE_BYTES)
      problems.push(problem("U011", yaml.at([...path, "purpose"]), { purpose: p.purpose, bytes }));
    const { kind } = p.amount;
    if (kind === "goods" && p.channel !== "kind")
      tell("channel", "金额是实物，发放方式应当是 kind", "goods need the channel kind");
    else if (kind === "service" && p.channel !== "service")
      tell("channel", "金额是服务，发放方式应当是 service", "a service needs the channel service");
    else if (inKindOf(p.amount) === null && (p.channel === "kind" || p.channel === "service")) {
      const en = `the amount is money, the channel cannot be ${p.channel}`;
      tell("channel", `金额是钱，发放方式不能是 ${p.channel}`, en);
    }
    if (p.unit === "person" && p.counted)
      tell("counted", "只有按户发放的项目才写 counted", "counted needs the unit household");
  }
  return problems;
}

/** Length in GBK: an ASCII letter takes one byte, any other two. */
function gbkBytes(text: string): number {
  let bytes = 0;
  for (const letter of text) bytes += letter <= "\u007f" ? 1 : 2;
  return bytes;
}

function leadingTwice(draft: Draft, yaml: YamlText): readonly Problem[] {
  const [, ...more] = draft.agencies.filter((a) => a.value.leading);
  return more.map(({ path }) =>
    wrong(yaml, [...path, "leading"], "value", "只能有一个部门写 leading: yes", "only one agency may be leading"),
  );
}
