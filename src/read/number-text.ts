/**
 * Numbers and dates of a sheet as text: what a person sees in the cell, and never more than Excel keeps. A number has
 * at most 15 significant digits and no exponent; a date is ISO.
 */
import { dayOfSerial } from "../model/civil-date.ts";

/** Excel keeps no more digits than these: an ID number typed as a number ends in 000. */
const SIGNIFICANT_DIGITS = 15;

/** "3.1010519491231E+17" → "310105194912310000", "0.30000000000000004" → "0.3"; null where it is no number. */
export function numberText(stored: string): string | null {
  const trimmed = stored.trim();
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(trimmed)) return trimmed === "-0" ? "0" : trimmed;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? plain(value) : null;
}

function plain(value: number): string {
  const [mantissa = "", exponent = "0"] = Math.abs(value)
    .toExponential(SIGNIFICANT_DIGITS - 1)
    .split("e");
  const digits = mantissa.replace(".", "").replace(/0+$/, "");
  if (digits === "") return "0";
  const point = Number(exponent) + 1;
  const sign = value < 0 ? "-" : "";
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${"0".repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** How a number format shows its number. */
export type Shows = "number" | "date" | "time" | "elapsed";

const DAY_SECONDS = 86_400;
/** 9999-12-31: Excel shows no later date. */
const LAST_SERIAL = 2_958_465;
/** Days from 1900-01-00 to 1904-01-01. */
const SERIAL_OF_1904 = 1462;
/**
 * A serial number as ISO: 44931 → "2023-01-05", 44931.5 → "2023-01-05T12:00:00". A time of day without a day is
 * "12:00:00", a length of time "36:00:00". Null where Excel shows ##### (negative, or after the year 9999).
 */
export function dateText(serial: number, shows: Shows, from1904: boolean): string | null {
  if (!(serial >= 0)) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  if (shows === "elapsed") return clock(seconds);
  const day = Math.floor(seconds / DAY_SECONDS);
  const time = seconds % DAY_SECONDS;
  if (day === 0 && shows === "time") return clock(time);
  const serialDay = from1904 ? day + SERIAL_OF_1904 : day;
  if (serialDay > LAST_SERIAL) return null;
  const date = dayOfSerial(serialDay);
  return time === 0 ? date : `${date}T${clock(time)}`;
}

function two(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * A date that the file has as ISO text already, in the form that `dateText` gives: a time only where it is not midnight,
 * to the nearest second. What is no such text stays as it is.
 */
export function isoText(stored: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(stored.trim());
  if (found === null || (found[1] ?? found[2]) === undefined) return stored.trim();
  const [, day, hours = "0", minutes = "0", seconds = "0"] = found;
  // Half a second before midnight stays on its day.
  const time = Math.min(Number(hours) * 3600 + Number(minutes) * 60 + Math.round(Number(seconds)), DAY_SECONDS - 1);
  if (day === undefined) return clock(time);
  return time === 0 ? day : `${day}T${clock(time)}`;
}
