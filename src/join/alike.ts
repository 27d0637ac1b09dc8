/**
 * When two people of one name look alike (design, "Look-alikes" and "Identity"): the same birth date, numbers that one
 * slip of the hand tells apart, or, where one of them has no number, the same telephone, address or committee.
 */
import { type Slip, slipBetween } from "../model/slip.ts";
import { meet } from "./meet.ts";
import { type Traces, whereabouts } from "./traces.ts";

/** One thing by which two people look alike. */
export type Reason =
  | { readonly by: "number"; readonly slip: Slip }
  /** What is left of a number is the beginning of the other one. */
  | { readonly by: "head"; readonly digits: number }
  | { readonly by: "born" | "phone" | "address" | "committee" };

/** Why two people of one name look alike, the strongest reason first; empty where they do not. */
export function reasonsOf(a: Traces, b: Traces): readonly Reason[] {
  const reasons: Reason[] = [];
  const slip = numberSlip(a, b);
  if (slip !== null) reasons.push({ by: "number", slip });
  const digits = slip === null ? sharedHead(a, b) : 0;
  if (digits > 0) reasons.push({ by: "head", digits });
  if (a.born.some((date) => b.born.includes(date))) reasons.push({ by: "born" });
  if (a.numbered && b.numbered) return reasons;
  const [here, there] = [whereabouts(a.persons), whereabouts(b.persons)];
  if (meet(here.phones, there.phones)) reasons.push({ by: "phone" });
  if (meet(here.addresses, there.addresses)) reasons.push({ by: "address" });
  if (sameCommittee(here.committees, there.committees)) reasons.push({ by: "committee" });
  return reasons;
}

/** The check digit follows from the others, so two numbers of 18 are compared without it. */
function numberSlip(a: Traces, b: Traces): Slip | null {
  if (a.first17 !== "" && b.first17 !== "") return slipBetween(a.first17, b.first17);
  return a.text !== "" && b.text !== "" ? slipBetween(a.text, b.text) : null;
}

/** With how many digits both numbers begin, where no more is left of one of them; 0 where they differ before. */
function sharedHead(a: Traces, b: Traces): number {
  if (a.head === "" && b.head === "") return 0;
  const [one, other] = [a.head || a.first17, b.head || b.first17];
  const digits = Math.min(one.length, other.length);
  return digits > 0 && one.slice(0, digits) === other.slice(0, digits) ? digits : 0;
}

/** A committee of the same name, in streets that are not known to differ. */
export function sameCommittee(
  a: ReadonlyMap<string, ReadonlySet<string>>,
  b: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  for (const [committee, streets] of a) {
    const others = b.get(committee);
    if (others !== undefined && (streets.has("") || others.has("") || meet(streets, others))) return true;
  }
  return false;
}
