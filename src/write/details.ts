/** The three tables of 数据/: every entitlement, every payment, every problem. Columns and words are a contract. */

import { type Entitlement, factText } from "../model/entitlement.ts";
import { sourceOf } from "../model/entry.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Disbursement, Payment } from "../model/payment.ts";
import { comparePlaces, compareText, type Place } from "../model/place.ts";
import { householdNumberOf } from "../model/stated-order.ts";
import { committeeOf } from "../model/where.ts";
import { toYuan } from "../money.ts";
import { hintOf, messageOf, type Problem, severityOf } from "../problem/problem.ts";
import { csvPieces } from "./csv.ts";
import { channelWord, RESULTS, SEVERITIES, UNITS } from "./words.ts";

/** Columns of 补助明细.csv. */
export const ENTITLEMENT_COLUMNS = [
  ...["项目编号", "项目", "条款", "资金来源", "发放主体", "发放方式", "计发单位", "户编号", "人数", "身份证号", "姓名"],
  ...["街镇", "居村委", "联系电话", "结果", "金额", "原因", "算式", "依据"],
  ...["收款人", "收款人身份证号", "开户银行", "账号", "批次", "来源", "原因代码"],
];

/** Columns of 代发明细.csv. */
export const PAYMENT_COLUMNS = [
  ...["批次", "序号", "发放主体", "资金来源", "项目", "银行", "户名", "身份证号", "账号", "金额", "用途", "笔数"],
  ...["原批次", "原序号"],
];

/** Columns of 问题清单.csv. */
export const PROBLEM_COLUMNS = ["级别", "文件", "工作表", "行", "列", "内容", "说明", "建议", "代码"];

/** 数据/补助明细.csv, in the stated order of entitlements. */
export function entitlementsCsv(disbursement: Disbursement): Iterable<Buffer> {
  return csvPieces(withHeader(ENTITLEMENT_COLUMNS, entitlementRows(disbursement)));
}

/** 数据/代发明细.csv, batch by batch, by number within each. */
export function paymentsCsv(disbursement: Disbursement): Iterable<Buffer> {
  return csvPieces(withHeader(PAYMENT_COLUMNS, paymentRows(disbursement)));
}

/** 数据/问题清单.csv, by place: file, sheet, row, column, code. */
export function problemsCsv(outcome: Outcome): Iterable<Buffer> {
  return csvPieces(withHeader(PROBLEM_COLUMNS, problemLines(outcome.problems).map(problemRow)));
}

function* withHeader(header: readonly string[], rows: Iterable<readonly string[]>): Iterable<readonly string[]> {
  yield header;
  yield* rows;
}

function* entitlementRows(disbursement: Disbursement): Iterable<readonly string[]> {
  for (const e of disbursement.entitlements) yield entitlementRow(e);
}

function entitlementRow(e: Entitlement): readonly string[] {
  const { programme, unit, payee, way, where } = e;
  return [
    programme.id,
    programme.name,
    programme.clause,
    programme.fund,
    programme.payer,
    channelWord(e),
    UNITS[unit.kind],
    householdNumberOf(e),
    String(e.counted),
    unit.person.idNumber,
    unit.person.name,
    where.street,
    committeeOf(e.where),
    where.phone,
    RESULTS[e.result],
    toYuan(e.amount),
    joined(e.reasons, (r) => r.zh, "；"),
    e.arithmetic,
    joined(e.basis, factText, "；"),
    payee?.name ?? "",
    payee?.idNumber ?? "",
    payee?.bank ?? "",
    payee?.account ?? "",
    way?.way === "batch" ? way.batch.number : "",
    joined(e.entries, sourceOf, "|"),
    joined(e.reasons, (r) => r.code, "|"),
  ];
}

/** The texts of some things; nearly always of one. */
function joined<T>(some: readonly T[], textOf: (one: T) => string, separator: string): string {
  const [first] = some;
  return some.length === 1 && first !== undefined ? textOf(first) : some.map(textOf).join(separator);
}

function* paymentRows(disbursement: Disbursement): Iterable<readonly string[]> {
  for (const batch of disbursement.batches) {
    for (const payment of batch.payments) {
      const { payee } = payment;
      yield [
        batch.number,
        String(payment.serial),
        batch.payer,
        batch.fund,
        programmesOf(payment),
        payee.bank,
        payee.name,
        payee.idNumber,
        payee.account,
        toYuan(payment.amount),
        payment.purpose,
        String(payment.grants.length),
        // 原批次 and 原序号 are filled by payments that replace a returned one: there are none before the ledger.
        "",
        "",
      ];
    }
  }
}

/** Usually one; several in the plan's order where the campaign file merges a payee's programmes. */
function programmesOf(payment: Payment): string {
  const programmes = new Map(payment.grants.map((e) => [e.programme.number, e.programme.name]));
  return [...programmes]
    .sort(([a], [b]) => a - b)
    .map(([, name]) => name)
    .join("、");
}

/** One place of one problem. */
export interface ProblemLine {
  readonly problem: Problem;
  readonly place: Place;
}

/** A line for each place of each problem, by place and code: all that is wrong with one row stands together. */
export function problemLines(problems: readonly Problem[]): readonly ProblemLine[] {
  const lines = problems.flatMap((problem) => [problem.place, ...problem.also].map((place) => ({ problem, place })));
  return lines.sort(
    (a, b) =>
      comparePlaces(a.place, b.place) ||
      compareText(a.problem.code, b.problem.code) ||
      compareText(messageOf(a.problem).zh, messageOf(b.problem).zh),
  );
}

function problemRow({ problem, place }: ProblemLine): readonly string[] {
  return [
    SEVERITIES[severityOf(problem)],
    place.file,
    place.sheet,
    place.row === 0 ? "" : String(place.row),
    place.column,
    problem.content,
    messageOf(problem).zh,
    hintOf(problem).zh,
    problem.code,
  ];
}
