/** Conditions that compare something with edges that may themselves be looked up: sums, numbers, days. */
import type { Bilingual } from "../problem/problem.ts";
import { no, YES } from "./answers.ts";
import { edgesText } from "./edges.ts";
import type { Given } from "./given.ts";
import type { Answer, Asking, Use } from "./language.ts";

/** Edges that are looked up; undefined: none on that side. */
export interface Looked<T> {
  readonly from?: T | undefined;
  readonly above?: T | undefined;
  readonly to?: T | undefined;
  readonly below?: T | undefined;
}

/** The four keys, in the order of reading. */
export const EDGES = ["from", "above", "to", "below"] as const;

/** The same, for each edge that there is. */
export function eachEdge<A, B>(edges: Looked<A>, to: (edge: A) => B): Looked<B> {
  return Object.fromEntries(
    EDGES.flatMap((key) => {
      const edge = edges[key];
      return edge === undefined ? [] : [[key, to(edge)]];
    }),
  );
}

/** What the edges refer to, each at its key. */
export function edgeUses<A>(edges: Looked<A>, use: (edge: A, at: readonly string[]) => Use): readonly Use[] {
  return EDGES.flatMap((key) => {
    const edge = edges[key];
    return edge === undefined ? [] : [use(edge, [key])];
  });
}

/** Something that was looked up, comparable, and as it is shown; null: it cannot be told. */
export type LookUp<V> = (given: Given) => { readonly is: V; readonly shown: string } | null;

/** Asks whether something lies within its edges. */
export function lyingWithin<V>(
  of: LookUp<V>,
  edges: Looked<LookUp<V>>,
  order: (a: V, b: V) => number,
  needed: Bilingual,
): Asking {
  return (given): Answer => {
    const before = given.facts.unanswered();
    const answer = compared(of, edges, order, needed, given);
    // A sum that could not be told is no zero: then nobody can tell.
    return given.facts.unanswered() > before ? null : answer;
  };
}

function compared<V>(
  of: LookUp<V>,
  edges: Looked<LookUp<V>>,
  order: (a: V, b: V) => number,
  needed: Bilingual,
  given: Given,
): Answer {
  const found = of(given);
  if (found === null) return null;
  for (const key of EDGES) {
    const bound = edges[key]?.(given) ?? null;
    if (bound === null) continue;
    const ahead = order(found.is, bound.is);
    const holds = key === "from" ? ahead >= 0 : key === "above" ? ahead > 0 : key === "to" ? ahead <= 0 : ahead < 0;
    if (!holds) return no(needed, `${found.shown}，界限 ${bound.shown}`);
  }
  return YES;
}

/** "人均收入 不满 1160.00 元" of what is compared and its edges, each read aloud. */
export function sayWithin(of: Bilingual, edges: Looked<Bilingual>): Bilingual {
  const low = edges.from ?? edges.above;
  const high = edges.to ?? edges.below;
  const [fromIn, toIn] = [edges.from !== undefined, edges.to !== undefined];
  const zh = edgesText(low?.zh ?? null, high?.zh ?? null, fromIn, toIn).zh;
  const en = edgesText(low?.en ?? null, high?.en ?? null, fromIn, toIn).en;
  return { zh: `${of.zh} ${zh}`, en: `${of.en} ${en}` };
}
