/**
 * What the closed mechanisms of the language have in common. There are four tables (amounts/, steps/, conditions/,
 * quantities/), each with a file a kind; a kind says what the YAML may hold under its key, reads it aloud, names what it
 * refers to, and is prepared once a run. Kinds hold other kinds only through what is handed to them here, so that no
 * file of a kind knows another one.
 */
import type { z } from "zod";
import type { Fraction } from "../fraction.ts";
import type { Amount, Condition, DeclaredField, FieldKind, Quantity, Standard, Who } from "../model/rules.ts";
import type { Fen } from "../money.ts";
import type { Bilingual } from "../problem/problem.ts";
import type { Given } from "./given.ts";
import type { Path } from "./yaml-text.ts";

/** One of several amounts, and whom it is for; null: for everybody. */
export interface Tier {
  readonly who: Who | null;
  readonly amount: Amount;
}

/** What the YAML may say where a kind holds others. */
export interface Grammar {
  /** `{ flat: 460 }`, or shorter a sum (`460`) or the name of a standard or of a column that holds sums. */
  readonly amount: z.ZodType<Amount>;
  /** An amount beside whom it is for: `{ any: […], where: […], flat: 800 }`, or `everybody: yes`. */
  readonly tier: z.ZodType<Tier>;
  /** The same, where everybody is meant when nobody is named. */
  readonly part: z.ZodType<Tier>;
  readonly conditions: z.ZodType<readonly Condition[]>;
  readonly who: z.ZodType<Who>;
  /** `1.3`, `counted`, the name of a column that holds numbers, or `{ members: […] }`. */
  readonly quantity: z.ZodType<Quantity>;
}

/** How the kinds that are held are read aloud. */
export interface Words {
  readonly amount: (amount: Amount) => Bilingual;
  readonly conditions: (conditions: readonly Condition[]) => Bilingual;
  readonly who: (who: Who) => Bilingual;
  readonly quantity: (quantity: Quantity) => Bilingual;
  /** A programme's name by its key. */
  readonly programme: (id: string) => string;
}

/** What a kind refers to, each with the way to it from the kind's own key. */
export type Use =
  | { readonly use: "amount"; readonly amount: Amount; readonly at: Path; readonly whose?: "member" | "month" }
  | {
      readonly use: "conditions";
      readonly conditions: readonly Condition[];
      readonly at: Path;
      readonly whose?: "member";
    }
  | { readonly use: "condition"; readonly condition: Condition; readonly at: Path }
  | { readonly use: "who"; readonly who: Who; readonly at: Path }
  | { readonly use: "quantity"; readonly quantity: Quantity; readonly at: Path }
  /** A column of the list, of one of these kinds. */
  | { readonly use: "field"; readonly name: string; readonly kinds: readonly FieldKind[]; readonly at: Path }
  /** A word of a column whose words are declared. */
  | { readonly use: "word"; readonly field: string; readonly word: string; readonly at: Path }
  /** A standard, or a column that holds sums. */
  | { readonly use: "sum"; readonly name: string; readonly at: Path }
  /** A sum that the rules themselves state. */
  | { readonly use: "stated"; readonly sum: Fen; readonly at: Path }
  /** A declared rate. */
  | { readonly use: "rate"; readonly name: string; readonly at: Path }
  | { readonly use: "day"; readonly name: string; readonly at: Path }
  | { readonly use: "category" | "programme" | "street"; readonly name: string; readonly at: Path }
  /** The counted members, the members one by one, 金额 of the list, an age: what the programme must then provide. */
  | { readonly use: "counted" | "members" | "listed" | "age"; readonly at: Path };

/** What cannot be meant as it stands, although each part of it can. */
export interface Fault extends Bilingual {
  readonly at: Path;
}

