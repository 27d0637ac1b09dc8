/** `holds: [care-allowance]`: the unit (or a member of it) is granted one of these programmes. */

import { z } from "zod";
import { no, YES } from "../answers.ts";
import { idText } from "../facts.ts";
import type { ConditionKind } from "../language.ts";

export const holds: ConditionKind<readonly string[]> = {
  schema: () => programmes,
  say: (ids, words) => ({
    zh: `享受${ids.map(words.programme).join("或")}`,
    en: `granted ${ids.map(words.programme).join(" or ")}`,
  }),
  uses: (ids) => programmeUses(ids),
  prepare: (ids, { words }) => {
    const names = ids.map(words.programme);
    const needed = { zh: `应当享受${names.join("或")}`, en: `should be granted ${names.join(" or ")}` };
    return ({ facts }) => {
      const holdings = ids.map((id) => facts.holding(id));
      if (holdings.some((holding) => holding?.holds)) return YES;
      return holdings.includes(null) ? null : no(needed, `没有享受${names.join("、")}`);
    };
  },
};

/** Programmes by their keys. */
export const programmes = z.array(idText).min(1);

/** What such a condition refers to. */
export function programmeUses(ids: readonly string[]) {
  return ids.map((name, i) => ({ use: "programme" as const, name, at: [i] }));
}
