/** Exact numbers: as they are written, rounded, and shown; nothing is lost on the way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commonGrain,
  compare,
  type Fraction,
  isWhole,
  minus,
  parseNumber,
  plus,
  product,
  type RoundingMode,
  rounded,
  toDecimal,
  toRateText,
  toYuanText,
  whole,
  wholeFen,
} from "../src/fraction.ts";

const number = (text: string): Fraction => {
  const read = parseNumber(text);
  if (read === null) throw new Error(text);
  return read;
};

describe("parseNumber", () => {
  it.each([
    ["1.3", "1.3"],
    ["2,000.5", "2000.5"],
    ["130%", "1.3"],
    ["2.1%", "0.021"],
    ["1/3", "0.333333…"],
    ["10/4", "2.5"],
    ["０．５", "0.5"],
    ["１３０％", "1.3"],
    [" 12 ", "12"],
    ["0", "0"],
    ["007", "7"],
  ])("%s is %s", (text, shown) => {
    expect(toDecimal(number(text))).toBe(shown);
  });

  it.each(["", "-1", "1.", ".5", "1/0", "1e3", "12,34", "三", "1 / 2 / 3", "50%%", "NaN", "1".repeat(16)])(
    "%j is none",
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});

describe("rounded", () => {
  const CASES: readonly (readonly [string, string, RoundingMode, string])[] = [
    ["826.666", "1", "half-up", "827"],
    ["826.5", "1", "half-up", "827"],
    ["826.49", "1", "half-up", "826"],
    ["826.01", "1", "up", "827"],
    ["826", "1", "up", "826"],
    ["826.99", "1", "down", "826"],
    ["7", "10", "half-up", "10"],
    ["15", "10", "half-up", "20"],
    ["14", "10", "half-up", "10"],
    ["1/3", "1", "up", "1"],
    ["0", "100", "up", "0"],
  ];
  it.each(CASES)("%s to %s, %s: %s", (value, unit, mode, is) => {
    expect(toDecimal(rounded(number(value), number(unit), mode))).toBe(is);
  });
});

describe("as it is shown", () => {
  it.each([
    ["yuan of fen", toYuanText(whole(82_667)), "826.67"],
    ["yuan of parts of a fen", toYuanText(number("82666.5")), "826.665"],
    ["yuan that do not end", toYuanText(product(whole(248_000), number("1/3"))), "826.666666…"],
    ["a rate in percent", toRateText(number("1.3")), "130%"],
    ["a rate below a percent", toRateText(number("0.0215")), "2.15%"],
    ["a rate that does not end", toRateText(number("2/3")), "2/3"],
    ["what is below zero", toDecimal(minus(whole(1), number("1.25"))), "-0.25"],
  ])("%s: %s", (_, shown, is) => {
    expect(shown).toBe(is);
  });
});

it("what is no whole fen is no money", () => {
  expect(() => wholeFen(number("0.5"))).toThrow(RangeError);
  expect(wholeFen(number("12"))).toBe(12);
});

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => product({ n, d: 1n }, product(whole(1), { n: 1n, d })));

describe("for all fractions", () => {
  it("sums and products are exact: what is added can be taken off again", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(product(a, plus(b, c))).toEqual(plus(product(a, b), product(a, c)));
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
      }),
    );
  });

  it("rounding comes within the unit, and is a whole multiple of it", () => {
    const unit = fc.constantFrom(whole(1), whole(10), whole(100));
    const mode = fc.constantFrom<RoundingMode>("half-up", "up", "down");
    fc.assert(
      fc.property(fractions, unit, mode, (a, by, how) => {
        const value = a.n < 0n ? minus(whole(0), a) : a;
        const result = rounded(value, by, how);
        const off = minus(result, value);
        expect(isWhole(product(result, { n: by.d, d: by.n }))).toBe(true);
        expect(compare(product(off, off), product(by, by))).toBeLessThan(0);
        if (how === "up") expect(off.n >= 0n).toBe(true);
        if (how === "down") expect(off.n <= 0n).toBe(true);
        if (how === "half-up")
          expect(compare(product(whole(4), product(off, off)), product(by, by))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("both are whole multiples of their common grain", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const [x, y] = [a, b].map((f) => (f.n < 0n ? minus(whole(0), f) : f)) as [Fraction, Fraction];
        const grain = commonGrain(x, y);
        if (grain.n === 0n) expect([x.n, y.n]).toEqual([0n, 0n]);
        else for (const of of [x, y]) expect(isWhole(product(of, { n: grain.d, d: grain.n }))).toBe(true);
      }),
    );
  });
});
