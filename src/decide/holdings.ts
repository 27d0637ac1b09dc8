/** What earlier programmes grant a person, a household or its members: for amounts and conditions that look at them. */
import type { Household, Person } from "../model/register.ts";
import { sum, ZERO } from "../money.ts";
import type { Holding } from "../rules/given.ts";
import type { Draft } from "./draft.ts";

interface Index {
  readonly byPerson: ReadonlyMap<Person, readonly Draft[]>;
  readonly byHousehold: ReadonlyMap<Household, readonly Draft[]>;
}

/** The decisions of programmes that were decided before. */
export class Holdings {
  readonly #decided: ReadonlyMap<string, readonly Draft[]>;
  readonly #indexes = new Map<string, Index>();

  constructor(decided: ReadonlyMap<string, readonly Draft[]>) {
    this.#decided = decided;
  }

  /** What a programme grants one person, or the household where it is decided for households; null: it waits. */
  ofPerson(programme: string, person: Person, household: Household): Holding | null {
    const { byPerson, byHousehold } = this.#index(programme);
    const drafts = byPerson.get(person) ?? [];
    const [any] = byHousehold.get(household) ?? [];
    return holding(any?.unit.kind === "household" ? [any] : drafts);
  }

  /** What it grants the household, or its members together; null: one of them waits. */
  ofHousehold(programme: string, household: Household): Holding | null {
    return holding(this.#index(programme).byHousehold.get(household) ?? []);
  }

  #index(programme: string): Index {
    const known = this.#indexes.get(programme);
    if (known !== undefined) return known;
    const byPerson = new Map<Person, Draft[]>();
    const byHousehold = new Map<Household, Draft[]>();
    for (const draft of this.#decided.get(programme) ?? []) {
      put(byPerson, draft.unit.person, draft);
      put(byHousehold, draft.unit.household, draft);
    }
    const index = { byPerson, byHousehold };
    this.#indexes.set(programme, index);
    return index;
  }
}

function put<K>(map: Map<K, Draft[]>, key: K, draft: Draft): void {
  const known = map.get(key);
  if (known) known.push(draft);
  else map.set(key, [draft]);
}

function holding(drafts: readonly Draft[]): Holding | null {
  if (drafts.some((draft) => draft.result === "held")) return null;
  const granted = drafts.filter((draft) => draft.result === "granted");
  return { holds: granted.length > 0, sum: granted.length === 0 ? ZERO : sum(granted.map((draft) => draft.amount)) };
}
