/** Mechanisms read aloud, in both languages. */
import type { Amount, Condition, Quantity, Who } from "../model/rules.ts";
import type { Bilingual } from "../problem/problem.ts";
import type { Words } from "./language.ts";
import { amountKind, conditionKind, quantityKind, stepKind } from "./reach.ts";

/** Reads aloud; programmes by the names that are handed in. */
export function wordsOf(programme: (id: string) => string): Words {
  const words: Words = {
    amount: (amount) => sayAmount(amount, words),
    conditions: (conditions) => sayConditions(conditions, words),
    who: (who) => sayWho(who, words),
    quantity: (quantity: Quantity) => quantityKind(quantity).say(quantity.said, words),
    programme,
  };
  return words;
}

function sayAmount(amount: Amount, words: Words): Bilingual {
  const said = amountKind(amount).say(amount.said, words);
  const steps = amount.steps.map((step) => {
    const { zh, en } = stepKind(step).say(step.said, words);
    if (step.where.length === 0) return { zh, en };
    const when = sayConditions(step.where, words);
    return { zh: `${when.zh}的，${zh}`, en: `${en} where ${when.en}` };
  });
  return {
    zh: [said.zh, ...steps.map((s) => `再${s.zh}`)].join("，"),
    en: [said.en, ...steps.map((s) => `then ${s.en}`)].join(", "),
  };
}

function sayConditions(conditions: readonly Condition[], words: Words): Bilingual {
  const each = conditions.map((condition) => conditionKind(condition).say(condition.said, words));
  return { zh: each.map((c) => c.zh).join("，"), en: each.map((c) => c.en).join(" and ") };
}

function sayWho({ any, all, none, where }: Who, words: Words): Bilingual {
  const conditions = where.length === 0 ? null : sayConditions(where, words);
  const zh = [
    ...(any.length === 0 ? [] : [any.join("、")]),
    ...(all.length === 0 ? [] : [any.length === 0 ? all.join("且") : `并且是${all.join("、")}`]),
    ...(none.length === 0 ? [] : [`不含${none.join("、")}`]),
    ...(conditions === null ? [] : [conditions.zh]),
  ];
  const en = [
    ...(any.length === 0 ? [] : [any.join(", ")]),
    ...(all.length === 0 ? [] : [any.length === 0 ? all.join(" and ") : `who are also ${all.join(", ")}`]),
    ...(none.length === 0 ? [] : [`none of ${none.join(", ")}`]),
    ...(conditions === null ? [] : [conditions.en]),
  ];
  return { zh: zh.join("，"), en: en.join(", ") };
}
