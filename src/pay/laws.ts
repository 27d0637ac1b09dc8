/** The laws of design.md, each from other data than what it checks: a broken one stops the run before anything is written. */
import type { Entitlement } from "../model/entitlement.ts";
import type { Entry, ListReading } from "../model/entry.ts";
import type { LawCheck } from "../model/outcome.ts";
import type { Disbursement, Payment } from "../model/payment.ts";
import type { Household, Register } from "../model/register.ts";
import type { Programme, Rules } from "../model/rules.ts";
import { add, type Fen, sum, toYuan, ZERO } from "../money.ts";
import { Serials } from "./serials.ts";

/** Checks all laws over what a run found out. */
export function laws(
  lists: readonly ListReading[],
  entries: readonly Entry[],
  register: Register,
  disbursement: Disbursement,
  rules: Rules,
): readonly LawCheck[] {
  return [
    ...rowBalance(lists, entries),
    ...everyoneDecided(entries, register, disbursement, rules),
    ...moneyBalance(disbursement),
    ...batchTotals(disbursement),
    ...paidOnce(disbursement),
  ];
}

function check(law: number, what: string, left: number | string, right: number | string): LawCheck {
  return { law, what, left: String(left), right: String(right), holds: String(left) === String(right) };
}

/** Law 1: every row read is an entry, skipped for a stated reason, or rejected. */
function rowBalance(lists: readonly ListReading[], entries: readonly Entry[]): readonly LawCheck[] {
  const perList = new Map<ListReading, number>();
  for (const entry of entries) perList.set(entry.list, (perList.get(entry.list) ?? 0) + 1);
  const rows = lists.map((list) => {
    const t = list.tally;
    const accounted = (perList.get(list) ?? 0) + t.blank + t.title + t.header + t.total + t.note + t.rejected;
    return check(1, `行数：${list.file} ${list.sheet}`.trim(), t.read, accounted);
  });
  const read = lists.reduce((n, list) => n + list.tally.read, 0);
  const accounted = lists.reduce(
    (n, { tally: t }) => n + t.entries + t.blank + t.title + t.header + t.total + t.note + t.rejected,
    0,
  );
  return [check(1, "行数：全部名单", read, accounted), ...rows.filter((row) => !row.holds)];
}

/** Law 2: every entry has one person, every candidate one entitlement. */
function everyoneDecided(
  entries: readonly Entry[],
  register: Register,
  { entitlements }: Disbursement,
  rules: Rules,
): readonly LawCheck[] {
  const owned = new Set<Entry>();
  let links = 0;
  for (const person of register.persons) {
    for (const entry of person.entries) {
      owned.add(entry);
      links++;
    }
  }
  const decided = new Map<string, number>();
  for (const e of entitlements) decided.set(e.programme.id, (decided.get(e.programme.id) ?? 0) + 1);
  // Counted again from the persons and households themselves, not from the index that found the candidates.
  const homes = statedHomes(register);
  const opened = new Map<string, readonly Programme[]>();
  for (const id of rules.categories.keys()) {
    opened.set(
      id,
      rules.programmes.filter((p) => p.opens.includes(id)),
    );
  }
  const units = new Map(rules.programmes.map((p) => [p, new Serials()]));
  for (const person of register.persons) {
    const [home] = person.households;
    for (const entry of person.entries) {
      for (const id of entry.categories) {
        for (const p of opened.get(id) ?? []) {
          const unit = p.unit === "person" ? person : (homes.get(entry) ?? home);
          if (unit !== undefined) units.get(p)?.add(unit.serial);
        }
      }
    }
  }
  const candidates = rules.programmes.map((programme) =>
    check(2, `对象与决定：${programme.name}`, units.get(programme)?.size ?? 0, decided.get(programme.id) ?? 0),
  );
  return [
    check(2, "条目归属：每条一人", entries.length, links),
    check(2, "条目归属：没有遗漏", entries.length, owned.size),
    ...candidates,
  ];
}

/** The household that a row states, for the rows of those who live in several. */
function statedHomes(register: Register): ReadonlyMap<Entry, Household> {
  const homes = new Map<Entry, Household>();
  const several = new Set(register.persons.filter((person) => person.households.length > 1));
  if (several.size === 0) return homes;
  for (const household of register.households) {
    if (!household.members.some((member) => several.has(member))) continue;
    for (const entry of household.entries) homes.set(entry, household);
  }
  return homes;
}

interface Sum {
  number: number;
  amount: number;
}

