/**
 * 户数, 人数, 人次 and yuan of any group of entitlements, kept apart everywhere. Entitlements are added up once into
 * slices (one programme, street, result and channel each), and every group of the report is a union of slices: all but
 * the people add up, and people are counted by marking their numbers.
 */
import type { Entitlement, ResultWord } from "../../model/entitlement.ts";
import type { Household, Register } from "../../model/register.ts";
import type { Programme } from "../../model/rules.ts";
import { type Fen, sum } from "../../money.ts";
import { channelWord } from "../words.ts";
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

/** The entitlements of one programme in one street, with one result and one 发放方式. */
export interface Slice {
  readonly programme: Programme;
  readonly street: string;
  readonly result: ResultWord;
  readonly channel: string;
  households: number;
  times: number;
  amount: number;
  /** 待定差额. */
  pending: number;
  /** The number of each person behind each of them. */
  readonly people: number[];
}

/** The entitlements of one run, ready to be counted in any groups. */
export interface Counter {
  /** In the order in which the entitlements first come. */
  readonly slices: readonly Slice[];
  /** Counts a union of slices. */
  readonly count: (some: readonly Slice[]) => Heads;
  /** Counts entitlements that are no union of slices: a batch, those with a 待定差额. */
  readonly countOf: (some: readonly Entitlement[]) => Heads;
}

/** Adds the entitlements up, in the stated order. */
export function counter(entitlements: readonly Entitlement[], register: Register): Counter {
  const numbers = new PeopleNumbers(entitlements, register);
  const slices = slicesOf(entitlements, numbers);
  const marks = new Marks(numbers);
  const count = (some: readonly Slice[]): Heads => {
    const total = { households: 0, times: 0, amount: 0 };
    marks.begin();
    for (const slice of some) {
      total.households += slice.households;
      total.times += slice.times;
      total.amount += slice.amount;
      for (const number of slice.people) marks.mark(number);
    }
    return { ...total, people: marks.marked, amount: sum([total.amount as Fen]) };
  };
  const countOf = (some: readonly Entitlement[]): Heads => {
    const behind: number[] = [];
    let households = 0;
    marks.begin();
    for (const e of some) {
      if (e.unit.kind === "household") households++;
      behind.length = 0;
      numbers.add(e, behind);
      for (const number of behind) marks.mark(number);
    }
    return { households, people: marks.marked, times: some.length, amount: sum(some.map((e) => e.amount)) };
  };
  return { slices, count, countOf };
}

function slicesOf(entitlements: readonly Entitlement[], numbers: PeopleNumbers): readonly Slice[] {
  const byKey = new Map<string, Slice>();
  for (const e of entitlements) {
    const channel = channelWord(e);
    const key = `${e.programme.id}\u0000${e.where.street}\u0000${e.result}\u0000${channel}`;
    let slice = byKey.get(key);
    if (slice === undefined) {
      const { programme, result } = e;
      slice = { programme, street: e.where.street, result, channel, ...NOTHING, people: [] };
      byKey.set(key, slice);
    }
    if (e.unit.kind === "household") slice.households++;
    slice.times++;
    slice.amount += e.amount;
    slice.pending += e.pendingDifference;
    numbers.add(e, slice.people);
  }
  return [...byKey.values()];
}

const NOTHING = { households: 0, times: 0, amount: 0, pending: 0 } as const;

/**
 * A number for everybody behind an entitlement: a person's place in the register; those whom no row names come after,
 * each by household and turn.
 */
class PeopleNumbers {
  /** All numbers are below this one. */
  end: number;
  readonly #unnamed = new Map<Household, number[]>();
  /** Programme → serial numbers of those who hold it or may yet hold it, where a household's programme leaves them out. */
  readonly #holders = new Map<string, Set<number>>();

  /** Looks once at all of them, since whom a household's programme counts depends on the others. */
  constructor(entitlements: readonly Entitlement[], register: Register) {
    this.end = register.persons.length;
    const leftOut = new Set(entitlements.flatMap((e) => e.programme.notCounted));
    for (const id of leftOut) this.#holders.set(id, new Set());
    for (const { programme, result, unit } of entitlements) {
      if (result !== "denied" && unit.kind === "person") this.#holders.get(programme.id)?.add(unit.person.serial);
    }
  }

  /** Adds the number of everybody whom an entitlement counts. */
  add(e: Entitlement, people: number[]): void {
    const { kind, person } = e.unit;
    if (kind === "person") people.push(person.serial);
    else this.#addMembers(e, people);
  }

  #addMembers(e: Entitlement, people: number[]): void {
    const { household } = e.unit;
    let left = e.counted;
    for (const member of household.members) {
      if (left === 0) return;
      if (e.programme.notCounted.some((id) => this.#holders.get(id)?.has(member.serial) === true)) continue;
      people.push(member.serial);
      left--;
    }
    const unnamed = this.#unnamed.get(household) ?? [];
    if (left > unnamed.length) this.#unnamed.set(household, unnamed);
    while (unnamed.length < left) unnamed.push(this.end++);
    for (let i = 0; i < left; i++) people.push(unnamed[i] ?? 0);
  }
}

/** Counts different numbers, group after group, in one array. */
class Marks {
  marked = 0;
  #group = 0;
  #seenIn: Uint32Array;
  readonly #numbers: PeopleNumbers;

  constructor(numbers: PeopleNumbers) {
    this.#numbers = numbers;
    this.#seenIn = new Uint32Array(numbers.end);
  }

  begin(): void {
    this.#group++;
    this.marked = 0;
  }

  mark(number: number): void {
    if (number >= this.#seenIn.length) this.#grow();
    if (this.#seenIn[number] === this.#group) return;
    this.#seenIn[number] = this.#group;
    this.marked++;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#numbers.end);
    larger.set(this.#seenIn);
    this.#seenIn = larger;
  }
}

/** Those with one result. */
export function withResult<T extends { readonly result: ResultWord }>(
  some: readonly T[],
  result: ResultWord,
): readonly T[] {
  return some.filter((one) => one.result === result);
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
export function headCells(some: readonly Slice[], count: Counter["count"]): readonly Cell[] {
  const granted = count(withResult(some, "granted"));
  const held = count(withResult(some, "held"));
  const denied = withResult(some, "denied").reduce((n, slice) => n + slice.times, 0);
  const pending = some.reduce((n, slice) => n + slice.pending, 0);
  return [
    ...[granted.households, granted.people, granted.times, granted.amount],
    ...[held.households, held.people, held.times, held.amount],
    pending,
    denied,
  ];
}

/** Says under every such table how its numbers are to be read. */
export const HEADS_NOTE =
  "户数按户计发的项目计；人数按人去重，同一人有几个项目只计一次，因此合计不等于各行相加；人次按补助计。实物和服务只计数，不计金额。";

/** Puts things into groups by a key, in the order in which the keys first come. */
export function groupBy<T, K>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const k = key(thing);
    const some = groups.get(k);
    if (some) some.push(thing);
    else groups.set(k, [thing]);
  }
  return groups;
}
