/** `either: [<condition>, <condition>]`: one of them is enough. */
import type { Condition } from "../../model/rules.ts";
import { either as oneOf } from "../answers.ts";
import type { ConditionKind, Words } from "../language.ts";

export const either: ConditionKind<readonly Condition[]> = {
  schema: ({ conditions }) => conditions,
  say: (conditions, words) => sayEither(conditions, words),
  uses: (conditions) => conditions.map((c, i) => ({ use: "condition", condition: c, at: [i] })),
  prepare: (conditions, run) => {
    const { zh, en } = sayEither(conditions, run.words);
    return oneOf(
      conditions.map((condition) => run.conditions([condition])),
      { zh: `应当${zh}`, en: `needs ${en}` },
    );
  },
};

function sayEither(conditions: readonly Condition[], words: Words) {
  const each = conditions.map((condition) => words.conditions([condition]));
  return { zh: each.map((c) => c.zh).join("，或"), en: each.map((c) => c.en).join(" or ") };
}
