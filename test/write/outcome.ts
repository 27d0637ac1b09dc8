/** A small made-up season, as compute would hand it to write: two families, a man alone, a visit, a gift, a shelter. */
import { NO_CAMPAIGN } from "../../src/model/campaign.ts";
import type { Entitlement, Reason, ResultWord } from "../../src/model/entitlement.ts";
import { type Entry, type ListReading, placeOf } from "../../src/model/entry.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { Batch, Disbursement, Payee, Payment, SignatureSheet, WayOut } from "../../src/model/payment.ts";
import type { Household, Person } from "../../src/model/register.ts";
import type { Agency, Programme, Rules } from "../../src/model/rules.ts";
import { inStatedOrder } from "../../src/model/stated-order.ts";
import { whereOf } from "../../src/model/where.ts";
import { type Fen, sum } from "../../src/money.ts";
import { type Problem, problem, sortProblems } from "../../src/problem/problem.ts";
import type { Release } from "../../src/write/manifest.ts";

/** 1000 yuan in fen. */
export const yuan = (amount: number): Fen => Math.round(amount * 100) as Fen;

export const RELEASE: Release = { version: "0.1.0", rulesSha256: "ab".repeat(32) };

const civil: Agency = { id: "民政", name: "区民政局", written: ["民政"], leading: true };
const disabled: Agency = { id: "残联", name: "区残联", written: ["残联"], leading: false };

function programme(number: number, id: string, name: string, more: Partial<Programme>): Programme {
  return {
    id,
    name,
    number,
    clause: `三(一)${number}`,
    quote: "标准为每人1000元",
    agency: civil,
    payer: "区民政局",
    fund: "市、区财政(原渠道)",
    channel: "bank",
    unit: "person",
    identity: "id",
    eligible: { any: [], all: [], none: [], where: [] },
    opens: [],
    refusals: [],
    needs: [],
    notCounted: [],
    counts: "listed",
    countedWhere: [],
    amount: { kind: "flat", said: yuan(1000), steps: [] },
    inKind: null,
    meanAtMost: null,
    plan: null,
    purpose: "节日补助",
    published: null,
    ...more,
  };
}

const gift = { kind: "goods", said: "新春大礼包一份", steps: [] };

export const PROGRAMMES = {
  special: programme(1, "special-festival", "特殊对象节日补助", {}),
  general: programme(3, "general-festival", "一般对象节日补助", {
    unit: "household",
    notCounted: ["special-festival"],
  }),
  disabled: programme(17, "disabled-relief", "困难残疾人慰问", {
    agency: disabled,
    payer: "区残联",
    fund: "区残联年度预算",
    plan: { total: yuan(5_000_000), people: 13_000 },
  }),
  gift: programme(22, "gift-pack", "新春大礼包", {
    channel: "kind",
    amount: gift,
    inKind: gift.said,
    fund: "老年基金会(市、区共同筹集)",
  }),
  shelter: programme(25, "winter-shelter", "寒冬送温暖", {
    channel: "service",
    amount: { kind: "service", said: "食宿和返乡", steps: [] },
    inKind: "食宿和返乡",
    fund: "–",
  }),
  visit: programme(27, "street-visit", "街镇领导走访慰问", {
    channel: "visit",
    unit: "household",
    fund: "民政节日帮困慰问经费",
  }),
} as const;

export const RULES: Rules = {
  edition: "2023",
  title: "2023年元旦春节帮困送温暖",
  inferred: null,
  document: { number: "长社救联办〔2022〕3号", issued: "2022-12-19", text: "2023.txt" },
  period: { from: "2022-12-15", to: "2023-02-05", listedIn: "2023-01", paidBy: "2023-01-22" },
  district: "长宁区",
  streets: ["新华路街道", "江苏路街道"],
  fields: [],
  standards: [],
  days: new Map(),
  leapBirthday: null,
  funds: new Map(),
  agencies: new Map([civil, disabled].map((a) => [a.id, a])),
  categories: new Map(),
  notCategories: [],
  programmes: Object.values(PROGRAMMES),
  overlaps: [],
  ask: [],
  readings: [
    {
      number: 1,
      title: "家庭人数",
      says: "享受特殊对象节日补助的成员不计入家庭人数",
      quote: "对低保家庭（不含享受“特殊对象节日补助”人员）",
      programmes: ["special-festival", "general-festival"],
    },
  ],
  notComputed: [],
};

/** A list with its tally filled in by `entry`. */
export function list(file: string, sheet: string, agency: string): ListReading {
  return {
    file,
    sheet,
    ordinal: 1,
    of: 1,
    isBeside: false,
    rows: { first: 1, last: 3 },
    agency,
    everybody: false,
    category: "低保",
    categoryToldBy: "file",
    street: "新华路街道",
    headerRows: { first: 2, last: 2 },
    columns: [
      { letter: "A", header: "姓名", field: "name", by: "word" },
      { letter: "B", header: "公民身份号码", field: "idNumber", by: "word" },
      { letter: "C", header: "备注", field: "", by: "" },
    ],
    hasCategoryColumn: false,
    held: false,
    hiddenRows: 0,
    hiddenColumns: [],
    tally: { read: 2, entries: 0, blank: 0, title: 1, header: 1, total: 0, note: 0, rejected: 0 },
  };
}

