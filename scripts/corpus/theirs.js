// A workbook as SheetJS reads it, in the shape in which the comparison wants it. The library is asked for values and
// not for displays: how a cell looks is its own affair, what it holds is not.
import XLSX from "@e965/xlsx";

/**
 * One cell as SheetJS has it.
 * @typedef {{ t: string, v?: unknown, z?: string | number, f?: string, r?: string }} TheirCell
 */

/**
 * One worksheet. Rows and columns count from 1.
 * @typedef {object} TheirSheet
 * @property {string} name
 * @property {Map<number, Map<number, TheirCell>>} cells row → column → cell
 * @property {Set<number>} hiddenRows
 * @property {Set<number>} hiddenColumns
 * @property {string[]} merged "top:left:bottom:right", sorted
 */

/**
 * The worksheets of a workbook in their order; charts and dialogs, which hold no cells, are left out.
 * @param {Buffer} bytes
 * @returns {{ from1904: boolean, sheets: TheirSheet[] }}
 */
export function theirBook(bytes) {
  const book = XLSX.read(bytes, {
    type: "buffer",
    dense: true,
    nodim: true,
    cellDates: false,
    cellFormula: true,
    cellHTML: false,
    cellNF: true,
    cellStyles: true,
    cellText: false,
  });
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    const isSheet = sheet !== undefined && (sheet["!type"] === undefined || sheet["!type"] === "sheet");
    return isSheet ? [theirSheet(name, sheet)] : [];
  });
  return { from1904: book.Workbook?.WBProps?.date1904 === true, sheets };
}

/**
 * @param {string} name
 * @param {import("@e965/xlsx").WorkSheet} sheet
 * @returns {TheirSheet}
 */
function theirSheet(name, sheet) {
  const cells = new Map();
  for (const [r, row] of (sheet["!data"] ?? []).entries()) {
    if (row === undefined || row === null) continue;
    const columns = new Map();
    for (const [c, cell] of row.entries()) if (cell !== undefined && cell !== null) columns.set(c + 1, cell);
    if (columns.size > 0) cells.set(r + 1, columns);
  }
  return {
    name,
    cells,
    hiddenRows: hiddenOf(sheet["!rows"]),
    hiddenColumns: hiddenOf(sheet["!cols"]),
    merged: (sheet["!merges"] ?? []).map(theirRange).sort(),
  };
}

/**
 * For a whole column or row SheetJS has -1, as the row or column that is not named.
 * @param {import("@e965/xlsx").Range} range
 */
function theirRange({ s, e }) {
  const first = `${Math.max(s.r, 0) + 1}:${Math.max(s.c, 0) + 1}`;
  return `${first}:${e.r < 0 ? 1_048_576 : e.r + 1}:${e.c < 0 ? 16_384 : e.c + 1}`;
}

/** @param {readonly ({ hidden?: boolean } | undefined)[] | undefined} infos */
function hiddenOf(infos) {
  const hidden = new Set();
  for (const [i, info] of (infos ?? []).entries()) if (info?.hidden) hidden.add(i + 1);
  return hidden;
}

/**
 * Whether a number format shows a date or a time, as SheetJS tells it; null where it does not know the format (it has
 * none of those that only Chinese, Japanese and Korean Excel know by their number, 27 to 36 and 50 to 58).
 * @param {TheirCell} cell
 */
export function theyShowDate({ z }) {
  return z === undefined ? null : XLSX.SSF.is_date(String(z));
}

/**
 * The whole text of a cell. Where a plain text is followed by formatted runs SheetJS takes the first alone as the value;
 * the XML that it keeps beside it has all of them.
 * @param {TheirCell} cell
 */
export function theirText({ v, r }) {
  const rich = typeof r === "string" && /^<t\b[\s\S]*<r>/.test(r);
  if (!rich) return String(v);
  const runs = r.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g);
  return [...runs].map((run) => run[1]).join("");
}

/**
 * The text of an error value, "#REF!".
 * @param {TheirCell} cell
 */
export function theirError(cell) {
  return XLSX.utils.format_cell(/** @type {import("@e965/xlsx").CellObject} */ (cell));
}
