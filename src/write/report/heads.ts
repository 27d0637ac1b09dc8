/** 户数, 人数, 人次 and yuan of any group of entitlements, kept apart everywhere. */
import type { Entitlement, ResultWord } from "../../model/entitlement.ts";
import { type Fen, sum } from "../../money.ts";
import type { Cell, Column } from "../workbook/table.ts";

/** What a group adds up to. */
export interface Heads {
  /** 户数: entitlements of households. */
  readonly households: number;
  /** 人数: distinct persons behind them, each once however many programmes. */
  readonly people: number;
  /** 人次: entitlements. */
  readonly times: number;
  readonly amount: Fen;
}

/** Counts groups of the entitlements of one run. */
export type Count = (some: readonly Entitlement[]) => Heads;

/** Looks once at all entitlements, since whom a household's programme counts depends on the others. */
export function counter(all: readonly Entitlement[]): Count {
  const notDenied = new Map<string, Set<string>>();
  for (const e of all) {
    if (e.result === "denied" || e.unit.kind !== "person") continue;
    const holders = notDenied.get(e.programme.id) ?? new Set();
    notDenied.set(e.programme.id, holders.add(e.unit.person.key));
  }
  const isTakenOff = (e: Entitlement, person: string) =>
    e.programme.notCounted.some((id) => notDenied.get(id)?.has(person) === true);
  return (some) => {
    const people = new Set<string>();
    let households = 0;
    for (const e of some) {
      if (e.unit.kind === "person") people.add(e.unit.person.key);
      else {
        households++;
        for (const key of counted(e, isTakenOff)) people.add(key);
      }
    }
    return { households, people: people.size, times: some.length, amount: sum(some.map((e) => e.amount)) };
  };
}

/** The counted members by their keys; those whom no row names by the household's key and a number. */
function* counted(e: Entitlement, isTakenOff: (e: Entitlement, person: string) => boolean): Iterable<string> {
  const { household } = e.unit;
  let left = e.counted;
  for (const { key } of household.members) {
    if (left === 0) return;
    if (isTakenOff(e, key)) continue;
    left--;
    yield key;
  }
  for (; left > 0; left--) yield `${household.key}\u0000${left}`;
}

/** The entitlements with one result. */
export function withResult(some: readonly Entitlement[], result: ResultWord): readonly Entitlement[] {
  return some.filter((e) => e.result === result);
}

/** Columns that stand behind the name of every group, in all tables of the report. */
export const HEAD_COLUMNS: readonly Column[] = [
  { title: "发放户数", kind: "count", width: 9 },
  { title: "发放人数", kind: "count", width: 9 },
  { title: "发放人次", kind: "count", width: 9 },
  { title: "发放金额(元)", kind: "yuan", width: 16 },
  { title: "暂缓户数", kind: "count", width: 9 },
  { title: "暂缓人数", kind: "count", width: 9 },
  { title: "暂缓人次", kind: "count", width: 9 },
  { title: "暂缓金额(元)", kind: "yuan", width: 15 },
  { title: "待定差额(元)", kind: "yuan", width: 13 },
  { title: "不予发放人次", kind: "count", width: 9 },
];

/** The cells of `HEAD_COLUMNS`. */
export function headCells(some: readonly Entitlement[], count: Count): readonly Cell[] {
  const granted = count(withResult(some, "granted"));
  const held = count(withResult(some, "held"));
  const pending = sum(some.map((e) => e.pendingDifference));
  return [
    ...[granted.households, granted.people, granted.times, granted.amount],
    ...[held.households, held.people, held.times, held.amount],
    pending,
    withResult(some, "denied").length,
  ];
}

/** Says under every such table how its numbers are to be read. */
export const HEADS_NOTE =
  "户数按户计发的项目计；人数按人去重，同一人有几个项目只计一次，因此合计不等于各行相加；人次按补助计。实物和服务只计数，不计金额。";

/** Puts things into groups by a key, in the order in which the keys first come. */
export function groupBy<T>(things: Iterable<T>, key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const k = key(thing);
    const some = groups.get(k);
    if (some) some.push(thing);
    else groups.set(k, [thing]);
  }
  return groups;
}
