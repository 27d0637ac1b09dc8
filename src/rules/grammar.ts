/**
 * What the YAML may say where a mechanism stands, from the four tables. Each is read by hand: a union in zod would
 * answer "invalid" for all kinds at once, where the one key says which kind is meant.
 */
import { z } from "zod";
import { parseNumber } from "../fraction.ts";
import type { Amount, Condition, Quantity, Step, Who } from "../model/rules.ts";
import { parseYuan } from "../money.ts";
import { AMOUNTS } from "./amounts/index.ts";
import { CONDITIONS } from "./conditions/index.ts";
import { text, texts } from "./facts.ts";
import type { Grammar, Tier } from "./language.ts";
import { type Kinded, keyed, readKind, type TableName } from "./one-key.ts";
import { KEYED_QUANTITIES } from "./quantities/index.ts";
import { STEPS } from "./steps/index.ts";
import { checkedBy, say } from "./wording.ts";

const AMOUNT: TableName = { zh: "金额的种类", en: "kind of amount" };
const STEP: TableName = { zh: "步骤", en: "step" };
const CONDITION: TableName = { zh: "条件", en: "condition" };
const QUANTITY: TableName = { zh: "数量", en: "quantity" };

type Written = Readonly<Record<string, unknown>>;
type Ctx = z.core.ParsePayload;

function without(written: Written, keys: readonly string[]): Written {
  return Object.fromEntries(Object.entries(written).filter(([key]) => !keys.includes(key)));
}

const step = keyed.transform((written, ctx): Step => {
  const read = readKind(without(written, ["where"]), STEPS, STEP, grammar, ctx, ["where"]);
  const where = written["where"] === undefined ? [] : checkedBy(grammar.conditions, written["where"], ctx, ["where"]);
  return read === null || where === null ? z.NEVER : { ...read, where };
});

const steps = z.array(step).min(1);

/** `{ flat: 460 }`, `{ rate: …, then: […] }`. */
function readAmount(written: Written, ctx: Ctx, others: readonly string[] = []): Amount | null {
  const read = readKind(without(written, ["then"]), AMOUNTS, AMOUNT, grammar, ctx, ["then", ...others]);
  const done = written["then"] === undefined ? [] : checkedBy(steps, written["then"], ctx, ["then"]);
  return read === null || done === null ? null : { ...read, steps: done };
}

/** The amount of a programme. */
export const amountSchema: z.ZodType<Amount> = keyed.transform((written, ctx) => readAmount(written, ctx) ?? z.NEVER);

/** A sum, or a name that stands for one. */
const shortAmount = text.transform((written, ctx): Amount => {
  const sum = parseYuan(written);
  if (sum !== null) return { kind: "flat", said: sum, steps: [] };
  if (!/^[-\d.,¥￥]/.test(written)) return { kind: "named", said: written, steps: [] };
  const message = say(`“${written}”不是金额，最多两位小数`, `${written} is no sum with at most two decimals`);
  ctx.issues.push({ code: "custom", input: written, message });
  return z.NEVER;
});

const condition = keyed.transform(
  (written, ctx): Condition => readKind(written, CONDITIONS, CONDITION, grammar, ctx) ?? z.NEVER,
);

const shortQuantity = text.transform((written): Quantity => {
  if (written === "counted") return { kind: "counted", said: "members" };
  const number = parseNumber(written);
  return number === null ? { kind: "field", said: written } : { kind: "number", said: number };
});

const longQuantity = keyed.transform(
  (written, ctx): Kinded => readKind(written, KEYED_QUANTITIES, QUANTITY, grammar, ctx) ?? z.NEVER,
);

const WHO_KEYS = ["any", "all", "none", "where"];

const whoShape = z.strictObject({
  any: texts.optional(),
  all: texts.optional(),
  none: texts.optional(),
  where: z.lazy(() => grammar.conditions).optional(),
});

const who = whoShape
  .refine((w) => Object.keys(w).length > 0, { error: () => nobodyNamed })
  .transform(
    ({ any, all, none, where }): Who => ({ any: any ?? [], all: all ?? [], none: none ?? [], where: where ?? [] }),
  );

const nobodyNamed = say("要写 any、all、none 或 where：是谁", "needs any, all, none or where: whom it is for");

/** A tier: whom it is for, and its amount, in one; `everybody: yes` where it is for all who are left. */
function tier(everybodyIsSaid: boolean): z.ZodType<Tier> {
  const own = everybodyIsSaid ? [...WHO_KEYS, "everybody"] : WHO_KEYS;
  return keyed.transform((written, ctx): Tier => {
    const amount = readAmount(without(written, own), ctx, own);
    const named = WHO_KEYS.filter((key) => written[key] !== undefined);
    const everybody = written["everybody"] !== undefined;
    const refuse = (zh: string, en: string, path: string[]) => {
      ctx.issues.push({ code: "custom", input: written, path, message: say(zh, en) });
      return z.NEVER;
    };
    if (everybodyIsSaid && everybody && (written["everybody"] !== "yes" || named.length > 0))
      return refuse("只能写 everybody: yes，并且不写别的条件", "should be yes, without other conditions", [
        "everybody",
      ]);
    if (everybodyIsSaid && !everybody && named.length === 0)
      return refuse(
        "要写 any、all、none 或 where，或 everybody: yes：哪些人在这一档",
        "needs to say who is on this tier",
        [],
      );
    if (named.length === 0) return amount === null ? z.NEVER : { who: null, amount };
    const whom = checkedBy(who, Object.fromEntries(named.map((key) => [key, written[key]])), ctx);
    return amount === null || whom === null ? z.NEVER : { who: whom, amount };
  });
}

/** A word stands for one of these, keys for the other: whichever is written is read, so that its slips are told. */
function shortOrLong<T>(short: z.ZodType<T>, long: z.ZodType<T>): z.ZodType<T> {
  return z
    .unknown()
    .transform((written, ctx) => checkedBy(typeof written === "string" ? short : long, written, ctx) ?? z.NEVER);
}

const grammar: Grammar = {
  amount: shortOrLong(shortAmount, amountSchema),
  tier: tier(true),
  part: tier(false),
  conditions: z.array(condition).min(1),
  who,
  quantity: shortOrLong<Quantity>(shortQuantity, longQuantity),
};

/** Whom a programme is for: with `none` or `where` alone, everybody else would be a candidate. */
export const eligibleSchema = who.refine((w) => w.any.length > 0 || w.all.length > 0, {
  error: () => say("要写 any 或 all：哪些类别可以", "needs any or all: which categories it lets in"),
});

/** Conditions that all hold. */
export const conditionsSchema = grammar.conditions;

/** A number that is said, counted or measured. */
export const quantitySchema = grammar.quantity;