export function entry(of: ListReading, name: string, idNumber: string, more: Partial<Entry> = {}): Entry {
  of.tally.entries++;
  of.tally.read++;
  return {
    list: of,
    row: of.tally.entries + 2,
    name,
    idNumber,
    idText: idNumber,
    idFault: null,
    idAccepted: false,
    categories: ["低保"],
    headIdNumber: "",
    headName: "",
    householdNumber: "",
    isHead: false,
    covered: null,
    residents: null,
    listed: null,
    listedText: "",
    bank: "",
    account: "",
    accountUsable: true,
    accountName: "",
    collectorName: "",
    collectorId: "",
    institution: "",
    street: "新华路街道",
    committee: "番禺居委",
    address: "番禺路1号",
    phone: "13800000000",
    bornOn: "",
    fields: new Map(),
    ...more,
  };
}

export function person(...entries: [Entry, ...Entry[]]): Person {
  const [first] = entries;
  return {
    serial: 0,
    key: first.idNumber || `${first.list.file}!${first.row}`,
    idNumber: first.idNumber,
    name: first.name,
    entries,
    names: [],
    households: [],
  };
}

export function household(number: string, head: Person, ...others: Person[]): Household {
  const members = [head, ...others];
  const made = { key: `h-${head.key}`, serial: 0, number, head, members, stated: number !== "", clashes: false };
  const whole: Household = { ...made, entries: members.flatMap((m) => m.entries) };
  for (const member of members) Object.assign(member, { households: [...member.households, whole] });
  return whole;
}

export function entitlement(
  of: Programme,
  who: Person,
  result: ResultWord,
  amount: Fen,
  more: Partial<Entitlement> = {},
): Entitlement {
  const [home] = who.households;
  if (home === undefined) throw new Error("a person lives in a household");
  const words: Record<ResultWord, Reason> = {
    granted: { code: "G1", zh: "符合条件", en: "eligible" },
    denied: { code: "N1", zh: "本次不安排", en: "not this time" },
    held: { code: "P101", zh: "没有账号", en: "no account" },
  };
  return {
    programme: of,
    unit: { kind: of.unit, key: who.key, person: who, household: home },
    result,
    heldFor: result === "held" ? "payment" : null,
    amount,
    pendingDifference: yuan(0),
    counted: 1,
    reasons: [words[result]],
    arithmetic: "",
    basis: [{ says: "类别=低保", at: null }],
    entries: who.entries,
    where: whereOf({ kind: of.unit, key: who.key, person: who, household: home }, who.entries),
    problems: [],
    inCash: false,
    payee: null,
    way: null,
    ...more,
  };
}

/** One payment a grant, batches as given: [number, payer, fund, bank, grants]. */
export function disburse(
  entitlements: readonly Entitlement[],
  batches: readonly (readonly [string, string, readonly Entitlement[]])[],
): Disbursement {
  const send = (grant: Entitlement, way: WayOut) => Object.assign(grant, { way });
  const made: Batch[] = batches.map(([number, bank, grants]) => {
    const payments = grants.map((grant, i): Payment => {
      const { payee } = grant;
      if (payee === null) throw new Error("a bank grant has a payee");
      return {
        batch: number,
        serial: i + 1,
        payee,
        amount: grant.amount,
        purpose: grant.programme.purpose,
        grants: [grant],
      };
    });
    const of = grants[0]?.programme ?? PROGRAMMES.special;
    const total = sum(payments.map((p) => p.amount));
    const batch: Batch = { number, payer: of.payer, fund: of.fund, bank, payments, total };
    for (const grant of grants) send(grant, { way: "batch", batch });
    return batch;
  });
  const sheets: SignatureSheet[] = [];
  for (const of of Object.values(PROGRAMMES)) {
    const grants = entitlements.filter((e) => e.programme === of && e.result === "granted" && isByHand(of));
    if (grants.length === 0) continue;
    const sheet = { programme: of, street: "新华路街道", grants, total: sum(grants.map((e) => e.amount)) };
    sheets.push(sheet);
    for (const grant of grants) send(grant, { way: "sheet", sheet });
  }
  for (const e of entitlements) {
    if (e.result === "granted" && e.programme.channel === "service") send(e, { way: "service" });
  }
  return { entitlements: inStatedOrder(entitlements), batches: made, sheets, transfers: [] };
}

function isByHand(of: Programme): boolean {
  return of.channel === "visit" || of.channel === "kind";
}

