/** Batches: payments of one payer, one fund and one bank; one line for each payee and programme. */
import type { Campaign } from "../model/campaign.ts";
import type { Entitlement } from "../model/entitlement.ts";
import type { Batch, Payee, Payment, SignatureSheet } from "../model/payment.ts";
import { compareText } from "../model/place.ts";
import type { Programme, Rules } from "../model/rules.ts";
import { add, type Fen, sum, ZERO } from "../money.ts";

/** One grant with its payee. */
export interface PaidGrant {
  readonly grant: Entitlement;
  readonly payee: Payee;
}

/** Payments of one payer, fund and bank: by programme (or all together), then by account. */
interface Group {
  readonly payer: string;
  readonly fund: string;
  readonly bank: string;
  readonly lines: Map<Programme | typeof MERGED, Map<string, Line>>;
}

const MERGED = "合并发放";

interface Line {
  payee: Payee;
  readonly grants: Entitlement[];
  amount: Fen;
}

/**
 * Puts grants into batches. Batches are numbered from 1 in the order of payer, fund and bank by the plan's order of
 * programmes; lines stand by programme, street, committee, holder and account.
 */
export function makeBatches(paid: readonly PaidGrant[], rules: Rules, campaign: Campaign): readonly Batch[] {
  const groups = new Map<string, Group>();
  for (const { grant, payee } of paid) {
    const { payer, fund } = grant.programme;
    const key = `${payer}\u0000${fund}\u0000${payee.bank}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { payer, fund, bank: payee.bank, lines: new Map() };
      groups.set(key, group);
    }
    // One line a payee and programme; with 合并发放 one line a payee.
    const of = campaign.mergesProgrammes ? MERGED : grant.programme;
    let lines = group.lines.get(of);
    if (lines === undefined) {
      lines = new Map();
      group.lines.set(of, lines);
    }
    const line = lines.get(payee.account);
    if (line === undefined) lines.set(payee.account, { payee, grants: [grant], amount: grant.amount });
    else {
      line.grants.push(grant);
      // The holder's number where any of the lists gives it.
      if (line.payee.idNumber === "") line.payee = payee;
      line.amount = add(line.amount, grant.amount);
    }
  }
  const rank = programmeRanks(rules);
  const ordered = [...groups.values()].sort(
    (a, b) =>
      rank(a.payer) - rank(b.payer) ||
      rank(a.fund) - rank(b.fund) ||
      compareText(a.fund, b.fund) ||
      compareText(a.bank, b.bank),
  );
  return ordered.map((group, at) => {
    const number = `${rules.edition}-${String(at + 1).padStart(3, "0")}`;
    const payments = [...group.lines.values()]
      .flatMap((lines) => [...lines.values()])
      .sort(compareLines)
      .map((line, index) => toPayment(line, number, index + 1));
    return {
      number,
      payer: group.payer,
      fund: group.fund,
      bank: group.bank,
      payments,
      total: sum(payments.map((p) => p.amount)),
    };
  });
}

function toPayment(line: Line, batch: string, serial: number): Payment {
  const [first] = line.grants;
  return {
    batch,
    serial,
    payee: line.payee,
    amount: line.amount,
    grants: line.grants,
    purpose: first?.programme.purpose ?? "",
  };
}

/** Payers and funds in the order in which the plan's programmes name them first. */
function programmeRanks(rules: Rules): (name: string) => number {
  const ranks = new Map<string, number>();
  for (const programme of rules.programmes) {
    for (const name of [programme.payer, programme.fund]) if (!ranks.has(name)) ranks.set(name, programme.number);
  }
  return (name) => ranks.get(name) ?? rules.programmes.length;
}

/** By programme, street, committee, holder and account. */
function compareLines(a: Line, b: Line): number {
  const [first, second] = [a.grants[0], b.grants[0]];
  if (first === undefined || second === undefined) throw new Error("a line is made of at least one grant");
  return (
    first.programme.number - second.programme.number ||
    compareText(first.where.street, second.where.street) ||
    compareText(first.where.committee, second.where.committee) ||
    compareText(a.payee.name, b.payee.name) ||
    compareText(a.payee.account, b.payee.account)
  );
}

/** Signature sheets: cash and goods of one programme in one street, by committee and name. */
export function makeSheets(grants: readonly Entitlement[]): readonly SignatureSheet[] {
  const groups = new Map<string, { street: string; grants: Entitlement[] }>();
  for (const grant of grants) {
    const { street } = grant.where;
    const key = `${String(grant.programme.number).padStart(4, "0")}\u0000${street}`;
    const group = groups.get(key) ?? { street, grants: [] };
    groups.set(key, group);
    group.grants.push(grant);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, group]) => {
      const [first] = group.grants;
      if (first === undefined) return [];
      const total = group.grants.reduce((so, grant) => add(so, grant.amount), ZERO);
      return [{ programme: first.programme, street: group.street, grants: group.grants.sort(compareGrants), total }];
    });
}

/** The order of people on a sheet: committee, name, ID number, row. */
export function compareGrants(a: Entitlement, b: Entitlement): number {
  return (
    compareText(a.where.committee, b.where.committee) ||
    compareText(a.unit.person.name, b.unit.person.name) ||
    compareText(a.unit.key, b.unit.key)
  );
}
