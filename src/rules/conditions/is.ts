/** `is: { 残疾等级: [一级, 二级] }`, `is: { 独居: yes }`: a column says one of these words; all columns that are named. */
import { z } from "zod";
import { all, no, YES } from "../answers.ts";
import { oneOrMore } from "../facts.ts";
import { wordText } from "../fields.ts";
import type { ConditionKind } from "../language.ts";

type Columns = ReadonlyMap<string, readonly string[]>;

export const is: ConditionKind<Columns> = {
  schema: () => columns,
  say: (said) => ({ zh: sayColumns(said, "为", "zh"), en: sayColumns(said, "is", "en") }),
  uses: (said) => columnUses(said),
  prepare: (said, run) =>
    all(
      [...said].map(([name, words]) => {
        const column = run.field(name);
        const needed = {
          zh: `${name}应当为${words.map(wordText).join("、")}`,
          en: `${name} should be ${words.join(", ")}`,
        };
        return ({ facts }) => {
          const cell = facts.cell(column);
          if (cell === null) return null;
          return words.includes(cell.text) ? YES : no(needed, `${name} ${wordText(cell.text)}`);
        };
      }),
    ),
};

/** Columns, each with its words. */
export const columns = z
  .record(z.string(), oneOrMore)
  .transform((written): Columns => new Map(Object.entries(written)));

/** What such a condition refers to. */
export function columnUses(said: Columns) {
  return [...said].flatMap(([name, words]) => [
    { use: "field" as const, name, kinds: ["text", "words", "yes-no"] as const, at: [name] },
    ...words.map((word, i) => ({ use: "word" as const, field: name, word, at: [name, i] })),
  ]);
}

/** "残疾等级为一级、二级". */
export function sayColumns(said: Columns, verb: string, language: "zh" | "en"): string {
  return [...said]
    .map(([name, words]) =>
      language === "zh" ? `${name}${verb}${words.map(wordText).join("、")}` : `${name} ${verb} ${words.join(", ")}`,
    )
    .join(language === "zh" ? "，" : " and ");
}
