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
  const places = new Float64Array(entitlements.length);
  const people = new Float64Array(entitlements.length);
  entitlements.forEach((e, at) => {
    const street = e.programme.number * streets.size + (streets.get(e.where.street) ?? 0);
    places[at] = street * committees.size + (committees.get(committeeOf(e.where)) ?? 0);
    people[at] = personRank(e);
  });
  const order = Uint32Array.from(entitlements.keys());
  const at = (index: number) => entitlements[index] as Entitlement;
  order.sort(
    (a, b) =>
      (places[a] as number) - (places[b] as number) ||
      (people[a] as number) - (people[b] as number) ||
      compareWithin(at(a), at(b)),
  );
  return Array.from(order, at);
}

/** Digits of an ID number that a number holds exactly. */
const EXACT_DIGITS = 15;

/**
 * Where a unit stands among those of its committee, as far as a number tells: households with a number last, the others
 * by the person's ID number, those without one first.
 */
function personRank(e: Entitlement): number {
  if (householdNumberOf(e) !== "") return 10 ** EXACT_DIGITS;
  const { idNumber } = e.unit.person;
  return idNumber === "" ? -1 : Number(idNumber.slice(0, EXACT_DIGITS));
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
