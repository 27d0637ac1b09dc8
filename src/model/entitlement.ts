/** Entitlements 补助: the decision about one programme for one person or household, always with a reason. */
import type { Fen } from "../money.ts";
import type { Problem } from "../problem/problem.ts";
import { type Entry, sourceOf } from "./entry.ts";
import type { Payee, WayOut } from "./payment.ts";
import type { Household, Person } from "./register.ts";
import type { Programme } from "./rules.ts";
import type { Whereabouts } from "./where.ts";

/** 结果: granted 发放, denied 不予发放, held 暂缓发放. */
export type ResultWord = "granted" | "denied" | "held";

/** The unit a programme is decided for. For a person's programme `household` is where the person lives. */
export interface Unit {
  readonly kind: "person" | "household";
  /** Unique among the units of one programme. */
  readonly key: string;
  /** The person, or the household's head. */
  readonly person: Person;
  readonly household: Household;
}

/** Why it was granted, denied or held, in words; a hold's reason is the problem that must be settled. */
export interface Reason {
  /** Stable code: of the reason (G1, N1, …) or of the problem (V104, D101, …). */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** One fact of 依据: what was used, and the row that says it; null where it follows from rules, register or a decision. */
export interface Fact {
  readonly says: string;
  readonly at: Entry | null;
}

/** A fact in words, with the row that says it: 类别=低保（低保.xlsx!Sheet1!3）. */
export function factText({ says, at }: Fact): string {
  return at === null ? says : `${says}（${sourceOf(at)}）`;
}

/** The decision about one programme for one unit. */
export interface Entitlement {
  readonly programme: Programme;
  readonly unit: Unit;
  readonly result: ResultWord;
  /** For a held one: the decision itself waits, or only the payment (which overlaps treat as granted). */
  readonly heldFor: "decision" | "payment" | null;
  /** The sum granted or waiting, 0 where denied and for goods and services. */
  readonly amount: Fen;
  /** 待定差额: what would be added if the larger household size is confirmed; in no total. */
  readonly pendingDifference: Fen;
  /** 人数: the counted members; 1 for a person. */
  readonly counted: number;
  readonly reasons: readonly Reason[];
  /** 算式: 700.00 + 2 × 100.00 = 900.00; "" where there is nothing to count. */
  readonly arithmetic: string;
  /** 依据: the values it used and whence. */
  readonly basis: readonly Fact[];
  /** The rows it rests on, the unit's own row first. */
  readonly entries: readonly Entry[];
  readonly where: Whereabouts;
  /** The problems that hold it, that lower it, or that ask about it. */
  readonly problems: readonly Problem[];
  /** 改现金: a decision moves a bank payment to a signature sheet of the same fund. */
  readonly inCash: boolean;
  /** Whose account it goes to: of channel bank, granted or held, where one is known. Null until `pay` has looked. */
  readonly payee: Payee | null;
  /** How a granted one goes out; null until `pay` has said, and for what is held or denied. */
  readonly way: WayOut | null;
}
