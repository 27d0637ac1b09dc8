/**
 * Over random editions and families: what must hold whatever an edition says. Each edition is written as YAML and goes
 * the whole way; what is expected is worked out here, in whole numbers, without the mechanisms.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/model/outcome.ts";
import type { Rules } from "../../src/model/rules.ts";
import { type Fen, fenOf, toYuan } from "../../src/money.ts";
import { NO_PARENTS, parseRules } from "../../src/rules/parse.ts";
import { account, idOf, list, season } from "../say.ts";

/** A run is the same everywhere; to look for more, change it. */
const SEED = 20_230_122;
const CATEGORIES = ["甲类", "乙类", "丙类", "丁类"];

interface Programme {
  readonly id: string;
  readonly unit: "person" | "household";
  readonly any: readonly string[];
  readonly amount: string;
  readonly needs?: string;
}

/** An edition of these programmes. */
function edition(programmes: readonly Programme[], overlaps: readonly string[] = []): Rules {
  const written = programmes.map(
    ({ id, unit, any, amount, needs }, i) => `  ${id}:
    name: 项目${i + 1}
    clause: 一
    quote: 原文
    agency: 民政
    fund: 区
    channel: bank
    unit: ${unit}
    eligible: { any: [${any.join(", ")}] }
${needs === undefined ? "" : `    needs: [${needs}]\n`}    amount: ${amount}
    purpose: 补助
    published: no
`,
  );
  const text = `edition: 2099
title: 试
document: { number: 试, issued: 2099-01-01, text: 试.txt }
period: { from: 2099-01-01, to: 2099-12-31, listed-in: 2099-01, paid-by: 2099-01-20 }
district: 某区
streets: [甲街道]
fields:
  面积: { headers: [面积], holds: number, unit: 亩, decimals: 3, from: 0, to: 100000 }
funds: { 区: 区财政 }
agencies: { 民政: { name: 民政局, leading: yes, written: [民政] } }
categories:
${CATEGORIES.map((id) => `  ${id}: { agency: 民政, written: [${id}] }`).join("\n")}
programmes:
${written.join("")}overlaps:${overlaps.length === 0 ? " []" : `\n${overlaps.map((o) => `  - ${o}`).join("\n")}`}
ask: {}
readings: []
not-computed: []
`;
  const parsed = parseRules(text, "2099.yaml", NO_PARENTS);
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems.map((p) => p.params))}\n${text}`);
  return parsed.value;
}

interface Member {
  readonly is: readonly string[];
  /** In thousandths. */
  readonly area: number;
}

const HEADER = ["姓名", "身份证号", "户编号", "与户主关系", "类别", "面积", "账号"];
const NAMES = "赵钱孙李周吴郑王冯陈";

/** One household on one list, its rows in the given order; the first member is the head. */
function computed(
  rules: Rules,
  family: readonly Member[],
  order: readonly number[] = family.map((_, i) => i),
): Outcome {
  const rows = order.map((at) => {
    const { is, area } = family[at] ?? { is: [], area: 0 };
    const name = `${NAMES.charAt(at)}某${NAMES.charAt(at)}`;
    const head = at === 0 ? "户主" : "家人";
    return [name, idOf(`19${60 + at}0101`, at + 1), "1", head, is.join("、"), thousandths(area), account(1)];
  });
  return season([list("民政 名单.xlsx", HEADER, rows)], { rules });
}

function thousandths(area: number): string {
  return `${Math.floor(area / 1000)}.${String(area % 1000).padStart(3, "0")}`;
}

/** programme and whose → result and sum. */
function decisions(outcome: Outcome): ReadonlyMap<string, string> {
  return new Map(
    outcome.disbursement.entitlements
      .map((e) => [`${e.programme.id} ${e.unit.person.name}`, `${e.result} ${toYuan(e.amount)}`] as const)
      .sort(),
  );
}

/** What is granted of a programme, in all. */
function granted(outcome: Outcome, ...ids: readonly string[]): bigint {
  return outcome.disbursement.entitlements
    .filter((e) => e.result === "granted" && ids.includes(e.programme.id))
    .reduce((all, e) => all + BigInt(e.amount), 0n);
}

const fen = fc.integer({ min: 1, max: 1000_00 }).map(fenOf);
const category = fc.constantFrom(...CATEGORIES);
const categories = fc.uniqueArray(category, { minLength: 1, maxLength: 4 });
const member = fc.record({ is: categories, area: fc.integer({ min: 0, max: 100_000 }) });
const family = fc.array(member, { minLength: 1, maxLength: 6 });
const y = (sum: Fen) => toYuan(sum);

/** Some amount of a person or household, by categories or size. */
const amount = (unit: "person" | "household") =>
  fc.oneof(
    fen.map((sum) => `{ flat: ${y(sum)} }`),
    fc
      .array(fc.tuple(categories, fen), { minLength: 1, maxLength: 3 })
      .map((tiers) => `{ highest-of: [${tiers.map(([any, s]) => `{ any: [${any}], flat: ${y(s)} }`).join(", ")}] }`),
    fc
      .array(fc.tuple(categories, fen), { minLength: 2, maxLength: 3 })
      .map((parts) => `{ sum-of: [${parts.map(([any, s]) => `{ any: [${any}], flat: ${y(s)} }`).join(", ")}] }`),
    ...(unit === "person"
      ? []
      : [
          fc
            .tuple(fen, fen)
            .map(([first, further]) => `{ per-member: { first: ${y(first)}, further: ${y(further)} } }`),
        ]),
  );

const programme = (id: string) =>
  fc
    .constantFrom("person" as const, "household" as const)
    .chain((unit) =>
      fc.record({ id: fc.constant(id), unit: fc.constant(unit), any: categories, amount: amount(unit) }),
    );

const IDS = ["p-one", "p-two", "p-three"];
const programmes = fc.tuple(...IDS.map(programme));
const overlap = fc.oneof(
  fc.constantFrom("first", "highest").map((keep) => `at-most-one: [${IDS.join(", ")}], per: household, keep: ${keep}`),
  fen.map((most) => `at-most: ${y(most)}, over: [${IDS.join(", ")}], per: household`),
  fc.constant(`granted: p-one, shuts-out: [p-two, p-three], per: household`),
);
const overlaps = fc
  .option(overlap, { nil: null })
  .map((one) => (one === null ? [] : [`{ ${one}, quote: 原文, because: 不重复 }`]));

describe("whatever an edition says", () => {
  it("the order of the members' rows changes nothing", () => {
    fc.assert(
      fc.property(
        programmes,
        overlaps,
        family.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(
              all.map((_, i) => i),
              { minLength: all.length },
            ),
          ),
        ),
        (made, meet, [all, order]) => {
          const rules = edition(made, meet);
          expect([...decisions(computed(rules, all, order))]).toEqual([...decisions(computed(rules, all))]);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("each programme pays the same whether another one stands before it or behind it", () => {
    fc.assert(
      fc.property(programmes, family, (made, all) => {
        const [there, back] = [edition(made), edition([...made].reverse())];
        expect([...decisions(computed(back, all))]).toEqual([...decisions(computed(there, all))]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe("a scale", () => {
  const poor = (members: number): Member[] => Array.from({ length: members }, () => ({ is: ["甲类"], area: 0 }));
  const of = (written: string, members: number) =>
    granted(
      computed(edition([{ id: "p-one", unit: "household", any: ["甲类"], amount: written }]), poor(members)),
      "p-one",
    );

  it("first and further: what it says, to the fen, and never less for a larger family", () => {
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 1, max: 8 }), (first, further, members) => {
        const scale = `{ per-member: { first: ${y(first)}, further: ${y(further)} } }`;
        const [sum, more] = [of(scale, members), of(scale, members + 1)];
        expect(sum).toBe(BigInt(first) + BigInt(members - 1) * BigInt(further));
        expect(more).toBeGreaterThan(sum);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it("with a cap: never over it, and never less for a larger family", () => {
    fc.assert(
      fc.property(fen, fen, fen, fc.integer({ min: 1, max: 8 }), (first, further, most, members) => {
        for (const scale of [
          `{ per-member: { first: ${y(first)}, further: ${y(further)}, at-most: ${y(most)} } }`,
          `{ per-member: { first: ${y(first)}, further: ${y(further)} }, then: [{ at-most: ${y(most)} }] }`,
        ]) {
          const [sum, more] = [of(scale, members), of(scale, members + 1)];
          const full = BigInt(first) + BigInt(members - 1) * BigInt(further);
          expect(sum).toBe(full < BigInt(most) ? full : BigInt(most));
          expect(more).toBeGreaterThanOrEqual(sum);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it("by size: a table that rises never gives less to a larger family", () => {
    fc.assert(
      fc.property(fc.array(fen, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 7 }), (sums, members) => {
        const rising = [...sums].sort((a, b) => a - b);
        const table = rising.map((s, i) => `${i === rising.length - 1 ? "more" : i + 1}: ${y(s)}`).join(", ");
        const [sum, more] = [of(`{ by-size: { ${table} } }`, members), of(`{ by-size: { ${table} } }`, members + 1)];
        expect(sum).toBe(BigInt(rising[Math.min(members, rising.length) - 1] ?? 0));
        expect(more).toBeGreaterThanOrEqual(sum);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe("the highest really is the highest", () => {
  const tiers = fc.array(fc.tuple(categories, fen), { minLength: 1, maxLength: 4 });

  it("of tiers", () => {
    fc.assert(
      fc.property(tiers, family, (all, people) => {
        const written = all.map(([any, sum]) => `{ any: [${any.join(", ")}], flat: ${y(sum)} }`).join(", ");
        const rules = edition([
          { id: "p-one", unit: "person", any: CATEGORIES, amount: `{ highest-of: [${written}] }` },
        ]);
        const expected = people.reduce((total, { is }) => {
          const fits = all.filter(([any]) => any.some((one) => is.includes(one))).map(([, sum]) => BigInt(sum));
          return total + fits.reduce((most, sum) => (sum > most ? sum : most), 0n);
        }, 0n);
        expect(granted(computed(rules, people), "p-one")).toBe(expected);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it("of programmes: one is granted, and none of the others would have given more", () => {
    fc.assert(
      fc.property(fc.tuple(fen, fen, fen), categories, (sums, is) => {
        const made = IDS.map((id, i) => ({
          id,
          unit: "person" as const,
          any: [CATEGORIES[i] ?? ""],
          amount: `{ flat: ${y(sums[i] ?? fenOf(1))} }`,
        }));
        const meet = `{ at-most-one: [${IDS.join(", ")}], per: person, keep: highest, quote: 原文, because: 不重复 }`;
        const outcome = computed(edition(made, [meet]), [{ is, area: 0 }]);
        const could = sums.filter((_, i) => is.includes(CATEGORIES[i] ?? "")).map(BigInt);
        expect(granted(outcome, ...IDS)).toBe(could.reduce((most, sum) => (sum > most ? sum : most), 0n));
        expect(outcome.disbursement.entitlements.filter((e) => e.result === "granted").length).toBe(
          Math.min(could.length, 1),
        );
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe("a cap over several programmes", () => {
  it("is never passed, and nothing is cut below it", () => {
    fc.assert(
      fc.property(programmes, fen, family, (made, most, all) => {
        const cap = `{ at-most: ${y(most)}, over: [${IDS.join(", ")}], per: household, quote: 原文, because: 封顶 }`;
        const free = granted(computed(edition(made), all), ...IDS);
        const capped = granted(computed(edition(made, [cap]), all), ...IDS);
        expect(capped).toBe(free < BigInt(most) ? free : BigInt(most));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe("sums are exact", () => {
  const UNITS = { yuan: 100n, jiao: 10n, fen: 1n } as const;
  const round = fc.record({
    to: fc.constantFrom("yuan" as const, "jiao" as const, "fen" as const),
    mode: fc.constantFrom("half-up", "up", "down"),
  });

  /** n ÷ d to whole units, as the mode says. */
  function rounded(n: bigint, d: bigint, mode: string): bigint {
    const [whole, rest] = [n / d, n % d];
    const up = mode === "up" ? rest > 0n : mode === "half-up" ? 2n * rest >= d : false;
    return up ? whole + 1n : whole;
  }

  it("a sum times a measure of three decimals, times a rate of two, to yuan, jiao or fen", () => {
    fc.assert(
      fc.property(fen, member, fc.integer({ min: 1, max: 30_000 }), round, (price, one, rate, { to, mode }) => {
        const percent = `${Math.floor(rate / 100)}.${String(rate % 100).padStart(2, "0")}%`;
        const written = `{ times: { of: { rate: { of: ${y(price)}, by: ${percent} } }, by: 面积 }, then: [{ round: { to: ${to}, mode: ${mode} } }] }`;
        const rules = edition([{ id: "p-one", unit: "person", any: CATEGORIES, amount: written, needs: "面积" }]);
        const exact = BigInt(price) * BigInt(one.area) * BigInt(rate);
        const expected = rounded(exact, 1000n * 10_000n * UNITS[to], mode) * UNITS[to];
        expect(granted(computed(rules, [one]), "p-one")).toBe(expected);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it("all that is granted of an edition is the sum of its parts", () => {
    fc.assert(
      fc.property(programmes, overlaps, family, (made, meet, all) => {
        const outcome = computed(edition(made, meet), all);
        const paid = outcome.disbursement.batches.flatMap((batch) => batch.payments);
        expect(paid.reduce((total, payment) => total + BigInt(payment.amount), 0n)).toBe(granted(outcome, ...IDS));
        expect(outcome.laws.filter((law) => !law.holds)).toEqual([]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
