/** Batches: payments of one payer, one fund and one bank; one line for each payee and programme. */
import type { Campaign } from "../model/campaign.ts";
import type { Entitlement } from "../model/entitlement.ts";
import type { Batch, Payee, Payment, SignatureSheet } from "../model/payment.ts";
import { compareText } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { whereOf } from "../model/where.ts";
import { add, type Fen, sum, ZERO } from "../money.ts";

/** One grant with its payee. */
export interface PaidGrant {
  readonly grant: Entitlement;
  readonly payee: Payee;
}

interface Line {
  readonly payee: Payee;
  readonly grants: Entitlement[];
  amount: Fen;
}

/**
 * Puts grants into batches. Batches are numbered from 1 in the order of payer, fund and bank by the plan's order of
 * programmes; lines stand by programme, street, committee, holder and account.
 */
export function makeBatches(paid: readonly PaidGrant[], rules: Rules, campaign: Campaign): readonly Batch[] {
  const groups = new Map<string, { payer: string; fund: string; bank: string; lines: Map<string, Line> }>();
  for (const { grant, payee } of paid) {
    const { payer, fund } = grant.programme;
    const key = [payer, fund, payee.bank].join("\u0000");
    const group = groups.get(key) ?? { payer, fund, bank: payee.bank, lines: new Map<string, Line>() };
    groups.set(key, group);
    const lineKey = campaign.mergesProgrammes ? payee.account : `${payee.account}\u0000${grant.programme.id}`;
    const line = group.lines.get(lineKey);
    if (line) {
      line.grants.push(grant);
      line.amount = add(line.amount, grant.amount);
    } else group.lines.set(lineKey, { payee, grants: [grant], amount: grant.amount });
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
    const payments = sortedBy(group.lines.values(), orderOf).map((line, index) => toPayment(line, number, index + 1));
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

/** By programme, street, committee, holder and account; parts joined by U+0000, which no cleaned text holds. */
function orderOf({ grants, payee }: Line): string {
  const [grant] = grants;
  if (grant === undefined) throw new Error("a line is made of at least one grant");
  const { street, committee } = whereOf(grant.unit, grant.entries);
  return [String(grant.programme.number).padStart(4, "0"), street, committee, payee.name, payee.account].join("\u0000");
}

/** Sorted by a key that is made once for each. */
function sortedBy<T>(values: Iterable<T>, keyOf: (value: T) => string): readonly T[] {
  const keyed = Array.from(values, (value) => ({ value, key: keyOf(value) }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ value }) => value);
}

/** Signature sheets: cash and goods of one programme in one street, by committee and name. */
export function makeSheets(grants: readonly Entitlement[]): readonly SignatureSheet[] {
  const groups = new Map<string, { street: string; grants: Entitlement[] }>();
  for (const grant of grants) {
    const { street } = whereOf(grant.unit, grant.entries);
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
  const [wa, wb] = [whereOf(a.unit, a.entries), whereOf(b.unit, b.entries)];
  return (
    compareText(wa.committee, wb.committee) ||
    compareText(a.unit.person.name, b.unit.person.name) ||
    compareText(a.unit.key, b.unit.key)
  );
}
