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

/** What a street or committee is called that no list names. */
export const PLACE_UNKNOWN = "未注明";

/** 居村委 as outputs show it: 未注明 where no row tells. */
export function committeeOf({ committee }: Whereabouts): string {
  return committee || PLACE_UNKNOWN;
}

type Field = keyof Whereabouts;

/** Where a unit lives: from the rows it rests on first, then its person's, then its household's. */
export function whereOf(unit: Unit, entries: readonly Entry[]): Whereabouts {
  const [row] = entries;
  // Nearly everybody stands on one row, which says it all: no second object for each of a million people.
  if (row !== undefined && row.street !== "" && isAll(entries, row)) {
    if (isAll(unit.person.entries, row) && isAll(unit.household.entries, row)) return row;
  }
  const first = (field: Field): string =>
    firstOf(entries, field) || firstOf(unit.person.entries, field) || firstOf(unit.household.entries, field);
  const ofLists = () =>
    streetOfLists(entries) || streetOfLists(unit.person.entries) || streetOfLists(unit.household.entries);
  return {
    street: first("street") || ofLists() || PLACE_UNKNOWN,
    committee: first("committee"),
    address: first("address"),
    phone: first("phone"),
  };
}

function isAll(entries: readonly Entry[], row: Entry): boolean {
  return entries.length === 1 && entries[0] === row;
}

function firstOf(entries: readonly Entry[], field: Field): string {
  for (const entry of entries) if (entry[field] !== "") return entry[field];
  return "";
}

function streetOfLists(entries: readonly Entry[]): string {
  for (const { list } of entries) if (list.street !== "") return list.street;
  return "";
}

/** The order of entries: file, sheet, row. */
export function compareEntries(a: Entry, b: Entry): number {
  if (a.list === b.list) return a.row - b.row;
  return compareText(a.list.file, b.list.file) || compareText(a.list.sheet, b.list.sheet) || a.row - b.row;
}
