/**
 * Finds the pairs that may look alike among people of one name without comparing everybody with everybody: only those
 * who share a key are looked at. A million people of whom thousands are 王伟 then take as many steps as they are rows.
 *
 * Of two numbers with one slip between them either the birth dates agree (the slip is elsewhere), or area and sequence
 * do (it is in the date), or two neighbours changed places across a border of the three. Only people who agree in area
 * and sequence are looked at digit by digit.
 */
import { swappedAt } from "../model/slip.ts";
import { type Traces, whereabouts } from "./traces.ts";

/** More people than can be told in pairs share one trace: told together. */
export interface Crowd {
  readonly by: "born" | "phone" | "address" | "committee" | "number";
  readonly traces: readonly Traces[];
}

/**
 * So many of one name and birth date are told in pairs; in a city of a million some five share name and day. Above
 * that it is a placeholder (1900-01-01), and pairs would grow with the square.
 */
export const MOST_BORN = 60;

/** So many of one name at one telephone, address or committee, some without a number; above that the name is a placeholder (无名氏). */
export const MOST_AT_ONE_PLACE = 10;

/** A pair that shares a key; it may be visited more than once, in either order. */
export type Visit = (a: Traces, b: Traces) => void;

/** Visits every pair of one name that may look alike, and gives the crowds whose pairs it leaves out. */
export function visitCandidates(group: readonly Traces[], visit: Visit): readonly Crowd[] {
  const crowds: Crowd[] = [];
  byBirth(group, visit, crowds);
  bySlipInBirth(group, visit);
  bySwapAcrossBorders(group, visit);
  byOddText(group, visit);
  if (group.some((traces) => !traces.numbered)) byPlace(group, visit, crowds);
  return crowds;
}

/** Key → those who have it. */
class Buckets {
  readonly #map = new Map<string, Traces[]>();

  add(key: string, traces: Traces): void {
    const bucket = this.#map.get(key);
    if (bucket) bucket.push(traces);
    else this.#map.set(key, [traces]);
  }

  get(key: string): readonly Traces[] {
    return this.#map.get(key) ?? NOBODY;
  }

