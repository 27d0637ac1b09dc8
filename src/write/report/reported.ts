/** What every sheet of the report is made of. */
import type { Entitlement } from "../../model/entitlement.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { OutputPaths } from "../plan.ts";
import type { Cell } from "../workbook/table.ts";
import type { Counter } from "./heads.ts";

/** The outcome, its entitlements in the stated order, and how groups of them are counted. */
export interface Reported extends Counter {
  readonly outcome: Outcome;
  readonly paths: OutputPaths;
  readonly entitlements: readonly Entitlement[];
  /** 户数, 人数, 人次 and yuan of all: the last line of several tables. */
  readonly allHeads: readonly Cell[];
}

/** Names the CSV that has all entitlements. */
export const ALL_ENTITLEMENTS = "数据/补助明细.csv";
