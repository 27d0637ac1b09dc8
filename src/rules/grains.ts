/** The grain of amounts: of what every result is a whole multiple. Where that is no whole fen, a rounding must be said. */
import { commonGrain, type Fraction, NOUGHT, whole } from "../fraction.ts";
import type { Amount, DeclaredField, Standard } from "../model/rules.ts";
import { grainOf } from "./fields.ts";
import type { Grains } from "./language.ts";
import { amountKind, quantityKind, stepKind } from "./reach.ts";

/** Grains in an edition. A name that there is not has the grain of a fen: that it is missing is told elsewhere. */
export function grainsOf(fields: readonly DeclaredField[], standards: readonly Standard[]): Grains {
  const columns = new Map(fields.map((field) => [field.name, field]));
  const declared = new Map(standards.map((standard) => [standard.name, standard]));
  const ofStandard = (name: string) =>
    declared
      .get(name)
      ?.from.map((from) => from.is)
      .reduce(commonGrain, NOUGHT);
  const ofColumn = (name: string) => {
    const column = columns.get(name);
    return column === undefined ? undefined : grainOf(column);
  };
  const grains: Grains = {
    amount: (amount) => grainOfAmount(amount, grains),
    quantity: (quantity) => quantityKind(quantity).grain(quantity.said, grains),
    sum: (name) => ofStandard(name) ?? ofColumn(name) ?? whole(1),
    field: (name) => ofColumn(name) ?? whole(1),
    rate: (name) => ofStandard(name) ?? whole(1),
  };
  return grains;
}

function grainOfAmount(amount: Amount, grains: Grains): Fraction {
  let grain = amountKind(amount).grain(amount.said, grains);
  for (const step of amount.steps) {
    const after = stepKind(step).grain(step.said, grain, grains);
    // A step that is not always done leaves some results as they were.
    grain = step.where.length === 0 ? after : commonGrain(grain, after);
  }
  return grain;
}
