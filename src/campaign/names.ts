/** What the names that people write (on the command line, in relief.yaml) mean in an edition; null where nothing fits. */
import { FIELDS, type Field, type ListWords } from "../model/list-words.ts";
import type { Agency, Category, Programme, Rules } from "../model/rules.ts";
import { nearest } from "../problem/nearest.ts";

/**
 * The category of that name: its key, else what lists write. A name that several agencies use is the leading agency's,
 * and 残联's own where it is asked for 残联's.
 */
export function categoryNamed(name: string, rules: Rules, agency: string | null): Category | null {
  const all = [...rules.categories.values()];
  const own = agency === null ? all : all.filter((c) => c.agencies.includes(agency));
  const leads = (c: Category) => c.agencies.some((id) => rules.agencies.get(id)?.leading === true);
  const written = own.filter((c) => c.written.includes(name) || c.writtenAlone.includes(name));
  return own.find((c) => c.id === name) ?? written.find(leads) ?? written[0] ?? null;
}

/** The agency of that name: its key, the office's full name, or what titles write. */
export function agencyNamed(name: string, rules: Rules): Agency | null {
  const all = [...rules.agencies.values()];
  return all.find((a) => a.id === name || a.name === name) ?? all.find((a) => a.written.includes(name)) ?? null;
}

/** The programme of that name or key. */
export function programmeNamed(name: string, rules: Rules): Programme | null {
  return rules.programmes.find((p) => p.id === name || p.name === name) ?? null;
}

/** 发放主体 of that name, as outputs write it. */
export function payerNamed(name: string, rules: Rules): string | null {
  const payers = payersOf(rules);
  return payers.find((payer) => payer === name) ?? payers.find((p) => p === agencyNamed(name, rules)?.name) ?? null;
}

/** All who pay out, in the plan's order. */
export function payersOf(rules: Rules): readonly string[] {
  return [...new Set(rules.programmes.map((p) => p.payer))];
}

/** The field of that name: one of its headers, or a declared field of the edition. */
export function fieldNamed(name: string, rules: Rules, words: ListWords): string | null {
  const declared = rules.fields.find((f) => f.name === name || f.headers.includes(name));
  return declared?.name ?? FIELDS.find((field) => words.headers[field].includes(name)) ?? null;
}

/** Fields near a name, each by the name that people know it by; all of them where none is near. */
export function nearFields(name: string, rules: Rules, words: ListWords): readonly string[] {
  const headers = [...Object.values(words.headers).flat(), ...rules.fields.map((f) => f.name)];
  const near = nearest(name, headers).map((header) => fieldNamed(header, rules, words) ?? "");
  const fields = near.length > 0 ? near : [...FIELDS, ...rules.fields.map((f) => f.name)];
  return [...new Set(fields)].map((field) => words.headers[field as Field]?.[0] ?? field);
}
