/**
 * Households as the lists state them (design, "Households"): rows with the same head's number are of one household in
 * any list, rows with the same household number in the lists of one agency; the same head makes one household.
 */
import type { Campaign } from "../model/campaign.ts";
import { agencyOf, type Entry, placeOf } from "../model/entry.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { meet } from "./meet.ts";
import { Union } from "./union.ts";

/** A household that some rows state, before agencies are compared. */
export interface Group {
  readonly key: string;
  readonly entries: readonly Entry[];
  /** Agencies that state it. */
  readonly agencies: ReadonlySet<string>;
  /** Who states it of whom: the agencies of each person's rows. */
  readonly statedBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of its persons. */
  readonly persons: ReadonlySet<string>;
  /** Key of its head's person. */
  readonly head: string;
}

/** How rows are tied: the person of a row, and aliases of corrected numbers. */
export type PersonOf = (entry: Entry) => string;

/** Groups the rows that state a household. */
export function statedGroups(
  entries: readonly Entry[],
  personOf: PersonOf,
  aliases: ReadonlyMap<string, string>,
  rules: Rules,
  campaign: Campaign,
): { groups: readonly Group[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const numberKey = numberKeys(entries, personOf, rules, campaign, problems);
  const union = new Union();
  const keyed = new Map<Entry, string>();
  const heads = new Set<string>();
  for (const entry of entries) {
    const headId = aliases.get(entry.headIdNumber) ?? entry.headIdNumber;
    const head = headId === "" ? "" : `H:${headId}`;
    const number = numberKey(entry);
    if (headId !== "") heads.add(headId);
    if (head !== "" && number !== "") union.join(head, number);
    const key = head !== "" ? head : number;
    if (key !== "") keyed.set(entry, key);
  }
  // A person who is somebody's head belongs to that household by every row that names no other one.
  for (const entry of entries) {
    const person = personOf(entry);
    if (heads.has(person) && !keyed.has(entry)) keyed.set(entry, `H:${person}`);
  }
  let groups = collect(entries, keyed, union, personOf, rules);
  // The same head makes one household; joining two may settle who heads a third, so until nothing moves.
  for (;;) {
    const byHead = new Map<string, Group>();
    let moved = false;
    for (const group of groups) {
      const same = byHead.get(group.head);
      if (same === undefined) byHead.set(group.head, group);
      else {
        union.join(same.key, group.key);
        moved = true;
      }
    }
    if (!moved) return { groups, problems };
    groups = collect(entries, keyed, union, personOf, rules);
  }
}

function collect(
  entries: readonly Entry[],
  keyed: ReadonlyMap<Entry, string>,
  union: Union,
  personOf: PersonOf,
  rules: Rules,
): readonly Group[] {
  const byRoot = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyed.get(entry);
    if (key === undefined) continue;
    const root = union.find(key);
    const group = byRoot.get(root);
    if (group) group.push(entry);
    else byRoot.set(root, [entry]);
  }
  return [...byRoot].map(([key, rows]) => ({
    key,
    entries: rows,
    agencies: new Set(rows.filter(statesHousehold).map((entry) => agencyOf(entry, rules.categories))),
    statedBy: statedBy(rows, personOf, rules),
    persons: new Set(rows.map(personOf)),
    head: personOf(headRow(rows)),
  }));
}

/** The row itself says whose household it is of; a head's row that says nothing only follows the others. */
export function statesHousehold(entry: Entry): boolean {
  return entry.headIdNumber !== "" || entry.householdNumber !== "";
}

function statedBy(rows: readonly Entry[], personOf: PersonOf, rules: Rules): ReadonlyMap<string, ReadonlySet<string>> {
  const agencies = new Map<string, Set<string>>();
  for (const entry of rows.filter(statesHousehold)) {
    const person = personOf(entry);
    const known = agencies.get(person);
    if (known) known.add(agencyOf(entry, rules.categories));
    else agencies.set(person, new Set([agencyOf(entry, rules.categories)]));
  }
  return agencies;
}

/** The row whose relation is 户主 or 本人 (one whom other rows name as head first), else the one named as head, else the first. */
export function headRow(rows: readonly Entry[]): Entry {
  const named = new Set(rows.map((entry) => entry.headIdNumber).filter((id) => id !== ""));
  const isNamed = (entry: Entry) => entry.idNumber !== "" && named.has(entry.idNumber);
  const said = rows.filter((entry) => entry.isHead);
  const row = said.find(isNamed) ?? said[0] ?? rows.find(isNamed) ?? rows[0];
  if (row === undefined) throw new Error("a group of rows is never empty");
  return row;
}

/**
 * The household number of a row as a key. Lists of one agency share their numbers, unless two lists use a number for
 * people with different heads and nobody in common: then each counts from 1 by itself, which is said.
 */
function numberKeys(
  entries: readonly Entry[],
  personOf: PersonOf,
  rules: Rules,
  campaign: Campaign,
  problems: Problem[],
): (entry: Entry) => string {
  const plain = (entry: Entry) =>
    entry.householdNumber === "" ? "" : `N:${agencyOf(entry, rules.categories)}:${entry.householdNumber}`;
  const byNumber = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = plain(entry);
    if (key === "") continue;
    const rows = byNumber.get(key);
    if (rows) rows.push(entry);
    else byNumber.set(key, [entry]);
  }
  const own = new Map<Entry, string>();
  for (const [key, rows] of byNumber) {
    const clusters = clustersByHead(rows, personOf);
    if (clusters.length < 2) continue;
    clusters.forEach((cluster, at) => {
      for (const entry of cluster.rows) own.set(entry, `${key}:${at}`);
    });
    const heads = clusters
      .map((cluster) => cluster.rows.find((e) => e.isHead)?.name ?? cluster.rows[0]?.name ?? "")
      .join("、");
    const [first, ...rest] = clusters.flatMap((cluster) => cluster.rows.slice(0, 1));
    if (first === undefined) continue;
    const number = first.householdNumber;
    problems.push(
      problem(
        "J105",
        placeOf(first, "householdNumber"),
        { number, heads },
        {
          content: number,
          also: rest.map((entry) => placeOf(entry, "householdNumber")),
          subject: {
            idNumber: first.idNumber,
            name: first.name,
            otherIdNumber: rest[0]?.idNumber ?? "",
            value: number,
          },
          decisions: campaign.decisions,
        },
      ),
    );
  }
  return (entry) => own.get(entry) ?? plain(entry);
}

interface Cluster {
  readonly rows: Entry[];
  readonly heads: Set<string>;
  readonly persons: Set<string>;
}

function clustersByHead(rows: readonly Entry[], personOf: PersonOf): readonly Cluster[] {
  const lists = new Map<object, Cluster>();
  for (const entry of rows) {
    const cluster = lists.get(entry.list) ?? { rows: [], heads: new Set(), persons: new Set() };
    lists.set(entry.list, cluster);
    cluster.rows.push(entry);
    cluster.persons.add(personOf(entry));
    if (entry.headIdNumber !== "") cluster.heads.add(entry.headIdNumber);
    else if (entry.isHead) cluster.heads.add(personOf(entry));
  }
  const clusters: Cluster[] = [];
  for (const next of lists.values()) {
    const fits = clusters.find(
      (c) => c.heads.size === 0 || next.heads.size === 0 || meet(c.heads, next.heads) || meet(c.persons, next.persons),
    );
    if (fits === undefined) {
      clusters.push(next);
      continue;
    }
    for (const row of next.rows) fits.rows.push(row);
    for (const head of next.heads) fits.heads.add(head);
    for (const person of next.persons) fits.persons.add(person);
  }
  return clusters;
}
