/** What all outputs say of a unit's place in the same way, and the one order in which they list entitlements. */
import type { Entitlement } from "../model/entitlement.ts";
import type { Entry } from "../model/entry.ts";
import { compareText } from "../model/place.ts";
import { type Whereabouts, whereOf } from "../model/where.ts";
import { UNKNOWN_PLACE } from "./words.ts";

/** Several tables ask for the same places; an entitlement never changes, so they are looked for once. */
const known = new WeakMap<Entitlement, Whereabouts>();

/** 街镇, 居村委 (both 未注明 where no row tells), 地址 and 联系电话 ("" where no row tells). */
export function placeOfUnit(e: Entitlement): Whereabouts {
  let where = known.get(e);
  if (where === undefined) {
    const found = whereOf(e.unit, e.entries);
    where = { ...found, committee: found.committee || UNKNOWN_PLACE };
    known.set(e, where);
  }
  return where;
}

/** 户编号 as outputs show it: only where a list states the household. */
export function householdNumberOf(e: Entitlement): string {
  return e.unit.household.stated ? e.unit.household.number : "";
}

/** "file!sheet!row", as 来源 names a row. */
export function sourceOf(entry: Entry): string {
  return `${entry.list.file}!${entry.list.sheet}!${entry.row}`;
}

/**
 * The stated order of entitlements in every output: the plan's order of programmes, then street, committee, household
 * number, ID number, name, and at last the place of the first row. None of these depends on the command line.
 */
export function inStatedOrder(entitlements: readonly Entitlement[]): readonly Entitlement[] {
  let ordered = inOrder.get(entitlements);
  if (ordered === undefined) {
    const keyed = entitlements.map((e) => ({ e, key: orderKey(e) }));
    keyed.sort((a, b) => a.e.programme.number - b.e.programme.number || compareText(a.key, b.key));
    ordered = keyed.map(({ e }) => e);
    inOrder.set(entitlements, ordered);
  }
  return ordered;
}

/** The details and the report list the same ones: they are put in order once. */
const inOrder = new WeakMap<readonly Entitlement[], readonly Entitlement[]>();

/** Parts are joined by U+0000, which no cleaned text holds, so that a short text stands before its continuations. */
function orderKey(e: Entitlement): string {
  const entry = e.entries[0];
  const { person } = e.unit;
  const where = entry ? `${entry.list.file}\u0000${entry.list.sheet}\u0000${String(entry.row).padStart(9, "0")}` : "";
  const { street, committee } = placeOfUnit(e);
  return [street, committee, householdNumberOf(e), person.idNumber, person.name, where, e.unit.key].join("\u0000");
}
