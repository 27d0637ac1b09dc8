// Our lists and SheetJS's sheets, cell by cell. Equal means: the same value of the same kind at the same place; a number
// to the 15 digits that Excel keeps, a date to the second, a text to the last character.
import { theirError, theirText, theyShowDate } from "./theirs.js";

/** @typedef {import("../../dist/model/list.js").List} List */
/** @typedef {import("../../dist/model/list.js").Row} Row */
/** @typedef {import("./theirs.js").TheirCell} TheirCell */
/** @typedef {import("./theirs.js").TheirSheet} TheirSheet */

/**
 * All differences of a workbook, each with its place; none where everything is equal.
 * @param {readonly List[]} ours
 * @param {{ from1904: boolean, sheets: readonly TheirSheet[] }} theirs
 * @returns {{ cells: number, differences: string[] }}
 */
export function compareBooks(ours, theirs) {
  const names = [ours.map((list) => list.sheet), theirs.sheets.map((sheet) => sheet.name)].map((all) =>
    all.join(" | "),
  );
  if (names[0] !== names[1]) return { cells: 0, differences: [`sheets: ours ${names[0]}, theirs ${names[1]}`] };
  const tally = { cells: 0, differences: /** @type {string[]} */ ([]) };
  for (const [i, list] of ours.entries()) {
    const sheet = /** @type {TheirSheet} */ (theirs.sheets[i]);
    const differ = (/** @type {string} */ place, /** @type {string} */ how) =>
      tally.differences.push(`${list.sheet}!${place}: ${how}`);
    compareRows(list, sheet, theirs.from1904, tally, differ);
    compareShape(list, sheet, differ);
  }
  return tally;
}

/**
 * @param {List} list
 * @param {TheirSheet} sheet
 * @param {boolean} from1904
 * @param {{ cells: number }} tally
 * @param {(place: string, how: string) => void} differ
 */
function compareRows(list, sheet, from1904, tally, differ) {
  /** @type {Map<number, Row>} */
  const rows = new Map();
  for (const row of list.rows) {
    if (rows.has(row.number)) differ(`${row.number}`, "ours has this row twice");
    rows.set(row.number, row);
  }
  for (const number of new Set([...rows.keys(), ...sheet.cells.keys()])) {
    const row = rows.get(number);
    const theirs = sheet.cells.get(number);
    const width = Math.max(row?.cells.length ?? 0, ...(theirs?.keys() ?? []));
    for (let column = 1; column <= width; column++) {
      const our = { text: row?.cells[column - 1] ?? "", kind: row?.kinds[column - 1] ?? "-" };
      const their = theirs?.get(column);
      if (our.kind !== "-" || their !== undefined) tally.cells++;
      if (isSame(our, their, from1904)) continue;
      differ(`${letters(column)}${number}`, `ours ${our.kind} ${shown(our.text)}, theirs ${shownCell(their)}`);
    }
    if (row !== undefined && row.hidden !== sheet.hiddenRows.has(number))
      differ(`${number}`, `ours hidden ${row.hidden}`);
  }
}

/**
 * @param {List} list
 * @param {TheirSheet} sheet
 * @param {(place: string, how: string) => void} differ
 */
function compareShape(list, sheet, differ) {
  const merged = list.merged.map((m) => `${m.top}:${m.left}:${m.bottom}:${m.right}`).sort();
  if (merged.join(" ") !== sheet.merged.join(" "))
    differ("merged", `ours ${merged.join(" ")}, theirs ${sheet.merged.join(" ")}`);
  // Ours names hidden columns as far as the sheet is filled.
  const widest = list.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const ours = list.hiddenColumns.join(" ");
  const theirs = [...sheet.hiddenColumns].filter((column) => column <= widest).sort((a, b) => a - b);
  if (ours !== theirs.join(" ")) differ("hidden columns", `ours ${ours}, theirs ${theirs.join(" ")}`);
}

/**
 * @param {{ text: string, kind: string }} our
 * @param {TheirCell | undefined} their
 * @param {boolean} from1904
 */
function isSame(our, their, from1904) {
  if (their === undefined || their.t === "z" || their.v === undefined || their.v === "") {
    // Never calculated, or calculated as an empty text.
    const isFormula = their?.f !== undefined && their.t !== "s";
    return our.text === "" && our.kind === (isFormula ? "f" : "-");
  }
  switch (their.t) {
    case "s":
      return our.kind === "t" && lines(our.text) === lines(theirText(their));
    case "b":
      return our.kind === "b" && our.text === (their.v ? "TRUE" : "FALSE");
    case "e":
      return our.kind === "e" && our.text === theirError(their);
    case "n":
      return isSameNumber(our, Number(their.v), theyShowDate(their), from1904);
    default:
      return false;
  }
}

/**
 * The same line breaks in both: SheetJS has \n for \r\n in some cells and not in others.
 * @param {string} text
 */
function lines(text) {
  return text.replaceAll("\r\n", "\n");
}

/** 9999-12-31, the last day that Excel shows. */
const LAST_SERIAL = 2_958_465;

/**
 * @param {{ text: string, kind: string }} our
 * @param {number} value
 * @param {boolean | null} showsDate
 * @param {boolean} from1904
 */
function isSameNumber({ text, kind }, value, showsDate, from1904) {
  const isDate = (showsDate ?? kind !== "n") && value >= 0 && value < LAST_SERIAL + 1 - (from1904 ? 1462 : 0);
  if (!isDate) return kind === "n" && /^-?\d+(?:\.\d+)?$/.test(text) && digits(Number(text)) === digits(value);
  // A time without a day is handed over as text.
  const seconds = secondsOf(text, from1904);
  const isTime = /^\d+:\d\d:\d\d$/.test(text);
  return seconds !== null && kind === (isTime ? "t" : "d") && Math.abs(seconds - value * 86_400) <= 0.5001;
}

/** @param {number} value */
function digits(value) {
  return value === 0 ? "0" : value.toPrecision(15);
}

/**
 * Seconds since the day 0 of the workbook, by JavaScript's calendar and not by the reader's.
 * @param {string} text
 * @param {boolean} from1904
 */
function secondsOf(text, from1904) {
  const found = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d+):(\d\d):(\d\d))?$/.exec(text);
  if (found === null || text === "") return null;
  const [, year, month, day, h = "0", m = "0", s = "0"] = found;
  const clock = Number(h) * 3600 + Number(m) * 60 + Number(s);
  if (year === undefined) return clock;
  // Two days that never were, and the two months before the second of them.
  if (text.startsWith("1900-01-00")) return clock;
  if (text.startsWith("1900-02-29")) return 60 * 86_400 + clock;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + (from1904 ? 24_107 : 25_569);
  return (days <= 60 && !from1904 ? days - 1 : days) * 86_400 + clock;
}

/** @param {number} column */
function letters(column) {
  let text = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** @param {TheirCell | undefined} cell */
function shownCell(cell) {
  if (cell === undefined) return "nothing";
  return `${cell.t} ${shown(cell.v)}${cell.z === undefined ? "" : ` as ${shown(cell.z)}`}${cell.f === undefined ? "" : " (formula)"}`;
}

/** @param {unknown} value */
function shown(value) {
  const text = JSON.stringify(value) ?? "none";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
