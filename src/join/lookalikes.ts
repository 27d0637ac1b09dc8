/**
 * Look-alikes: pairs that may be one person under two numbers, or under one and none. Reported for a person to decide
 * (同一人, 不同人), never merged by themselves.
 */
import type { Campaign, Decision } from "../model/campaign.ts";
import { placeOf } from "../model/entry.ts";
import type { Place } from "../model/place.ts";
import { compareEntries } from "../model/where.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { findPairs } from "./pairs.ts";
import type { PersonDraft } from "./persons.ts";
import { settlePairs } from "./same-person.ts";
import type { Crowd } from "./search.ts";

/** A pair that nobody decided: which persons of the register it is about. */
export interface LookAlike {
  readonly problem: Problem;
  readonly keys: readonly string[];
}

/** What the look-alikes of a run say. */
export interface LookAlikes {
  /** Person key of a wrong or missing number → key of the right one, where 核实结论 says 同一人. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What says whose row it is, so that its own number is doubted no more; null where nothing does. */
  readonly settles: (doubt: Problem) => Decision | null;
  readonly open: readonly LookAlike[];
  /** What is said beside the open pairs: pairs that are decided, decisions that contradict one another, crowds. */
  readonly problems: readonly Problem[];
}

/** The look-alikes among the persons of all lists, and what 核实结论 made of them. */
export function findLookAlikes(persons: readonly PersonDraft[], campaign: Campaign): LookAlikes {
  const { pairs, crowds } = findPairs(persons, campaign.decisions);
  const { aliases, identified, open, problems } = settlePairs(pairs);
  const keyOf = (person: PersonDraft) => aliases.get(person.key) ?? person.key;
  return {
    aliases,
    settles: settledDoubts(identified),
    open: open.map((pair) => ({
      problem: pair.problem,
      keys: [...new Set([...pair.first.persons, ...pair.second.persons].map(keyOf))],
    })),
    problems: [...problems, ...crowds.map((crowd) => crowdProblem(crowd, campaign))],
  };
}

/** Doubts about a row's number that end when 核实结论 says whose row it is. */
const ABOUT_NUMBERS: ReadonlySet<string> = new Set(["V101", "V102", "V103", "V104", "V106"]);

function settledDoubts(identified: ReadonlyMap<PersonDraft, Decision>): LookAlikes["settles"] {
  const byRow = new Map<string, Decision>();
  const keyOf = ({ file, sheet, row }: Pick<Place, "file" | "sheet" | "row">) => [file, sheet, row].join("\u0000");
  for (const [{ entries }, said] of identified) for (const entry of entries) byRow.set(keyOf(placeOf(entry)), said);
  return ({ code, place }) => (ABOUT_NUMBERS.has(code) ? (byRow.get(keyOf(place)) ?? null) : null);
}

const SHARED: Readonly<Record<Crowd["by"], readonly [zh: string, en: string]>> = {
  born: ["同日出生", "a birth date"],
  phone: ["同电话", "a telephone"],
  address: ["同地址", "an address"],
  committee: ["同居村委", "a committee"],
  number: ["号码相近", "numbers that nearly agree"],
};

/** So many people of one name that pairs would tell nobody anything: one problem with all their rows. */
function crowdProblem(crowds: readonly Crowd[], campaign: Campaign): Problem {
  const rows = [...new Set(crowds.flatMap((crowd) => crowd.traces.flatMap(({ persons }) => persons)))]
    .flatMap((person) => person.entries.slice(0, 1))
    .sort(compareEntries);
  const name = crowds[0]?.traces[0]?.name ?? "";
  const by = [...new Set(crowds.map((crowd) => crowd.by))];
  const zh = by.map((shared) => SHARED[shared][0]).join("、");
  const [place, ...also] = rows.map((entry) => placeOf(entry, "idNumber"));
  if (place === undefined) throw new Error("a crowd has rows");
  return problem(
    "J109",
    place,
    { name, people: rows.length, shared: zh, sharedEn: by.map((shared) => SHARED[shared][1]).join(", ") },
    {
      content: name,
      also,
      subject: { idNumber: "", name, otherIdNumber: "", value: zh },
      decisions: campaign.decisions,
    },
  );
}
