/**
 * What must be decided before what. Whoever looks at a programme must see what the overlaps leave of it, so that it
 * waits for all that overlap with it, too: an overlap is resolved when all of its programmes are decided.
 */
import type { Overlap } from "../model/rules.ts";
import type { Edge } from "./circles.ts";

/** A programme, and those at whose decisions it looks; because of something. */
export interface Looking<B> {
  readonly id: string;
  readonly looks: readonly { readonly at: string; readonly because: B }[];
}

/** The programmes of an overlap that is resolved; what may stack is left as it is. */
export function membersOf(overlap: Overlap): readonly string[] {
  switch (overlap.kind) {
    case "at-most-one":
      return overlap.order;
    case "shuts-out":
      return [overlap.granted, ...overlap.others];
    case "cap":
      return overlap.over;
    case "may-stack":
      return [];
    default:
      return overlap satisfies never;
  }
}

/** Each programme behind all that it waits for. Within an overlap nobody waits for the others. */
export function waits<B>(programmes: readonly Looking<B>[], overlaps: readonly Overlap[]): readonly Edge<B>[] {
  const groups = overlaps.map(membersOf);
  return programmes.flatMap(({ id, looks }) =>
    looks.flatMap(({ at, because }) => {
      const beside = groups.filter((group) => group.includes(at) && !group.includes(id)).flat();
      return [...new Set([at, ...beside])].map((from) => ({ from, to: id, because }));
    }),
  );
}
