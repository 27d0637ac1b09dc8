/** Holds for who somebody is: numbers that cannot be trusted, two names. */
import type { Decision } from "../model/campaign.ts";
import { type Entry, isPlaceOf, type ListReading } from "../model/entry.ts";
import { hasEntry, type Person } from "../model/register.ts";
import type { Programme } from "../model/rules.ts";
import type { Problem } from "../problem/problem.ts";

/** The codes by which earlier stages doubt who a row is. */
const IDENTITY_CODES: ReadonlySet<string> = new Set([
  ...["V101", "V102", "V103", "V104", "V107", "V108", "J101", "J104"],
  // Look-alikes that a decision settled: quoted where they are used.
  "J103",
]);

/** Warnings of earlier stages about one row: 不予 drops the row. (Others are dropped where they arise.) */
const ROW_WARNINGS: ReadonlySet<string> = new Set(["V203", "J107"]);

/** The doubts of earlier stages, by row. */
export class Doubts {
  /** By sheet, then by row: nearly all rows have none, and each is asked several times. */
  readonly #bySheet = new Map<string, Map<number, Problem[]>>();
  readonly #byList = new Map<ListReading, ReadonlyMap<number, readonly Problem[]>>();

  constructor(problems: readonly Problem[]) {
    for (const p of problems) {
      if (!IDENTITY_CODES.has(p.code) && !ROW_WARNINGS.has(p.code)) continue;
      for (const place of [p.place, ...p.also]) {
        const key = sheetKey(place);
        const sheet = this.#bySheet.get(key) ?? new Map<number, Problem[]>();
        this.#bySheet.set(key, sheet);
        const known = sheet.get(place.row);
        if (known) known.push(p);
        else sheet.set(place.row, [p]);
      }
    }
  }

  /** Some of the rows may be dropped: nearly none, told quickly. */
  drops(entries: readonly Entry[]): boolean {
    return entries.some((entry) => this.dropped(entry) !== null);
  }

  /** The decision by which a row is dropped, where there is one. */
  dropped(entry: Entry): Decision | null {
    for (const p of this.of(entry)) if (ROW_WARNINGS.has(p.code) && p.settledBy?.verdict === "不予") return p.settledBy;
    return null;
  }

  /** All doubts about a row. */
  of(entry: Entry): readonly Problem[] {
    return this.#rowsOf(entry.list).get(entry.row) ?? NONE;
  }

  /** The doubts about a row, of some codes. */
  at(entry: Entry, codes: readonly string[]): readonly Problem[] {
    const all = this.of(entry);
    return all.length === 0 ? NONE : all.filter((p) => codes.includes(p.code));
  }

  #rowsOf(list: ListReading): ReadonlyMap<number, readonly Problem[]> {
    const known = this.#byList.get(list);
    if (known !== undefined) return known;
    const all = this.#bySheet.get(sheetKey(list)) ?? new Map<number, Problem[]>();
    const rows = list.isBeside ? ownRows(all, list) : all;
    this.#byList.set(list, rows);
    return rows;
  }
}

const NONE: readonly Problem[] = [];

/** Of the problems in the rows that two lists share, those in one list's columns. */
function ownRows(
  all: ReadonlyMap<number, readonly Problem[]>,
  list: ListReading,
): ReadonlyMap<number, readonly Problem[]> {
  const isOwn = (p: Problem, row: number) => [p.place, ...p.also].some((at) => at.row === row && isPlaceOf(list, at));
  return new Map([...all].map(([row, problems]) => [row, problems.filter((p) => isOwn(p, row))]));
}

function sheetKey({ file, sheet }: { readonly file: string; readonly sheet: string }): string {
  return `${file}\u0000${sheet}`;
}

/**
 * Why a person cannot be taken as known for a programme: problems that hold, or the decision that denies.
 * @param rows the rows that the programme rests on for this person
 */
export function identityDoubts(
  person: Person,
  rows: readonly Entry[],
  programme: Programme,
  doubts: Doubts,
): readonly Problem[] {
  const own = rows.filter((row) => hasEntry(person, row));
  // A head whom the list itself does not name is known by the head's other rows.
  const looked = own.length > 0 ? own : person.entries;
  if (looked.every((entry) => doubts.of(entry).length === 0)) return NONE;
  const found: Problem[] = [];
  for (const entry of looked) {
    // 同一人 in 核实结论 said whose row it is: its own number, missing or mistaken, counts no more.
    const settled = entry.idNumber !== person.key && person.entries.some((other) => other.idNumber === person.key);
    if (programme.identity === "id" && !settled) {
      const faults = doubts.at(entry, ["V101", "V102", "V103", "V104", "V107"]);
      found.push(...faults.filter((p) => p.settledBy?.verdict !== "认可"));
    } else if (!settled) found.push(...doubts.at(entry, ["V107"]));
    if (person.name === "") found.push(...doubts.at(entry, ["V108"]));
    const claim = person.names.find((c) => c.held && c.entries.includes(entry));
    if (claim) found.push(...doubts.at(entry, ["J101"]));
  }
  return found;
}

/** Decisions about who a person is that let rows count: a number that holds as it is, pairs that are one person or two. */
export function usedDecisions(person: Person, doubts: Doubts): ReadonlySet<Decision> {
  const used = new Set<Decision>();
  for (const row of person.entries) {
    if (doubts.of(row).length === 0) continue;
    for (const { code, settledBy } of doubts.at(row, ["V104", "J103"]))
      if (settledBy !== null && (code === "J103" || settledBy.verdict === "认可")) used.add(settledBy);
  }
  return used;
}
