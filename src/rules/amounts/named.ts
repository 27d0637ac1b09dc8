/** `named: 低保标准`, shorter `低保标准` inside of another amount: a declared standard, or a column that holds sums. */
import { NOUGHT } from "../../fraction.ts";
import type { DeclaredField, Standard } from "../../model/rules.ts";
import { text } from "../facts.ts";
import type { AmountKind, Pricing, Run } from "../language.ts";
import { standardOn } from "../standards.ts";
import { called, NOTHING } from "../value.ts";

export const named: AmountKind<string> = {
  schema: () => text,
  say: (name) => ({ zh: name, en: name }),
  uses: (name) => [{ use: "sum", name, at: [] }],
  grain: (name, grains) => grains.sum(name),
  prepare: (name, run) => {
    const standard = run.standard(name);
    return standard === null ? ofColumn(run.field(name)) : ofStandard(standard, run);
  },
};

function ofStandard(standard: Standard, run: Run): Pricing {
  const on = standardOn(standard, run);
  return (given) => {
    const found = on(given);
    return found === null ? NOTHING : called(standard.name, found);
  };
}

function ofColumn(field: DeclaredField): Pricing {
  return (given) => {
    const cell = given.facts.cell(field);
    return cell === null ? NOTHING : called(field.name, cell.number ?? NOUGHT);
  };
}
