/** What one office says about one season beside its lists: the campaign file, the command line, 核实结论.xlsx. */
import type { SourceRecord } from "./list.ts";
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

/** Somebody on a check list. */
export interface CheckedPerson {
  readonly name: string;
  /** 18 characters; "" where it gives none that can be one. */
  readonly idNumber: string;
  /** Where it stands on the check list. */
  readonly place: Place;
  /** What the list says beside who it is: "死亡日期 2022-11-02"; "" where it says nothing more. */
  readonly says: string;
}

/** A list of people to look out for (死亡, 迁出, 服刑, 财政供养), with what follows from a hit. */
export interface CheckList {
  readonly name: string;
  /** 暂缓: a hit by number holds. 提醒: it only warns. A hit by name and birth date asks, never more. */
  readonly follows: "hold" | "warn";
  /** By 18-digit number. */
  readonly people: ReadonlyMap<string, CheckedPerson>;
  /** By `lookAlikeKey`: everybody whose name and birth date are known. */
  readonly born: ReadonlyMap<string, CheckedPerson>;
  /** The files it was read from, and what became of their rows: for 名单接收情况. */
  readonly files: readonly string[];
  readonly rows: number;
  /** Rows with neither a number that can be one nor name and birth date: they can be held against nobody. */
  readonly unusable: number;
}

/** Under which somebody is looked for by name and birth date ("1949-12-31"). */
export function lookAlikeKey(name: string, bornOn: string): string {
  return `${name}|${bornOn}`;
}

/** What the office says one file or sheet is, where the names in it do not. */
export interface ListMapping {
  /** The file's name as shown. */
  readonly file: string;
  /** The sheet, or "" for all of the file. */
  readonly sheet: string;
  /** Agency id; `EVERYBODY`: a 汇总. */
  readonly agency: string | null;
  readonly category: string | null;
  /** Field, or declared field of the edition → the header that holds it. */
  readonly columns: ReadonlyMap<string, string>;
  /** Where the campaign file says it. */
  readonly place: Place;
}

/** Instead of an agency: everybody's list 汇总. */
export const EVERYBODY = "*";

/** What the campaign file says of one sheet: of this very sheet, else of its file as a whole. */
export function mappingOf(campaign: Campaign, file: string, sheet: string): ListMapping | undefined {
  const own = campaign.lists.filter((m) => m.file === file);
  return own.find((m) => m.sheet === sheet && sheet !== "") ?? own.find((m) => m.sheet === "");
}

/** The answer to a pair that the rules ask about, with the day and who gave it. */
export type AskAnswer = ({ readonly may: "stack" } | { readonly may: "one"; readonly keep: string }) & {
  readonly on: string;
  readonly source: string;
};

/** All that a run is told beside lists and rules. Everything works with `NO_CAMPAIGN`. */
export interface Campaign {
  /** What was read to know all this, for the manifest: campaign file, check lists, 核实结论.xlsx. */
  readonly sources: readonly SourceRecord[];
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
  sources: [],
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
