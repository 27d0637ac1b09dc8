/** Rates: a number that the rules say (`130%`, `1/3`), or the name of one that the document declares by date. */
import { type Fraction, parseNumber, toRateText } from "../fraction.ts";
import { text } from "./facts.ts";
import type { Given } from "./given.ts";
import type { Run } from "./language.ts";
import { standardOn } from "./standards.ts";

/** What may be written. */
export const rateOrName = text.transform((written): Fraction | string => parseNumber(written) ?? written);

/** A rate as it is said. */
export function rateText(by: Fraction | string): string {
  return typeof by === "string" ? by : toRateText(by);
}

/** The rate that holds for a unit; null where none is in force on its day. */
export function rateOf(by: Fraction | string, run: Run): (given: Given) => Fraction | null {
  if (typeof by !== "string") return () => by;
  const standard = run.standard(by);
  return standard === null ? () => null : standardOn(standard, run);
}
