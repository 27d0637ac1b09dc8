/** Amounts and conditions made ready once a run: every name is looked up, every table built, before the first unit. */
import { compare, isWhole, whole, wholeFen } from "../fraction.ts";
import { isDay, lastDayOf, monthAfter } from "../model/civil-date.ts";
import type { Amount, Condition, Rules, Who } from "../model/rules.ts";
import { type Fen, MOST_ONE, ZERO } from "../money.ts";
import { all, no, YES } from "./answers.ts";
import type { Given } from "./given.ts";
import type { Asking, Pricing, Run, Value } from "./language.ts";
import { amountKind, conditionKind, quantityKind, stepKind } from "./reach.ts";
import { arithmeticOf } from "./value.ts";
import { wordsOf } from "./words.ts";

/** A sum, and how it came about (算式). */
export interface Priced {
  readonly sum: Fen;
  readonly arithmetic: string;
}

/** What a run prepares mechanisms with. */
export function runOf(rules: Rules): Run {
  const names = new Map(rules.programmes.map((programme) => [programme.id, programme.name]));
  const fields = new Map(rules.fields.map((field) => [field.name, field]));
  const standards = new Map(rules.standards.map((standard) => [standard.name, standard]));
  const run: Run = {
    amount: (amount) => prepareAmount(amount, run),
    quantity: (quantity) => quantityKind(quantity).prepare(quantity.said, run),
    conditions: (conditions) => all(conditions.map((condition) => prepareCondition(condition, run))),
    who: (who) => prepareWho(who, run),
    field: (name) => there(fields.get(name), name),
    standard: (name) => standards.get(name) ?? null,
    day: (name) => dayOf(name, rules, run),
    leapBirthday: rules.leapBirthday ?? "03-01",
    words: wordsOf((id) => names.get(id) ?? id),
  };
  return run;
}

function there<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`the rules were checked: ${name} is declared`);
  return found;
}

/** The price of a programme's amount: whole fen and 算式, by a sum that is the same for all made only once. */
export function pricerOf(amount: Amount, run: Run): (given: Given) => Priced {
  const price = prepareAmount(amount, run);
  const known = new WeakMap<Value, Priced>();
  return (given) => {
    const value = price(given);
    const before = known.get(value);
    if (before !== undefined) return before;
    const priced = { sum: inFen(value, given), arithmetic: arithmeticOf(value) };
    known.set(value, priced);
    return priced;
  };
}

const MOST = whole(MOST_ONE);

/** Whole fen: smaller parts are rounded by the rules, which was checked; only a sum that lacks something may have them. */
function inFen({ sum }: Value, given: Given): Fen {
  if (compare(sum, MOST) > 0) given.facts.unclear({ why: "too-large" });
  else if (isWhole(sum) || given.facts.unanswered() === 0) return wholeFen(sum);
  return ZERO;
}

function prepareAmount(amount: Amount, run: Run): Pricing {
  const price = amountKind(amount).prepare(amount.said, run);
  if (amount.steps.length === 0) return price;
  const steps = amount.steps.map((step) => ({
    does: stepKind(step).prepare(step.said, run),
    when: step.where.length === 0 ? null : run.conditions(step.where),
  }));
  return (given) => {
    let value = price(given);
    for (const { does, when } of steps) if (when === null || when(given)?.holds === true) value = does(value, given);
    return value;
  };
}

function prepareCondition(condition: Condition, run: Run): Asking {
  return conditionKind(condition).prepare(condition.said, run);
}

function prepareWho({ any, all: allOf, none, where }: Who, run: Run): Asking {
  const conditions = where.length === 0 ? null : run.conditions(where);
  const wanted = { zh: `应当是${any.join("、")}`, en: `should be ${any.join(", ")}` };
  return (given) => {
    const { categories } = given;
    if (any.length > 0 && !any.some((id) => categories.has(id))) return no(wanted, "名单上都不是");
    const lacks = allOf.find((id) => !categories.has(id));
    if (lacks !== undefined) {
      const has = [...any, ...allOf].filter((id) => categories.has(id)).join("、");
      const needed = { zh: `还应是${lacks}`, en: `should also be ${lacks}` };
      return no(needed, has === "" ? "名单上不是" : `名单上是${has}`);
    }
    const shuts = none.find((id) => categories.has(id));
    if (shuts !== undefined) return no({ zh: `不得是${shuts}`, en: `must not be ${shuts}` }, `名单上是${shuts}`);
    return conditions === null ? YES : conditions(given);
  };
}

/** Days of the month that is counted, inside `each-month`. */
export const MONTH_DAYS: Readonly<Record<string, (month: string) => string>> = {
  "month-start": (month) => `${month}-01`,
  "month-end": lastDayOf,
  "previous-month-end": (month) => lastDayOf(monthAfter(month, -1)),
};

function dayOf(name: string, rules: Rules, run: Run): (given: Given) => string | null {
  const fixed = isDay(name) ? name : rules.days.get(name);
  if (fixed !== undefined) return () => fixed;
  const inMonth = MONTH_DAYS[name];
  if (inMonth !== undefined) return ({ month }) => inMonth(month);
  const field = run.field(name);
  return ({ facts }) => facts.cell(field)?.text ?? null;
}
