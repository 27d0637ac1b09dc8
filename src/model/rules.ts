/** An edition of the rules as the stages use it: read from `rules/<edition>.yaml` by src/rules/. */
import type { Fraction } from "../fraction.ts";
import type { Fen } from "../money.ts";

/** How a programme reaches people: 银行代发, 机构拨付 (decided by the list, never by the rules), 走访慰问, 实物, 服务. */
export type Channel = "bank" | "visit" | "kind" | "service";

/** Who one entitlement is for: a person 人 or a household 户. */
export type UnitKind = "person" | "household";

/** One of several agencies that send lists. */
export interface Agency {
  /** Key in the rules file, the short name: 民政. */
  readonly id: string;
  /** The office as the plan names it: 区民政局. */
  readonly name: string;
  /** How titles, sheets and file names write it. */
  readonly written: readonly string[];
  /** Civil Affairs: where a category's name is used by several agencies, it is this one's; its spelling of a name counts. */
  readonly leading: boolean;
}

/** What a person is for the rules, as one agency's lists may assert it. */
export interface Category {
  /** Key in the rules file: 低保, 低保残疾人. */
  readonly id: string;
  /** The agencies whose lists may assert it. */
  readonly agencies: readonly string[];
  /** Names in which lists write it, the key's own name included. */
  readonly written: readonly string[];
  /** Names understood only where they are the whole text (其他), never inside a longer one. */
  readonly writtenAlone: readonly string[];
  /** Names that are wider than what the plan says: understood, with a 警告. */
  readonly wider: readonly string[];
  /** The leading agency's category that this one repeats; where the two lists differ, both agencies are told. */
  readonly echoes: string | null;
}

/**
 * Something that an edition says in one of its closed mechanisms: which one, and what stands under its key. Only
 * src/rules/ looks inside; a new mechanism changes nothing here.
 */
interface Said {
  readonly kind: string;
  readonly said: unknown;
}

/** A condition on what lists, register and earlier decisions say of a unit: a file each in src/rules/conditions/. */
export type Condition = Said;

/** A number that is said, counted or measured: a file each in src/rules/quantities/. */
export type Quantity = Said;

/** What is done to a sum behind its amount, in the order in which it is written: a file each in src/rules/steps/. */
export interface Step extends Said {
  /** It is done where all of these hold. */
  readonly where: readonly Condition[];
}

/** The sum of a programme, or of a part of it: a file each in src/rules/amounts/. */
export interface Amount extends Said {
  readonly steps: readonly Step[];
}

/** Whom something is for: any of, all of, none of these categories, and conditions that all hold. */
export interface Who {
  readonly any: readonly string[];
  readonly all: readonly string[];
  readonly none: readonly string[];
  readonly where: readonly Condition[];
}

/** What shuts a row out by a declared column of the list: 复审结果 = 未通过. */
export interface FieldRefusal {
  readonly field: string;
  readonly is: readonly string[];
  /** The sentence that the refused person gets. */
  readonly because: string;
}

/** One measure of the plan with its own standard, fund and channel. */
export interface Programme {
  /** Key in the rules file, 项目编号: special-festival. */
  readonly id: string;
  /** 项目, exactly as everywhere: 特殊对象节日补助. */
  readonly name: string;
  /** Its number in the plan's order, from 1. */
  readonly number: number;
  readonly clause: string;
  /** The sentence of the document that it rests on. */
  readonly quote: string;
  /** The agency that it belongs to. */
  readonly agency: Agency;
  /** 发放主体: who pays it out. */
  readonly payer: string;
  /** 资金来源: the fund's name, "–" where no money moves. */
  readonly fund: string;
  readonly channel: Channel;
  readonly unit: UnitKind;
  /** `id`: a person must be known by ID number; `name`: name with address, committee or telephone is enough. */
  readonly identity: "id" | "name";
  readonly eligible: Who;
  /** The categories by which somebody becomes a candidate: any of them; where none is named, all of `eligible.all`. */
  readonly opens: readonly string[];
  readonly refusals: readonly FieldRefusal[];
  /** Columns that a list must have for it, by name. */
  readonly needs: readonly string[];
  /** Programmes whose holders are not counted in the household. */
  readonly notCounted: readonly string[];
  /** Whose number a list declares: whom it covers (保障人数, else 家庭人口), or all who live there (家庭人口 first). */
  readonly counts: "listed" | "all";
  /** Only members for whom all of these hold are counted. */
  readonly countedWhere: readonly Condition[];
  readonly amount: Amount;
  /** What is given instead of money (goods or a service); null for money. */
  readonly inKind: string | null;
  /** The bound on the mean of the listed sums. */
  readonly meanAtMost: Fen | null;
  readonly plan: Plan | null;
  /** 用途 on the bank's line, at most 12 bytes in GBK. */
  readonly purpose: string;
  /** The name under which it may be published, null where it may not. */
  readonly published: string | null;
}

