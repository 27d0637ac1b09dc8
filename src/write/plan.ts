/** Which files an outcome makes, under which names, and how each is made: a value, before the first byte is written. */
import type { Outcome } from "../model/outcome.ts";
import type { Batch, SignatureSheet, Transfer } from "../model/payment.ts";
import { assertBatchFile, batchFile } from "./batch-file.ts";
import { entitlementsCsv, paymentsCsv, problemsCsv } from "./details.ts";
import { formatOf } from "./formats.ts";
import { problemIdsCsv } from "./problem-ids.ts";
import { problemWorkbook } from "./problem-workbook.ts";
import { reportWorkbook } from "./report/report.ts";
import { Paths } from "./safe-name.ts";
import { settlingWorkbook } from "./settling-workbook.ts";
import { signatureWorkbook } from "./signature-sheets.ts";
import { transferWorkbook } from "./transfer-workbook.ts";

/** One file below the output folder, with "/" between folders. */
export interface OutputFile {
  readonly path: string;
  readonly make: () => Iterable<Buffer> | Promise<Iterable<Buffer>>;
  /** Holds the bytes as they stand on the disk against what they should say. */
  readonly check: ((bytes: Buffer) => void) | null;
}

/** All files but the manifest, which is made of what was written. */
export interface OutputPlan extends OutputPaths {
  readonly files: readonly OutputFile[];
}

/** The path of each batch, sheet and transfer. */
export interface OutputPaths {
  readonly batchPaths: ReadonlyMap<Batch, string>;
  readonly sheetPaths: ReadonlyMap<SignatureSheet, string>;
  readonly transferPaths: ReadonlyMap<Transfer, string>;
}

/** Names of the files that stand in every output. */
export const FILES = {
  report: "发放核对表.xlsx",
  problems: "问题清单.xlsx",
  settling: "待核实.xlsx",
  entitlementsCsv: "数据/补助明细.csv",
  paymentsCsv: "数据/代发明细.csv",
  problemsCsv: "数据/问题清单.csv",
  problemIdsCsv: "数据/问题编号.csv",
  manifest: "清单.json",
} as const;

/** The files of an outcome. */
export function planOutput(outcome: Outcome): OutputPlan {
  const { batches, sheets, transfers } = outcome.disbursement;
  const paths = new Paths();
  const batchPaths = new Map<Batch, string>();
  for (const b of batches) {
    const stem = [b.fund, b.bank, b.number].join("-");
    batchPaths.set(b, paths.take(["代发文件", b.payer], stem, formatOf(b).ending));
  }
  const sheetPaths = new Map<SignatureSheet, string>();
  for (const s of sheets) sheetPaths.set(s, paths.take(["签领表"], `${s.programme.name}-${s.street}`, ".xlsx"));
  const transferPaths = new Map<Transfer, string>();
  for (const t of transfers) transferPaths.set(t, paths.take(["移送"], t.payer, ".xlsx"));
  const named = { batchPaths, sheetPaths, transferPaths };
  return { files: [...fixedFiles(outcome, named), ...namedFiles()], ...named };

  function* namedFiles(): Iterable<OutputFile> {
    for (const [batch, path] of batchPaths) {
      yield { path, make: () => batchFile(batch), check: (bytes) => assertBatchFile(batch, bytes) };
    }
    for (const [sheet, path] of sheetPaths) yield workbook(path, () => signatureWorkbook(sheet, outcome.rules));
    for (const [transfer, path] of transferPaths) yield workbook(path, () => transferWorkbook(transfer, outcome));
  }
}

function fixedFiles(outcome: Outcome, paths: OutputPaths): readonly OutputFile[] {
  return [
    file(FILES.entitlementsCsv, () => entitlementsCsv(outcome.disbursement)),
    file(FILES.paymentsCsv, () => paymentsCsv(outcome.disbursement)),
    file(FILES.problemsCsv, () => problemsCsv(outcome)),
    file(FILES.problemIdsCsv, () => problemIdsCsv(outcome)),
    workbook(FILES.report, () => reportWorkbook(outcome, paths)),
    workbook(FILES.problems, () => problemWorkbook(outcome, [])),
    workbook(FILES.settling, () => settlingWorkbook(outcome)),
  ];
}

/** A workbook of an output. */
export function workbook(path: string, make: () => Promise<Buffer>): OutputFile {
  return file(path, async () => [await make()]);
}

/** A file of an output that nothing else must hold. */
export function file(path: string, make: OutputFile["make"]): OutputFile {
  return { path, make, check: null };
}
