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

/**
 * Looks once at all entitlements, since whom a household's programme counts depends on the others. Each person gets a
 * number, and a group is counted by marking numbers: the same people are counted in some thirty groups.
 */
export function counter(all: readonly Entitlement[]): Count {
  const isTakenOff = takenOff(all);
  const numbers = new Map<string, number>();
  const behind = new Map<Entitlement, readonly number[]>();
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    return number;
  };
  for (const e of all) {
    const keys = e.unit.kind === "person" ? [e.unit.person.key] : [...counted(e, isTakenOff)];
    behind.set(e, keys.map(numberOf));
  }
  const seenIn = new Uint32Array(numbers.size);
  let group = 0;
  return (some) => {
    group++;
    let people = 0;
    let households = 0;
    let amount = 0;
    for (const e of some) {
      if (e.unit.kind === "household") households++;
      amount += e.amount;
      for (const number of behind.get(e) ?? []) {
        if (seenIn[number] === group) continue;
        seenIn[number] = group;
        people++;
      }
    }
    return { households, people, times: some.length, amount: sum([amount as Fen]) };
  };
}

/** Whether a person holds (or may yet hold) what takes a member out of a household's programme. */
function takenOff(all: readonly Entitlement[]): (e: Entitlement, person: string) => boolean {
  const holders = new Map<string, Set<string>>();
  for (const e of all) {
    if (e.result === "denied" || e.unit.kind !== "person") continue;
    const some = holders.get(e.programme.id);
    if (some) some.add(e.unit.person.key);
    else holders.set(e.programme.id, new Set([e.unit.person.key]));
  }
  return (e, person) => e.programme.notCounted.some((id) => holders.get(id)?.has(person) === true);
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
