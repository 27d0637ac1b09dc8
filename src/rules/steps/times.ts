/** `times: 2.5`, `times: 110%`: multiplied; or by a declared rate. */
import { type Fraction, product, toDecimal } from "../../fraction.ts";
import type { StepKind } from "../language.ts";
import { rateOf, rateOrName } from "../rates.ts";
import { made, NOTHING, operand } from "../value.ts";

export const times: StepKind<Fraction | string> = {
  schema: () => rateOrName,
  say: (by) => ({ zh: `乘以 ${shown(by)}`, en: `times ${shown(by)}` }),
  uses: (by) => (typeof by === "string" ? [{ use: "rate", name: by, at: [] }] : []),
  grain: (by, before, grains) => product(before, typeof by === "string" ? grains.rate(by) : by),
  prepare: (by, run) => {
    const rate = rateOf(by, run);
    return (before, given) => {
      const factor = rate(given);
      if (factor === null) return NOTHING;
      return made([before], `${operand(before)} × ${toDecimal(factor)}`, product(before.sum, factor));
    };
  },
};

function shown(by: Fraction | string): string {
  return typeof by === "string" ? by : toDecimal(by);
}