/** What the plan foresees, to watch: going over is a 警告. */
export interface Plan {
  readonly total: Fen | null;
  readonly people: number | null;
}

/** What several programmes may not, or may, be together for a household (or person). */
export type Overlap = AtMostOne | ShutOut | Cap | MayStack;

interface Meeting {
  readonly per: UnitKind;
  readonly quote: string;
  /** Why the others are left out or cut, and what is proposed: 本次不安排…. */
  readonly because: string;
}

/** At most one of these: the first in the order stays, or the one with the highest sum. */
export interface AtMostOne extends Meeting {
  readonly kind: "at-most-one";
  /** Programme ids in the order of preference. */
  readonly order: readonly string[];
  readonly keep: "first" | "highest";
}

/** Whoever is granted this one is granted none of those. */
export interface ShutOut extends Meeting {
  readonly kind: "shuts-out";
  readonly granted: string;
  readonly others: readonly string[];
}

/** So much over all of these together: the later ones are cut, in the order in which they stand. */
export interface Cap extends Meeting {
  readonly kind: "cap";
  readonly atMost: Fen;
  readonly over: readonly string[];
}

/** These may be held together: said by the document, so that nobody need ask. */
export interface MayStack {
  readonly kind: "may-stack";
  readonly programmes: readonly string[];
  readonly quote: string;
}

/** A pair of programmes that the document leaves open: granted with a 警告 until the office answers. */
export interface AskPair {
  /** Key in the rules file, "unemployed-festival+special-festival". */
  readonly id: string;
  readonly programmes: readonly [string, string];
  readonly source: string;
}

/** A reading that the document leaves open, with the sentence it rests on. */
export interface Reading {
  readonly number: number;
  readonly title: string;
  readonly says: string;
  readonly quote: string;
  readonly programmes: readonly string[];
}

/** What a declared column holds. */
export type FieldKind = "text" | "words" | "yes-no" | "number" | "sum" | "date";

/** A declared column that amounts and conditions may look at. */
export interface DeclaredField {
  readonly name: string;
  readonly headers: readonly string[];
  readonly kind: FieldKind;
  /** Of a number: 亩, 月, 平方米; "" for the other kinds. */
  readonly unit: string;
  /** Decimals that a number may have. */
  readonly decimals: number;
  /** Bounds of a number, or of a sum in fen; both belong to it. A cell outside waits for a decision. */
  readonly from: Fraction | null;
  readonly to: Fraction | null;
  /** Of words and yes-no: each word with the ways in which lists write it. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** What an empty cell, or a list without the column, means; null: then the unit waits. */
  readonly blank: string | null;
}

/** A sum or rate that the document declares, by the day from which it holds. */
export interface Standard {
  readonly name: string;
  readonly kind: "sum" | "rate";
  /** The day that counts: a date, a declared day, a column with a date, a day of the month that is counted. */
  readonly on: string;
  /** The sentence that declares it, where it is not within a programme's; null: none is given. */
  readonly quote: string | null;
  /** The earliest first; a sum in fen. */
  readonly from: readonly { readonly day: string; readonly is: Fraction }[];
}

/** One whole edition. */
export interface Rules {
  readonly edition: string;
  readonly title: string;
  /** The sentence from which the whole edition is inferred (推定), where its own document was not seen; else null. */
  readonly inferred: string | null;
  readonly document: { readonly number: string; readonly issued: string; readonly text: string };
  readonly period: { readonly from: string; readonly to: string; readonly listedIn: string; readonly paidBy: string };
  readonly district: string;
  readonly streets: readonly string[];
  readonly fields: readonly DeclaredField[];
  readonly standards: readonly Standard[];
  /** Declared days by name: 发放日 → 2023-01-20. */
  readonly days: ReadonlyMap<string, string>;
  /** Whose birthday is 29 February is a year older, in other years, on this day; null where no age counts. */
  readonly leapBirthday: "02-28" | "03-01" | null;
  readonly funds: ReadonlyMap<string, string>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly categories: ReadonlyMap<string, Category>;
  /** Texts that contain a category's name and are none: 低保边缘. */
  readonly notCategories: readonly string[];
  /** In the plan's order. */
  readonly programmes: readonly Programme[];
  readonly overlaps: readonly Overlap[];
  readonly ask: readonly AskPair[];
  readonly readings: readonly Reading[];
  /** Sentences with a sum that no programme computes, each with its reason. */
  readonly notComputed: readonly { readonly quote: string; readonly because: string }[];
}
