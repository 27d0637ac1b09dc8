/**
 * Exact numbers that need not be whole: rates, measures, and sums on their way to whole fen. A fraction of two big
 * integers in lowest terms: a third of a standard stays a third until the rules say how it is rounded.
 */
import { type Fen, fenOf } from "./money.ts";

/** n / d in lowest terms, d above zero. Of a sum: in fen. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** How a remainder is rounded: 四舍五入, 进一 (只入不舍), 舍去 (只舍不入). */
export type RoundingMode = "half-up" | "up" | "down";

/** Zero. */
export const NOUGHT: Fraction = { n: 0n, d: 1n };

/** A whole number: a count, or a sum in fen. */
export function whole(count: number): Fraction {
  return { n: BigInt(count), d: 1n };
}

function lowest(n: bigint, d: bigint): Fraction {
  const by = greatestCommon(n < 0n ? -n : n, d);
  return by === 1n ? { n, d } : { n: n / by, d: d / by };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * A number as rules and lists write it: "1.3", "2,000.5", "130%", "1/3", full-width signs.
 * @returns null where it is no such number, or negative.
 */
export function parseNumber(text: string): Fraction | null {
  const plain = text.normalize("NFKC").replace(/[\s\u200b\ufeff]/g, "");
  const ratio = /^(\d{1,9})\/(\d{1,9})$/.exec(plain);
  if (ratio) {
    const d = BigInt(ratio[2] ?? "0");
    return d === 0n ? null : lowest(BigInt(ratio[1] ?? "0"), d);
  }
  const match = /^(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.(\d{1,12}))?(%?)$/.exec(plain);
  if (!match) return null;
  const [, integer = "", decimals = "", percent] = match;
  const n = BigInt(integer.replaceAll(",", "") + decimals);
  return lowest(n, 10n ** BigInt(decimals.length + (percent === "%" ? 2 : 0)));
}

/** a + b. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b; may be negative. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a × b. */
export function product(a: Fraction, b: Fraction): Fraction {
  return lowest(a.n * b.n, a.d * b.d);
}

/** Below zero, zero or above zero as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The larger of two. */
export function greater(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** The smaller of two. */
export function lesser(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** Rounded to a whole multiple of a unit; of what is not negative. */
export function rounded(value: Fraction, unit: Fraction, mode: RoundingMode): Fraction {
  const n = value.n * unit.d;
  const d = value.d * unit.n;
  const times = mode === "down" ? n / d : mode === "up" ? (n + d - 1n) / d : (2n * n + d) / (2n * d);
  return product({ n: times, d: 1n }, unit);
}

/** The largest number of which both are whole multiples: 1/4 of 1/2 and 3/4; zero is a multiple of all. */
export function commonGrain(a: Fraction, b: Fraction): Fraction {
  return lowest(greatestCommon(a.n * b.d, b.n * a.d), a.d * b.d);
}

/** It is a whole number (of fen, for a sum). */
export function isWhole(value: Fraction): boolean {
  return value.d === 1n;
}

/** A whole number of fen as money. */
export function wholeFen(value: Fraction): Fen {
  if (value.d !== 1n) throw new RangeError(`not whole fen: ${value.n}/${value.d}`);
  return fenOf(Number(value.n));
}

/** Digits that are shown of a number that does not end. */
const SHOWN_DIGITS = 6;

/** "1.3", "99.99", "0.333333…" for what does not end within twelve decimals. */
export function toDecimal(value: Fraction, atLeast = 0): string {
  const sign = value.n < 0n ? "-" : "";
  const n = value.n < 0n ? -value.n : value.n;
  let decimals = atLeast;
  while (decimals < 12 && (n * 10n ** BigInt(decimals)) % value.d !== 0n) decimals++;
  const ends = (n * 10n ** BigInt(decimals)) % value.d === 0n;
  if (!ends) decimals = SHOWN_DIGITS;
  const digits = ((n * 10n ** BigInt(decimals)) / value.d).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return `${sign}${digits.slice(0, cut)}${decimals === 0 ? "" : `.${digits.slice(cut)}`}${ends ? "" : "…"}`;
}

const HUNDRED = whole(100);

/** "826.67", "826.666666…": a sum in fen as yuan, two decimals at least. */
export function toYuanText(fen: Fraction): string {
  return toDecimal(product(fen, { n: 1n, d: HUNDRED.n }), 2);
}

/** "130%", "1/3": a rate as people read it. */
export function toRateText(rate: Fraction): string {
  const percent = product(rate, HUNDRED);
  return 10_000n % percent.d === 0n ? `${toDecimal(percent)}%` : `${rate.n}/${rate.d}`;
}
