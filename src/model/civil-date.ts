/** Days and months as texts, "2023-01-22" and "2023-01": they compare as texts do, and no clock is near. */

/** A day that exists, from 1900 on. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1900 && day >= 1 && day <= daysIn(year, month);
}

/** Days of a month; 0 where there is no such month. */
export function daysIn(year: number, month: number): number {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Excel believes in 1900-02-29. */
const LEAP_DAY_THAT_WAS_NOT = 60;
/** Days from 0000-03-01 to 1899-12-30, the day from which serial numbers after February 1900 count. */
const MARCH_0_SERIAL = 693_899;
const DAYS_400_YEARS = 146_097;

/**
 * The day that Excel shows for a serial number: 44931 → "2023-01-05". By whole numbers alone (years begin in March, so
 * that leap days come last).
 */
export function dayOfSerial(serial: number): string {
  if (serial === 0) return "1900-01-00";
  if (serial === LEAP_DAY_THAT_WAS_NOT) return "1900-02-29";
  const days = (serial < LEAP_DAY_THAT_WAS_NOT ? serial + 1 : serial) + MARCH_0_SERIAL;
  const dayOfEra = days % DAYS_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + Math.floor(days / DAYS_400_YEARS) * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(day)}`;
}

/**
 * Whole years of age (周岁) on a day: one more on the birthday itself.
 * @param leapBirthday where somebody born on 29 February turns older in years that have no such day: "02-28" or "03-01"
 */
export function ageOn(born: string, day: string, leapBirthday: string): number {
  const year = Number(day.slice(0, 4));
  const birthday = born.endsWith("-02-29") && !isLeap(year) ? leapBirthday : born.slice(5);
  return year - Number(born.slice(0, 4)) - (day.slice(5) < birthday ? 1 : 0);
}

/** "2020-02" → "2020-02-29". */
export function lastDayOf(month: string): string {
  return `${month}-${String(daysIn(Number(month.slice(0, 4)), Number(month.slice(5)))).padStart(2, "0")}`;
}

/** The month so many months later (or earlier): "2023-12" and 1 → "2024-01". */
export function monthAfter(month: string, months: number): string {
  const count = monthNumber(month) + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** Months from the one to the other, both of them counted; 0 where the first lies behind the last. */
export function monthsBetween(first: string, last: string): number {
  return Math.max(monthNumber(last) - monthNumber(first) + 1, 0);
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function two(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}
