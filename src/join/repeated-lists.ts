/**
 * Lists that repeat another one almost wholly: last month's beside this month's, or one sent twice with a row changed.
 * Told by the ID numbers that two lists of one agency share under one category; in time that grows with the entries.
 */
import type { Campaign } from "../model/campaign.ts";
import { agencyOf, type Entry, type ListReading } from "../model/entry.ts";
import { comparePlaces, fileOnly, type Place } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { PersonDraft } from "./persons.ts";

/** Of ten numbers of a list so many stand on another one too. */
const MOST_OF_TEN = 9;
/** A list of one person repeats nothing: that person is simply on two lists. */
const FEWEST = 2;
/** Lists of one agency and category on which a person is compared; more of them are no repetition but a mistake elsewhere. */
const MOST_LISTS = 24;

/** The numbers of one list under one agency and category. */
interface Part {
  readonly list: ListReading;
  readonly agency: string;
  readonly category: string;
  numbers: number;
}

interface Pair {
  readonly a: Part;
  readonly b: Part;
  shared: number;
}

/**
 * One 警告 for each list that another one repeats.
 * @param known problems so far: files with the same content were told as such (R301)
 */
export function repeatedLists(
  persons: readonly PersonDraft[],
  rules: Rules,
  campaign: Campaign,
  known: readonly Problem[],
): readonly Problem[] {
  const pairs = sharedNumbers(persons, rules);
  const same = new Set(known.filter((p) => p.code === "R301").map((p) => p.place.file));
  const told = new Map<string, Problem>();
  for (const { a, b, shared } of pairs) {
    const [less, more] = a.numbers < b.numbers || (a.numbers === b.numbers && isBehind(a, b)) ? [a, b] : [b, a];
    if (less.numbers < FEWEST || shared * 10 < less.numbers * MOST_OF_TEN) continue;
    if (same.has(less.list.file) || same.has(more.list.file)) continue;
    const key = `${nameOf(less.list)}\u0000${nameOf(more.list)}`;
    if (!told.has(key)) told.set(key, repetition(less, more, shared, campaign));
  }
  return [...told.values()];
}

function sharedNumbers(persons: readonly PersonDraft[], rules: Rules): Iterable<Pair> {
  const parts = new Map<ListReading, Map<string, Part>>();
  const pairs = new Map<Part, Map<Part, Pair>>();
  for (const { entries, idNumber } of persons) {
    if (idNumber === "") continue;
    const own = partsOf(entries, parts, rules);
    for (const part of own) part.numbers++;
    if (own.length < 2 || own.length > MOST_LISTS) continue;
    own.forEach((a, at) => {
      for (const b of own.slice(at + 1)) if (isAlike(a, b)) count(pairs, a, b);
    });
  }
  return [...pairs.values()].flatMap((others) => [...others.values()]);
}

/** On which lists, and under which categories, a person stands; each once. */
function partsOf(entries: readonly Entry[], parts: Map<ListReading, Map<string, Part>>, rules: Rules): readonly Part[] {
  const own = new Set<Part>();
  for (const entry of entries) {
    const { list } = entry;
    const byCategory = parts.get(list) ?? new Map<string, Part>();
    if (byCategory.size === 0) parts.set(list, byCategory);
    for (const category of entry.categories) {
      const part = byCategory.get(category) ?? {
        list,
        agency: agencyOf(entry, rules.categories),
        category,
        numbers: 0,
      };
      if (part.numbers === 0) byCategory.set(category, part);
      own.add(part);
    }
  }
  return [...own];
}

function isAlike(a: Part, b: Part): boolean {
  return a.list !== b.list && a.category === b.category && a.agency === b.agency;
}

function count(pairs: Map<Part, Map<Part, Pair>>, a: Part, b: Part): void {
  const [first, second] = isBehind(a, b) ? [b, a] : [a, b];
  const others = pairs.get(first) ?? new Map<Part, Pair>();
  pairs.set(first, others);
  const pair = others.get(second) ?? { a: first, b: second, shared: 0 };
  others.set(second, pair);
  pair.shared++;
}

function isBehind(a: Part, b: Part): boolean {
  return comparePlaces(startOf(a.list), startOf(b.list)) > 0;
}

function startOf({ file, sheet, ordinal }: ListReading): Place {
  return { ...fileOnly(file), sheet, row: ordinal };
}

/** "低保.xlsx › 第一片区", with its rows where it shares its sheet with others. */
function nameOf({ file, sheet, of, rows }: ListReading): string {
  const where = of > 1 ? `第 ${rows.first}–${rows.last} 行` : "";
  return [file, sheet, where].filter((part) => part !== "").join(" › ");
}

function repetition(less: Part, more: Part, shared: number, campaign: Campaign): Problem {
  const other = nameOf(more.list);
  const at = (list: ListReading): Place => ({ ...fileOnly(list.file), sheet: list.sheet });
  return problem(
    "J111",
    { ...at(less.list), row: less.list.headerRows.last },
    { shared, numbers: less.numbers, other },
    {
      content: other,
      also: [{ ...at(more.list), row: more.list.headerRows.last }],
      subject: { idNumber: "", name: nameOf(less.list), otherIdNumber: "", value: other },
      decisions: campaign.decisions,
    },
  );
}
