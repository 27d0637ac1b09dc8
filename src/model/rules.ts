/** An edition of the rules as the stages use it: read from `rules/<edition>.yaml` by src/rules/. */
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

/** Which categories open something: any of, all of, none of. */
export interface CategoryCondition {
  readonly any: readonly string[];
  readonly all: readonly string[];
  readonly none: readonly string[];
}

/** What shuts a row out by a declared column of the list: 复审结果 = 未通过. */
export interface FieldRefusal {
  readonly field: string;
  readonly is: readonly string[];
  /** The sentence that the refused person gets. */
  readonly because: string;
}

/** The sum of a programme. Each kind is one file in src/rules/amounts/. */
export type Amount =
  | { readonly kind: "flat"; readonly sum: Fen }
  | { readonly kind: "per-member"; readonly first: Fen; readonly further: Fen; readonly atMost: Fen | null }
  | { readonly kind: "highest-of"; readonly tiers: readonly Tier[] }
  | { readonly kind: "listed"; readonly from: Fen | null; readonly to: Fen | null; readonly meanAtMost: Fen | null }
  | { readonly kind: "goods"; readonly what: string }
  | { readonly kind: "service"; readonly what: string };

/** One step of `highest-of`: who is on it, and its sum. */
export interface Tier {
  readonly who: CategoryCondition;
  readonly sum: Fen;
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
  readonly eligible: CategoryCondition;
  readonly refusals: readonly FieldRefusal[];
  /** Programmes whose holders are not counted in the household. */
  readonly notCounted: readonly string[];
  readonly amount: Amount;
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

/** At most one of these programmes for a household (or person); the first in the order stays. */
export interface Overlap {
  /** Programme ids in the order of preference. */
  readonly order: readonly string[];
  readonly per: UnitKind;
  readonly quote: string;
  /** Why the others are left out, and what is proposed: 本次不安排…. */
  readonly because: string;
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

/** A declared column that conditions may look at. */
export interface DeclaredField {
  readonly name: string;
  readonly headers: readonly string[];
}

/** One whole edition. */
export interface Rules {
  readonly edition: string;
  readonly title: string;
  readonly document: { readonly number: string; readonly issued: string; readonly text: string };
  readonly period: { readonly from: string; readonly to: string; readonly listedIn: string; readonly paidBy: string };
  readonly district: string;
  readonly streets: readonly string[];
  readonly fields: readonly DeclaredField[];
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
