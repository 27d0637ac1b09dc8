/** Households from stated groups: joined across agencies by the persons they share, clashes within one agency told. */
import type { Campaign } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import type { Household, Person } from "../model/register.ts";
import { compareEntries } from "../model/where.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { type Group, headRow, type PersonOf, statesHousehold } from "./groups.ts";
import { meet } from "./meet.ts";
import { Union } from "./union.ts";

/** Makes the households of a run and gives each person its own; persons in no stated one are a household of one. */
export function makeHouseholds(
  groups: readonly Group[],
  persons: ReadonlyMap<string, Person>,
  personOf: PersonOf,
  campaign: Campaign,
): { households: readonly Household[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const joined = joinAcrossAgencies(groups, personOf, campaign, problems);
  const clashing = findClashes(joined, persons, campaign, problems);
  const households: Household[] = [];
  for (const group of joined) {
    const head = persons.get(group.head);
    if (head === undefined) throw new Error("the head of a household is one of its persons");
    const others = [...group.persons].flatMap((key) => persons.get(key) ?? []).filter((person) => person !== head);
    const number = group.entries.find((entry) => entry.householdNumber !== "")?.householdNumber ?? "";
    const household = {
      key: group.key,
      serial: households.length,
      number,
      head,
      members: [head, ...others],
      stated: true,
      entries: group.entries,
      clashes: clashing.has(group),
    };
    households.push(household);
    for (const person of household.members) livesIn(person, household);
  }
  for (const person of persons.values()) {
    if (person.households.length > 0) continue;
    const alone = new Alone(person, households.length);
    households.push(alone);
    livesIn(person, alone);
  }
  return { households, problems };
}

/** The household of somebody about whom no list says anything. Nearly everybody's: all but two of its parts follow. */
class Alone implements Household {
  readonly head: Person;
  readonly serial: number;

  constructor(head: Person, serial: number) {
    this.head = head;
    this.serial = serial;
  }

  get key(): string {
    return `P:${this.head.key}`;
  }

  get number(): string {
    return "";
  }

  get members(): readonly Person[] {
    return [this.head];
  }

  get stated(): boolean {
    return false;
  }

  get entries(): readonly Entry[] {
    return this.head.entries;
  }

  get clashes(): boolean {
    return false;
  }
}

/** Persons are made before their households; from here on nobody changes them. */
function livesIn(person: Person, household: Household): void {
  const households = person.households.length === 0 ? [household] : [...person.households, household];
  (person as { -readonly [K in keyof Person]: Person[K] }).households = households;
}

/**
 * A household of one agency and one of another that share a person are one. Where that would bring together two
 * households which one agency keeps apart, nothing is joined and it is said.
 */
function joinAcrossAgencies(
  groups: readonly Group[],
  personOf: PersonOf,
  campaign: Campaign,
  problems: Problem[],
): readonly Group[] {
  const byPerson = groupsByPerson(groups);
  const union = new Union();
  for (const sharing of byPerson.values()) {
    for (const a of sharing)
      for (const b of sharing) if (a !== b && !meet(a.agencies, b.agencies)) union.join(a.key, b.key);
  }
  const components = new Map<string, Group[]>();
  for (const group of groups) {
    const root = union.find(group.key);
    const component = components.get(root);
    if (component) component.push(group);
    else components.set(root, [group]);
  }
  return [...components.values()].flatMap((component) => {
    const [first, ...rest] = component;
    if (first === undefined || rest.length === 0) return component;
    if (component.some((a, at) => component.slice(0, at).some((b) => meet(a.agencies, b.agencies)))) {
      problems.push(apart(component, personOf, campaign));
      return component;
    }
    return [merge(component, personOf)];
  });
}

function merge(component: readonly Group[], personOf: PersonOf): Group {
  const entries = component.flatMap((group) => group.entries).sort(compareEntries);
  return {
    key: component.map((group) => group.key).sort()[0] ?? "",
    entries,
    agencies: new Set(component.flatMap((group) => [...group.agencies])),
    statedBy: allStatements(component),
    persons: new Set(entries.map(personOf)),
    head: personOf(headRow(entries)),
  };
}

const NOBODY: ReadonlySet<string> = new Set();

function allStatements(component: readonly Group[]): Group["statedBy"] {
  const all = new Map<string, Set<string>>();
  for (const group of component) {
    for (const [person, agencies] of group.statedBy)
      all.set(person, new Set([...(all.get(person) ?? []), ...agencies]));
  }
  return all;
}

function apart(component: readonly Group[], personOf: PersonOf, campaign: Campaign): Problem {
  const rows = component
    .map((group) => group.entries.find((entry) => personOf(entry) === group.head) ?? group.entries[0])
    .filter((e): e is Entry => e !== undefined);
  const heads = rows.map((entry) => entry.name).join("、");
  const [first, ...rest] = rows;
  return problem(
    "J106",
    first ? placeOf(first, "name") : { file: "", sheet: "", row: 0, column: "" },
    { heads },
    {
      also: rest.map((entry) => placeOf(entry, "name")),
      subject: { idNumber: first?.idNumber ?? "", name: heads, otherIdNumber: rest[0]?.idNumber ?? "", value: heads },
      decisions: campaign.decisions,
    },
  );
}

function groupsByPerson(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const byPerson = new Map<string, Group[]>();
  for (const group of groups) {
    for (const key of group.persons) {
      const known = byPerson.get(key);
      if (known) known.push(group);
      else byPerson.set(key, [group]);
    }
  }
  return byPerson;
}

/** One person in two households that lists of one agency state with different heads: both wait. */
function findClashes(
  groups: readonly Group[],
  persons: ReadonlyMap<string, Person>,
  campaign: Campaign,
  problems: Problem[],
): ReadonlySet<Group> {
  const clashing = new Set<Group>();
  for (const [key, sharing] of groupsByPerson(groups)) {
    const by = (group: Group) => group.statedBy.get(key) ?? NOBODY;
    const rivals = sharing.filter((a) => sharing.some((b) => a !== b && meet(by(a), by(b))));
    if (rivals.length === 0) continue;
    for (const group of rivals) clashing.add(group);
    const heads = rivals.map((group) => persons.get(group.head)?.name ?? "").join("、");
    const rowsIn = (group: Group, person: string) =>
      group.entries.filter((entry) => statesHousehold(entry) && persons.get(person)?.entries.includes(entry));
    const rows = rivals.flatMap((group) => rowsIn(group, key));
    const headRows = rivals.flatMap((group) => rowsIn(group, group.head).slice(0, 1));
    const [first, ...rest] = [...new Set([...rows, ...headRows])];
    if (first === undefined) continue;
    problems.push(
      problem(
        "J104",
        placeOf(first, "idNumber"),
        { name: persons.get(key)?.name ?? "", heads },
        {
          content: first.idText,
          also: rest.map((entry) => placeOf(entry, "idNumber")),
          decisions: campaign.decisions,
        },
      ),
    );
  }
  return clashing;
}
