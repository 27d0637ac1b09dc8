/** The stage from entitlements to payments: payees, holds for the payment, then batches, signature sheets, transfers. */
import type { Campaign } from "../model/campaign.ts";
import type { Entitlement } from "../model/entitlement.ts";
import { type Entry, type ListReading, placeOf } from "../model/entry.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Disbursement, Payee, SignatureSheet, Transfer, WayOut } from "../model/payment.ts";
import { fileOnly } from "../model/place.ts";
import type { Register } from "../model/register.ts";
import type { Rules } from "../model/rules.ts";
import { inStatedOrder } from "../model/stated-order.ts";
import { sum, ZERO } from "../money.ts";
import { append, type Checked, messageOf, type Problem, problem } from "../problem/problem.ts";
import { BANK_UNKNOWN, gatherAccounts } from "./accounts.ts";
import { compareGrants, makeBatches, makeSheets, type PaidGrant } from "./batches.ts";
import { findPayee } from "./payees.ts";

/** An entitlement whose way out is being found. Mutable inside this folder only. */
type Outgoing = { -readonly [K in keyof Entitlement]: Entitlement[K] };

/** Decides how each granted entitlement goes out; those without a usable account wait (held for the payment). */
export function pay(
  entitlements: readonly Entitlement[],
  register: Register,
  rules: Rules,
  words: ListWords,
  campaign: Campaign,
): Checked<Disbursement> {
  const problems: Problem[] = [];
  const outgoing: readonly Outgoing[] = inStatedOrder(entitlements).map((entitlement) => ({ ...entitlement }));
  const accounts = gatherAccounts(register, words);
  for (const grant of outgoing) {
    if (grant.programme.channel !== "bank" || grant.result === "denied") continue;
    const { payee, held, problems: told } = findPayee(grant, accounts, campaign);
    grant.payee = payee;
    if (grant.result === "held") continue;
    append(problems, told);
    holdPayment(grant, held ?? told.find((p) => p.settledBy?.verdict === "不予") ?? null);
  }
  const shared = sharedAccounts(outgoing, accounts);
  for (const grant of outgoing) {
    const names = grant.payee === null ? undefined : shared.get(grant.payee.account);
    if (names === undefined || grant.payee === null || grant.result !== "granted") continue;
    const held = sharedProblem(grant, grant.payee.account, names);
    problems.push(held);
    holdPayment(grant, held);
  }
  const disbursement = putTogether(outgoing, rules, campaign);
  return { value: disbursement, problems: [...once(problems), ...unknownBanks(disbursement)] };
}

/** Holds a grant for its payment, or denies it where a warning about its account was answered 不予; 核实结论 may deny it instead, or move it to a signature sheet of the same fund. */
function holdPayment(grant: Outgoing, held: Problem | null): void {
  if (held === null) return;
  const said = held.settledBy;
  grant.problems = grant.problems.concat(held);
  if (said === null) {
    grant.result = "held";
    grant.heldFor = "payment";
    grant.reasons = [{ code: held.code, ...messageOf(held) }];
    return;
  }
  const quote = `核实结论${said.id}=${said.verdict}${said.why === "" ? "" : `（${said.why}）`}`;
  grant.basis = grant.basis.concat({ says: quote, at: null });
  if (said.verdict === "改现金") {
    grant.inCash = true;
    return;
  }
  grant.result = "denied";
  grant.amount = ZERO;
  grant.pendingDifference = ZERO;
  grant.reasons = [{ code: "N4", zh: `不予发放：${quote}`, en: `denied by decision: ${quote}` }];
}

/** Accounts of which no row states a holder and that would go out under several people's names: account → the names. */
function sharedAccounts(
  entitlements: readonly Entitlement[],
  accounts: ReturnType<typeof gatherAccounts>,
): ReadonlyMap<string, string> {
  const holders = new Map<string, Map<string, Payee>>();
  for (const { payee, result } of entitlements) {
    if (payee === null || result !== "granted") continue;
    if ((accounts.get(payee.account)?.stated.size ?? 0) > 0) continue;
    const known = holders.get(payee.account) ?? new Map<string, Payee>();
    holders.set(payee.account, known);
    known.set(`${payee.name} ${payee.idNumber}`, payee);
  }
  const shared = [...holders].filter(([, known]) => known.size > 1);
  return new Map(shared.map(([account, known]) => [account, toldApart([...known.values()])]));
}