/** The largest sum (or number) of which every result is a whole multiple, where it is held; a sum in fen. */
export interface Grains {
  readonly amount: (amount: Amount) => Fraction;
  readonly quantity: (quantity: Quantity) => Fraction;
  /** Of a standard or a column that holds sums. */
  readonly sum: (name: string) => Fraction;
  /** Of a column that holds numbers. */
  readonly field: (name: string) => Fraction;
  readonly rate: (name: string) => Fraction;
}

/** A sum on its way, in fen, and how it came about. */
export interface Value {
  readonly sum: Fraction;
  /** It, as it stands in a longer sum: "460.00", "低保标准 1160.00". */
  readonly shown: string;
  /** The steps that led to it: "700.00 + 2 × 100.00 = 900.00". */
  readonly steps: readonly string[];
}

/** A number on its way. */
export interface Measure {
  readonly number: Fraction;
  readonly shown: string;
}

/** Whether a condition holds; null: nobody can tell yet, and it was noted why. */
export type Answer =
  | { readonly holds: true }
  | { readonly holds: false; readonly needed: Bilingual; readonly found: string }
  | null;

/** The sum for what is given. Where something is missing it is noted, the unit waits, and the sum is of no use. */
export type Pricing = (given: Given) => Value;
export type Measuring = (given: Given) => Measure;
export type Asking = (given: Given) => Answer;

/** What is prepared once a run, for a kind that holds others. */
export interface Run {
  readonly amount: (amount: Amount) => Pricing;
  readonly quantity: (quantity: Quantity) => Measuring;
  /** All of them hold. */
  readonly conditions: (conditions: readonly Condition[]) => Asking;
  /** Its categories and conditions hold; what of them does is in `who` of the answer. */
  readonly who: (who: Who) => Asking;
  readonly field: (name: string) => DeclaredField;
  /** null: it is a column. */
  readonly standard: (name: string) => Standard | null;
  /** The day that a name stands for: a date, a declared day, a column, a day of the month that is counted. */
  readonly day: (name: string) => (given: Given) => string | null;
  /** Whose birthday is 29 February is a year older, in other years, on this day: "02-28" or "03-01". */
  readonly leapBirthday: string;
  readonly words: Words;
}

/** A kind of amount. `T` is what is said under its key. */
export interface AmountKind<T> {
  schema(grammar: Grammar): z.ZodType<T>;
  say(said: T, words: Words): Bilingual;
  uses(said: T): readonly Use[];
  grain(said: T, grains: Grains): Fraction;
  faults?(said: T, grains: Grains): readonly Fault[];
  prepare(said: T, run: Run): Pricing;
  /** What the YAML may hold, where `schema` dispatches by hand and does not tell. */
  written?(grammar: Grammar): z.ZodType;
}

/** A kind of step behind an amount. */
export interface StepKind<T> {
  schema(grammar: Grammar): z.ZodType<T>;
  say(said: T, words: Words): Bilingual;
  uses(said: T): readonly Use[];
  /** Of what comes out, for what goes in. */
  grain(said: T, before: Fraction, grains: Grains): Fraction;
  faults?(said: T, grains: Grains): readonly Fault[];
  prepare(said: T, run: Run): (before: Value, given: Given) => Value;
  /** What the YAML may hold, where `schema` dispatches by hand and does not tell. */
  written?(grammar: Grammar): z.ZodType;
}

/** A kind of condition. */
export interface ConditionKind<T> {
  schema(grammar: Grammar): z.ZodType<T>;
  say(said: T, words: Words): Bilingual;
  uses(said: T): readonly Use[];
  faults?(said: T): readonly Fault[];
  prepare(said: T, run: Run): Asking;
}

/** A kind of quantity: a number that is said, counted or measured. */
export interface QuantityKind<T> {
  schema(grammar: Grammar): z.ZodType<T>;
  say(said: T, words: Words): Bilingual;
  uses(said: T): readonly Use[];
  grain(said: T, grains: Grains): Fraction;
  faults?(said: T, grains: Grains): readonly Fault[];
  prepare(said: T, run: Run): Measuring;
}
