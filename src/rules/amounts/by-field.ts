/** `by-field: { field: 残疾等级, sums: { 一级: 243, 二级: 181 }, others: 0 }`: a sum by what a column says. */
import { z } from "zod";
import { commonGrain, NOUGHT } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import { text } from "../facts.ts";
import type { AmountKind } from "../language.ts";
import { NOTHING, operand } from "../value.ts";

interface ByField {
  readonly field: string;
  readonly sums: ReadonlyMap<string, Amount>;
  /** For every other word; null: then the unit waits. */
  readonly others: Amount | null;
}

export const byField: AmountKind<ByField> = {
  schema: ({ amount }) =>
    z
      .strictObject({ field: text, sums: z.record(z.string(), amount), others: amount.optional() })
      .transform((w) => ({ field: w.field, sums: new Map(Object.entries(w.sums)), others: w.others ?? null })),
  say: ({ field, sums, others }, words) => {
    const each = [...sums].map(([word, amount]) => ({ word, sum: words.amount(amount) }));
    const rest = others === null ? null : words.amount(others);
    return {
      zh: `按${field}：${[...each.map(({ word, sum }) => `${word} ${sum.zh}`), ...(rest === null ? [] : [`其他 ${rest.zh}`])].join("；")}`,
      en: `by ${field}: ${[...each.map(({ word, sum }) => `${word} ${sum.en}`), ...(rest === null ? [] : [`others ${rest.en}`])].join("; ")}`,
    };
  },
  uses: ({ field, sums, others }) => [
    { use: "field", name: field, kinds: ["text", "words", "yes-no"], at: ["field"] },
    ...[...sums.keys()].map((word) => ({ use: "word" as const, field, word, at: ["sums", word] })),
    ...[...sums].map(([word, amount]) => ({ use: "amount" as const, amount, at: ["sums", word] })),
    ...(others === null ? [] : [{ use: "amount" as const, amount: others, at: ["others"] }]),
  ],
  grain: ({ sums, others }, grains) =>
    [...sums.values(), ...(others === null ? [] : [others])].map(grains.amount).reduce(commonGrain, NOUGHT),
  prepare: ({ field, sums, others }, run) => {
    const column = run.field(field);
    const byWord = new Map([...sums].map(([word, amount]) => [word, run.amount(amount)]));
    const rest = others === null ? null : run.amount(others);
    return (given) => {
      const cell = given.facts.cell(column);
      if (cell === null) return NOTHING;
      const price = byWord.get(cell.text) ?? rest;
      if (price === null) {
        given.facts.unclear({ why: "no-word", field, word: cell.text });
        return NOTHING;
      }
      const value = price(given);
      return { ...value, shown: `${operand(value)}（${field} ${cell.text}）` };
    };
  },
};
