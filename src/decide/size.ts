/**
 * The counted members of a household (design, "Households"; reading 1): members named on the list that makes it
 * eligible, or the size that the list declares; without those who hold a programme that shuts them out, who do not fit
 * what the rules ask of a member, or whom a decision takes off. Where members and size disagree, or a member cannot be
 * told, the smaller number is paid and the larger one waits.
 */
import type { Unit } from "../model/entitlement.ts";
import type { Entry } from "../model/entry.ts";
import type { Person } from "../model/register.ts";

/** What is known of each member when a household is counted. */
export interface MemberFacts {
  /** Why a person is certainly not counted: 享受特殊对象节日补助; null where counted. */
  readonly off: (person: Person) => string | null;
  /** Not the head, and either unidentified or waiting for such a programme. */
  readonly uncertain: (person: Person) => boolean;
  /** Members must fit a condition: who has no name cannot be counted for certain. */
  readonly mustFit: boolean;
  /** Whose number the list declares: whom it covers, or all who live there. */
  readonly declares: "listed" | "all";
}

/** The size of a household for a programme. */
export interface Size {
  /** Members named on the eligible lists. */
  readonly named: number;
  /** The sizes that the lists declare, each once, the smallest first; empty where they say none. */
  readonly declared: readonly number[];
  /** Members taken off, with the reason. */
  readonly takenOff: readonly { readonly person: Person; readonly because: string }[];
  readonly uncertain: readonly Person[];
  /** The named members that count for certain, one by one; null where the declared size says that others live there. */
  readonly certain: readonly Person[] | null;
  /** Counted for certain: what is paid. */
  readonly smaller: number;
  /** Counted at most, uncertain members left out: what the declared and named sizes would give. */
  readonly largerBySize: number;
  /** Counted at most, with uncertain members. */
  readonly larger: number;
}

/** Counts a household's members for the rows of each eligible category, and takes the smallest of what they say. */
export function sizeOf(unit: Unit, rows: readonly Entry[], categories: readonly string[], facts: MemberFacts): Size {
  const takenOff = unit.household.members.flatMap((person) => {
    const because = facts.off(person);
    return because === null ? [] : [{ person, because }];
  });
  const off = new Set(takenOff.map((t) => t.person));
  const parts = categories
    .map((category) => rows.filter((row) => row.categories.includes(category)))
    .filter((part) => part.length > 0)
    .flatMap((part) =>
      declaredSizes(part, facts.declares).map((declared) => partSize(part, declared, off, unit, facts)),
    );
  if (parts.length === 0) throw new Error("a household is a candidate by at least one row");
  return {
    named: Math.max(...parts.map((p) => p.named)),
    declared: [...new Set(parts.flatMap((p) => p.declared ?? []))].sort((a, b) => a - b),
    takenOff,
    uncertain: unit.household.members.filter((person) => parts.some((p) => p.uncertain.has(person))),
    certain: parts.some((p) => p.declared !== null && p.declared !== p.people.size)
      ? null
      : unit.household.members.filter(
          (person) => parts.some((p) => p.people.has(person)) && !off.has(person) && !facts.uncertain(person),
        ),
    smaller: Math.min(...parts.map((p) => p.smaller)),
    largerBySize: Math.max(...parts.map((p) => p.largerBySize)),
    larger: Math.max(...parts.map((p) => p.larger)),
  };
}

interface PartSize {
  readonly people: ReadonlySet<Person>;
  readonly named: number;
  readonly declared: number | null;
  readonly uncertain: ReadonlySet<Person>;
  readonly smaller: number;
  readonly largerBySize: number;
  readonly larger: number;
}

function partSize(
  rows: readonly Entry[],
  declared: number | null,
  off: ReadonlySet<Person>,
  unit: Unit,
  facts: MemberFacts,
): PartSize {
  const named = membersNamed(unit, rows);
  const doubtful = (person: Person) => !off.has(person) && facts.uncertain(person);
  const certainNamed = [...named].filter((person) => !off.has(person) && !doubtful(person)).length;
  const uncertainNamed = [...named].filter(doubtful);
  const known = { people: named, named: named.size, declared };
  if (facts.mustFit) {
    const unnamed = Math.max((declared ?? named.size) - named.size, 0);
    const larger = certainNamed + uncertainNamed.length + unnamed;
    const largerBySize = certainNamed + unnamed;
    return { ...known, uncertain: new Set(uncertainNamed), smaller: certainNamed, largerBySize, larger };
  }
  if (named.size < 2) {
    // One row: the others have no names here, but whoever another list puts into the household is known.
    const others = unit.household.members.filter((person) => doubtful(person) && !named.has(person));
    const size = Math.max((declared ?? 1) - off.size, certainNamed + uncertainNamed.length);
    const waiting =
      Math.min(declared === null ? 0 : others.length, size - certainNamed - uncertainNamed.length) +
      uncertainNamed.length;
    const smaller = size - waiting;
    const uncertain = new Set(waiting > 0 ? [...others, ...uncertainNamed] : []);
    return { ...known, uncertain, smaller, largerBySize: smaller, larger: size };
  }
  const all = certainNamed + uncertainNamed.length;
  if (declared === null || declared === named.size) {
    return {
      ...known,
      uncertain: new Set(uncertainNamed),
      smaller: certainNamed,
      largerBySize: certainNamed,
      larger: all,
    };
  }
  const byDeclared = Math.max(declared - off.size, 0);
  // Whom the declared size covers may be just those who cannot be told; the head it covers in any case.
  const headCounts = named.has(unit.household.head) && !off.has(unit.household.head);
  const leastDeclared = Math.max(byDeclared - uncertainNamed.length, headCounts && byDeclared > 0 ? 1 : 0);
  return {
    ...known,
    uncertain: new Set(uncertainNamed),
    smaller: Math.min(certainNamed, leastDeclared),
    largerBySize: Math.max(certainNamed, byDeclared - uncertainNamed.length),
    larger: Math.max(all, byDeclared),
  };
}

/** The members whom the rows name. */
function membersNamed({ household: { members } }: Unit, rows: readonly Entry[]): ReadonlySet<Person> {
  if (members.length === 1) return new Set(members);
  const memberOf = new Map(members.flatMap((person) => person.entries.map((entry) => [entry, person] as const)));
  return new Set(rows.flatMap((row) => memberOf.get(row) ?? []));
}

/**
 * 保障人数, else 家庭人口, or the other way round, as the rows state it: rows of a household repeat it, so that two
 * numbers are two sizes, and no row is right because it comes first. One null where no row states any.
 */
function declaredSizes(rows: readonly Entry[], declares: MemberFacts["declares"]): readonly (number | null)[] {
  const stated = (of: (row: Entry) => number | null) => new Set(rows.flatMap((row) => of(row) ?? []));
  const covered = stated((row) => row.covered);
  const residents = stated((row) => row.residents);
  const [first, second] = declares === "all" ? [residents, covered] : [covered, residents];
  const sizes = first.size > 0 ? first : second;
  return sizes.size > 0 ? [...sizes] : [null];
}
