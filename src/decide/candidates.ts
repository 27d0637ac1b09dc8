/** Who is a candidate of a programme: every person with a category that opens it, alone or in a household. */
import type { Unit } from "../model/entitlement.ts";
import type { Entry } from "../model/entry.ts";
import type { Household, Person, Register } from "../model/register.ts";
import type { Programme } from "../model/rules.ts";
import { compareEntries } from "../model/where.ts";

/** A unit and the rows that make it a candidate. */
export interface Candidate {
  readonly unit: Unit;
  readonly rows: readonly Entry[];
}

/** Who a category's rows name. */
interface Asserted {
  /** Each once, in the register's order. */
  readonly persons: Person[];
  /** Rows that assert it. */
  entries: number;
}

/** The register, indexed for finding candidates. Made once a run. */
export class Candidates {
  readonly #byCategory = new Map<string, Asserted>();

  constructor(register: Register) {
    for (const person of register.persons) {
      for (const entry of person.entries) {
        for (const category of entry.categories) {
          let asserted = this.#byCategory.get(category);
          if (asserted === undefined) {
            asserted = { persons: [], entries: 0 };
            this.#byCategory.set(category, asserted);
          }
          asserted.entries++;
          if (asserted.persons.at(-1) !== person) asserted.persons.push(person);
        }
      }
    }
  }

  /** How many rows assert a category. */
  entries(category: string): number {
    return this.#byCategory.get(category)?.entries ?? 0;
  }

  /** The candidates of a programme, in the order of their own rows. */
  of(programme: Programme): readonly Candidate[] {
    const opens = (entry: Entry) => entry.categories.some((id) => programme.opens.includes(id));
    const persons = this.#whoHasAny(programme.opens);
    const found = programme.unit === "person" ? personsOf(persons, opens) : householdsOf(persons, opens);
    return found.sort((a, b) => compareEntries(a.rows[0] as Entry, b.rows[0] as Entry));
  }

  #whoHasAny(categories: readonly string[]): Iterable<Person> {
    const asserted = categories.flatMap((id) => this.#byCategory.get(id) ?? []);
    return asserted.length === 1 ? (asserted[0]?.persons ?? []) : new Set(asserted.flatMap(({ persons }) => persons));
  }
}

function personsOf(persons: Iterable<Person>, opens: (entry: Entry) => boolean): Candidate[] {
  return Array.from(persons, (person) => {
    const rows = person.entries.length === 1 ? person.entries : person.entries.filter(opens).sort(compareEntries);
    const household = homeOf(person, rows[0] as Entry);
    return { unit: { kind: "person", key: person.key, person, household }, rows };
  });
}

function householdsOf(persons: Iterable<Person>, opens: (entry: Entry) => boolean): Candidate[] {
  const rowsOf = new Map<Household, Entry[]>();
  for (const person of persons) {
    for (const entry of person.entries) {
      if (!opens(entry)) continue;
      const household = homeOf(person, entry);
      const rows = rowsOf.get(household);
      if (rows) rows.push(entry);
      else rowsOf.set(household, [entry]);
    }
  }
  return Array.from(rowsOf, ([household, rows]) => {
    const unit: Unit = { kind: "household", key: household.key, person: household.head, household };
    return { unit, rows: ownFirst(unit, rows) };
  });
}

/** The household in which a row puts its person: nearly everybody lives in one. */
function homeOf(person: Person, entry: Entry): Household {
  const { households } = person;
  const [first] = households;
  if (first === undefined) throw new Error("every person lives in a household");
  return households.length === 1 ? first : (households.find((home) => home.entries.includes(entry)) ?? first);
}

/** The unit's own rows first, each part in the order of places. */
function ownFirst(unit: Unit, rows: readonly Entry[]): readonly Entry[] {
  if (rows.length === 1) return rows;
  const own = new Set(unit.person.entries);
  return [...rows].sort((a, b) => Number(own.has(b)) - Number(own.has(a)) || compareEntries(a, b));
}
