/** 清单.json, the manifest: what an output was made of, what it adds up to, and the hash of each of its files. */
import type { Entitlement } from "../model/entitlement.ts";
import type { RowTally } from "../model/entry.ts";
import type { Outcome } from "../model/outcome.ts";
import { compareText } from "../model/place.ts";
import { sum, toYuan } from "../money.ts";
import { type Severity, severityOf } from "../problem/problem.ts";
import type { OutputPlan } from "./plan.ts";

/** What made an output beside its lists. */
export interface Release {
  /** relief's own version. */
  readonly version: string;
  /** SHA-256 of the rules file as it was read. */
  readonly rulesSha256: string;
}

/** A file as it stands on the disk. */
export interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** By this word an output folder is known as ours; no other program's 清单.json has it. */
export const MADE_BY = { compute: "relief compute", check: "relief check" } as const;

/** What wrote an output folder. */
export type MadeBy = (typeof MADE_BY)[keyof typeof MADE_BY];

/** The manifest's bytes: keys in this order, no clock, no path of this machine. */
export function manifestBytes(
  outcome: Outcome,
  plan: OutputPlan,
  files: readonly WrittenFile[],
  release: Release,
): Buffer {
  const { rules, disbursement } = outcome;
  const { entitlements } = disbursement;
  const manifest = {
    madeBy: MADE_BY.compute,
    version: release.version,
    rules: { edition: rules.edition, title: rules.title, sha256: release.rulesSha256 },
    inputs: inputsOf(outcome),
    ledger: { head: null, lines: 0 },
    ...rowsOf(outcome),
    totals: totalsOf(entitlements),
    programmes: groups(
      entitlements,
      (e) => e.programme.name,
      rules.programmes.map((p) => p.name),
    ),
    funds: groups(
      entitlements,
      (e) => e.programme.fund,
      rules.programmes.map((p) => p.fund),
    ),
    batches: [...plan.batchPaths].map(([b, file]) => ({
      ...{ number: b.number, payer: b.payer, fund: b.fund, bank: b.bank, file },
      ...{ lines: b.payments.length, yuan: toYuan(b.total) },
    })),
    sheets: [...plan.sheetPaths].map(([s, file]) => ({
      ...{ programme: s.programme.name, street: s.street, file },
      ...{ lines: s.grants.length, yuan: toYuan(s.total) },
    })),
    transfers: [...plan.transferPaths].map(([t, file]) => ({
      ...{ payer: t.payer, file, lines: t.grants.length, yuan: toYuan(t.total) },
    })),
    laws: outcome.laws.map(({ law, what, left, right, holds }) => ({ law, what, left, right, holds })),
    files: listed(files),
  };
  return jsonBytes(manifest);
}

/** The manifest of what `check` found: inputs, rows and files; no sums, for it pays nothing. */
export function checkManifestBytes(outcome: Outcome, files: readonly WrittenFile[], release: Release): Buffer {
  const { rules } = outcome;
  const count = (severity: Severity) => outcome.problems.filter((p) => severityOf(p) === severity).length;
  return jsonBytes({
    madeBy: MADE_BY.check,
    version: release.version,
    rules: { edition: rules.edition, title: rules.title, sha256: release.rulesSha256 },
    inputs: inputsOf(outcome),
    ...rowsOf(outcome),
    problems: { errors: count("error"), warnings: count("warning"), notices: count("notice") },
    files: listed(files),
  });
}

function jsonBytes(manifest: object): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, "utf8");
}

/** Everything that the run rests on but the rules: lists, campaign file, check lists, decisions. */
function inputsOf(outcome: Outcome) {
  const lists = outcome.inputs.map(({ name, sha256, bytes }) => ({ name, role: "list", sha256, bytes }));
  const sources = outcome.campaign.sources.map(({ name, role, sha256, bytes }) => ({ name, role, sha256, bytes }));
  return [...lists, ...sources].sort((a, b) => compareText(a.name, b.name) || compareText(a.sha256, b.sha256));
}

function rowsOf(outcome: Outcome) {
  return {
    rows: tallyOf(outcome.lists.map((list) => list.tally)),
    lists: [...outcome.lists]
      .sort((a, b) => compareText(a.file, b.file) || compareText(a.sheet, b.sheet))
      .map((list) => ({ file: list.file, sheet: list.sheet, ...tallyOf([list.tally]) })),
  };
}

function listed(files: readonly WrittenFile[]): readonly WrittenFile[] {
  return [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, sha256, bytes }) => ({ path, sha256, bytes }));
}

/** Law 1 over some lists: read is the sum of all the others. */
function tallyOf(tallies: readonly RowTally[]): Readonly<Record<keyof RowTally, number>> {
  const of = (key: keyof RowTally) => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    read: of("read"),
    entries: of("entries"),
    blank: of("blank"),
    title: of("title"),
    header: of("header"),
    total: of("total"),
    note: of("note"),
    rejected: of("rejected"),
  };
}

/** Counted twice, by two paths: here from the entitlements, by `verify` from 补助明细.csv. */
function totalsOf(entitlements: readonly Entitlement[]) {
  const of = (result: Entitlement["result"]) => {
    const some = entitlements.filter((e) => e.result === result);
    return { count: some.length, yuan: toYuan(sum(some.map((e) => e.amount))) };
  };
  return { granted: of("granted"), held: of("held"), denied: of("denied") };
}

/** Groups in the order of the names given, which may repeat: the plan's order. */
function groups(entitlements: readonly Entitlement[], key: (e: Entitlement) => string, names: readonly string[]) {
  const byName = new Map<string, Entitlement[]>(names.map((name) => [name, []]));
  for (const e of entitlements) byName.get(key(e))?.push(e);
  return [...byName].map(([name, some]) => ({ name, ...totalsOf(some) }));
}