/** Law 3: what is granted goes out by exactly one way; per fund, programme and street, in money and in number. */
function moneyBalance(disbursement: Disbursement): readonly LawCheck[] {
  const { entitlements, batches, sheets, transfers } = disbursement;
  const granted = entitlements.filter((e) => e.result === "granted");
  const out: Entitlement[] = [
    ...batches.flatMap((batch) => batch.payments.flatMap((payment) => payment.grants)),
    ...sheets.flatMap((sheet) => sheet.grants),
    ...transfers.flatMap((transfer) => transfer.grants),
    ...entitlements.filter((e) => e.way?.way === "service"),
  ];
  const [left, right] = [sumsOf(granted), sumsOf(out)];
  const parts = (
    [
      ["资金来源", "funds"],
      ["项目", "programmes"],
      ["街镇", "streets"],
    ] as const
  ).flatMap(([what, by]) => {
    const names = [...new Set([...left[by].keys(), ...right[by].keys()])].sort();
    return names.flatMap((name) => {
      const [l, r] = [left[by].get(name) ?? NOTHING, right[by].get(name) ?? NOTHING];
      return [
        check(3, `发放金额，按${what}：${name}`, toYuan(l.amount as Fen), toYuan(r.amount as Fen)),
        check(3, `发放人次，按${what}：${name}`, l.number, r.number),
      ];
    });
  });
  const held = entitlements.filter((e) => e.result === "held").length;
  const denied = entitlements.filter((e) => e.result === "denied").length;
  const lines =
    batches.reduce((n, b) => n + b.total, 0) +
    sheets.reduce((n, s) => n + s.total, 0) +
    transfers.reduce((n, t) => n + t.total, 0);
  const total = granted.reduce((n, e) => n + e.amount, 0);
  return [
    check(3, "发放 + 暂缓 + 不予 = 全部", entitlements.length, granted.length + held + denied),
    check(3, "发放金额 = 批次 + 签领表 + 移送", toYuan(total as Fen), toYuan(lines as Fen)),
    ...parts,
  ];
}

const NOTHING: Sum = { number: 0, amount: 0 };

interface Sums {
  readonly funds: Map<string, Sum>;
  readonly programmes: Map<string, Sum>;
  readonly streets: Map<string, Sum>;
}

function sumsOf(entitlements: readonly Entitlement[]): Sums {
  const sums: Sums = { funds: new Map(), programmes: new Map(), streets: new Map() };
  const ofProgramme = new Map<Programme, Sum>();
  for (const { programme, where, amount } of entitlements) {
    count(ofProgramme, programme, 1, amount);
    count(sums.streets, where.street, 1, amount);
  }
  for (const [programme, { number, amount }] of ofProgramme) {
    count(sums.programmes, programme.name, number, amount);
    count(sums.funds, programme.fund, number, amount);
  }
  return sums;
}

function count<K>(sums: Map<K, Sum>, key: K, number: number, amount: number): void {
  let known = sums.get(key);
  if (known === undefined) {
    known = { number: 0, amount: 0 };
    sums.set(key, known);
  }
  known.number += number;
  known.amount += amount;
}

/** Law 4: each batch's total is that of its lines, each line's that of its grants, and no account twice for one programme. */
function batchTotals({ batches }: Disbursement): readonly LawCheck[] {
  return batches.flatMap((batch) => {
    const total = sum(batch.payments.map((p) => p.amount));
    const broken = batch.payments.filter((p) => totalOf(p) !== p.amount);
    const lines = broken.map((p) =>
      check(4, `每行合计：${batch.number} ${p.serial}`, toYuan(p.amount), toYuan(totalOf(p))),
    );
    const accounts = new Map<Programme, Set<string>>();
    let keys = 0;
    for (const { payee, grants } of batch.payments) {
      const programmes: Programme[] = [];
      for (const { programme } of grants) {
        if (programmes.includes(programme)) continue;
        programmes.push(programme);
        let seen = accounts.get(programme);
        if (seen === undefined) {
          seen = new Set();
          accounts.set(programme, seen);
        }
        seen.add(payee.account);
        keys++;
      }
    }
    const different = [...accounts.values()].reduce((n, seen) => n + seen.size, 0);
    return [
      check(4, `批次合计：${batch.number}`, toYuan(batch.total), toYuan(total)),
      check(4, `同项目同账号只一行：${batch.number}`, keys, different),
      ...lines,
    ];
  });
}

/** What the grants behind a line add up to. */
function totalOf({ grants }: Payment): Fen {
  let total = ZERO;
  for (const grant of grants) total = add(total, grant.amount);
  return total;
}

/** Law 5: no unit is granted the same programme twice. */
function paidOnce({ entitlements }: Disbursement): readonly LawCheck[] {
  const units = new Map<Programme, Serials>();
  let granted = 0;
  for (const { programme, unit, result } of entitlements) {
    if (result !== "granted") continue;
    const seen = units.get(programme) ?? new Serials();
    units.set(programme, seen);
    seen.add(unit.kind === "person" ? unit.person.serial : unit.household.serial);
    granted++;
  }
  return [
    check(
      5,
      "每个对象每个项目只发一次",
      granted,
      [...units.values()].reduce((n, seen) => n + seen.size, 0),
    ),
  ];
}
