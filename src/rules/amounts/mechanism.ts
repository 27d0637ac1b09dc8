/** What every kind of amount is made of: what the YAML may say under its key, and its sum with the arithmetic. */
import type { z } from "zod";
import type { Amount } from "../../model/rules.ts";
import { type Fen, ZERO } from "../../money.ts";

/** An amount of one kind. */
export type AmountOf<K extends Amount["kind"]> = Extract<Amount, { kind: K }>;

/** What a sum may depend on. */
export interface Given {
  /** Counted members of the household; 1 for a person. */
  readonly counted: number;
  /** Category ids of the person, or of the household for the programme. */
  readonly categories: ReadonlySet<string>;
  /** 金额 of the list, null where it has none. */
  readonly listed: Fen | null;
}

/** A sum, and how it came about (算式). */
export interface Priced {
  readonly sum: Fen;
  readonly arithmetic: string;
}

/** No money: goods, services, and sums that nothing gives. */
export const NO_MONEY: Priced = { sum: ZERO, arithmetic: "" };

/** One kind of amount. */
export interface Mechanism<K extends Amount["kind"]> {
  readonly schema: z.ZodType<AmountOf<K>>;
  /** What the YAML may say, where `schema` dispatches by hand and does not tell. */
  readonly written?: z.ZodType;
  readonly price: (amount: AmountOf<K>, given: Given) => Priced;
}
