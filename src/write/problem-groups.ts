/** The same problem in many rows of one column is one mistake: such problems stand on one line, with their rows. */
import { comparePlaces } from "../model/place.ts";
import { add, type Fen, ZERO } from "../money.ts";
import { decisionKey, type Problem, severityOf } from "../problem/problem.ts";
import type { Waiting } from "./waiting.ts";

/** One agency's word against another's: kept apart, since it is the agencies that must settle it. */
export const BETWEEN_AGENCIES = "J107";

/** Problems that share a line. */
export interface ProblemGroup {
  readonly first: Problem;
  readonly problems: readonly Problem[];
  /** The sum that waits for all of them. */
  readonly waits: Fen;
  /** The sum that hangs on all of them although nothing waits (look-alikes). */
  readonly atStake: Fen;
}

/**
 * Problems of one code in one column of one sheet as one group where there are more than `above`, else each alone.
 * Files that were not read first: nobody knows what they would change. Then by the money that waits, by the money that
 * hangs on it, then by place: file, sheet, row, column.
 * @param alone problems that keep a line of their own, however many there are
 */
export function groupProblems(
  problems: readonly Problem[],
  waiting: Waiting,
  above: number,
  alone: (p: Problem) => boolean,
): readonly ProblemGroup[] {
  const alike = new Map<string, Problem[]>();
  for (const p of problems) {
    const own = alone(p) ? decisionKey(p) : "";
    const key = [p.code, p.place.file, p.place.sheet, p.place.column, own].join("\u0000");
    const others = alike.get(key);
    if (others) others.push(p);
    else alike.set(key, [p]);
  }
  const groups: ProblemGroup[] = [];
  for (const same of alike.values()) {
    const parts = same.length > above ? [same] : same.map((p) => [p]);
    for (const part of parts) {
      const [first] = part;
      if (first) groups.push({ first, problems: part, waits: together(part, waiting), atStake: together(part, stake) });
    }
  }
  const rank = ({ first }: ProblemGroup) => (isUnread(first) ? 0 : 1);
  return groups.sort(
    (a, b) =>
      rank(a) - rank(b) || b.waits - a.waits || b.atStake - a.atStake || comparePlaces(a.first.place, b.first.place),
  );
}

/** An error of a whole file: nothing of it was read. */
function isUnread(p: Problem): boolean {
  return severityOf(p) === "error" && p.place.file !== "" && p.place.sheet === "" && p.place.row === 0;
}

const stake = (p: Problem) => p.atStake;

function together(problems: readonly Problem[], sumOf: (p: Problem) => Fen): Fen {
  let total = ZERO;
  for (const p of problems) total = add(total, sumOf(p));
  return total;
}

/** "5、8、12–20": rows in order, neighbours as a range, `most` of them; "" for a whole sheet. */
export function rowRanges(numbers: readonly number[], most: number): string {
  const rows = [...new Set(numbers)].filter((row) => row > 0).sort((a, b) => a - b);
  const ranges: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && last.to === row - 1) last.to = row;
    else ranges.push({ from: row, to: row });
  }
  const shown = ranges.slice(0, most).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join("、") + (ranges.length > most ? "…" : "");
}
