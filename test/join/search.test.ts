/**
 * The quick search for look-alikes finds exactly what comparing everybody with everybody finds, and takes steps that
 * grow with the people. Steps are counted, not timed.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reasonsOf } from "../../src/join/alike.ts";
import { findPairs } from "../../src/join/pairs.ts";
import type { PersonDraft } from "../../src/join/persons.ts";
import { MOST_AT_ONE_PLACE, MOST_BORN, visitCandidates } from "../../src/join/search.ts";
import { tracesOf } from "../../src/join/traces.ts";
import { checkDigit } from "../../src/model/id-number.ts";
import { idOf } from "../say.ts";
import { persons, type Said } from "./people.ts";

const RUNS = { seed: 20_230_122, numRuns: 3000 };

const withCheck = (first17: string) => first17 + checkDigit(first17);
const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);
const swapped = (text: string, at: number) =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

/** Few days and sequences, so that people of one birth date and people with one slip between them are common. */
const sound = fc
  .tuple(
    fc.constantFrom("310198", "310918", "310197", "310191"),
    fc.constantFrom("19600101", "19600110", "19610101", "19011961", "19980312", "19890312", "20011112"),
    fc.constantFrom("001", "010", "100", "101", "998"),
  )
  .map((parts) => withCheck(parts.join("")));

/** A number as somebody typed it: right, with a slip or two, with the check digit left as it was. */
const typed = (from: fc.Arbitrary<string>) =>
  fc
    .tuple(
      from,
      fc.array(fc.tuple(fc.nat(17), fc.constantFrom(..."0123456789XO", ..."swap swap out out in in".split(" "))), {
        maxLength: 2,
      }),
    )
    .map(([number, slips]) =>
      slips.reduce((text, [at, slip]) => {
        if (slip === "swap") return swapped(text, at);
        if (slip === "out") return text.slice(0, at) + text.slice(at + 1);
        if (slip === "in") return `${text.slice(0, at)}1${text.slice(at)}`;
        return replaced(text, at, slip);
      }, number),
    );

/** What stands in the cell of somebody with this number: also with the check digit that follows, of 15 digits, lost to Excel. */
const cell = (from: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 3, arbitrary: from },
    {
      weight: 3,
      arbitrary: typed(from)
        .filter((text) => text.length === 18)
        .map((text) => withCheck(text.slice(0, 17))),
    },
    { weight: 5, arbitrary: typed(from) },
    { weight: 1, arbitrary: from.map((number) => swapped(number, 16)) },
    { weight: 1, arbitrary: typed(from).map((text) => text.slice(0, 6) + text.slice(8, 17)) },
    { weight: 1, arbitrary: from.map((number) => `${number.slice(0, 15)}000`) },
    { weight: 1, arbitrary: from.map((number) => `${number.slice(0, 1)}.${number.slice(1, 15)}E+17`) },
    { weight: 1, arbitrary: fc.tuple(typed(from), fc.integer({ min: 13, max: 17 })).map(([n, to]) => n.slice(0, to)) },
    { weight: 1, arbitrary: fc.constantFrom("3.10198E+17", "E12345678", "E12345679", "H12345678", "E1234567", "无") },
    { weight: 3, arbitrary: fc.constant("") },
  );

const row = (from: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  fc.record(
    {
      name: fc.constantFrom("王伟", "王伟", "王伟", "李娜"),
      id: cell(from),
      document: fc.constantFrom("护照", "台胞证"),
      bornOn: fc.constantFrom("", "", "", "1960-01-01", "1961-01-01"),
      phone: fc.constantFrom("", "", "", "021-52521234", "5252 1234", "13900000001、52521234", "13900000001"),
      address: fc.constantFrom("", "", "", "一弄1号", "一弄1号。", "二弄2号"),
      committee: fc.constantFrom("", "", "", "听涛居委", "听涛居委会", "槐荫居委"),
      street: fc.constantFrom("", "新华路街道", "江苏路街道"),
      list: fc.constantFrom(1, 2),
    },
    { requiredKeys: ["name", "id"] },
  );

/** Of most people two numbers are known, in as many spellings as there are rows; the others have any. */
const rows = fc
  .tuple(sound, sound)
  .chain(([one, other]) =>
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: row(fc.constant(one)) },
        { weight: 2, arbitrary: row(fc.constant(other)) },
        { weight: 1, arbitrary: row(sound) },
      ),
      { maxLength: 9 },
    ),
  );

/** The pairs that comparing everybody with everybody finds, by their 编号. */
function naive(all: readonly PersonDraft[]): readonly string[] {
  const found: string[] = [];
  for (const name of ["王伟", "李娜"]) {
    const named = all.filter((p) => p.name === name || p.names.some((claim) => claim.name === name));
    const group = tracesOf(name, named);
    group.forEach((a, at) => {
      if (a.persons.length > 1 && reasonsOf(a, a).length > 0) found.push(`${a.mark}|${a.mark}`);
      for (const b of group.slice(0, at)) if (reasonsOf(a, b).length > 0) found.push([a.mark, b.mark].sort().join("|"));
    });
  }
  return [...new Set(found)].sort();
}

function quick(all: readonly PersonDraft[]): readonly string[] {
  const { pairs, crowds } = findPairs(all, new Map());
  expect(crowds).toEqual([]);
  const found = pairs.map(({ first, second }) => [first.mark, second.mark].sort().join("|"));
  return [...new Set(found)].sort();
}

