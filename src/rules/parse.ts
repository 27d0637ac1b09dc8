/**
 * The text of a rules file → one edition. All or nothing, and all slips at once: the YAML itself (yaml-text), each part
 * by its schema (draft), then whether the parts fit together (cross-checks). Never an exception.
 */
import type { AskPair, Programme, Rules } from "../model/rules.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { crossChecks } from "./cross-checks.ts";
import { type Draft, draftOf } from "./draft.ts";
import { alone, type Layered, onTopOf } from "./extend.ts";
import { toField } from "./fields.ts";
import { toAgency, toCategory, toOverlap, toProgramme, toStandard } from "./parts.ts";
import { inFileOrder } from "./yaml-check.ts";
import { type Path, readYaml } from "./yaml-text.ts";

/** The text of a rules file, and its name as problems show it. */
export interface RulesSource {
  readonly name: string;
  readonly text: string;
}

/** Finds the edition that `extends` names; null where there is none. */
export type ParentOf = (edition: string) => RulesSource | null;

/** For an edition that stands alone. */
export const NO_PARENTS: ParentOf = () => null;

/** An edition, and where each part of it stands in its file or its parents': what `checkRules` points at. */
export interface RulesFile {
  readonly rules: Rules;
  readonly at: Layered["at"];
  /** The document on which what stands at a path rests: that of the edition which says it. */
  readonly documentOf: (path: Path) => string;
  /** The files that make it up, the edition at the bottom first. */
  readonly sources: readonly RulesSource[];
  /** The documents that they name. */
  readonly documents: readonly string[];
  /** What is marked to be confirmed, in the order of the file: nobody is paid by it. */
  readonly unconfirmed: readonly Problem[];
}

/** Parses `rules/<edition>.yaml`. */
export function parseRules(text: string, fileName: string, parentOf: ParentOf): Result<Rules> {
  const read = readRulesFile({ text, name: fileName }, parentOf);
  return read.ok ? { ok: true, value: read.value.rules } : read;
}

/** Parses it on top of its parents, and keeps the positions. */
export function readRulesFile(source: RulesSource, parentOf: ParentOf): Result<RulesFile> {
  const layers = layersOf(source, parentOf, []);
  if (!layers.ok) return layers;
  const { yaml, sources } = layers.value;
  const problems: Problem[] = [...yaml.problems];
  const draft = draftOf(yaml, problems);
  problems.push(...crossChecks(draft, yaml));
  const rules = problems.length === 0 ? assemble(draft) : null;
  if (rules === null) return { ok: false, problems: inFileOrder(problems) };
  const documents = new Map(sources.map(({ name }, i) => [name, layers.value.documents[i] ?? rules.document.text]));
  const documentOf = (path: Path) => documents.get(yaml.file(path)) ?? rules.document.text;
  const value = { rules, at: yaml.at, documentOf, sources, documents: [...documents.values()] };
  return { ok: true, value: { ...value, unconfirmed: inFileOrder(unconfirmed(draft, yaml)) } };
}

/** What `rules new` marked, and nobody has taken the mark from. */
function unconfirmed(draft: Draft, yaml: Layered): readonly Problem[] {
  const at = (path: Path, what: string, whatEn: string) =>
    problem("U016", yaml.at([...path, "unconfirmed"], "key"), { what, whatEn });
  const { head } = draft;
  return [
    ...(head?.document.unconfirmed ? [at(["document"], "文号和原文", "the document")] : []),
    ...(head?.period.unconfirmed ? [at(["period"], "期间", "the period")] : []),
    ...draft.programmes.flatMap(({ path, value }) =>
      value.unconfirmed ? [at(path, `项目“${value.name}”`, `programme ${value.name}`)] : [],
    ),
    ...draft.standards.flatMap(({ id, path, value }) =>
      value.unconfirmed ? [at(path, `标准“${id}”`, `the standard ${id}`)] : [],
    ),
    ...draft.overlaps.flatMap(({ path, value }) =>
      "over" in value && value.unconfirmed ? [at(path, "几项合计的封顶", "the cap over several programmes")] : [],
    ),
    ...draft.ask.flatMap(({ id, path, value }) =>
      value.unconfirmed ? [at(path, `能否同时享受的“${id}”`, `what is asked of ${id}`)] : [],
    ),
    ...draft.readings.flatMap(({ path, value }) =>
      value.unconfirmed ? [at(path, `理解“${value.title}”`, `the reading ${value.title}`)] : [],
    ),
  ];
}

