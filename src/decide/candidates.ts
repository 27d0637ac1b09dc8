/** Who is a candidate of a programme: every person with a category that opens it, alone or in a household. */
import type { Unit } from "../model/entitlement.ts";
import type { Entry } from "../model/entry.ts";
import type { Household, Person, Register } from "../model/register.ts";
import type { CategoryCondition, Programme } from "../model/rules.ts";
import { compareEntries } from "../model/where.ts";

/** A unit and the rows that make it a candidate. */
export interface Candidate {
  readonly unit: Unit;
  readonly rows: readonly Entry[];
}

/** The register, indexed for finding candidates. Made once a run. */
export class Candidates {
  readonly #byCategory = new Map<string, Set<Person>>();

  constructor(register: Register) {
    for (const person of register.persons) {
      for (const entry of person.entries) {
        for (const category of entry.categories) {
          const known = this.#byCategory.get(category);
          if (known) known.add(person);
          else this.#byCategory.set(category, new Set([person]));
        }
      }
    }
  }

  /** Some row asserts the category. */
  has(category: string): boolean {
    return this.#byCategory.has(category);
  }

  /** Persons with a row that asserts the category. */
  persons(category: string): ReadonlySet<Person> {
    return this.#byCategory.get(category) ?? NOBODY;
  }

  /** The candidates of a programme, in the order of their own rows. */
  of(programme: Programme): readonly Candidate[] {
    const opens = (entry: Entry) => entry.categories.some((id) => programme.eligible.any.includes(id));
    const units = new Map<Person | Household, { unit: Unit; rows: Entry[] }>();
    for (const person of this.#whoHasAny(programme.eligible.any)) {
      for (const entry of person.entries) {
        if (!opens(entry)) continue;
        const household = homeOf(person, entry);
        const whose = programme.unit === "person" ? person : household;
        const known = units.get(whose);
        if (known) known.rows.push(entry);
        else units.set(whose, { unit: unitOf(programme, person, household), rows: [entry] });
      }
    }
    const candidates = Array.from(units.values(), ({ unit, rows }) => ({ unit, rows: ownFirst(unit, rows) }));
    return candidates.sort((a, b) => compareEntries(a.rows[0] as Entry, b.rows[0] as Entry));
  }

  #whoHasAny(categories: readonly string[]): ReadonlySet<Person> {
    const [first, ...others] = categories.map((id) => this.persons(id)).filter((persons) => persons.size > 0);
    if (first === undefined) return NOBODY;
    if (others.length === 0) return first;
    const all = new Set(first);
    for (const persons of others) for (const person of persons) all.add(person);
    return all;
  }
}

/** The household in which a row puts its person: nearly everybody lives in one. */
export function homeOf(person: Person, entry: Entry): Household {
  const [only, ...others] = person.households;
  if (only === undefined) throw new Error("every person lives in a household");
  return others.length === 0 ? only : (person.households.find((home) => home.entries.includes(entry)) ?? only);
}

function unitOf(programme: Programme, person: Person, household: Household): Unit {
  if (programme.unit === "person") return { kind: "person", key: person.key, person, household };
  return { kind: "household", key: household.key, person: household.head, household };
}

const NOBODY: ReadonlySet<Person> = new Set();

/** The unit's own rows first, each part in the order of places. */
function ownFirst(unit: Unit, rows: readonly Entry[]): readonly Entry[] {
  if (rows.length === 1) return rows;
  const own = new Set(unit.person.entries);
  return [...rows].sort((a, b) => Number(own.has(b)) - Number(own.has(a)) || compareEntries(a, b));
}

/** What of "all of" and "none of" does not hold for a unit's categories; null where all does. */
export function missingCondition(condition: CategoryCondition, categories: ReadonlySet<string>): string | null {
  const lacks = condition.all.find((id) => !categories.has(id));
  if (lacks !== undefined) return `还应是${lacks}`;
  const shuts = condition.none.find((id) => categories.has(id));
  return shuts === undefined ? null : `不得是${shuts}`;
}
