/** Circles in what must come before what. */

/** `from` must come before `to`, because of something. */
export interface Edge<B> {
  readonly from: string;
  readonly to: string;
  readonly because: B;
}

/** A circle: its nodes, the first one again at the end, and what closes it. */
export interface Circle<B> {
  readonly nodes: readonly string[];
  readonly because: B;
}

/** One circle for each edge that closes one, in the order of the edges; [] where there is an order. */
export function circles<B>(edges: readonly Edge<B>[]): readonly Circle<B>[] {
  const found: Circle<B>[] = [];
  const kept = new Map<string, string[]>();
  for (const { from, to, because } of edges) {
    const way = from === to ? [to] : wayFrom(to, from, kept);
    // An edge that closes a circle is told and left out, so that each circle is told once.
    if (way) found.push({ nodes: [...way, to], because });
    else kept.set(from, [...(kept.get(from) ?? []), to]);
  }
  return found;
}

/** A way along the edges, both ends included, or null. */
function wayFrom(start: string, end: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (const at of queue) {
    if (at === end) {
      const way: string[] = [];
      for (let step: string | null | undefined = at; step; step = cameFrom.get(step)) way.unshift(step);
      return way;
    }
    for (const to of next.get(at) ?? []) {
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, at);
      queue.push(to);
    }
  }
  return null;
}
