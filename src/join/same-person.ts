/**
 * What 核实结论 makes of the pairs that look alike. 同一人 chains: who is one with the same third is one, under the one
 * number that no row calls a mistake. Rows that contradict one another settle nothing, and it is said.
 */
import type { Decision } from "../model/campaign.ts";
import { cleanIdNumber } from "../model/id-number.ts";
import { comparePlaces, fileOnly } from "../model/place.ts";
import { compareEntries } from "../model/where.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Pair } from "./pairs.ts";
import type { PersonDraft } from "./persons.ts";
import { Union } from "./union.ts";

/** Which pairs are settled, and how. */
export interface Settled {
  /** Person key → key of the person whose number counts. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Persons whose own number, missing or mistaken, counts no more, with the decision that says so. */
  readonly identified: ReadonlyMap<PersonDraft, Decision>;
  readonly open: readonly Pair[];
  /** Pairs that a decision settled, by itself or by what follows from it; and contradictions. */
  readonly problems: readonly Problem[];
}

/** Settles the pairs of a run; nobody is merged but by a decision. */
export function settlePairs(pairs: readonly Pair[]): Settled {
  const one = pairs.filter((pair) => pair.problem.settledBy?.verdict === "同一人");
  const apart = pairs.filter((pair) => pair.problem.settledBy?.verdict === "不同人");
  const union = new Union();
  for (const pair of one) {
    const [first, ...rest] = peopleOf(pair);
    for (const person of rest) if (first) union.join(first.key, person.key);
  }
  const aliases = new Map<string, string>();
  const identified = new Map<PersonDraft, Decision>();
  const denied = new Set<Pair>();
  const problems: Problem[] = [];
  for (const cluster of clustersOf(one, union)) {
    const contrary = apart.filter((pair) => ends(pair).every((key) => union.find(key) === cluster.root));
    const counts = contrary.length > 0 ? null : numberThatCounts(cluster);
    if (counts === null) {
      for (const pair of [...cluster.pairs, ...contrary]) denied.add(pair);
      problems.push(contradiction(cluster, contrary));
      continue;
    }
    const known = cluster.people.some((person) => person.key === counts && hasNumber(person));
    for (const person of cluster.people) {
      if (person.key === counts) continue;
      aliases.set(person.key, counts);
      const said = cluster.pairs.find((pair) => peopleOf(pair).includes(person))?.problem.settledBy;
      if (known && said) identified.set(person, said);
    }
  }
  const { open, settled } = follow(pairs, denied, aliases);
  return { aliases, identified, open, problems: [...problems, ...settled] };
}

/** People whom decisions call one, in the order of their rows, and the pairs that call them so. */
interface Cluster {
  readonly root: string;
  readonly people: readonly PersonDraft[];
  readonly pairs: readonly Pair[];
}

function clustersOf(one: readonly Pair[], union: Union): readonly Cluster[] {
  const byRoot = new Map<string, Pair[]>();
  for (const pair of one) {
    const root = union.find(ends(pair)[0]);
    const pairs = byRoot.get(root);
    if (pairs) pairs.push(pair);
    else byRoot.set(root, [pair]);
  }
  return [...byRoot].map(([root, pairs]) => {
    const people = [...new Set(pairs.flatMap(peopleOf))];
    people.sort((a, b) => compareFirstRows(a, b));
    return { root, people, pairs };
  });
}

function compareFirstRows(a: PersonDraft, b: PersonDraft): number {
  const [one, other] = [a.entries[0], b.entries[0]];
  return one && other ? compareEntries(one, other) : 0;
}

/** The key under which all are one: the only number that no row calls a mistake; null where there is no such one, or several. */
function numberThatCounts({ people, pairs }: Cluster): string | null {
  const mistaken = new Set(pairs.map(mistakenOf));
  const numbered = people.filter((person) => person.idNumber !== "");
  if (numbered.length > 0) {
    const [standing, ...more] = numbered.filter((person) => !mistaken.has(person.key));
    return standing === undefined || more.length > 0 ? null : standing.key;
  }
  return (people.find(hasNumber) ?? people[0])?.key ?? null;
}

/** A resident's number or another document's, as against a row that has none. */
function hasNumber({ key, entries }: PersonDraft): boolean {
  return entries.some((entry) => entry.idNumber === key);
}

