/** Sums that the list gives (reading 7): each within its bounds, none ten times its list's median, the mean within its own. */
import type { Campaign } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import type { ListedMean } from "../model/outcome.ts";
import { hasEntry } from "../model/register.ts";
import type { Programme } from "../model/rules.ts";
import { type Fen, meanYuan, sum, times, toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Candidate } from "./candidates.ts";
import { addFact, type Draft, deny, hold, ownRow, quoteDecision } from "./draft.ts";
import { decidedNo } from "./reasons.ts";

/** A list of fewer rows has no median worth the name. */
const MEDIAN_ROWS = 5;
const OUTLIER = 10;

/** The listed sum of a unit, and what is wrong with it. */
export interface Listed {
  readonly sum: Fen | null;
  readonly problems: readonly Problem[];
}

/** The listed sums of one programme's candidates. */
export class ListedSums {
  readonly #programme: Programme;
  readonly #campaign: Campaign;
  /** Twice the median by list, so that the mean of two middle ones stays whole. */
  readonly #twiceMedian = new Map<object, number>();

  constructor(programme: Programme, candidates: readonly Candidate[], campaign: Campaign) {
    this.#programme = programme;
    this.#campaign = campaign;
    const byList = new Map<object, number[]>();
    for (const { rows } of candidates) {
      for (const row of rows) {
        if (row.listed === null) continue;
        const sums = byList.get(row.list);
        if (sums) sums.push(row.listed);
        else byList.set(row.list, [row.listed]);
      }
    }
    for (const [list, sums] of byList) {
      if (sums.length < MEDIAN_ROWS) continue;
      sums.sort((a, b) => a - b);
      const half = sums.length >> 1;
      this.#twiceMedian.set(
        list,
        sums.length % 2 === 1 ? 2 * (sums[half] ?? 0) : (sums[half - 1] ?? 0) + (sums[half] ?? 0),
      );
    }
  }

  /** The sum that a unit's rows state; a household's is its head's row's, else the one that its rows agree on. */
  of(draft: Draft): Listed {
    const { entries: rows } = draft;
    const own = rows.filter((row) => row.listed !== null && hasEntry(draft.unit.person, row));
    const stated = own.length > 0 ? own : rows.filter((row) => row.listed !== null);
    const sums = [...new Set(stated.map((row) => row.listed))];
    const [row] = stated;
    const name = draft.unit.person.name;
    if (row === undefined || row.listed === null || row.listed === ZERO) {
      const at = ownRow(draft);
      const missing = problem(
        "D103",
        placeOf(at, "amount"),
        { name, programme: this.#programme.name, text: at.listedText },
        { content: at.listedText },
      );
      return { sum: null, problems: [missing] };
    }
    if (sums.length > 1) {
      const both = stated.map((r) => toYuan(r.listed ?? ZERO)).join("、");
      const also = stated.slice(1).map((r) => placeOf(r, "amount"));
      return {
        sum: sums.reduce((a, b) => ((a ?? ZERO) < (b ?? ZERO) ? a : b)) ?? null,
        problems: [problem("D107", placeOf(row, "amount"), { name, sums: both }, { content: both, also })],
      };
    }
    return {
      sum: row.listed,
      problems: this.#outlier(draft, row, row.listed),
    };
  }

  #outlier(draft: Draft, row: Entry, listed: Fen): readonly Problem[] {
    const twice = this.#twiceMedian.get(row.list);
    if (twice === undefined || 2 * listed < OUTLIER * twice) return [];
    const median = meanYuan(twice as Fen, 2);
    return [problem("D105", placeOf(row, "amount"), { sum: toYuan(listed), median }, this.#detail(draft, listed))];
  }

  #detail(draft: Draft, listed: Fen) {
    const { idNumber, name } = draft.unit.person;
    const value = `${this.#programme.id} ${toYuan(listed)}`;
    return {
      content: toYuan(listed),
      subject: { idNumber, name, otherIdNumber: "", value },
      decisions: this.#campaign.decisions,
    };
  }
}

/** The mean of a programme whose document bounds it, over all its candidates before overlaps. */
export interface Mean {
  readonly listed: ListedMean;
  /** D106 where it is over its bound: all of them wait for one decision about it. */
  readonly found: Problem | null;
}

/** Holds a programme whose mean is over its bound, or does what was decided about it; null where no mean is bound. */
export function boundMean(programme: Programme, drafts: readonly Draft[], campaign: Campaign): Mean | null {
  const { meanAtMost } = programme;
  if (meanAtMost === null) return null;
  const counted = drafts.filter((d) => d.result !== "denied" && d.amount > 0);
  const total = sum(counted.map((d) => d.amount));
  const listed = { programme, total, units: counted.length };
  const [first] = counted;
  if (first === undefined || total <= times(meanAtMost, counted.length)) return { listed, found: null };
  const mean = meanYuan(total, counted.length);
  const value = `${toYuan(total)}/${counted.length}`;
  const found = problem(
    "D106",
    placeOf(ownRow(first), "amount"),
    { programme: programme.name, mean, bound: toYuan(meanAtMost), units: counted.length },
    {
      content: mean,
      subject: { idNumber: "", name: programme.name, otherIdNumber: "", value },
      decisions: campaign.decisions,
    },
  );
  const said = found.settledBy;
  for (const draft of drafts) {
    if (draft.result === "denied") continue;
    if (said === null) hold(draft, found);
    else if (said.verdict === "不予") deny(draft, decidedNo(quoteDecision(said)), ZERO);
    else addFact(draft, quoteDecision(said));
  }
  return { listed, found };
}

/** A D106 at the rows of those who wait for it once overlaps are resolved; null where nobody does. */
export function atWhoWaits(found: Problem, drafts: readonly Draft[]): Problem | null {
  if (found.settledBy !== null) return found;
  const waiting = drafts.filter((d) => d.result === "held" && d.problems.includes(found));
  const [place, ...also] = waiting.map((d) => placeOf(ownRow(d), "amount"));
  if (place === undefined) return null;
  const placed = { ...found, place, also };
  for (const draft of waiting) draft.problems = draft.problems.map((p) => (p === found ? placed : p));
  return placed;
}
