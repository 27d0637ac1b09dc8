/** What a cell of each field may hold: text in, cleaned value out, null where it does not fit. */
import { dayOfSerial } from "../model/civil-date.ts";
import type { IdFault } from "../model/entry.ts";
import { from15, hasRightCheckDigit, isWellFormed } from "../model/id-number.ts";
import { clean, cleanDate, cleanName, cleanNumber } from "./text.ts";

/** Excel keeps 15 significant digits of a number: a longer one in a number cell has lost its last ones. */
const EXCEL_DIGITS = 15;

/** 保障人数, 家庭人口: a whole number from 1 to 99, "3人" too; null where it is none. */
export function countCell(text: string): number | null {
  const plain = cleanNumber(text).replace(/[人口]+$/, "");
  if (!/^\d{1,2}(\.0+)?$/.test(plain)) return null;
  const count = Number(plain);
  return count >= 1 ? count : null;
}

/** 账号: 8 to 32 digits; spaces and hyphens between groups of digits are taken out. null where it is none. */
export function accountCell(text: string): string | null {
  const plain = cleanNumber(text).replaceAll("-", "");
  return /^\d{8,32}$/.test(plain) ? plain : null;
}

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

/** A person's name as its cell gives it. */
export interface NameCell {
  readonly name: string;
  /** What stands in brackets behind it (张三（已故）): it may matter more than the name. */
  readonly remark: string;
  /** It holds a character that no system can read: a question mark for a lost one, one of a private font. */
  readonly isOdd: boolean;
  /** Spaces inside it or another dot were brought to the usual spelling. */
  readonly tidied: boolean;
}

const PLAIN_NAME = /^[\u4e00-\u9fff]*$/;
const REMARK = /^(?<name>[^()]*\p{Script=Han}[^()]*)\((?<remark>[^()]*)\)?$/u;
/** Replacement character, private use, radicals, half of a pair; a question mark is what GBK leaves of a rare 汉字. */
const ODD = /[\ufffd\p{Co}\p{Cs}\u2e80-\u2eff?？]/u;

/** Reads a name: 汉字 without spaces, the official dot, what stands in brackets apart. */
export function nameCell(text: string): NameCell {
  if (PLAIN_NAME.test(text)) return { name: text, remark: "", isOdd: false, tidied: false };
  const whole = cleanName(text);
  const { name = whole, remark = "" } = REMARK.exec(whole.replaceAll("（", "(").replaceAll("）", ")"))?.groups ?? {};
  return { name, remark, isOdd: ODD.test(text), tidied: remark === "" && name !== clean(text) };
}

/** Days from 1899-12-31, as Excel counts them, of dates in which people were born: 1908 (smaller ones are years) to 2099. */
const SERIALS = { from: 2923, to: 73_050 };

/** A birth date as "1949-12-31"; a date that lost its format is a number of days. "" where it is none. */
export function dateCell(text: string, kind: string): string {
  if (text === "") return "";
  if (kind === "n" && /^\d{4,5}$/.test(text)) {
    const days = Number(text);
    return days >= SERIALS.from && days <= SERIALS.to ? dayOfSerial(days) : "";
  }
  return cleanDate(text);
}