/** The trees of an edition and its parents, one on top of the other. */
interface Layers {
  readonly yaml: Layered;
  readonly sources: readonly RulesSource[];
  /** The document of each source. */
  readonly documents: readonly string[];
}

function layersOf(source: RulesSource, parentOf: ParentOf, above: readonly string[]): Result<Layers> {
  const yaml = readYaml(source.text, source.name);
  if (yaml.data === undefined) {
    const empty = { path: source.name, why: "没有内容", whyEn: "is empty" };
    const problems = yaml.problems.length > 0 ? yaml.problems : [problem("U003", yaml.at([]), empty)];
    return { ok: false, problems: inFileOrder(problems) };
  }
  const own = { sources: [source], documents: [textAt(yaml.data, "document", "text")] };
  const wanted = textAt(yaml.data, "extends");
  if (wanted === "") return { ok: true, value: { yaml: alone(yaml, source.name), ...own } };
  const refuse = (why: string, whyEn: string): Result<Layers> => ({
    ok: false,
    problems: [problem("U003", yaml.at(["extends"]), { path: "extends", why, whyEn })],
  });
  const parent = parentOf(wanted);
  if (parent === null) return refuse(`找不到上一版“${wanted}”`, `the edition ${wanted} cannot be found`);
  if ([...above, source.name].includes(parent.name))
    return refuse("几个版本互相作上一版", "editions extend one another in a circle");
  const below = layersOf(parent, parentOf, [...above, source.name]);
  if (!below.ok) return below;
  return {
    ok: true,
    value: {
      yaml: onTopOf(below.value.yaml, yaml, source.name),
      sources: [...below.value.sources, ...own.sources],
      documents: [...below.value.documents, ...own.documents],
    },
  };
}

/** A text in a tree; "" where there is none. */
function textAt(data: unknown, ...keys: readonly string[]): string {
  let at = data;
  for (const key of keys) at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return typeof at === "string" ? at : "";
}

/** "a+b" → [a, b], else null. */
export function askedPair(key: string): readonly [string, string] | null {
  const [a, b, ...more] = key.split("+").map((id) => id.trim());
  return a && b && a !== b && more.length === 0 ? [a, b] : null;
}

/** Puts the parts together; null only where a problem was noted. */
function assemble(draft: Draft): Rules | null {
  const { head } = draft;
  if (head === null) return null;
  const funds = new Map(draft.funds.map((f) => [f.id, f.value]));
  const agencies = new Map(draft.agencies.map((a) => [a.id, toAgency(a)]));
  const programmes: Programme[] = [];
  for (const [i, part] of draft.programmes.entries()) {
    const programme = toProgramme(part, i + 1, agencies, funds);
    if (programme === null) return null;
    programmes.push(programme);
  }
  const { from, to } = head.period;
  return {
    edition: head.edition,
    title: head.inferred === undefined ? head.title : `${head.title}（推定）`,
    inferred: head.inferred ?? null,
    document: { number: head.document.number, issued: head.document.issued, text: head.document.text },
    period: { from, to, listedIn: head.period["listed-in"], paidBy: head.period["paid-by"] },
    district: head.district,
    streets: head.streets,
    fields: draft.fields.map(toField),
    standards: draft.standards.map(toStandard),
    days: new Map(draft.days.map((day) => [day.id, day.value])),
    leapBirthday: leapBirthdayOf(head["leap-birthday"]),
    funds,
    agencies,
    categories: new Map(draft.categories.map((c) => [c.id, toCategory(c)])),
    notCategories: head["not-categories"] ?? [],
    programmes,
    overlaps: draft.overlaps.map(({ value }) => toOverlap(value)),
    ask: draft.ask.flatMap(({ id, value }): readonly AskPair[] => {
      const pair = askedPair(id);
      return pair ? [{ id, programmes: pair, source: value.source }] : [];
    }),
    readings: draft.readings.map(({ value: { unconfirmed: _, ...reading } }, i) => ({ number: i + 1, ...reading })),
    notComputed: draft.notComputed.map((n) => n.value),
  };
}

function leapBirthdayOf(said: "28-february" | "1-march" | undefined): Rules["leapBirthday"] {
  if (said === undefined) return null;
  return said === "28-february" ? "02-28" : "03-01";
}
