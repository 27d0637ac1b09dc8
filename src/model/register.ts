/** The register 花名册: all persons and households of a run. */
import type { Entry } from "./entry.ts";

/** One person: all entries with the same ID number, or one entry that has none. */
export interface Person {
  /** Stable and unique in the run: the ID number, or file!sheet!row of the only entry. */
  readonly key: string;
  /** Its place in the register, from 0. */
  readonly serial: number;
  /** 18 characters; "" where none is known (another document's kind and number stand in the key alone). */
  readonly idNumber: string;
  /** The name that counts (Civil Affairs' spelling first); "" where no list gives one. */
  readonly name: string;
  /** In the stated order of places. */
  readonly entries: readonly Entry[];
  /** All names when the lists differ, each with its entries; empty when they agree. */
  readonly names: readonly NameClaim[];
  /** Usually one; two where lists of one agency state two households with different heads. */
  readonly households: readonly Household[];
}

/** Persons with so many entries are looked through by a set. */
const MANY_ENTRIES = 16;
const manyEntries = new WeakMap<Person, ReadonlySet<Entry>>();

/** Whether an entry is a person's own: a list that gives one number to 100 000 rows must not take for ever. */
export function hasEntry(person: Person, entry: Entry): boolean {
  if (person.entries.length <= MANY_ENTRIES) return person.entries.includes(entry);
  const known = manyEntries.get(person) ?? new Set(person.entries);
  manyEntries.set(person, known);
  return known.has(entry);
}

/** One spelling among several under one ID number. */
export interface NameClaim {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Programmes that rest on these entries wait until the name is settled. */
  readonly held: boolean;
}

/** Persons who live together, as lists state it; or one person about whom no list says anything. */
export interface Household {
  /** Stable and unique in the run. */
  readonly key: string;
  /** Its place in the register, from 0. */
  readonly serial: number;
  /** The first stated number; "" where none is. */
  readonly number: string;
  readonly head: Person;
  /** The head first, then in the order of their first entries. */
  readonly members: readonly Person[];
  /** A list states it; false for a person in no household by any list. */
  readonly stated: boolean;
  /** The entries by which it is stated (or the person's own). */
  readonly entries: readonly Entry[];
  /** A member is in another household that the same agency states with another head: both wait. */
  readonly clashes: boolean;
}

/** All persons and households, in the order of their first entries. */
export interface Register {
  readonly persons: readonly Person[];
  readonly households: readonly Household[];
}
