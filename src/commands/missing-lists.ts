/** Which lists have not come and keep somebody waiting. */
import type { Outcome } from "../model/outcome.ts";

/** Category ids, in the plan's order: to ask for, or to declare with --without. */
export function missingLists({ dueLists, problems }: Outcome): readonly string[] {
  const waited = new Set(problems.filter((p) => p.code === "D101").flatMap((p) => p.content.split("、")));
  return dueLists.filter((d) => d.state === "missing" && waited.has(d.category)).map((d) => d.category);
}
