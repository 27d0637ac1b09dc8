/** What a declared standard is on the day that counts for a unit. */
import type { Fraction } from "../fraction.ts";
import type { Standard } from "../model/rules.ts";
import type { Given } from "./given.ts";
import type { Run } from "./language.ts";

/** The standard in force on its day; null where there is none yet, or the day cannot be told: both noted. */
export function standardOn(standard: Standard, run: Run): (given: Given) => Fraction | null {
  const day = run.day(standard.on);
  const latestFirst = [...standard.from].reverse();
  return (given) => {
    const on = day(given);
    if (on === null) return null;
    const inForce = latestFirst.find((from) => from.day <= on);
    if (inForce !== undefined) return inForce.is;
    given.facts.unclear({ why: "no-standard", standard: standard.name, day: on });
    return null;
  };
}
