/**
 * The text of a rules file → one edition. All or nothing, and all slips at once: the YAML itself (yaml-text), each part
 * by its schema (draft), then whether the parts fit together (cross-checks). Never an exception.
 */
import type { Agency, AskPair, Category, Programme, Rules } from "../model/rules.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { crossChecks } from "./cross-checks.ts";
import { type Draft, draftOf, type Part } from "./draft.ts";
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
    fields: draft.fields.map((f) => ({ name: f.id, headers: f.value })),
    funds,
    agencies,
    categories: new Map(draft.categories.map((c) => [c.id, toCategory(c)])),
    notCategories: head["not-categories"] ?? [],
    programmes,
    overlaps: draft.overlaps.map(({ value: o }) => ({
      order: o["at-most-one"],
      per: o.per,
      quote: o.quote,
      because: o.because,
    })),
    ask: draft.ask.flatMap(({ id, value }): readonly AskPair[] => {
      const pair = askedPair(id);
      return pair ? [{ id, programmes: pair, source: value.source }] : [];
    }),
    readings: draft.readings.map(({ value }, i) => ({ number: i + 1, ...value })),
    notComputed: draft.notComputed.map((n) => n.value),
  };
}

function toAgency({ id, value }: Part<Draft["agencies"][number]["value"]>): Agency {
  return { id, name: value.name, written: value.written, leading: value.leading ?? false };
}

function toCategory({ id, value }: Part<Draft["categories"][number]["value"]>): Category {
  return {
    id,
    agencies: value.agency,
    written: value.written.includes(id) ? value.written : [id, ...value.written],
    writtenAlone: value["written-alone"] ?? [],
    wider: value.wider ?? [],
    echoes: value.echoes ?? null,
  };
}

function toProgramme(
  { id, value: p }: Part<Draft["programmes"][number]["value"]>,
  number: number,
  agencies: ReadonlyMap<string, Agency>,
  funds: ReadonlyMap<string, string>,
): Programme | null {
  const agency = agencies.get(p.agency);
  const payer = agencies.get(p.payer ?? p.agency);
  const fund = funds.get(p.fund);
  if (!agency || !payer || fund === undefined) return null;
  return {
    id,
    name: p.name,
    number,
    clause: p.clause,
    quote: p.quote,
    agency,
    payer: payer.name,
    fund,
    channel: p.channel,
    unit: p.unit,
    identity: p.identity ?? "id",
    eligible: p.eligible,
    refusals: p["refused-if"] ?? [],
    notCounted: p.counted?.["all-but-granted"] ?? [],
    amount: p.amount,
    plan: p.plan ? { total: p.plan.total ?? null, people: p.plan.people ?? null } : null,
    purpose: p.purpose,
    published: p.published === "no" ? null : p.published,
  };
}
