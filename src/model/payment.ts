/** Payments 代发: what goes out, line by line, in batches; and the cash and goods that go out by hand. */
import type { Fen } from "../money.ts";
import type { Entitlement } from "./entitlement.ts";

/** Whose account the money goes to: an account with its holder's name. */
export interface Payee {
  readonly name: string;
  /** The holder's number where a list gives it, else "". */
  readonly idNumber: string;
  readonly account: string;
  /** The bank's name as shown, 未知银行 where it cannot be told. */
  readonly bank: string;
  /** An institution: channel 机构拨付. */
  readonly institution: boolean;
}

/** One line of a payment file: one payee and one programme. */
export interface Payment {
  /** 批次. */
  readonly batch: string;
  /** 序号 in the batch, from 1. */
  readonly serial: number;
  readonly payee: Payee;
  readonly amount: Fen;
  /** 用途, at most 12 bytes in GBK. */
  readonly purpose: string;
  /** The grants behind it; 笔数 is how many. */
  readonly grants: readonly Entitlement[];
}

/** One payment file: one payer, one fund, one bank; its totals are tabulated while it is put together. */
export interface Batch {
  readonly number: string;
  readonly payer: string;
  readonly fund: string;
  readonly bank: string;
  readonly payments: readonly Payment[];
  readonly total: Fen;
}

/** One signature sheet 签领表: cash or goods of one programme in one street. */
export interface SignatureSheet {
  readonly programme: Entitlement["programme"];
  readonly street: string;
  readonly grants: readonly Entitlement[];
  readonly total: Fen;
}

/** 移送: what another payer pays, handed over with its decisions. */
export interface Transfer {
  readonly payer: string;
  readonly grants: readonly Entitlement[];
  readonly total: Fen;
}

/** How one granted entitlement goes out. */
export type WayOut =
  | { readonly way: "batch"; readonly batch: Batch }
  | { readonly way: "sheet"; readonly sheet: SignatureSheet }
  | { readonly way: "transfer"; readonly payer: string }
  | { readonly way: "service" };

/** Everything that goes out in this run. */
export interface Disbursement {
  /** All entitlements in their stated order, those whose payment must wait now held. */
  readonly entitlements: readonly Entitlement[];
  readonly batches: readonly Batch[];
  readonly sheets: readonly SignatureSheet[];
  readonly transfers: readonly Transfer[];
}
