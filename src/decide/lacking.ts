/** Lists that lack a column which a programme needs: said once a list, however many rows wait for it. */
import { type Entry, placeIn } from "../model/entry.ts";
import type { DeclaredField, Programme } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** The columns that are lacking in a run. */
export class LackingColumns {
  readonly #known = new Map<string, Problem>();
  readonly #problems: Problem[];

  /** @param problems where each is noted when it is first met */
  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  /** The problem of a row's list: it has no such column. */
  column(programme: Programme, field: DeclaredField, { list }: Entry): Problem {
    const key = [programme.id, field.name, list.file, list.sheet, list.ordinal].join("\u0000");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const params = { programme: programme.name, field: field.name, headers: field.headers.join("、") };
    const found = problem("D132", placeIn(list, list.headerRows.last), params, { content: field.name });
    this.#known.set(key, found);
    this.#problems.push(found);
    return found;
  }
}
