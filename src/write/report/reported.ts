/** What every sheet of the report is made of. */
import type { Entitlement } from "../../model/entitlement.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { OutputPaths } from "../plan.ts";
import type { Count } from "./heads.ts";

/** The outcome, its entitlements in the stated order, and how groups of them are counted. */
export interface Reported {
  readonly outcome: Outcome;
  readonly paths: OutputPaths;
  readonly entitlements: readonly Entitlement[];
  readonly count: Count;
}

/** Names the CSV that has all entitlements. */
export const ALL_ENTITLEMENTS = "数据/补助明细.csv";
