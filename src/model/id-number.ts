/** Resident identity numbers: GB 11643-1999 (18 digits) and its 1989 predecessor (15 digits). */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";

/** The check character that belongs to the first 17 digits (ISO 7064 MOD 11-2). */
export function checkDigit(first17: string): string {
  let total = 0;
  for (let i = 0; i < 17; i++) total += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECKS.charAt(total % 11);
}

/** Has the shape of an 18-digit number: 17 digits and a digit or X, with a birth date that exists. */
export function isWellFormed(id: string): boolean {
  return /^[1-9]\d{16}[\dX]$/.test(id) && birthDate(id) !== null;
}

/** The last character is the one that follows from the first 17. */
export function hasRightCheckDigit(id: string): boolean {
  return checkDigit(id) === id.charAt(17);
}

/**
 * A 15-digit number as 18 digits: the century 19 goes in after the area code.
 * @returns null where the shape is wrong, or the sequence is 996 to 999: those marked people born in 18xx.
 */
export function from15(id: string): string | null {
  if (!/^[1-9]\d{14}$/.test(id) || Number(id.slice(12)) >= 996) return null;
  const first17 = `${id.slice(0, 6)}19${id.slice(6)}`;
  const id18 = first17 + checkDigit(first17);
  return birthDate(id18) === null ? null : id18;
}

/** The birth date of an 18-digit number as "1949-12-31", or null where there is no such day. */
export function birthDate(id: string): string | null {
  const year = Number(id.slice(6, 10));
  const month = Number(id.slice(10, 12));
  const day = Number(id.slice(12, 14));
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 310198********0021: an ID number as screens may show it. Shorter texts keep only their ends. */
export function maskNumber(text: string): string {
  if (text.length >= 15) return `${text.slice(0, 6)}${"*".repeat(text.length - 10)}${text.slice(-4)}`;
  return text.length > 4 ? `${text.slice(0, 2)}${"*".repeat(text.length - 4)}${text.slice(-2)}` : text;
}

/** A number as somebody types it on a command line, in the form in which outputs hold it: 18 characters, X large. */
export function cleanIdNumber(text: string): string {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  return plain.length === 15 ? (from15(plain) ?? plain) : plain;
}

/** A resident's number of 18 characters, as against another document's kind and number or none. */
export function isResidentNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text);
}