/** "张三、李四"; namesakes with their numbers. */
function toldApart(payees: readonly Payee[]): string {
  const times = new Map<string, number>();
  for (const { name } of payees) times.set(name, (times.get(name) ?? 0) + 1);
  const said = ({ name, idNumber }: Payee) => (times.get(name) === 1 ? name : `${name}（${idNumber || "无号码"}）`);
  return payees.map(said).join("、");
}

function sharedProblem(entitlement: Entitlement, account: string, names: string): Problem {
  const row = entitlement.entries.find((entry) => entry.account === account) ?? entitlement.entries[0];
  return problem("P104", row ? placeOf(row, "account") : fileOnly(""), { account, names }, { content: account });
}

function putTogether(entitlements: readonly Outgoing[], rules: Rules, campaign: Campaign): Disbursement {
  const isOwn = (payer: string) => campaign.ownPayers === null || campaign.ownPayers.has(payer);
  const paid: PaidGrant[] = [];
  const byHand: Outgoing[] = [];
  const away = new Map<string, Outgoing[]>();
  for (const grant of entitlements) {
    if (grant.result !== "granted") continue;
    const { payer, channel } = grant.programme;
    if (channel === "service") grant.way = SERVICE;
    else if (!isOwn(payer)) {
      const group = away.get(payer);
      if (group) group.push(grant);
      else away.set(payer, [grant]);
    } else if (channel === "bank" && !grant.inCash && grant.payee !== null) paid.push({ grant, payee: grant.payee });
    else byHand.push(grant);
  }
  const batches = makeBatches(paid, rules, campaign);
  const sheets: readonly SignatureSheet[] = makeSheets(byHand);
  const transfers: readonly Transfer[] = [...away].map(([payer, grants]) => ({
    payer,
    grants: grants.sort((a, b) => a.programme.number - b.programme.number || compareGrants(a, b)),
    total: sum(grants.map((g) => g.amount)),
  }));
  for (const batch of batches) {
    const way: WayOut = { way: "batch", batch };
    for (const payment of batch.payments) send(payment.grants, way);
  }
  for (const sheet of sheets) send(sheet.grants, { way: "sheet", sheet });
  for (const { payer, grants } of transfers) send(grants, { way: "transfer", payer });
  return { entitlements, batches, sheets, transfers };
}

const SERVICE: WayOut = { way: "service" };

/** Notes how grants go out. They were made in this stage, and nobody outside has seen them yet. */
function send(grants: readonly Entitlement[], way: WayOut): void {
  for (const grant of grants as readonly Outgoing[]) grant.way = way;
}

/** The same problem of one account, met again by another programme, is told once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((p) => {
    const key = [p.code, p.place.file, p.place.sheet, p.place.row, p.content, p.id].join("\u0000");
    return !seen.has(key) && seen.add(key);
  });
}

/** One notice for each list with grants whose bank nobody can tell, at the first row of them. */
function unknownBanks(disbursement: Disbursement): readonly Problem[] {
  const byList = new Map<ListReading, { first: Entry; rows: number }>();
  const payments = disbursement.batches.filter((b) => b.bank === BANK_UNKNOWN).flatMap((b) => b.payments);
  for (const { entries } of payments.flatMap((p) => p.grants)) {
    const [row] = entries;
    if (row === undefined) continue;
    const known = byList.get(row.list);
    if (known === undefined) byList.set(row.list, { first: row, rows: 1 });
    else {
      known.rows++;
      if (row.row < known.first.row) known.first = row;
    }
  }
  return [...byList.values()].map(({ first, rows }) => problem("P108", placeOf(first, "bank"), { rows }));
}
