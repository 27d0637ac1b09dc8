/** The pairs of a run that look alike: found name by name, each made a problem with what speaks for it and against it. */
import type { Campaign } from "../model/campaign.ts";
import { placeOf } from "../model/entry.ts";
import { hasRightCheckDigit } from "../model/id-number.ts";
import { compareText, type Place } from "../model/place.ts";
import { compareEntries } from "../model/where.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { type Reason, reasonsOf } from "./alike.ts";
import { evidence } from "./evidence.ts";
import type { PersonDraft } from "./persons.ts";
import { type Crowd, visitCandidates } from "./search.ts";
import { type Traces, tracesOf } from "./traces.ts";

/** Two people who look alike, in the order in which they are shown; the same traces twice are rows that nothing tells apart. */
export interface Pair {
  readonly first: Traces;
  readonly second: Traces;
  readonly problem: Problem;
}

/**
 * Pairs of one name that only a slip of the number makes: as many as there are people of the name, or so many where they
 * are few. A city has one for hundreds of namesakes; where each has several, numbers were filled down, and the pairs
 * would take all memory and tell nobody anything.
 */
const MOST_SLIPS = 200;

/** Nothing but their numbers makes them look alike. */
function isSlipAlone(reasons: readonly Reason[]): boolean {
  return reasons.length === 1 && reasons[0]?.by === "number";
}

/** All pairs, each once, and the crowds of each name. Steps grow with the persons: see search.ts. */
export function findPairs(
  persons: readonly PersonDraft[],
  decisions: Campaign["decisions"],
): { readonly pairs: readonly Pair[]; readonly crowds: readonly (readonly Crowd[])[] } {
  const pairs = new Map<string, Pair>();
  const crowds: (readonly Crowd[])[] = [];
  for (const [name, namesakes] of byName(persons)) {
    const group = tracesOf(name, namesakes);
    const most = Math.max(MOST_SLIPS, group.length);
    const own = new Map<string, readonly [Traces, Traces, readonly Reason[]]>();
    let slips = 0;
    const look = (a: Traces, b: Traces) => {
      // Somebody with two names is met under both.
      const key = [...[a.mark, b.mark].sort(), a.numbered || b.numbered ? "" : name].join("\u0000");
      if (pairs.has(key) || own.has(key)) return;
      const reasons = reasonsOf(a, b);
      if (reasons.length === 0) return;
      if (isSlipAlone(reasons)) slips++;
      if (slips <= most || !isSlipAlone(reasons)) own.set(key, [a, b, reasons]);
    };
    for (const traces of group) if (traces.persons.length > 1) look(traces, traces);
    const found = visitCandidates(group, look);
    const crowded: readonly Crowd[] = slips > most ? [...found, { by: "number", traces: group }] : found;
    if (crowded.length > 0) crowds.push(crowded);
    for (const [key, [a, b, reasons]] of own) {
      if (slips <= most || !isSlipAlone(reasons)) pairs.set(key, makePair(a, b, reasons, decisions));
    }
  }
  return { pairs: [...pairs.values()], crowds };
}

/** Persons by name, names that nobody shares left out. One number under two names stands under both. */
function* byName(persons: readonly PersonDraft[]): Iterable<readonly [string, readonly PersonDraft[]]> {
  // A list only where a name is shared: in a city a third of the people have theirs alone.
  const all = new Map<string, PersonDraft | PersonDraft[]>();
  for (const person of persons) {
    for (const name of person.names.length === 0 ? [person.name] : person.names.map((claim) => claim.name)) {
      const known = all.get(name);
      if (known === undefined) all.set(name, person);
      else if (Array.isArray(known)) known.push(person);
      else all.set(name, [known, person]);
    }
  }
  for (const [name, namesakes] of all) if (name !== "" && Array.isArray(namesakes)) yield [name, namesakes];
}

function makePair(a: Traces, b: Traces, reasons: readonly Reason[], decisions: Campaign["decisions"]): Pair {
  const [first, second] = inOrder(a, b);
  const why = evidence(first, second, reasons);
  // A pair has one 编号 in every run: it follows from the two numbers, or from what is known of a row without one.
  const unnumbered = [a, b].filter((traces) => !traces.numbered).map((traces) => traces.mark);
  const [place, ...also] = placesOf(first, second);
  const made = problem(
    "J103",
    place,
    {
      name: first.name,
      id: labelOf(first),
      other: labelOf(second),
      why: why.zh,
      whyEn: why.en,
      twice: "",
      twiceEn: "",
    },
    {
      content: why.zh,
      also,
      subject: {
        idNumber: numberOf(first),
        name: first.name,
        otherIdNumber: numberOf(second),
        value: unnumbered.sort().join("|"),
      },
      decisions,
    },
  );
  return { first, second, problem: made };
}

function inOrder(a: Traces, b: Traces): readonly [Traces, Traces] {
  return (rank(a) - rank(b) || compareText(a.mark, b.mark)) <= 0 ? [a, b] : [b, a];
}

/** The number that is more likely right is shown first: one whose check digit fits, one whose does not, none. */
function rank({ numbered, persons }: Traces): number {
  if (!numbered) return 2;
  const sound = persons.some((p) => hasRightCheckDigit(p.idNumber) || p.entries.some((entry) => entry.idAccepted));
  return sound ? 0 : 1;
}

function numberOf({ persons }: Traces): string {
  return persons[0]?.idNumber ?? "";
}

/** A number as messages show it: the cell as it stood where it is no resident's number; "" where there is none. */
function labelOf(traces: Traces): string {
  return numberOf(traces) || (traces.persons[0]?.entries[0]?.idText ?? "");
}

/** One row of each person; the row that is to be mended, the one without a number, stands first. */
function placesOf(first: Traces, second: Traces): readonly [Place, ...Place[]] {
  const rows = [...new Set([...first.persons, ...second.persons])].flatMap((person) => person.entries.slice(0, 1));
  const mended = new Set(second.numbered ? [] : second.persons.flatMap((person) => person.entries));
  rows.sort((a, b) => Number(mended.has(b)) - Number(mended.has(a)) || compareEntries(a, b));
  const [place, ...also] = rows.map((entry) => placeOf(entry, "idNumber"));
  if (place === undefined) throw new Error("every person has a row");
  return [place, ...also];
}
