/** References in the XML of a sheet: counts, and ranges such as A1:D1. */
import type { MergedRange } from "../model/list.ts";

/** A count in plain digits; 0 where it is none. */
export function countAt(bytes: Buffer, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 0x30;
    if (digit < 0 || digit > 9) return 0;
    number = number * 10 + digit;
  }
  return number;
}

/** "A1:D1" → its rows and columns; null where it is no range. */
export function mergedRange(ref: string): MergedRange | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref.trim());
  if (found === null) return null;
  const [, from = "", top = "", to = "", bottom = ""] = found;
  const rows = [Number(top), Number(bottom)] as const;
  const columns = [columnNumber(from), columnNumber(to)] as const;
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
