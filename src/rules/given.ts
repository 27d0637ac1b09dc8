/** What amounts and conditions may look at: the unit that is decided, as lists, register and earlier decisions know it. */
import type { Fraction } from "../fraction.ts";
import type { DeclaredField } from "../model/rules.ts";
import type { Fen } from "../money.ts";

/** A declared column's cell, read as its kind. */
export interface CellValue {
  /** The text, the declared word, a date as "2023-01-22", "yes" or "no". */
  readonly text: string;
  /** Of a number, and of a sum in fen; else null. */
  readonly number: Fraction | null;
}

/** Another programme, as it stands for the unit. */
export interface Holding {
  readonly holds: boolean;
  /** What it grants, zero where it does not. */
  readonly sum: Fen;
}

/** Why a sum or condition cannot be told yet, where no cell or programme is to blame. */
export type Unclear =
  | { readonly why: "no-standard"; readonly standard: string; readonly day: string }
  | { readonly why: "no-word"; readonly field: string; readonly word: string }
  | { readonly why: "too-large" };

/**
 * Asks about one unit. What is asked is noted with its source, for 依据; what cannot be answered is noted as a problem
 * for which the unit waits, and the answer is null.
 */
export interface Facts {
  cell(field: DeclaredField): CellValue | null;
  /** "1950-03-31", by the ID number, else by the column 出生日期. */
  bornOn(): string | null;
  holding(programme: string): Holding | null;
  street(): string | null;
  /** The counted members one by one, each as a unit; null where some of them have no row. */
  members(): readonly Given[] | null;
  /** 金额 of the list, null where it has none. */
  listed(): Fen | null;
  /** The listed sum is outside its bounds, null: no bound on that side. All in fen. */
  outOfBounds(sum: Fen, from: Fraction | null, to: Fraction | null): void;
  unclear(why: Unclear): void;
  /** How many questions could not be answered so far. */
  unanswered(): number;
}

/** Category ids, asked one by one. */
export interface Categories {
  has(category: string): boolean;
}

/** One unit: a person, a household, or a member of one. */
export interface Given {
  /** Counted members of the household; 1 for a person. */
  readonly counted: number;
  /** Category ids of the person, or of the household for the programme. */
  readonly categories: Categories;
  readonly facts: Facts;
  /** The month that is counted, "2023-01"; "" outside of `each-month`. */
  readonly month: string;
}
