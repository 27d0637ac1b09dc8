/** Where a unit lives and how to reach it (design, "Street and committee"): its own rows, then the household's, then the lists' titles. */

import type { Unit } from "./entitlement.ts";
import type { Entry } from "./entry.ts";
import { compareText } from "./place.ts";

/** Street, committee, address and telephone of a unit; the street is 未注明 where nobody says it, the others "". */
export interface Whereabouts {
  readonly street: string;
  readonly committee: string;
  readonly address: string;
  readonly phone: string;
}

/** The street of people about whom no list says one. */
export const STREET_UNKNOWN = "未注明";

/** A unit is made for one programme and rests on the same rows for good, so it is looked for once. */
const known = new WeakMap<Unit, Whereabouts>();

/** Where a unit lives: from the rows it rests on first, then its person's, then its household's. */
export function whereOf(unit: Unit, entries: readonly Entry[]): Whereabouts {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const found = lookFor(unit, entries);
  known.set(unit, found);
  return found;
}

function lookFor(unit: Unit, entries: readonly Entry[]): Whereabouts {
  const sources: readonly (readonly Entry[])[] = [entries, unit.person.entries, unit.household.entries];
  const first = (pick: (entry: Entry) => string): string => {
    for (const source of sources) for (const entry of source) if (pick(entry) !== "") return pick(entry);
    return "";
  };
  return {
    street: first((e) => e.street) || first((e) => e.list.street) || STREET_UNKNOWN,
    committee: first((e) => e.committee),
    address: first((e) => e.address),
    phone: first((e) => e.phone),
  };
}

/** The order of entries: file, sheet, row. */
export function compareEntries(a: Entry, b: Entry): number {
  return compareText(a.list.file, b.list.file) || compareText(a.list.sheet, b.list.sheet) || a.row - b.row;
}
