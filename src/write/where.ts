/** What all outputs say of a unit's place in the same way, and the one order in which they list entitlements. */
import type { Entitlement } from "../model/entitlement.ts";
import type { Entry } from "../model/entry.ts";
import { compareText } from "../model/place.ts";
import { compareEntries } from "../model/where.ts";
import { UNKNOWN_PLACE } from "./words.ts";

/** 居村委, 未注明 where no row tells. */
export function committeeOf(e: Entitlement): string {
  return e.where.committee || UNKNOWN_PLACE;
}

/** 户编号 as outputs show it: only where a list states the household. */
export function householdNumberOf(e: Entitlement): string {
  return e.unit.household.stated ? e.unit.household.number : "";
}

/**
 * The stated order of entitlements in every output: the plan's order of programmes, then street, committee, household
 * number, ID number, name, and at last the place of the first row. None of these depends on the command line.
 */
export function inStatedOrder(entitlements: readonly Entitlement[]): readonly Entitlement[] {
  let ordered = inOrder.get(entitlements);
  if (ordered === undefined) {
    ordered = [...entitlements].sort(compareStated);
    inOrder.set(entitlements, ordered);
  }
  return ordered;
}

/** The details and the report list the same ones: they are put in order once. */
const inOrder = new WeakMap<readonly Entitlement[], readonly Entitlement[]>();

function compareStated(a: Entitlement, b: Entitlement): number {
  return (
    a.programme.number - b.programme.number ||
    compareText(a.where.street, b.where.street) ||
    compareText(committeeOf(a), committeeOf(b)) ||
    compareText(householdNumberOf(a), householdNumberOf(b)) ||
    compareText(a.unit.person.idNumber, b.unit.person.idNumber) ||
    compareText(a.unit.person.name, b.unit.person.name) ||
    comparePlace(a.entries[0], b.entries[0]) ||
    compareText(a.unit.key, b.unit.key)
  );
}

function comparePlace(a: Entry | undefined, b: Entry | undefined): number {
  return a === undefined || b === undefined ? Number(a !== undefined) - Number(b !== undefined) : compareEntries(a, b);
}