describe("the quick search", () => {
  it("finds what comparing everybody with everybody finds", () => {
    let pairs = 0;
    fc.assert(
      fc.property(rows, (said) => {
        const all = persons(said);
        const expected = naive(all);
        pairs += expected.length;
        expect(quick(all)).toEqual(expected);
      }),
      RUNS,
    );
    // What was compared was not empty.
    expect(pairs).toBeGreaterThan(RUNS.numRuns);
  });

  it("gives each pair once, whatever the order of the rows", () => {
    fc.assert(
      fc.property(rows, (said) => {
        const ids = (list: readonly Said[]) => findPairs(persons(list), new Map()).pairs.map((pair) => pair.problem.id);
        const forward = ids(said).sort();
        expect(new Set(forward).size).toBe(forward.length);
        expect(ids([...said].reverse()).sort()).toEqual(forward);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});

/** What design.md says of two whole numbers, in other words than the source: the pairs among people with a number. */
describe("two people with a number look alike", () => {
  const alike = (a: string, b: string): boolean => {
    const [one, other] = [[...a].slice(0, 17), [...b].slice(0, 17)];
    const wrong = one.flatMap((digit, at) => (digit === other[at] ? [] : at));
    const [first, second] = wrong;
    const isSwap =
      wrong.length === 2 &&
      first !== undefined &&
      second === first + 1 &&
      one[first] === other[second] &&
      one[second] === other[first];
    return a.slice(6, 14) === b.slice(6, 14) || wrong.length === 1 || isSwap;
  };

  it("when their birth dates agree, one of the first 17 digits differs, or two neighbours changed places", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(sound, typed(sound)), { minLength: 2, maxLength: 12 }), (numbers) => {
        const all = persons(numbers.map((id) => ({ name: "王伟", id }))).filter((person) => person.idNumber !== "");
        const found = findPairs(all, new Map()).pairs.map(({ first, second }) =>
          [first.mark, second.mark].sort().join(),
        );
        const ids = all.map((person) => person.idNumber);
        const expected = ids.flatMap((a, at) =>
          ids.slice(0, at).flatMap((b) => (alike(a, b) ? [a, b].sort().join() : [])),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
      RUNS,
    );
  });
});

describe("the steps of the search", () => {
  /** How many pairs of a name are looked at. */
  function steps(said: readonly Said[]): { readonly steps: number; readonly crowds: number } {
    let count = 0;
    const crowds = visitCandidates(tracesOf("王伟", persons(said)), () => count++);
    return { steps: count, crowds: crowds.length };
  }

  /** Numbers as they are spread over a city: sixteen districts, eighty years of days, a sequence a day. */
  const city = (n: number) =>
    Array.from({ length: n }, (_, i) => {
      const day = (i * 7919) % 26_880;
      const born = `${1935 + (day % 80)}${String(1 + (Math.floor(day / 80) % 12)).padStart(2, "0")}${String(1 + Math.floor(day / 960)).padStart(2, "0")}`;
      const area = 310_180 + ((i * 31) % 16);
      return { name: "王伟", id: withCheck(`${area}${born}${String(1 + ((i * 577) % 997)).padStart(3, "0")}`) };
    });

  it("a name shared by thousands: they grow with the people, and are far fewer than the pairs", () => {
    const [small, large] = [steps(city(4000)), steps(city(16_000))];
    expect([small.crowds, large.crowds]).toEqual([0, 0]);
    expect(large.steps).toBeLessThan(16_000);
    // All pairs would be 128 million.
    expect(large.steps).toBeLessThan((16_000 * 15_999) / 2 / 5000);
  });

  it("all of one area and sequence, born on different days: only those one slip apart are looked at", () => {
    const days = (n: number) => city(n).map((said) => ({ ...said, id: withCheck(`310198${said.id.slice(6, 14)}001`) }));
    const count = 2000;
    const { steps: looked } = steps(days(count));
    // A date has at most 8 × 9 + 7 neighbours.
    expect(looked).toBeLessThan(count * 79);
    expect(looked).toBeLessThan((count * (count - 1)) / 2 / 10);
  });

  it("one birth date for all: told together, not in pairs", () => {
    const born = (n: number) => Array.from({ length: n }, (_, i) => ({ name: "王伟", id: idOf("19000101", i + 1) }));
    expect(steps(born(MOST_BORN)).crowds).toBe(0);
    const { steps: looked, crowds } = steps(born(MOST_BORN + 1));
    expect(crowds).toBe(1);
    expect(looked).toBeLessThan(MOST_BORN * 20);
    expect(steps(born(999)).steps).toBeLessThan(999 * 20);
  });

  it("thousands without a number in one committee: told together", () => {
    const at = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ name: "王伟", committee: "听涛居委", address: `${i}弄` }));
    expect(steps(at(MOST_AT_ONE_PLACE))).toEqual({
      steps: (MOST_AT_ONE_PLACE * (MOST_AT_ONE_PLACE - 1)) / 2,
      crowds: 0,
    });
    expect(steps(at(5000))).toEqual({ steps: 0, crowds: 1 });
  });

  it("thousands of malformed numbers: as many looks as there are slips", () => {
    const malformed = (n: number) => city(n).map((said) => ({ ...said, id: said.id.slice(0, 17) }));
    expect(steps([...malformed(1500), ...city(1500)]).steps).toBeLessThan(3000 * 20);
  });
});
