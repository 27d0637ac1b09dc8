/** The name of a column that holds numbers: 亩数, 月数. Each has its unit, its decimals and its bounds under `fields`. */
import { NOUGHT, toDecimal } from "../../fraction.ts";
import { text } from "../facts.ts";
import type { QuantityKind } from "../language.ts";

export const field: QuantityKind<string> = {
  schema: () => text,
  say: (name) => ({ zh: name, en: name }),
  uses: (name) => [{ use: "field", name, kinds: ["number"], at: [] }],
  grain: (name, grains) => grains.field(name),
  prepare: (name, run) => {
    const column = run.field(name);
    return (given) => {
      const number = given.facts.cell(column)?.number ?? NOUGHT;
      return { number, shown: `${toDecimal(number)} ${column.unit}` };
    };
  },
};
