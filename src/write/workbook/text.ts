/** Text in cells: what XML may hold, and how wide it looks. */

/** Excel's limit for one cell. */
const LONGEST_CELL = 32_767;

/** Characters that XML 1.0 forbids, and halves of surrogate pairs. */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text as a cell can hold it. */
export function cellText(text: string): string {
  const legal = text.replace(ILLEGAL, "");
  return legal.length > LONGEST_CELL ? `${legal.slice(0, LONGEST_CELL - 1)}…` : legal;
}

/** The text between two tags. */
export function xmlText(text: string): string {
  const legal = cellText(text);
  if (!/[&<>\r]/.test(legal)) return legal;
  return legal.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "");
}

/** The text between two quotation marks of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
}

/** Width of the longest line in half-width characters: a 汉字 and full-width signs count 2. */
export function displayWidth(text: string): number {
  let widest = 0;
  let line = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) line = 0;
    else line += unit >= 0x1100 ? 2 : 1;
    if (line > widest) widest = line;
  }
  return widest;
}

/** What a column's margins and the indent of a text take of its width. */
const MARGINS = 2;

/** One line of text at the size of all tables, in points; and Excel's highest row. */
const LINE_HEIGHT = 13.5;
const HIGHEST_ROW = 400;

/**
 * The height of a row whose texts wrap in columns of these widths. Written down, since only Excel itself finds it when
 * it opens a file; others would cut the text.
 */
export function heightOf(cells: readonly unknown[], widths: readonly number[]): number {
  let most = 1;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const room = (widths[i] ?? 0) - MARGINS;
    // At most two half-width characters a unit: short texts need no closer look.
    if (typeof cell !== "string" || cell.length * 2 <= room || room < 1) continue;
    let lines = 0;
    for (const line of cell.split("\n")) lines += Math.max(1, Math.ceil(displayWidth(line) / room));
    if (lines > most) most = lines;
  }
  return Math.min(HIGHEST_ROW, most * LINE_HEIGHT + 2.5);
}
