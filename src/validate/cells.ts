/** What a cell of each field may hold, as zod schemas: text in, cleaned value out; what does not fit is named by its code. */
import { z } from "zod";
import type { IdFault } from "../model/entry.ts";
import { from15, hasRightCheckDigit, isWellFormed } from "../model/id-number.ts";
import { type Fen, parseYuan } from "../money.ts";
import { cleanNumber } from "./text.ts";

/** Excel keeps 15 significant digits of a number: a longer one in a number cell has lost its last ones. */
const EXCEL_DIGITS = 15;

/** 金额: a sum in yuan, given in fen. */
export const amountCell: z.ZodType<Fen, string> = z.string().transform((text, context) => {
  const fen = parseYuan(text);
  if (fen !== null) return fen;
  context.addIssue("V201");
  return z.NEVER;
});

/** 保障人数, 家庭人口: a whole number from 1 to 99, "3人" too. */
export const countCell: z.ZodType<number, string> = z
  .string()
  .transform((text) => cleanNumber(text).replace(/[人口]+$/, ""))
  .pipe(z.string().regex(/^\d{1,2}(\.0+)?$/, "V203"))
  .transform(Number)
  .pipe(z.number().int().min(1, "V203"));

/** 账号: 8 to 32 digits; spaces and hyphens between groups of digits are taken out. */
export const accountCell: z.ZodType<string, string> = z
  .string()
  .transform((text) => cleanNumber(text).replaceAll("-", ""))
  .pipe(z.string().regex(/^\d{8,32}$/, "P102"));

/** An account as it can be shown when it is none. */
export function accountText(text: string): string {
  return cleanNumber(text);
}

/** A number cell whose last digits are gone. */
export function lostDigits(text: string, kind: string): boolean {
  const plain = cleanNumber(text);
  if (/^\d(\.\d+)?E\+?\d+$/.test(plain)) return true;
  return kind === "n" && plain.replace(/\..*$/, "").length > EXCEL_DIGITS;
}

/** An ID number as its cell gives it. */
export interface IdCell {
  /** 18 characters where it has that shape, else "". */
  readonly id: string;
  readonly fault: IdFault | null;
  /** The cell was tidied: spaces, width, x. */
  readonly tidied: boolean;
  /** It had 15 digits. */
  readonly lengthened: boolean;
}

const NO_ID: IdCell = { id: "", fault: "missing", tidied: false, lengthened: false };

/** Reads a resident's ID number (GB 11643): cleaned, 15 digits lengthened to 18, its shape and check digit looked at. */
export function idCell(text: string, kind: string): IdCell {
  const plain = cleanNumber(text);
  if (plain === "") return NO_ID;
  if (plain.length === 15 && !plain.includes(".")) {
    const id = from15(plain);
    if (id !== null) return { id, fault: null, tidied: plain !== text, lengthened: true };
  }
  if (lostDigits(text, kind)) return { id: "", fault: "lost-digits", tidied: false, lengthened: false };
  if (!isWellFormed(plain)) return { id: "", fault: "malformed", tidied: false, lengthened: false };
  const tidied = plain !== text;
  if (hasRightCheckDigit(plain)) return { id: plain, fault: null, tidied, lengthened: false };
  // A file that went through Excel and was saved as text again: the digits are gone all the same.
  if (plain.endsWith("000")) return { id: "", fault: "lost-digits", tidied: false, lengthened: false };
  return { id: plain, fault: "check-digit", tidied, lengthened: false };
}
