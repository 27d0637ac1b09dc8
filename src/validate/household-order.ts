/**
 * Households that a list tells by the order of its rows alone: the head, then the members, with the number of the
 * household (or nothing) on the first row. Read so only where every sign agrees; where one does not, it is said.
 */
import type { Entry } from "../model/entry.ts";
import type { ListWords } from "../model/list-words.ts";

/** What came of a list's rows without a household of their own. */
export interface Ordered {
  /** All entries of the list, those that were placed with the head's number or the household's. */
  readonly entries: readonly Entry[];
  readonly households: number;
  readonly placed: readonly Entry[];
  /** Members of whom nobody can tell the household. */
  readonly unplaced: readonly Entry[];
}

/** A household of a list without numbers whose head's number cannot be used. */
function orderNumber(head: Entry): string {
  return `${head.list.file}${head.list.sheet === "" ? "" : `!${head.list.sheet}`}!${head.row}`;
}

/** A household while its rows follow one another. */
interface Group {
  readonly head: Entry;
  readonly members: Entry[];
  readonly relations: Set<string>;
}

interface Grouped {
  readonly groups: readonly Group[];
  readonly unplaced: readonly Entry[];
}

/**
 * Places the members of a list in the households of the heads above them.
 * @param relations 与户主关系 of each entry, "" where not stated
 * @param isOfHousehold the entry asks for a programme that households get: its list names them whole
 */
export function orderHouseholds(
  entries: readonly Entry[],
  relations: readonly string[],
  isOfHousehold: (entry: Entry) => boolean,
  words: ListWords,
): Ordered | null {
  const isOpen = (e: Entry) => e.householdNumber === "" && e.headIdNumber === "" && isOfHousehold(e);
  if (!entries.some(isOpen)) return null;
  const tells = relations.some((relation) => relation !== "") || entries.some((e) => e.headName !== "" && !e.isHead);
  const { groups, unplaced } = tells ? byRelation(entries, relations, isOpen, words) : bySize(entries, isOpen);
  const kept = groups.filter((g) => g.members.length > 0);
  if (kept.length === 0 && unplaced.length === 0) return null;
  if (areSorted(groups))
    return { entries, households: 0, placed: [], unplaced: entries.filter((e) => isOpen(e) && !e.isHead) };
  return { ...placedIn(entries, kept), households: kept.length, unplaced };
}

/** Heads and members by 与户主关系; where that is missing, by the head's name that each row states. */
function byRelation(
  entries: readonly Entry[],
  relations: readonly string[],
  isOpen: (entry: Entry) => boolean,
  words: ListWords,
): Grouped {
  const hasRelations = relations.some((relation) => relation !== "");
  const groups: Group[] = [];
  const unplaced: Entry[] = [];
  let group: Group | null = null;
  entries.forEach((entry, at) => {
    const relation = hasRelations ? (relations[at] ?? "") : entry.headName;
    if (entry.isHead || (!hasRelations && entry.headName !== "" && entry.name === entry.headName)) {
      group = { head: entry, members: [], relations: new Set() };
      groups.push(group);
    } else if (!isOpen(entry)) return;
    else if (relation === "") group = null;
    else if (group !== null && belongs(entry, relation, group, words)) {
      group.members.push(entry);
      if (hasRelations) group.relations.add(relation);
    } else unplaced.push(entry);
  });
  return { groups, unplaced };
}

/** A number on the first row, and exactly as many rows without one below as the declared size asks for. */
function bySize(entries: readonly Entry[], isOpen: (entry: Entry) => boolean): Grouped {
  const groups: Group[] = [];
  const unplaced: Entry[] = [];
  for (let at = 0; at < entries.length; ) {
    const head = entries[at] as Entry;
    let end = at + 1;
    while (end < entries.length && isOpen(entries[end] as Entry)) end++;
    const members = entries.slice(at + 1, end);
    const declared = head.covered ?? head.residents ?? 1;
    if (head.householdNumber !== "" && members.length === declared - 1)
      groups.push({ head, members, relations: new Set() });
    else if (head.householdNumber !== "") for (const member of members) unplaced.push(member);
    at = end;
  }
  return { groups, unplaced };
}

/** Nothing speaks against it: one wife at most, the head's name, the same committee or address, the declared size. */
function belongs(entry: Entry, relation: string, { head, members, relations }: Group, words: ListWords): boolean {
  if (relations.has(relation) && words.onlyOne.includes(relation)) return false;
  if (entry.headName !== "" && entry.headName !== head.name) return false;
  const differ = (a: string, b: string) => a !== "" && b !== "" && a !== b;
  if (differ(entry.committee, head.committee)) return false;
  if ((entry.committee === "" || head.committee === "") && differ(entry.address, head.address)) return false;
  const declared = Math.max(head.covered ?? 0, head.residents ?? 0);
  return declared === 0 || members.length + 2 <= declared;
}

/** All heads first and all members behind the last one: sorted by relation, so that the order tells no household. */
function areSorted(groups: readonly Group[]): boolean {
  const filled = groups.filter((g) => g.members.length > 0);
  return (
    groups.length >= 3 && filled.length === 1 && filled[0] === groups.at(-1) && (filled[0]?.members.length ?? 0) > 1
  );
}

function placedIn(entries: readonly Entry[], groups: readonly Group[]): Pick<Ordered, "entries" | "placed"> {
  const changed = new Map<Entry, Entry>();
  const placed: Entry[] = [];
  for (const { head, members } of groups) {
    const id = head.headIdNumber !== "" ? head.headIdNumber : head.idNumber;
    const number = head.householdNumber !== "" ? head.householdNumber : id === "" ? orderNumber(head) : "";
    const keys = { householdNumber: number, headIdNumber: id };
    changed.set(head, { ...head, ...keys });
    for (const member of members) {
      changed.set(member, { ...member, ...keys });
      placed.push(member);
    }
  }
  return { entries: entries.map((entry) => changed.get(entry) ?? entry), placed };
}
