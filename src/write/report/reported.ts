/** What every sheet of the report is made of. */
import type { Outcome } from "../../model/outcome.ts";
import type { OutputPaths } from "../plan.ts";
import type { Cell } from "../workbook/table.ts";
import type { Count, Counted } from "./heads.ts";

/** The outcome, its entitlements in the stated order, and how groups of them are counted. */
export interface Reported {
  readonly outcome: Outcome;
  readonly paths: OutputPaths;
  readonly entitlements: readonly Counted[];
  readonly count: Count;
  /** 户数, 人数, 人次 and yuan of all: the last line of several tables. */
  readonly allHeads: readonly Cell[];
}

/** Names the CSV that has all entitlements. */
export const ALL_ENTITLEMENTS = "数据/补助明细.csv";
