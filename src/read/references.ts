/** References in the XML of a sheet: counts, and ranges such as A1:D1. */
import type { MergedRange } from "../model/list.ts";
import { MAX_COLUMNS, MAX_ROWS } from "./limits.ts";

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

/**
 * "A1:D1" → its rows and columns; "A:C" are whole columns, "2:3" whole rows. Null where it is no range of a sheet as
 * large as Excel's.
 */
export function mergedRange(ref: string): MergedRange | null {
  const [from = "", to = "", ...more] = ref.trim().split(":");
  const first = cornerOf(from);
  const last = cornerOf(to);
  if (first === null || last === null || more.length > 0) return null;
  const rows = [first.row ?? 1, last.row ?? MAX_ROWS] as const;
  const columns = [first.column ?? 1, last.column ?? MAX_COLUMNS] as const;
  const range = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  const fits = range.top >= 1 && range.bottom <= MAX_ROWS && range.right <= MAX_COLUMNS;
  return fits ? range : null;
}

/** "$B$7", "B" or "7". */
function cornerOf(ref: string): { readonly row: number | null; readonly column: number | null } | null {
  const found = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i.exec(ref);
  if (found === null || ref === "") return null;
  const [, letters, digits] = found;
  return {
    row: digits === undefined ? null : Number(digits),
    column: letters === undefined ? null : columnNumber(letters),
  };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
