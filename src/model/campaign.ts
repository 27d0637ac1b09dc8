/** What one office says about one season beside its lists: the campaign file, the command line, 核实结论.xlsx. */
import type { Place } from "./place.ts";

/** 结论: what a person decided about a problem. */
export const VERDICTS = ["认可", "不予", "同一人", "不同人", "改现金"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * One filled row of 核实结论.xlsx. It holds while its 编号 comes up: the same people and the same value. The row says
 * itself whom it is about, and is held to that: a 编号 alone is short enough to be copied into a wrong row.
 */
export interface Decision {
  /** 编号: short and stable, from the problem, the numbers and the value. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly by: string;
  readonly on: string;
  /** 身份证号, 姓名, 另一身份证号 as the row states them; "" where it does not. */
  readonly idNumber: string;
  readonly name: string;
  readonly otherIdNumber: string;
  readonly content: string;
  /** Where the decision itself stands. */
  readonly place: Place;
}

/** A list of people to look out for (死亡, 迁出, 服刑, 财政供养), with what follows from a hit. */
export interface CheckList {
  readonly name: string;
  readonly follows: "hold" | "warn";
  /** 18-digit number → where it stands. */
  readonly people: ReadonlyMap<string, Place>;
}

/** What the office says one file or sheet is, where the names in it do not. */
export interface ListMapping {
  /** The file's name as shown. */
  readonly file: string;
  /** The sheet, or "" for all of the file. */
  readonly sheet: string;
  readonly agency: string | null;
  readonly category: string | null;
  /** Field → the header that holds it. */
  readonly columns: ReadonlyMap<string, string>;
}

/** The answer to a pair that the rules ask about. */
export type AskAnswer = { readonly may: "stack" } | { readonly may: "one"; readonly keep: string };

/** All that a run is told beside lists and rules. Everything works with `NO_CAMPAIGN`. */
export interface Campaign {
  readonly district: string;
  readonly street: string;
  /** Category ids that have nobody this season, as the office declares. */
  readonly declaredNone: ReadonlySet<string>;
  readonly lists: readonly ListMapping[];
  /** Answers by the pair's id. */
  readonly answers: ReadonlyMap<string, AskAnswer>;
  /** 本单位发放: the payers whose money this office pays out; null: all. */
  readonly ownPayers: ReadonlySet<string> | null;
  /** 合并发放: a payee's programmes of one fund in one line. */
  readonly mergesProgrammes: boolean;
  readonly checkLists: readonly CheckList[];
  /** By 编号: nearly always one row; several where rows of one 编号 name different people. */
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
}

/** A campaign in which nothing is said. */
export const NO_CAMPAIGN: Campaign = {
  district: "",
  street: "",
  declaredNone: new Set(),
  lists: [],
  answers: new Map(),
  ownPayers: null,
  mergesProgrammes: false,
  checkLists: [],
  decisions: new Map(),
};
