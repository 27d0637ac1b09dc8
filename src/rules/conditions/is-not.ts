/** `is-not: { 户籍: [外省市] }`: a column says none of these words. */
import { all, no, YES } from "../answers.ts";
import { wordText } from "../fields.ts";
import type { ConditionKind } from "../language.ts";
import { columns, columnUses, sayColumns } from "./is.ts";

export const isNot: ConditionKind<ReadonlyMap<string, readonly string[]>> = {
  schema: () => columns,
  say: (said) => ({ zh: sayColumns(said, "不为", "zh"), en: sayColumns(said, "is not", "en") }),
  uses: (said) => columnUses(said),
  prepare: (said, run) =>
    all(
      [...said].map(([name, words]) => {
        const column = run.field(name);
        const needed = {
          zh: `${name}不得为${words.map(wordText).join("、")}`,
          en: `${name} must not be ${words.join(", ")}`,
        };
        return ({ facts }) => {
          const cell = facts.cell(column);
          if (cell === null) return null;
          return words.includes(cell.text) ? no(needed, `${name} ${wordText(cell.text)}`) : YES;
        };
      }),
    ),
};
