/** A programme made ready once a run: its conditions and its amount with all names looked up. */
import type { Entry } from "../model/entry.ts";
import type { Programme } from "../model/rules.ts";
import type { Categories, Given as Unit } from "../rules/given.ts";
import type { Asking, Run } from "../rules/language.ts";
import { type LookedAt, lookedAt } from "../rules/looked-at.ts";
import { type Priced, pricerOf } from "../rules/prepare.ts";
import type { Draft } from "./draft.ts";
import { UnitFacts } from "./facts.ts";
import type { Given } from "./given.ts";
import { Notes } from "./notes.ts";

/** What one programme is decided with. */
export interface Prepared {
  readonly programme: Programme;
  readonly looks: LookedAt;
  readonly price: (unit: Unit) => Priced;
  /** What it asks beyond the categories that open it; null: nothing. */
  readonly eligible: Asking | null;
  /** What it asks of a member that is counted; null: nothing. */
  readonly countedWhere: Asking | null;
}

/** Prepares a programme. */
export function prepared(programme: Programme, run: Run): Prepared {
  const { eligible, countedWhere, amount } = programme;
  const asks = eligible.all.length + eligible.none.length + eligible.where.length > 0;
  return {
    programme,
    looks: lookedAt(programme),
    price: pricerOf(amount, run),
    eligible: asks ? run.who({ ...eligible, any: [] }) : null,
    countedWhere: countedWhere.length === 0 ? null : run.conditions(countedWhere),
  };
}

/** A draft's unit as amounts and conditions see it, with the notes of what they ask. */
export interface Asked {
  readonly unit: Unit;
  readonly facts: UnitFacts;
  readonly notes: Notes;
}

/** The unit of a draft, before members are counted and a listed sum is read. */
export function askedAbout(draft: Draft, given: Given): Asked {
  const notes = new Notes();
  const facts = new UnitFacts(draft, given, notes);
  return { unit: { counted: 1, categories: categoriesOf(draft, given), facts, month: "" }, facts, notes };
}

/** What lists say the unit is: all rows of the person, or of the household's members, but for dropped ones. */
function categoriesOf({ unit }: Draft, { doubts }: Given): Categories {
  const says = (entries: readonly Entry[], category: string) =>
    entries.some((entry) => entry.categories.includes(category) && doubts.dropped(entry) === null);
  if (unit.kind === "person") return { has: (category) => says(unit.person.entries, category) };
  return { has: (category) => unit.household.members.some((member) => says(member.entries, category)) };
}
