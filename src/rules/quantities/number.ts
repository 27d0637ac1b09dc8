/** `1.3`, `1/3`, `130%`: a number that the rules say. */
import { type Fraction, toDecimal } from "../../fraction.ts";
import { number as numberText } from "../facts.ts";
import type { QuantityKind } from "../language.ts";

export const number: QuantityKind<Fraction> = {
  schema: () => numberText,
  say: (is) => ({ zh: shown(is), en: shown(is) }),
  uses: () => [],
  grain: (is) => is,
  prepare: (is) => {
    const measure = { number: is, shown: shown(is) };
    return () => measure;
  },
};

/** A number that does not end stands as it was written: 1/3. */
function shown(is: Fraction): string {
  const decimal = toDecimal(is);
  return decimal.endsWith("…") ? `${is.n}/${is.d}` : decimal;
}