/** The key of the number that a row calls the mistake: the one not under 身份证号; "" where only one has a number. */
function mistakenOf({ first, second, problem: { settledBy } }: Pair): string {
  if (!(first.numbered && second.numbered)) return "";
  return settledBy !== null && turnsRound(settledBy, second.mark) ? first.mark : second.mark;
}

/** The row says that the number counts which is shown second. */
function turnsRound({ idNumber, otherIdNumber }: Decision, second: string): boolean {
  const [counts, mistake] = [cleanIdNumber(idNumber), cleanIdNumber(otherIdNumber)];
  return counts === "" ? mistake !== "" && mistake !== second : counts === second;
}

function peopleOf({ first, second }: Pair): readonly PersonDraft[] {
  return first === second ? first.persons : [...first.persons, ...second.persons];
}

/** One person of each side; where rows that nothing tells apart are the pair, two of them. */
function ends({ first, second }: Pair): readonly [string, string] {
  const [one, other] = first === second ? first.persons : [first.persons[0], second.persons[0]];
  if (one === undefined || other === undefined) throw new Error("a pair has two sides");
  return [one.key, other.key];
}

/**
 * What follows from the decisions that hold: a pair of one person with himself is settled, and so is one of people who
 * are apart under another number. Of several pairs that ask the same, once numbers are merged, one stays.
 */
function follow(
  pairs: readonly Pair[],
  denied: ReadonlySet<Pair>,
  aliases: ReadonlyMap<string, string>,
): { readonly open: readonly Pair[]; readonly settled: readonly Problem[] } {
  const sides = (pair: Pair) =>
    ends(pair)
      .map((key) => aliases.get(key) ?? key)
      .sort();
  const settled: Problem[] = [];
  const undecided: Pair[] = [];
  /** By the person, for 同一人; by both, for 不同人. */
  const said = new Map<string, Decision>();
  for (const pair of pairs) {
    const { settledBy } = pair.problem;
    if (settledBy === null || denied.has(pair)) {
      undecided.push(pair);
      continue;
    }
    settled.push(asSaid(pair, settledBy));
    const [one = "", other = ""] = sides(pair);
    const about = one === other ? one : `${one}\u0000${other}`;
    if (!said.has(about)) said.set(about, settledBy);
  }
  const open = new Map<string, Pair>();
  for (const pair of undecided) {
    const [one = "", other = ""] = sides(pair);
    const both = `${one}\u0000${other}`;
    const settledBy = said.get(one === other ? one : both);
    if (settledBy !== undefined) settled.push({ ...pair.problem, settledBy });
    else if (!open.has(both) || ends(pair).every((key) => !aliases.has(key)))
      open.set(both, { ...pair, problem: { ...pair.problem, settledBy: null } });
  }
  return { open: [...open.values()], settled };
}

/** A settled pair as it is quoted: of two numbers the one that counts stands first. */
function asSaid({ second, problem: found }: Pair, said: Decision): Problem {
  const { subject } = found;
  if (said.verdict !== "同一人" || subject === null || !second.numbered || !turnsRound(said, second.mark)) return found;
  const { id, other } = (found as Problem<"J103">).params;
  return {
    ...found,
    params: { ...found.params, id: other, other: id },
    subject: { ...subject, idNumber: subject.otherIdNumber, otherIdNumber: subject.idNumber },
  };
}

/** Rows that say of the same people that they are one and that they are not, or count several numbers as right. */
function contradiction({ people, pairs }: Cluster, contrary: readonly Pair[]): Problem {
  const rows = [...pairs, ...contrary].flatMap((pair) => pair.problem.settledBy?.place ?? []).sort(comparePlaces);
  const [place = fileOnly(""), ...also] = rows;
  const numbers = people.map((person) => person.idNumber).filter((number) => number !== "");
  const isApart = contrary.length > 0;
  return problem(
    "D123",
    place,
    {
      rows: rows.map(({ row }) => row).join("、"),
      names: [...new Set(people.map((person) => person.name)), ...numbers].join("、"),
      why: isApart ? "既说是同一人，又说是不同人" : "认可的号码不止一个，或一个也没有",
      whyEn: isApart ? "they call the same people one and not one" : "they leave several numbers that count, or none",
    },
    { content: numbers.join("、"), also },
  );
}