/** The season's people by name, so that a test can speak of them. */
export function season(): Outcome {
  const low = list("民政低保.xlsx", "低保", "民政");
  const fed = list("残联.csv", "", "残联");
  const visits = list("街道走访.xlsx", "走访", "民政");
  const zhang = person(entry(low, "张三", "310198195001010018"), entry(fed, "张三", "310198195001010018", { row: 3 }));
  const son = person(entry(low, "张小三", "31019819800101002X"));
  const li = person(entry(low, "=李四", "310198196001010034", { committee: "法华居委", phone: "" }));
  const wang = person(entry(visits, "王五", "", { committee: "", address: "新华路5号" }));
  const zhao = person(entry(visits, "赵六", "310198194001010051", { address: "新华路9号" }));
  household("D2023-001", zhang, son);
  household("", li);
  household("", wang);
  household("", zhao);
  const noAccount = problem(
    "P101",
    placeOf(low.tally.entries > 0 ? (li.entries[0] as Entry) : (zhang.entries[0] as Entry), "idNumber"),
    { name: "=李四", others: "" },
    { content: "=李四", subject: { idNumber: li.idNumber, name: li.name, otherIdNumber: "", value: "" } },
  );
  const sizes = problem(
    "D109",
    placeOf(zhang.entries[0] as Entry),
    { named: 2, declared: "3", smaller: "700.00", larger: "800.00" },
    {
      content: "3",
      also: [placeOf(son.entries[0] as Entry)],
      subject: { idNumber: zhang.idNumber, name: "张三", otherIdNumber: "", value: "2/3" },
    },
  );
  const differs = problem("J107", placeOf(zhang.entries[1] as Entry), {
    name: "张三",
    says: "区残联",
    leading: "区民政局",
    category: "重残无业",
  });
  const payee = (holder: Person, account: string): Payee => ({
    name: holder.name,
    idNumber: holder.idNumber,
    account,
    bank: "工商银行",
    institution: false,
  });
  const granted = {
    son: entitlement(PROGRAMMES.special, son, "granted", yuan(1000), {
      arithmetic: "1000.00",
      payee: payee(son, "6222020000000000001"),
    }),
    general: entitlement(PROGRAMMES.general, zhang, "granted", yuan(700), {
      arithmetic: "700.00",
      pendingDifference: yuan(100),
      problems: [sizes],
      payee: payee(zhang, "6222020000000000002"),
    }),
    disabled: entitlement(PROGRAMMES.disabled, zhang, "granted", yuan(400.5), {
      payee: payee(zhang, "6222020000000000002"),
    }),
    gift: entitlement(PROGRAMMES.gift, zhao, "granted", yuan(0)),
    shelter: entitlement(PROGRAMMES.shelter, wang, "granted", yuan(0)),
    visit: entitlement(PROGRAMMES.visit, zhao, "granted", yuan(500)),
  };
  const held = entitlement(PROGRAMMES.disabled, li, "held", yuan(300), { problems: [noAccount] });
  const denied = entitlement(PROGRAMMES.visit, wang, "denied", yuan(0));
  const entitlements = [...Object.values(granted), held, denied];
  const problems: readonly Problem[] = sortProblems([noAccount, sizes, differs]);
  const persons = [zhang, son, li, wang, zhao];
  for (const [serial, one] of persons.entries()) Object.assign(one, { serial });
  for (const [serial, home] of [...new Set(persons.flatMap((p) => p.households))].entries())
    Object.assign(home, { serial });
  return {
    rules: RULES,
    campaign: { ...NO_CAMPAIGN, street: "新华路街道" },
    inputs: [
      { name: "民政低保.xlsx", sha256: "01".repeat(32), bytes: 10, cells: 6, original: null },
      { name: "残联.csv", sha256: "02".repeat(32), bytes: 20, cells: 6, original: null },
    ],
    lists: [low, fed, visits],
    dueLists: [
      { category: "低保", programmes: ["一般对象节日补助"], state: "read", entries: 3 },
      { category: "特困供养", programmes: ["特殊对象节日补助"], state: "declared-none", entries: 0 },
    ],
    entries: persons.flatMap((p) => p.entries),
    register: { persons, households: persons.flatMap((p) => p.households) },
    disbursement: disburse(entitlements, [
      ["2023-001", "工商银行", [granted.son, granted.general]],
      ["2023-002", "工商银行", [granted.disabled]],
    ]),
    means: [],
    asks: [
      {
        pair: "general+disabled",
        programmes: [PROGRAMMES.general, PROGRAMMES.disabled],
        source: "本市另有通知",
        people: 1,
        households: 1,
        amount: yuan(1100.5),
        answer: "",
      },
    ],
    laws: [{ law: 3, what: "按资金来源 区残联年度预算 金额", left: "700.50", right: "700.50", holds: true }],
    problems,
    settled: [],
    refused: [],
  };
}
