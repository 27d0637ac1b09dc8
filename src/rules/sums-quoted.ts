/**
 * Does each sum of the rules stand in the sentence that is quoted for it? A slip of the finger in a sum would pay
 * everybody wrongly, and stands in no document.
 */
import type { Programme } from "../model/rules.ts";
import { type Fen, fenOf, toYuan } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { lettersOf } from "./letters.ts";
import type { RulesFile } from "./parse.ts";
import { reachedByProgramme } from "./reach.ts";
import { sumsWritten } from "./sums-written.ts";
import type { Path } from "./yaml-text.ts";

/** A sum that the rules state, and where. */
interface Stated {
  readonly sum: Fen;
  readonly path: Path;
  /** People, not money. */
  readonly counts?: true;
}

/** Each sum that its quote does not name, at its place. */
export function sumsNotQuoted({ rules, at }: RulesFile): readonly Problem[] {
  const missing = (quote: string, stated: readonly Stated[]) => {
    if (stated.length === 0) return [];
    const named = sumsWritten(lettersOf(quote).text);
    return stated
      .filter(({ sum }) => sum !== 0 && !named.has(sum))
      .map(({ sum, path, counts }) =>
        problem("U018", at(path), { sum: counts ? toYuan(sum).replace(".00", "") : toYuan(sum), quote }),
      );
  };
  return [
    ...rules.programmes.flatMap((p) => missing(p.quote, statedBy(p))),
    ...rules.overlaps.flatMap((overlap, i) =>
      overlap.kind === "cap" ? missing(overlap.quote, [{ sum: overlap.atMost, path: ["overlaps", i, "at-most"] }]) : [],
    ),
  ];
}

function statedBy(programme: Programme): readonly Stated[] {
  const { id, plan } = programme;
  const top: Path = ["programmes", id];
  return [
    ...reachedByProgramme(programme).flatMap(({ use, path }) =>
      use.use === "stated" ? [{ sum: use.sum, path: [...top, ...path] }] : [],
    ),
    ...(plan?.people
      ? [{ sum: fenOf(plan.people * 100), path: [...top, "plan", "people"], counts: true as const }]
      : []),
    ...(plan?.total ? [{ sum: plan.total, path: [...top, "plan", "total"] }] : []),
  ];
}
