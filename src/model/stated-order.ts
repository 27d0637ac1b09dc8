/**
 * The one order in which everything lists entitlements: the plan's order of programmes, then street, committee,
 * household number, ID number, name, and at last the place of the first row. None of these depends on the command line.
 */
import type { Entitlement } from "./entitlement.ts";
import { compareText } from "./place.ts";
import { committeeOf, compareEntries } from "./where.ts";

/** 户编号 as outputs show it: only where a list states the household. */
export function householdNumberOf(e: Entitlement): string {
  return e.unit.household.stated ? e.unit.household.number : "";
}

/** Entitlements in the stated order. */
export function inStatedOrder(entitlements: readonly Entitlement[]): readonly Entitlement[] {
  // What most of them differ in is made a number first: sorting a million compares twenty million times.
  const streets = ranksOf(entitlements, (e) => e.where.street);
  const committees = ranksOf(entitlements, (e) => committeeOf(e.where));
  const keyed = entitlements.map((e) => {
    const place = (streets.get(e.where.street) ?? 0) * committees.size + (committees.get(committeeOf(e.where)) ?? 0);
    return { e, key: e.programme.number * streets.size * committees.size + place };
  });
  return keyed.sort((a, b) => a.key - b.key || compareWithin(a.e, b.e)).map(({ e }) => e);
}

/** Each text that comes, with its place among all of them. */
function ranksOf(
  entitlements: readonly Entitlement[],
  textOf: (e: Entitlement) => string,
): ReadonlyMap<string, number> {
  const texts = new Set<string>();
  for (const e of entitlements) texts.add(textOf(e));
  return new Map([...texts].sort(compareText).map((text, rank) => [text, rank]));
}

/** Of one programme and committee. */
function compareWithin(a: Entitlement, b: Entitlement): number {
  const [first, second] = [a.entries[0], b.entries[0]];
  return (
    compareText(householdNumberOf(a), householdNumberOf(b)) ||
    compareText(a.unit.person.idNumber, b.unit.person.idNumber) ||
    compareText(a.unit.person.name, b.unit.person.name) ||
    (first && second ? compareEntries(first, second) : 0) ||
    compareText(a.unit.key, b.unit.key)
  );
}
