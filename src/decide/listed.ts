/** Sums that the list gives (reading 7): each within its bounds, none ten times its list's median, the mean within its own. */
import type { Campaign } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { hasEntry } from "../model/register.ts";
import type { Programme } from "../model/rules.ts";
import { type Fen, meanYuan, sum, times, toYuan, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Candidate } from "./candidates.ts";
import { addFact, type Draft, hold, ownRow, quoteDecision } from "./draft.ts";

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
      problems: [...this.#bounds(draft, row, row.listed), ...this.#outlier(draft, row, row.listed)],
    };
  }

  #bounds(draft: Draft, row: Entry, listed: Fen): readonly Problem[] {
    const { amount } = this.#programme;
    if (amount.kind !== "listed") return [];
    const { from, to } = amount;
    if ((from === null || listed >= from) && (to === null || listed <= to)) return [];
    const bounds = { from: from === null ? "0.00" : toYuan(from), to: to === null ? "∞" : toYuan(to) };
    return [problem("D104", placeOf(row, "amount"), { sum: toYuan(listed), ...bounds }, this.#detail(draft, listed))];
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

/** The mean over all candidates of a programme, before overlaps: over its bound, all of them wait for one decision. */
export function boundMean(
  programme: Programme,
  drafts: readonly Draft[],
  campaign: Campaign,
): { problems: readonly Problem[]; denied: string | null } {
  const { amount } = programme;
  if (amount.kind !== "listed" || amount.meanAtMost === null) return { problems: [], denied: null };
  const counted = drafts.filter((d) => d.result !== "denied" && d.amount > 0);
  const total = sum(counted.map((d) => d.amount));
  if (counted.length === 0 || total <= times(amount.meanAtMost, counted.length)) return { problems: [], denied: null };
  const [first, ...rest] = drafts.filter((d) => d.result !== "denied").map((d) => placeOf(ownRow(d), "amount"));
  if (first === undefined) return { problems: [], denied: null };
  const mean = meanYuan(total, counted.length);
  const found = problem(
    "D106",
    first,
    { programme: programme.name, mean, bound: toYuan(amount.meanAtMost), units: counted.length },
    {
      content: mean,
      also: rest,
      subject: { idNumber: "", name: programme.name, otherIdNumber: "", value: `${toYuan(total)}/${counted.length}` },
      decisions: campaign.decisions,
    },
  );
  const said = found.settledBy;
  if (said?.verdict === "不予") return { problems: [found], denied: quoteDecision(said) };
  for (const draft of drafts) {
    if (said?.verdict === "认可") addFact(draft, quoteDecision(said));
    else hold(draft, found);
  }
  return { problems: [found], denied: null };
}
