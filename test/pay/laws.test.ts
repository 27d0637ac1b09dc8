/** Each law says when it is broken: a check that cannot fail is none. */
import { describe, expect, it } from "vitest";
import type { LawCheck, Outcome } from "../../src/model/outcome.ts";
import type { Disbursement } from "../../src/model/payment.ts";
import type { Fen } from "../../src/money.ts";
import { laws } from "../../src/pay/laws.ts";
import { account, idOf, list, season } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号"];
const lists = [
  list("民政 重残无业.xlsx", HEADER, [
    ["张三", idOf("19600101", 1), account(1)],
    ["李四", idOf("19600101", 2), account(2)],
  ]),
  list("街道领导走访.xlsx", HEADER, [["王五", idOf("19600101", 3), ""]]),
  list("流浪乞讨.xlsx", HEADER, [["赵六", idOf("19600101", 4), ""]]),
];

/** The laws that do not hold once something was changed behind their back. */
function broken(
  change: (outcome: Outcome) => Partial<Pick<Outcome, "lists" | "entries" | "register" | "disbursement">>,
): readonly number[] {
  const outcome = season(lists);
  const { lists: read, entries, register, disbursement } = { ...outcome, ...change(outcome) };
  const checks: readonly LawCheck[] = laws(read, entries, register, disbursement, outcome.rules);
  return [...new Set(checks.filter((c) => !c.holds).map((c) => c.law))].sort();
}

/** The disbursement with its first batch changed. */
function firstBatch(
  d: Disbursement,
  change: (batch: Disbursement["batches"][number]) => Disbursement["batches"][number],
): Disbursement {
  return { ...d, batches: d.batches.map((batch, at) => (at === 0 ? change(batch) : batch)) };
}

describe("a law is broken, and said to be, where", () => {
  it("nothing was changed: none", () => {
    expect(broken(() => ({}))).toEqual([]);
  });

  it("1: an entry is lost", () => {
    expect(broken(({ entries }) => ({ entries: entries.slice(1) }))).toContain(1);
  });

  it("1: a row is counted that nobody read", () => {
    const more = ({ lists: read }: Outcome) =>
      read.map((l, at) => (at === 0 ? { ...l, tally: { ...l.tally, read: l.tally.read + 1 } } : l));
    expect(broken((outcome) => ({ lists: more(outcome) }))).toContain(1);
  });

  it("2: an entry belongs to two persons", () => {
    const twice = ({ register }: Outcome) => ({
      ...register,
      persons: [...register.persons, ...register.persons.slice(0, 1)],
    });
    expect(broken((outcome) => ({ register: twice(outcome) }))).toContain(2);
  });

  it("2: a candidate was not decided", () => {
    expect(
      broken(({ disbursement: d }) => ({ disbursement: { ...d, entitlements: d.entitlements.slice(1) } })),
    ).toContain(2);
  });

  it("3: a grant stands in no batch", () => {
    const lost = (d: Disbursement) =>
      firstBatch(d, (b) => ({ ...b, payments: b.payments.slice(1), total: (b.total - 100_000) as Fen }));
    expect(broken(({ disbursement }) => ({ disbursement: lost(disbursement) }))).toContain(3);
  });

  it("3: a sheet is lost", () => {
    expect(broken(({ disbursement: d }) => ({ disbursement: { ...d, sheets: [] } }))).toContain(3);
  });

  it("3: a service has no way out", () => {
    const lost = ({ entitlements }: Disbursement) =>
      entitlements.map((e) => (e.way?.way === "service" ? { ...e, way: null } : e));
    expect(broken(({ disbursement: d }) => ({ disbursement: { ...d, entitlements: lost(d) } }))).toContain(3);
  });

  it("4: a batch's total is a fen off", () => {
    const off = (d: Disbursement) => firstBatch(d, (b) => ({ ...b, total: (b.total + 1) as Fen }));
    expect(broken(({ disbursement }) => ({ disbursement: off(disbursement) }))).toContain(4);
  });

  it("4: an account stands twice for one programme", () => {
    const twice = (d: Disbursement) =>
      firstBatch(d, (b) => ({ ...b, payments: [...b.payments, ...b.payments.slice(0, 1)] }));
    expect(broken(({ disbursement }) => ({ disbursement: twice(disbursement) }))).toContain(4);
  });

  it("4: a line's sum is not that of its grants", () => {
    const off = (d: Disbursement) =>
      firstBatch(d, (b) => ({
        ...b,
        payments: b.payments.map((p, at) => ({ ...p, amount: (p.amount + (at === 0 ? 1 : 0)) as Fen })),
      }));
    expect(broken(({ disbursement }) => ({ disbursement: off(disbursement) }))).toContain(4);
  });

  it("5: a unit is granted a programme twice", () => {
    const twice = (d: Disbursement) => ({ ...d, entitlements: [...d.entitlements, ...d.entitlements.slice(0, 1)] });
    expect(broken(({ disbursement }) => ({ disbursement: twice(disbursement) }))).toContain(5);
  });
});