  shared(): readonly (readonly Traces[])[] {
    return [...this.#map.values()].filter((bucket) => bucket.length > 1);
  }
}

const NOBODY: readonly Traces[] = [];

/** Buckets are small by what their keys are made of, or by the limits above: one position of a number has few characters. */
function everyPair(bucket: readonly Traces[], visit: Visit): void {
  bucket.forEach((b, at) => {
    for (const a of bucket.slice(0, at)) visit(a, b);
  });
}

function withAll(one: Traces, others: readonly Traces[], visit: Visit): void {
  for (const other of others) if (other !== one) visit(one, other);
}

/** Where the parts of a number end: area 0–5, birth date 6–13, sequence 14–16. */
const [BIRTH, SEQUENCE] = [6, 14];

function byBirth(group: readonly Traces[], visit: Visit, crowds: Crowd[]): void {
  const buckets = new Buckets();
  for (const traces of group) {
    for (const date of traces.born) buckets.add(date, traces);
    const digits = traces.first17.slice(BIRTH, SEQUENCE);
    // Digits that are no day are no birth date, but two numbers may have them in common and differ elsewhere.
    if (digits !== "" && !traces.born.includes(digits)) buckets.add(digits, traces);
  }
  for (const bucket of buckets.shared()) {
    if (bucket.length > MOST_BORN) crowds.push({ by: "born", traces: bucket });
    else everyPair(bucket, visit);
  }
}

function bySlipInBirth(group: readonly Traces[], visit: Visit): void {
  const buckets = new Buckets();
  for (const traces of group) {
    const { first17 } = traces;
    if (first17 !== "") buckets.add(first17.slice(0, BIRTH) + first17.slice(SEQUENCE), traces);
  }
  for (const bucket of buckets.shared()) {
    oneSlip(
      bucket.map((traces) => [traces.first17.slice(BIRTH, SEQUENCE), traces]),
      visit,
    );
  }
}

/** Visits those whose texts of one length differ in one character or by two neighbours changed about. */
function oneSlip(bucket: readonly (readonly [string, Traces])[], visit: Visit): void {
  const exact = new Buckets();
  const holed = new Buckets();
  for (const [text, traces] of bucket) {
    exact.add(text, traces);
    for (let at = 0; at < text.length; at++) {
      holed.add(`${text.slice(0, at)}\u0000${text.slice(at + 1)}`, traces);
      if (at + 1 < text.length) withAll(traces, exact.get(swappedAt(text, at)), visit);
    }
  }
  for (const alike of holed.shared()) everyPair(alike, visit);
}

function bySwapAcrossBorders(group: readonly Traces[], visit: Visit): void {
  const exact = new Buckets();
  for (const traces of group) {
    const { first17 } = traces;
    if (first17 === "") continue;
    exact.add(first17, traces);
    for (const at of [BIRTH - 1, SEQUENCE - 1]) withAll(traces, exact.get(swappedAt(first17, at)), visit);
  }
}

/** The characters that a number on a card may have. */
const CARD_CHARACTERS = "0123456789X";

/** Malformed numbers and those of other documents, with each other and with whole numbers: few, so each slip is tried. */
function byOddText(group: readonly Traces[], visit: Visit): void {
  const odd = group.filter((traces) => traces.first17 === "" && traces.text !== "");
  if (odd.length === 0) return;
  const exact = new Buckets();
  for (const traces of group) if (traces.text !== "") exact.add(traces.text, traces);
  for (const traces of odd) for (const text of oneSlipFrom(traces.text)) withAll(traces, exact.get(text), visit);
  const byLength = new Map<number, (readonly [string, Traces])[]>();
  for (const traces of odd) {
    const same = byLength.get(traces.text.length) ?? [];
    same.push([traces.text, traces]);
    byLength.set(traces.text.length, same);
  }
  for (const same of byLength.values()) if (same.length > 1) oneSlip(same, visit);
}

const CARD_LENGTH = 18;

/** What one slip makes of a text: numbers as cards have them, and texts that are one character shorter. */
function* oneSlipFrom(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1);
  for (let at = 0; at + 1 < text.length; at++) yield swappedAt(text, at);
  if (text.length === CARD_LENGTH) {
    for (let at = 0; at < text.length; at++)
      for (const character of CARD_CHARACTERS) yield text.slice(0, at) + character + text.slice(at + 1);
  }
  if (text.length + 1 === CARD_LENGTH) {
    for (let at = 0; at <= text.length; at++)
      for (const character of CARD_CHARACTERS) yield text.slice(0, at) + character + text.slice(at);
  }
}

function byPlace(group: readonly Traces[], visit: Visit, crowds: Crowd[]): void {
  const [phones, addresses, committees, anyStreet] = [new Buckets(), new Buckets(), new Buckets(), new Buckets()];
  const withoutStreet = new Set<string>();
  for (const traces of group) {
    const found = whereabouts(traces.persons);
    for (const phone of found.phones) phones.add(phone, traces);
    for (const address of found.addresses) addresses.add(address, traces);
    for (const [committee, streets] of found.committees) {
      anyStreet.add(committee, traces);
      for (const street of streets) {
        if (street === "") withoutStreet.add(committee);
        else committees.add(`${street}\u0000${committee}`, traces);
      }
    }
  }
  const look = (by: Crowd["by"], buckets: readonly (readonly Traces[])[]) => {
    for (const bucket of buckets) {
      if (bucket.every((traces) => traces.numbered)) continue;
      if (bucket.length > MOST_AT_ONE_PLACE) crowds.push({ by, traces: bucket });
      else everyPair(bucket, visit);
    }
  };
  look("phone", phones.shared());
  look("address", addresses.shared());
  look("committee", committees.shared());
  // A row that names no street may mean the committee of that name in any of them.
  look(
    "committee",
    [...withoutStreet].map((committee) => anyStreet.get(committee)),
  );
}
