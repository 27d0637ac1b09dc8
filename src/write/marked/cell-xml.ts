/** A cell of a list, as it was read, as the XML of a cell that reads back as the same text and kind. */

/** How a cell of a copy is formatted. */
export type CellFormat = "text" | "number" | "long" | "day" | "moment";

/** The format of a cell by its kind (model/list.ts) and text; `coloured`: somebody is going to type into it. */
export function formatOfCell(kind: string, text: string, coloured: boolean): CellFormat {
  if (kind === "n") {
    if (text.replace(/\D/g, "").length < LONG) return "number";
    // Typed into a number's format, the right ID number would lose its last digits again.
    return coloured ? "text" : "long";
  }
  if (kind === "d") return serialOf(text) === null ? "text" : text.includes("T") ? "moment" : "day";
  return "text";
}

/** Excel shows a number of more digits as 1.23E+11. */
const LONG = 12;

/** Error values that Excel knows; with another one it would call the file damaged. */
const ERRORS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

/** The XML of one cell; `style` is the index of its cell style. */
export function cellXml(address: string, style: string, kind: string, text: string): string {
  const open = `<c r="${address}" s="${style}"`;
  switch (kind) {
    case "-":
      return `${open}/>`;
    case "n":
      return `${open}><v>${Number(text)}</v></c>`;
    case "d": {
      const serial = serialOf(text);
      if (serial !== null) return `${open}><v>${serial}</v></c>`;
      break;
    }
    case "b":
      return `${open} t="b"><v>${text === "TRUE" ? 1 : 0}</v></c>`;
    case "e":
      if (ERRORS.has(text)) return `${open} t="e"><v>${text}</v></c>`;
      break;
    case "f":
      // Never calculated, and its formula was not read: it stays a formula without a value.
      return `${open}><f>NA()</f></c>`;
  }
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `${open} t="inlineStr"><is><t${space}>${exactXml(text)}</t></is></c>`;
}

/** What XML cannot hold, or would not keep, and an underscore that would be taken for the beginning of an escape. */
const NEEDS_ESCAPE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to write otherwise
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-fA-F]{4}_)/g;

/** The text as Excel itself would write it: nothing of it is lost. */
function exactXml(text: string): string {
  const escaped = text.replace(NEEDS_ESCAPE, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0")}_`);
  if (!/[&<>]/.test(escaped)) return escaped;
  return escaped.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const DAY_SECONDS = 86_400;

/**
 * "2023-01-05" → "44931", "2023-01-05T12:00:00" → "44931.5": the serial number of a date in a workbook that counts
 * from 1900; null where the text is no such date. The inverse of `dateText` in src/read/.
 */
export function serialOf(iso: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?$/.exec(iso);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((n) => Number(n ?? 0));
  const serial = daySerial(year, month, day);
  const time = (hours * 60 + minutes) * 60 + seconds;
  if (serial === null || time >= DAY_SECONDS) return null;
  return String(serial + time / DAY_SECONDS);
}

/** Excel counts from 1900-01-00 and believes in 1900-02-29. */
function daySerial(year: number, month: number, day: number): number | null {
  if (year === 1900 && month === 1 && day === 0) return 0;
  if (year === 1900 && month === 2 && day === 29) return 60;
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  // Whole days by a calendar whose years begin in March, so that leap days come last.
  const y = month < 3 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) + day - 1;
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear;
  const serial = days - MARCH_0_TO_1899_12_30;
  return serial < 61 ? serial - 1 : serial;
}

/** Days from 0000-03-01 to 1899-12-30. */
const MARCH_0_TO_1899_12_30 = 693_899;
