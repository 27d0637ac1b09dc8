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
  readonly #homeOf = new Map<Entry, Household>();

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
    for (const household of register.households)
      for (const entry of household.entries) this.#homeOf.set(entry, household);
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
    const persons = new Set(programme.eligible.any.flatMap((id) => [...this.persons(id)]));
    const units = new Map<string, { unit: Unit; rows: Entry[] }>();
    for (const person of persons) {
      for (const entry of person.entries.filter(opens)) {
        const unit = this.#unit(programme, person, entry);
        const known = units.get(unit.key);
        if (known) known.rows.push(entry);
        else units.set(unit.key, { unit, rows: [entry] });
      }
    }
    const candidates = [...units.values()].map(({ unit, rows }) => ({ unit, rows: ownFirst(unit, rows) }));
    return candidates.sort((a, b) => compareEntries(a.rows[0] as Entry, b.rows[0] as Entry));
  }

  #unit(programme: Programme, person: Person, entry: Entry): Unit {
    const household = this.#homeOf.get(entry) ?? person.households[0];
    if (household === undefined) throw new Error("every person lives in a household");
    if (programme.unit === "person") return { kind: "person", key: person.key, person, household };
    return { kind: "household", key: household.key, person: household.head, household };
  }
}

const NOBODY: ReadonlySet<Person> = new Set();

/** The unit's own rows first, each part in the order of places. */
function ownFirst(unit: Unit, rows: readonly Entry[]): readonly Entry[] {
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
