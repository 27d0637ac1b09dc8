/** 发放核对表.xlsx: the workbook that reconciles a run to the yuan, to look at, sign and print. */
import type { Outcome } from "../../model/outcome.ts";
import type { OutputPaths } from "../plan.ts";
import { makeBook } from "../workbook/book.ts";
import { batchSheet } from "./batches.ts";
import { counter, headCells } from "./heads.ts";
import { heldSheet } from "./held.ts";
import { listSheet } from "./lists.ts";
import { overview } from "./overview.ts";
import { planSheet } from "./plans.ts";
import { lawSheet, readingSheet, settledSheets } from "./readings.ts";
import type { Reported } from "./reported.ts";
import { severalSheet } from "./several.ts";
import { byFund, byPayer, byProgramme, byStreet } from "./sums.ts";
import { visitSheet } from "./visits.ts";

/** The workbook's bytes. */
export async function reportWorkbook(outcome: Outcome, paths: OutputPaths): Promise<Buffer> {
  const { entitlements } = outcome.disbursement;
  const heads = counter(entitlements, outcome.register);
  const allHeads = headCells(heads.slices, heads.count);
  const reported: Reported = { outcome, paths, entitlements, ...heads, allHeads };
  return makeBook(`${outcome.rules.title} 发放核对表`, [
    overview(reported),
    listSheet(reported.outcome),
    byProgramme(reported),
    byFund(reported),
    byPayer(reported),
    byStreet(reported),
    batchSheet(reported),
    heldSheet(reported),
    severalSheet(reported),
    visitSheet(reported),
    readingSheet(reported),
    planSheet(reported),
    lawSheet(reported),
    ...settledSheets(reported),
  ]);
}
