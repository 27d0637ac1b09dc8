/**
 * How a bank wants its payment file, as data. Only the general CSV stands here; further banks' formats are values of
 * the same type (issue 4 reads them from rules/banks/), and no code of `batch-file.ts` changes for one.
 */
import type { Batch, Payment } from "../model/payment.ts";
import { toYuan } from "../money.ts";
import { CSV_LAYOUT, type TextLayout } from "./csv.ts";

/** What a column of a payment file holds. */
export type BankField = "serial" | "name" | "idNumber" | "account" | "bank" | "yuan" | "purpose";

/** What a cell of the last line holds: a fixed word, or a control total. */
export type TrailerField = "" | "count" | "total" | { readonly word: string };

/** A payment file, from its first byte to its last. */
export interface BankFormat {
  readonly id: string;
  /** Behind the file's name. */
  readonly ending: string;
  readonly layout: TextLayout;
  readonly columns: readonly { readonly title: string; readonly field: BankField }[];
  /** The titles stand in the first line. */
  readonly header: boolean;
  /** One cell a column; null where the file ends with its last payment. */
  readonly trailer: readonly TrailerField[] | null;
}

/** The general CSV: what every bank's counter can open, and from which its own template is filled. */
export const GENERAL_CSV: BankFormat = {
  id: "general",
  ending: ".csv",
  layout: CSV_LAYOUT,
  columns: [
    { title: "序号", field: "serial" },
    { title: "户名", field: "name" },
    { title: "身份证号", field: "idNumber" },
    { title: "账号", field: "account" },
    { title: "开户银行", field: "bank" },
    { title: "金额", field: "yuan" },
    { title: "用途", field: "purpose" },
  ],
  header: true,
  trailer: [{ word: "合计" }, "count", "", "", "", "total", ""],
};

/** The format of a batch: the general one, until the campaign file names a paying account with its bank's format. */
export function formatOf(_batch: Batch): BankFormat {
  return GENERAL_CSV;
}

/** The cell of a payment's line. */
export const BANK_CELLS: Readonly<Record<BankField, (payment: Payment) => string>> = {
  serial: (p) => String(p.serial),
  name: (p) => p.payee.name,
  idNumber: (p) => p.payee.idNumber,
  account: (p) => p.payee.account,
  bank: (p) => p.payee.bank,
  yuan: (p) => toYuan(p.amount),
  purpose: (p) => p.purpose,
};
