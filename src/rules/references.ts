/** Do the names that a rules file refers to exist? Each that does not is told at its place, with its near names. */
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Draft, NamedSection } from "./draft.ts";
import { pathText } from "./yaml-check.ts";
import type { Path, YamlText } from "./yaml-text.ts";

const WHAT: Readonly<Record<NamedSection, { what: string; whatEn: string }>> = {
  fields: { what: "列", whatEn: "field" },
  days: { what: "日子", whatEn: "day" },
  standards: { what: "标准", whatEn: "standard" },
  funds: { what: "资金来源", whatEn: "fund" },
  agencies: { what: "部门", whatEn: "agency" },
  categories: { what: "对象类别", whatEn: "category" },
  programmes: { what: "项目", whatEn: "programme" },
};

/** Something that cannot be meant so. */
export function wrong(yaml: YamlText, path: Path, what: "key" | "value", why: string, whyEn: string): Problem {
  return problem("U003", yaml.at(path, what), { path: pathText(path, yaml), why, whyEn });
}

/** A name that is not among those that could be meant. */
export function unknownName(
  yaml: YamlText,
  section: NamedSection,
  name: string,
  known: readonly string[],
  path: Path,
  what: "key" | "value" = "value",
): Problem {
  const near = nearest(name, known).join("、");
  return problem("U004", yaml.at(path, what), { ...WHAT[section], name, near });
}

/** The names of the sections, programmes' mechanisms apart. */
export function references(draft: Draft, yaml: YamlText): readonly Problem[] {
  const problems: Problem[] = [];
  const known = (section: NamedSection, name: string, path: Path, what: "key" | "value" = "value") => {
    const names = draft.names[section];
    if (!names.includes(name)) problems.push(unknownName(yaml, section, name, names, path, what));
  };
  const allKnown = (section: NamedSection, names: readonly string[], path: Path) => {
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
    for (const [i, r] of (p["refused-if"] ?? []).entries())
      known("fields", r.field, [...path, "refused-if", i, "field"]);
    allKnown("fields", p.needs ?? [], [...path, "needs"]);
    allKnown("programmes", p.counted?.["all-but-granted"] ?? [], [...path, "counted", "all-but-granted"]);
  }
  for (const { path, value: o } of draft.overlaps) {
    if ("at-most-one" in o) allKnown("programmes", o["at-most-one"], [...path, "at-most-one"]);
    else if ("may-stack" in o) allKnown("programmes", o["may-stack"], [...path, "may-stack"]);
    else if ("over" in o) allKnown("programmes", o.over, [...path, "over"]);
    else {
      known("programmes", o.granted, [...path, "granted"]);
      allKnown("programmes", o["shuts-out"], [...path, "shuts-out"]);
    }
  }
  for (const { path, value: r } of draft.readings) allKnown("programmes", r.programmes, [...path, "programmes"]);
  for (const { id, path } of draft.ask) {
    const pair = id.split("+").map((part) => part.trim());
    if (pair.length === 2 && pair[0] !== pair[1]) for (const name of pair) known("programmes", name, path, "key");
    else problems.push(wrong(yaml, path, "key", "应当是两个不同的项目，写成 甲+乙", "should be two programmes, a+b"));
  }
  return problems;
}
