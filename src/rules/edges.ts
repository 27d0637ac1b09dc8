/**
 * The edges of a band: `from` and `to` belong to it, `above` and `below` do not; so that nobody has to guess at an edge.
 * `{ from: 30, below: 100 }` holds 30 and 99.99, and not 100.
 */
import { compare, type Fraction, minus, plus, toDecimal } from "../fraction.ts";
import type { Bilingual } from "../problem/problem.ts";
import { say } from "./wording.ts";

/** One edge. */
export interface Edge {
  readonly at: Fraction;
  readonly belongs: boolean;
}

/** A band; null: it is open on that side. */
export interface Edges {
  readonly low: Edge | null;
  readonly high: Edge | null;
}

/** The four keys as they are written, read already. */
interface Written<T> {
  readonly from?: T | undefined;
  readonly above?: T | undefined;
  readonly to?: T | undefined;
  readonly below?: T | undefined;
}

/** Why edges cannot be meant so, as a text of `say`; null where they can. Whether they cross is for `crossed`. */
export function edgesWrong(written: Written<unknown>): string | null {
  const { from, above, to, below } = written;
  if (from !== undefined && above !== undefined)
    return say("from（含）和 above（不含）只能写一个", "has both from and above");
  if (to !== undefined && below !== undefined)
    return say("to（含）和 below（不含）只能写一个", "has both to and below");
  if ([from, above, to, below].every((edge) => edge === undefined))
    return say(
      "要写界限：from（含）、above（不含）、to（含）、below（不含）",
      "needs an edge: from, above, to or below",
    );
  return null;
}

/** The edges that were written. */
export function toEdges({ from, above, to, below }: Written<Fraction>): Edges {
  const low = from ?? above;
  const high = to ?? below;
  return {
    low: low === undefined ? null : { at: low, belongs: from !== undefined },
    high: high === undefined ? null : { at: high, belongs: to !== undefined },
  };
}

/** The number lies within. */
export function holdsWithin({ low, high }: Edges, number: Fraction): boolean {
  if (low !== null && compare(number, low.at) < (low.belongs ? 0 : 1)) return false;
  return high === null || compare(number, high.at) < (high.belongs ? 1 : 0);
}

/** Nothing can lie within, numbers being whole multiples of a grain. */
export function holdsNothing(edges: Edges, grain: Fraction): boolean {
  const [low, high] = [lowest(edges, grain), highest(edges, grain)];
  return low !== null && high !== null && compare(low, high) > 0;
}

/** The next band begins where the one before ends, numbers being whole multiples of a grain; else what is wrong. */
export function notJoined(before: Edges, next: Edges, grain: Fraction): Bilingual | null {
  const [end, start] = [highest(before, grain), lowest(next, grain)];
  if (end === null || start === null)
    return {
      zh: "前一档没有上限，或这一档没有下限",
      en: "the band before has no upper edge, or this one no lower edge",
    };
  const wanted = plus(end, grain);
  const order = compare(start, wanted);
  if (order === 0) return null;
  const from = toDecimal(lesserOf(start, wanted));
  return order > 0
    ? { zh: `与前一档之间有空缺：${from} 起没有写`, en: `there is a gap: nothing is said from ${from}` }
    : { zh: `与前一档重叠：${from} 在两档里`, en: `it overlaps the band before: ${from} is in both` };
}

function lesserOf(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** The lowest and the highest number of a band, numbers being whole multiples of a grain. */
function lowest({ low }: Edges, grain: Fraction): Fraction | null {
  return low === null ? null : low.belongs ? low.at : plus(low.at, grain);
}

function highest({ high }: Edges, grain: Fraction): Fraction | null {
  return high === null ? null : high.belongs ? high.at : minus(high.at, grain);
}

/** "30（含）至 100（不含）" of texts for the edges. */
export function edgesText(
  low: string | null,
  high: string | null,
  lowBelongs: boolean,
  highBelongs: boolean,
): Bilingual {
  const zh = [
    ...(low === null ? [] : [lowBelongs ? `${low} 及以上` : `${low} 以上（不含）`]),
    ...(high === null ? [] : [highBelongs ? `${high} 及以下` : `不满 ${high}`]),
  ];
  const en = [
    ...(low === null ? [] : [lowBelongs ? `from ${low}` : `above ${low}`]),
    ...(high === null ? [] : [highBelongs ? `up to ${high}` : `below ${high}`]),
  ];
  return { zh: zh.join("、"), en: en.join(", ") };
}

/** Edges that are numbers, read aloud. */
export function numbersText({ low, high }: Edges): Bilingual {
  return edgesText(
    low === null ? null : toDecimal(low.at),
    high === null ? null : toDecimal(high.at),
    low?.belongs ?? false,
    high?.belongs ?? false,
  );
}

/** Edges between which no whole number lies. */
export function crossed(edges: Edges): readonly (Bilingual & { readonly at: readonly string[] })[] {
  return holdsNothing(edges, { n: 1n, d: 1n })
    ? [{ zh: "上下限颠倒，没有数在里面", en: "its edges cross: nothing lies within", at: [] }]
    : [];
}
