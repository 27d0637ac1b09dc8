/**
 * The text of a rules file → one edition. All or nothing, and all slips at once: the YAML itself (yaml-text), each part
 * by its schema (draft), then whether the parts fit together (cross-checks). Never an exception.
 */
import type { AskPair, Programme, Rules } from "../model/rules.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { crossChecks } from "./cross-checks.ts";
import { type Draft, draftOf } from "./draft.ts";
import { toField } from "./fields.ts";
import { toAgency, toCategory, toOverlap, toProgramme, toStandard } from "./parts.ts";
import { inFileOrder } from "./yaml-check.ts";
import { readYaml, type YamlText } from "./yaml-text.ts";

/** An edition, and where each part of it stands in its file: what `checkRules` points at. */
export interface RulesFile {
  readonly rules: Rules;
  readonly at: YamlText["at"];
}

/** Parses `rules/<edition>.yaml`. */
export function parseRules(text: string, fileName: string): Result<Rules> {
  const read = readRulesFile(text, fileName);
  return read.ok ? { ok: true, value: read.value.rules } : read;
}

/** Parses it, and keeps the positions. */
export function readRulesFile(text: string, fileName: string): Result<RulesFile> {
  const yaml = readYaml(text, fileName);
  if (yaml.data === undefined) {
    const empty = { path: fileName, why: "没有内容", whyEn: "is empty" };
    const problems = yaml.problems.length > 0 ? yaml.problems : [problem("U003", yaml.at([]), empty)];
    return { ok: false, problems: inFileOrder(problems) };
  }
  const problems: Problem[] = [...yaml.problems];
  const draft = draftOf(yaml, problems);
  problems.push(...crossChecks(draft, yaml));
  const rules = problems.length === 0 ? assemble(draft) : null;
  return rules ? { ok: true, value: { rules, at: yaml.at } } : { ok: false, problems: inFileOrder(problems) };
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
    title: head.title,
    document: head.document,
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
    readings: draft.readings.map(({ value }, i) => ({ number: i + 1, ...value })),
    notComputed: draft.notComputed.map((n) => n.value),
  };
}

function leapBirthdayOf(said: "28-february" | "1-march" | undefined): Rules["leapBirthday"] {
  if (said === undefined) return null;
  return said === "28-february" ? "02-28" : "03-01";
}
