/** `holds-none: [care-allowance]`: neither the unit nor a member of it is granted any of these programmes. */
import { no, YES } from "../answers.ts";
import type { ConditionKind } from "../language.ts";
import { programmes, programmeUses } from "./holds.ts";

export const holdsNone: ConditionKind<readonly string[]> = {
  schema: () => programmes,
  say: (ids, words) => ({
    zh: `没有享受${ids.map(words.programme).join("、")}`,
    en: `granted none of ${ids.map(words.programme).join(", ")}`,
  }),
  uses: (ids) => programmeUses(ids),
  prepare: (ids, { words }) => {
    const names = ids.map(words.programme);
    const needed = { zh: `不得已享受${names.join("、")}`, en: `must not hold ${names.join(", ")}` };
    return ({ facts }) => {
      const holdings = ids.map((id) => ({ name: words.programme(id), holding: facts.holding(id) }));
      const held = holdings.find(({ holding }) => holding?.holds);
      if (held !== undefined) return no(needed, `已享受${held.name}`);
      return holdings.some(({ holding }) => holding === null) ? null : YES;
    };
  },
};
