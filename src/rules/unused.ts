/** What an edition declares and nothing uses: most often the word that should use it was written otherwise. */
import { type Problem, problem } from "../problem/problem.ts";
import type { NamedSection } from "./draft.ts";
import type { RulesFile } from "./parse.ts";
import { reachedByProgramme } from "./reach.ts";

/** Each at its key. Categories and agencies count as used where a list may be told by them. */
export function unusedParts({ rules, at }: RulesFile): readonly Problem[] {
  const reached = rules.programmes.flatMap(reachedByProgramme);
  const names = (...uses: readonly string[]) =>
    reached.flatMap(({ use }) => (uses.includes(use.use) && "name" in use ? [use.name] : []));
  const standardDays = rules.standards.map((standard) => standard.on);
  const columns = [
    ...names("field", "sum", "day"),
    ...standardDays,
    ...rules.programmes.flatMap((p) => [...p.needs, ...p.refusals.map((r) => r.field)]),
  ];
  const used: Readonly<Record<NamedSection, ReadonlySet<string>>> = {
    fields: new Set(columns),
    days: new Set([...names("day"), ...standardDays]),
    standards: new Set(names("sum", "rate")),
    funds: new Set(rules.programmes.map((p) => p.fund)),
    agencies: new Set([
      ...[...rules.categories.values()].flatMap((c) => c.agencies),
      ...rules.programmes.map((p) => p.agency.id),
    ]),
    categories: new Set([...names("category"), ...[...rules.categories.values()].flatMap((c) => c.echoes ?? [])]),
    programmes: new Set(rules.programmes.map((p) => p.id)),
  };
  const unused = (section: NamedSection, what: string, whatEn: string, ids: Iterable<string>) =>
    [...ids]
      .filter((id) => !used[section].has(id))
      .map((name) => problem("U013", at([section, name], "key"), { what, whatEn, name }));
  const funds = [...rules.funds].filter(([, name]) => !used.funds.has(name)).map(([id]) => id);
  return [
    ...unused(
      "fields",
      "列",
      "field",
      rules.fields.map((f) => f.name),
    ),
    ...unused("days", "日子", "day", rules.days.keys()),
    ...unused(
      "standards",
      "标准",
      "standard",
      rules.standards.map((s) => s.name),
    ),
    ...funds.map((name) => problem("U013", at(["funds", name], "key"), { what: "资金来源", whatEn: "fund", name })),
    ...unused("agencies", "部门", "agency", rules.agencies.keys()),
    ...unused("categories", "对象类别", "category", rules.categories.keys()),
  ];
}
