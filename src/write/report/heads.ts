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

/** An entitlement with the people behind it, each known by a number. */
export interface Counted {
  readonly e: Entitlement;
  readonly people: readonly number[];
}

/** Counts a group. */
export type Count = (some: readonly Counted[]) => Heads;

/** The entitlements of one run, ready to be counted in any groups. */
export interface Counter {
  readonly all: readonly Counted[];
  readonly count: Count;
}

/**
 * Looks once at all entitlements, since whom a household's programme counts depends on the others. Each person gets a
 * number, and a group is counted by marking numbers: the same people are counted in some twenty groups.
 */
export function counter(entitlements: readonly Entitlement[]): Counter {
  const isTakenOff = takenOff(entitlements);
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    return number;
  };
  const all = entitlements.map((e) => ({ e, people: Array.from(peopleBehind(e, isTakenOff), numberOf) }));
  const seenIn = new Uint32Array(numbers.size);
  let group = 0;
  const count: Count = (some) => {
    group++;
    let people = 0;
    let households = 0;
    let amount = 0;
    for (const { e, people: behind } of some) {
      if (e.unit.kind === "household") households++;
      amount += e.amount;
      for (const number of behind) {
        if (seenIn[number] === group) continue;
        seenIn[number] = group;
        people++;
      }
    }
    return { households, people, times: some.length, amount: sum([amount as Fen]) };
  };
  return { all, count };
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
function peopleBehind(e: Entitlement, isTakenOff: (e: Entitlement, person: string) => boolean): readonly string[] {
  const { kind, person, household } = e.unit;
  if (kind === "person") return [person.key];
  const named = household.members.filter((member) => !isTakenOff(e, member.key)).slice(0, e.counted);
  const unnamed = Array.from({ length: e.counted - named.length }, (_, i) => `${household.key}\u0000${i}`);
  return [...named.map((member) => member.key), ...unnamed];
}

/** The entitlements with one result. */
export function withResult(some: readonly Counted[], result: ResultWord): readonly Counted[] {
  return some.filter(({ e }) => e.result === result);
}

/** Columns that stand behind the name of every group, in all tables of the report. */
export const HEAD_COLUMNS: readonly Column[] = [
  { title: "发放户数", kind: "count", width: 7.5 },
  { title: "发放人数", kind: "count", width: 7.5 },
  { title: "发放人次", kind: "count", width: 7.5 },
  { title: "发放金额(元)", kind: "yuan", width: 15 },
  { title: "暂缓户数", kind: "count", width: 7.5 },
  { title: "暂缓人数", kind: "count", width: 7.5 },
  { title: "暂缓人次", kind: "count", width: 7.5 },
  { title: "暂缓金额(元)", kind: "yuan", width: 13 },
  { title: "待定差额(元)", kind: "yuan", width: 12 },
  { title: "不予发放人次", kind: "count", width: 7.5 },
];

/** The cells of `HEAD_COLUMNS`. */
export function headCells(some: readonly Counted[], count: Count): readonly Cell[] {
  const results: Record<ResultWord, Counted[]> = { granted: [], held: [], denied: [] };
  let pending = 0;
  for (const counted of some) {
    results[counted.e.result].push(counted);
    pending += counted.e.pendingDifference;
  }
  const granted = count(results.granted);
  const held = count(results.held);
  return [
    ...[granted.households, granted.people, granted.times, granted.amount],
    ...[held.households, held.people, held.times, held.amount],
    pending,
    results.denied.length,
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
