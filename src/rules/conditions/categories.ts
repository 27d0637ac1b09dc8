/** `categories: { any: [低保], none: [特困供养] }`: what lists say the unit is, among other conditions. */
import type { Who } from "../../model/rules.ts";
import type { ConditionKind } from "../language.ts";

export const categories: ConditionKind<Who> = {
  schema: ({ who }) => who,
  say: (who, words) => words.who(who),
  uses: (who) => [{ use: "who", who, at: [] }],
  prepare: (who, run) => run.who(who),
};
