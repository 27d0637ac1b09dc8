/** The stage from entitlements to payments: payees, holds for the payment, then batches, signature sheets, transfers. */
import type { Campaign } from "../model/campaign.ts";
import type { Entitlement } from "../model/entitlement.ts";
import { placeOf } from "../model/entry.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Disbursement, Payee, SignatureSheet, Transfer, WayOut } from "../model/payment.ts";
import { fileOnly } from "../model/place.ts";
import type { Register } from "../model/register.ts";
import type { Rules } from "../model/rules.ts";
import { sum, ZERO } from "../money.ts";
import { type Checked, messageOf, type Problem, problem } from "../problem/problem.ts";
import { BANK_UNKNOWN, gatherAccounts } from "./accounts.ts";
import { compareGrants, makeBatches, makeSheets, type PaidGrant } from "./batches.ts";
import { findPayee } from "./payees.ts";

/** Decides how each granted entitlement goes out; those without a usable account wait (held for the payment). */
export function pay(
  entitlements: readonly Entitlement[],
  register: Register,
  rules: Rules,
  words: ListWords,
  campaign: Campaign,
): Checked<Disbursement> {
  const problems: Problem[] = [];
  const payees = new Map<Entitlement, Payee>();
  const accounts = gatherAccounts(register, words);
  const found = entitlements.map((entitlement) => {
    if (entitlement.programme.channel !== "bank" || entitlement.result === "denied") return entitlement;
    const { payee, held, problems: told } = findPayee(entitlement, accounts, campaign);
    if (entitlement.result === "held") {
      if (payee) payees.set(entitlement, payee);
      return entitlement;
    }
    for (const p of told) problems.push(p);
    const refused = told.find((p) => p.settledBy?.verdict === "不予");
    const settled = holdPayment(entitlement, held ?? refused ?? null);
    if (payee) payees.set(settled, payee);
    return settled;
  });
  const shared = sharedAccounts(found, payees, accounts);
  const final = found.map((entitlement) => {
    const payee = payees.get(entitlement);
    if (payee === undefined || entitlement.result !== "granted" || !shared.has(payee.account)) return entitlement;
    const held = sharedProblem(entitlement, payee.account, shared.get(payee.account) ?? "");
    problems.push(held);
    const waiting = holdPayment(entitlement, held);
    payees.set(waiting, payee);
    return waiting;
  });
  const disbursement = putTogether(final, payees, rules, campaign);
  return { value: disbursement, problems: [...once(problems), ...unknownBanks(disbursement)] };
}

/** Holds a grant for its payment, or denies it where a warning about its account was answered 不予; 核实结论 may deny it instead, or move it to a signature sheet of the same fund. */
function holdPayment(entitlement: Entitlement, held: Problem | null): Entitlement {
  if (held === null) return entitlement;
  const said = held.settledBy;
  const problems = [...entitlement.problems, held];
  if (said === null) {
    return {
      ...entitlement,
      problems,
      result: "held",
      heldFor: "payment",
      reasons: [{ code: held.code, ...messageOf(held) }],
    };
  }
  const quote = `核实结论${said.id}=${said.verdict}${said.why === "" ? "" : `（${said.why}）`}`;
  const basis = [...entitlement.basis, quote];
  if (said.verdict === "改现金") return { ...entitlement, problems, basis, inCash: true };
  const reason = { code: "N4", zh: `不予发放：${quote}`, en: `denied by decision: ${quote}` };
  return {
    ...entitlement,
    problems,
    basis,
    result: "denied",
    amount: ZERO,
    pendingDifference: ZERO,
    reasons: [reason],
  };
}

/** Accounts of which no row states a holder and that would go out under several people's names: account → the names. */
function sharedAccounts(
  entitlements: readonly Entitlement[],
  payees: ReadonlyMap<Entitlement, Payee>,
  accounts: ReturnType<typeof gatherAccounts>,
): ReadonlyMap<string, string> {
  const holders = new Map<string, Map<string, string>>();
  for (const entitlement of entitlements) {
    const payee = payees.get(entitlement);
    if (payee === undefined || entitlement.result !== "granted") continue;
    if ((accounts.get(payee.account)?.stated.size ?? 0) > 0) continue;
    const known = holders.get(payee.account) ?? new Map<string, string>();
    holders.set(payee.account, known);
    known.set(`${payee.name} ${payee.idNumber}`, payee.name);
  }
  const shared = [...holders].filter(([, known]) => known.size > 1);
  return new Map(shared.map(([account, known]) => [account, [...known.values()].join("、")]));
}

function sharedProblem(entitlement: Entitlement, account: string, names: string): Problem {
  const row = entitlement.entries.find((entry) => entry.account === account) ?? entitlement.entries[0];
  return problem("P104", row ? placeOf(row, "account") : fileOnly(""), { account, names }, { content: account });
}

function putTogether(
  entitlements: readonly Entitlement[],
  payees: ReadonlyMap<Entitlement, Payee>,
  rules: Rules,
  campaign: Campaign,
): Disbursement {
  const granted = entitlements.filter((e) => e.result === "granted");
  const isOwn = (e: Entitlement) => campaign.ownPayers === null || campaign.ownPayers.has(e.programme.payer);
  const ways = new Map<Entitlement, WayOut>();
  const paid: PaidGrant[] = [];
  const byHand: Entitlement[] = [];
  const away = new Map<string, Entitlement[]>();
  for (const grant of granted) {
    const payee = payees.get(grant);
    if (grant.programme.channel === "service") ways.set(grant, { way: "service" });
    else if (!isOwn(grant)) {
      const { payer } = grant.programme;
      ways.set(grant, { way: "transfer", payer });
      const group = away.get(payer);
      if (group) group.push(grant);
      else away.set(payer, [grant]);
    } else if (grant.programme.channel === "bank" && !grant.inCash && payee) paid.push({ grant, payee });
    else byHand.push(grant);
  }
  const batches = makeBatches(paid, rules, campaign);
  for (const batch of batches)
    for (const payment of batch.payments)
      for (const grant of payment.grants) ways.set(grant, { way: "batch", payment });
  const sheets: readonly SignatureSheet[] = makeSheets(byHand);
  for (const sheet of sheets) for (const grant of sheet.grants) ways.set(grant, { way: "sheet", sheet });
  const transfers: readonly Transfer[] = [...away].map(([payer, grants]) => ({
    payer,
    grants: grants.sort((a, b) => a.programme.number - b.programme.number || compareGrants(a, b)),
    total: sum(grants.map((g) => g.amount)),
  }));
  return { entitlements, batches, sheets, transfers, ways, payees };
}

/** The same problem of one account, met again by another programme, is told once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((p) => {
    const key = [p.code, p.place.file, p.place.sheet, p.place.row, p.content, p.id].join("\u0000");
    return !seen.has(key) && seen.add(key);
  });
}

function unknownBanks(disbursement: Disbursement): readonly Problem[] {
  const rows = disbursement.batches
    .filter((b) => b.bank === BANK_UNKNOWN)
    .reduce((n, batch) => n + batch.payments.length, 0);
  return rows === 0 ? [] : [problem("P108", fileOnly(""), { rows })];
}
