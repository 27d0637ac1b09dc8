/** Do the parts of a rules file fit together? Names that are referred to, circles, names claimed twice, purposes. */

import { nearest } from "../problem/nearest.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { circles, type Edge } from "./circles.ts";
import type { Draft } from "./draft.ts";
import { pathText } from "./yaml-check.ts";
import type { Path, YamlText } from "./yaml-text.ts";

/** All that does not fit. */
export function crossChecks(draft: Draft, yaml: YamlText): readonly Problem[] {
  return [
    ...references(draft, yaml),
    ...waitingInCircles(draft, yaml),
    ...claimedTwice(draft, yaml),
    ...programmesAlone(draft, yaml),
    ...leadingTwice(draft, yaml),
  ];
}

type Section = keyof Draft["names"];

const WHAT: Readonly<Record<Section, { what: string; whatEn: string }>> = {
  fields: { what: "列", whatEn: "field" },
  funds: { what: "资金来源", whatEn: "fund" },
  agencies: { what: "部门", whatEn: "agency" },
  categories: { what: "对象类别", whatEn: "category" },
  programmes: { what: "项目", whatEn: "programme" },
};

function references(draft: Draft, yaml: YamlText): readonly Problem[] {
  const problems: Problem[] = [];
  const known = (section: Section, name: string, path: Path, what: "key" | "value" = "value") => {
    const names = draft.names[section];
    if (names.includes(name)) return;
    const near = nearest(name, names).join("、");
    problems.push(problem("U004", yaml.at(path, what), { ...WHAT[section], name, near }));
  };
  const allKnown = (section: Section, names: readonly string[], path: Path) => {
    for (const [i, name] of names.entries()) known(section, name, [...path, i]);
  };
  for (const { path, value: c } of draft.categories) {
    if (c.agency.length === 1) known("agencies", c.agency[0] ?? "", [...path, "agency", 0]);
    else allKnown("agencies", c.agency, [...path, "agency"]);
    if (c.echoes !== undefined) known("categories", c.echoes, [...path, "echoes"]);
  }
  for (const { path, value: p } of draft.programmes) {
    known("agencies", p.agency, [...path, "agency"]);
    if (p.payer !== undefined) known("agencies", p.payer, [...path, "payer"]);
    known("funds", p.fund, [...path, "fund"]);
    for (const key of ["any", "all", "none"] as const) {
      allKnown("categories", p.eligible[key], [...path, "eligible", key]);
      if (p.amount.kind !== "highest-of") continue;
      for (const [i, tier] of p.amount.tiers.entries()) {
        allKnown("categories", tier.who[key], [...path, "amount", "highest-of", i, key]);
      }
    }
    for (const [i, r] of (p["refused-if"] ?? []).entries())
      known("fields", r.field, [...path, "refused-if", i, "field"]);
    allKnown("programmes", p.counted?.["all-but-granted"] ?? [], [...path, "counted", "all-but-granted"]);
  }
  for (const { path, value: o } of draft.overlaps) allKnown("programmes", o["at-most-one"], [...path, "at-most-one"]);
  for (const { path, value: r } of draft.readings) allKnown("programmes", r.programmes, [...path, "programmes"]);
  for (const { id, path } of draft.ask) {
    const pair = id.split("+").map((part) => part.trim());
    if (pair.length === 2 && pair[0] !== pair[1]) for (const name of pair) known("programmes", name, path, "key");
    else problems.push(wrong(yaml, path, "key", "应当是两个不同的项目，写成 甲+乙", "should be two programmes, a+b"));
  }
  return problems;
}

/** Programme a must be decided before b: b does not count a's holders, or a stands before b in an order. */
function waitingInCircles(draft: Draft, yaml: YamlText): readonly Problem[] {
  const edges: Edge<Path>[] = [];
  for (const { id, path, value } of draft.programmes) {
    for (const [i, before] of (value.counted?.["all-but-granted"] ?? []).entries()) {
      edges.push({ from: before, to: id, because: [...path, "counted", "all-but-granted", i] });
    }
  }
  for (const { path, value } of draft.overlaps) {
    for (const [i, to] of value["at-most-one"].entries()) {
      const from = value["at-most-one"][i - 1];
      if (from !== undefined) edges.push({ from, to, because: [...path, "at-most-one", i] });
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
        const folded = name.normalize("NFKC").replace(/\s/g, "").toLowerCase();
        const claimed = claims.get(folded) ?? [];
        const other = claimed.find((claim) => c.agency.includes(claim.agency));
        if (other) {
          const categories = other.category === id ? id : `${other.category}、${id}`;
          problems.push(problem("U010", yaml.at([...path, key, i]), { name, categories }));
        }
        claims.set(folded, [...claimed, ...c.agency.map((agency) => ({ category: id, agency }))]);
      }
    }
  }
  return problems;
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
    const money = p.amount.kind !== "goods" && p.amount.kind !== "service";
    if (money && (p.channel === "kind" || p.channel === "service")) {
      tell(
        "channel",
        `金额是钱，发放方式不能是 ${p.channel}`,
        `the amount is money, the channel cannot be ${p.channel}`,
      );
    }
    if (p.amount.kind === "goods" && p.channel !== "kind")
      tell("channel", "金额是实物，发放方式应当是 kind", "goods need the channel kind");
    if (p.amount.kind === "service" && p.channel !== "service") {
      tell("channel", "金额是服务，发放方式应当是 service", "a service needs the channel service");
    }
    if (p.unit === "person" && p.amount.kind === "per-member")
      tell("amount", "按人数计算的，计发单位应当是 household", "per-member needs the unit household");
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

function wrong(yaml: YamlText, path: Path, what: "key" | "value", why: string, whyEn: string): Problem {
  return problem("U003", yaml.at(path, what), { path: pathText(path, yaml), why, whyEn });
}
