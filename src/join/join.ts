/** The stage from entries to the register: persons by ID number, households by what lists state, doubts as problems. */
import type { Campaign, Decision } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import type { Household, Person, Register } from "../model/register.ts";
import type { Rules } from "../model/rules.ts";
import { append, type Checked, type Problem, problem } from "../problem/problem.ts";
import { statedGroups } from "./groups.ts";
import { makeHouseholds } from "./households.ts";
import { findLookAlikes, type LookAlike } from "./lookalikes.ts";
import { groupPersons, personKey } from "./persons.ts";
import { repeatedLists } from "./repeated-lists.ts";

/** The register, and the entries that it holds (rows that a decision drops are out, and counted as rejected). */
export interface Joined {
  readonly register: Register;
  readonly entries: readonly Entry[];
  /** Pairs that nobody decided: told once it is known what both hold (at-stake.ts). */
  readonly lookAlikes: readonly LookAlike[];
  /** Doubts about a row's number that a decision ended by saying whose row it is. */
  readonly settles: (doubt: Problem) => Decision | null;
}

/**
 * Entries to register. Nothing here depends on the order of files beyond the stated order of the entries.
 * @param known problems that were found before
 */
export function join(
  entries: readonly Entry[],
  rules: Rules,
  campaign: Campaign,
  known: readonly Problem[],
): Checked<Joined> {
  const problems: Problem[] = [];
  let grouped = groupPersons(entries, NO_ALIASES, rules, campaign);
  const alike = findLookAlikes(grouped.persons, campaign);
  if (alike.aliases.size > 0) grouped = groupPersons(entries, alike.aliases, rules, campaign);
  append(problems, grouped.problems);
  append(problems, alike.problems);
  for (const entry of grouped.dropped) {
    entry.list.tally.entries--;
    entry.list.tally.rejected++;
  }
  const kept = grouped.dropped.size === 0 ? entries : entries.filter((entry) => !grouped.dropped.has(entry));
  const personOf = (entry: Entry) => personKey(entry, alike.aliases);
  const stated = statedGroups(kept, personOf, alike.aliases, rules, campaign);
  const persons = new Map<string, Person>();
  for (const draft of grouped.persons) {
    const { key, idNumber, name, entries: own, names } = draft;
    // Written out: a spread would give each of a million persons a hidden class of its own, and slow all that looks at them.
    persons.set(key, { key, serial: persons.size, idNumber, name, entries: own, names, households: NO_HOUSEHOLDS });
  }
  const made = makeHouseholds(stated.groups, persons, personOf, campaign);
  append(problems, stated.problems);
  append(problems, made.problems);
  const register = { persons: [...persons.values()], households: made.households };
  append(problems, namelessProblems(register.persons));
  append(problems, disagreements(register.persons, rules, campaign));
  append(problems, repeatedLists(grouped.persons, rules, campaign, known));
  return { value: { register, entries: kept, lookAlikes: alike.open, settles: alike.settles }, problems };
}

const NO_HOUSEHOLDS: readonly Household[] = [];
const NO_ALIASES: ReadonlyMap<string, string> = new Map();

/** Persons whom no list gives a name. */
function namelessProblems(persons: readonly Person[]): readonly Problem[] {
  return persons
    .filter((person) => person.name === "")
    .flatMap((person) => person.entries.map((entry) => problem("V108", placeOf(entry, "name"), { id: entry.idText })));
}

/** An agency's list repeats a category of Civil Affairs (残联: 低保) for somebody whom Civil Affairs' list does not have. */
function disagreements(persons: readonly Person[], rules: Rules, campaign: Campaign): readonly Problem[] {
  const asserted = new Set<string>();
  for (const person of persons) for (const entry of person.entries) for (const id of entry.categories) asserted.add(id);
  const echoes = [...rules.categories.values()].filter((c) => c.echoes !== null && asserted.has(c.echoes));
  const echoing = new Map(echoes.map((category) => [category.id, category]));
  const problems: Problem[] = [];
  for (const person of persons) {
    const told: string[] = [];
    for (const entry of person.entries) {
      // Whom no number identifies may stand there all the same; that the number is missing is told elsewhere.
      if (entry.idNumber === "") continue;
      for (const id of entry.categories) {
        const category = echoing.get(id);
        const echoed = category?.echoes ?? null;
        if (category === undefined || echoed === null || told.includes(id) || holds(person, echoed)) continue;
        told.push(id);
        problems.push(
          problem(
            "J107",
            placeOf(entry, "category"),
            {
              name: entry.name,
              says: rules.agencies.get(category.agencies[0] ?? "")?.name ?? "",
              leading: rules.agencies.get(rules.categories.get(echoed)?.agencies[0] ?? "")?.name ?? "",
              category: echoed,
            },
            {
              content: echoed,
              subject: { idNumber: person.idNumber, name: person.name, otherIdNumber: "", value: id },
              decisions: campaign.decisions,
            },
          ),
        );
      }
    }
  }
  return problems;
}

/** The person has a category by an own row, or lives in a household that a row of it names. */
function holds(person: Person, category: string): boolean {
  return (
    person.entries.some((entry) => entry.categories.includes(category)) ||
    person.households.some((household) => household.entries.some((entry) => entry.categories.includes(category)))
  );
}
