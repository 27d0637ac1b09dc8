/** Sums on their way: how a value is made of others, with the steps that led to it. */
import { type Fraction, NOUGHT, toYuanText } from "../fraction.ts";
import type { Value } from "./language.ts";

/** A sum that stands by itself. */
export function plain(sum: Fraction): Value {
  return { sum, shown: toYuanText(sum), steps: [] };
}

/** No money: goods, services, and sums that nothing gives. */
export const NOTHING: Value = { sum: NOUGHT, shown: "", steps: [] };

/** A sum with a name, as it stands in a longer sum: "低保标准 1160.00". */
export function called(name: string, sum: Fraction): Value {
  return { sum, shown: `${name} ${toYuanText(sum)}`, steps: [] };
}

/** What comes of others: their steps, then its own: "3300.00 − 2100.00 = 1200.00". */
export function made(from: readonly Value[], how: string, sum: Fraction): Value {
  const shown = toYuanText(sum);
  return { sum, shown, steps: [...from.flatMap((value) => value.steps), `${how} = ${shown}`] };
}

/** 算式: the steps, or the sum where there are none. */
export function arithmeticOf({ steps, shown }: Value): string {
  return steps.length > 0 ? steps.join("；") : shown;
}

/** How a value stands in a longer sum; nothing stands as zero. */
export function operand({ shown }: Value): string {
  return shown === "" ? toYuanText(NOUGHT) : shown;
}
