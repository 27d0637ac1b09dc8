/** The outcome of a run: one value that all commands share. `write` carries it out, `explain` prints a piece of it. */
import type { Fen } from "../money.ts";
import type { Problem } from "../problem/problem.ts";
import type { Campaign } from "./campaign.ts";
import type { Original } from "./corrected-copy.ts";
import type { Entry, ListReading } from "./entry.ts";
import type { Disbursement } from "./payment.ts";
import type { Register } from "./register.ts";
import type { Programme, Rules } from "./rules.ts";

/** One file that was read, a corrected copy too. */
export interface InputRecord {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Cells of its sheets, empty ones between filled ones too. */
  readonly cells: number;
  /** Of a corrected copy: what it came from. */
  readonly original: Original | null;
}

/** One law with both its figures, computed by two paths; `holds` when they are equal. */
export interface LawCheck {
  /** 1 to 5, as design numbers them. */
  readonly law: number;
  /** What is compared: "按资金来源 失业保险金 金额". */
  readonly what: string;
  readonly left: string;
  readonly right: string;
  readonly holds: boolean;
}

/** A category that a decision needs, and whether its list came. */
export interface DueList {
  readonly category: string;
  /** Names of the programmes that the category opens or that need to know it. */
  readonly programmes: readonly string[];
  readonly state: "read" | "missing" | "declared-none";
  /** Entries that assert it. */
  readonly entries: number;
}

/** How an `ask` pair or reading touches this run: for 口径确认. */
export interface AskCount {
  readonly pair: string;
  readonly programmes: readonly [Programme, Programme];
  readonly source: string;
  readonly people: number;
  readonly households: number;
  /** What both programmes give these people. */
  readonly amount: Fen;
  /** "" where the office has not answered, else the answer in words. */
  readonly answer: string;
}

/** What the lists give on the average for a programme whose document bounds the mean: over all, before overlaps. */
export interface ListedMean {
  readonly programme: Programme;
  readonly total: Fen;
  readonly units: number;
}

/** Everything that a run found out and decided. */
export interface Outcome {
  readonly rules: Rules;
  readonly campaign: Campaign;
  readonly inputs: readonly InputRecord[];
  readonly lists: readonly ListReading[];
  readonly dueLists: readonly DueList[];
  readonly entries: readonly Entry[];
  readonly register: Register;
  readonly disbursement: Disbursement;
  readonly asks: readonly AskCount[];
  readonly means: readonly ListedMean[];
  readonly laws: readonly LawCheck[];
  /** Still open, in their stated order. */
  readonly problems: readonly Problem[];
  /** Settled by a decision, in their stated order. */
  readonly settled: readonly Problem[];
  /** Some table could not be read, or had no header: nothing may be written. */
  readonly refused: readonly Problem[];
}
