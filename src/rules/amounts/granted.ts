/** `granted: care-allowance`: what another programme grants the unit, or its members; zero where it grants nothing. */
import { whole } from "../../fraction.ts";
import { idText } from "../facts.ts";
import type { AmountKind } from "../language.ts";
import { called, NOTHING } from "../value.ts";

export const granted: AmountKind<string> = {
  schema: () => idText,
  say: (id, words) => ({ zh: `已发的${words.programme(id)}`, en: `what ${words.programme(id)} grants` }),
  uses: (id) => [{ use: "programme", name: id, at: [] }],
  grain: () => whole(1),
  prepare: (id, run) => {
    const name = run.words.programme(id);
    return (given) => {
      const holding = given.facts.holding(id);
      return holding === null ? NOTHING : called(name, whole(holding.sum));
    };
  },
};
