/** Of a workbook's styles only what tells dates from numbers: the number format of each cell style. */
import type { Shows } from "./number-text.ts";
import { END, nameKey, OPEN, type XmlScanner } from "./xml.ts";
import { attributeText } from "./xml-text.ts";

const NUM_FMT = nameKey("numFmt");
const CELL_XFS = nameKey("cellXfs");
const XF = nameKey("xf");
const NUM_FMT_ID = nameKey("numFmtId");
const FORMAT_CODE = nameKey("formatCode");

/** How the cells of each style (the `s` of a cell) show their numbers. */
export function readStyles(scan: XmlScanner): readonly Shows[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellXfs = false;
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (scan.name === CELL_XFS) inCellXfs = token === OPEN;
    else if (token !== OPEN) continue;
    else if (scan.name === XF && inCellXfs) ids.push(readFormatId(scan));
    else if (scan.name === NUM_FMT) readFormat(scan, codes);
  }
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInShows(id) : formatShows(code);
  });
}

function readFormatId(scan: XmlScanner): number {
  let id = 0;
  while (scan.attribute()) {
    if (scan.attributeName === NUM_FMT_ID) id = Number(attributeText(scan));
  }
  return id;
}

function readFormat(scan: XmlScanner, codes: Map<number, string>): void {
  let id = 0;
  let code: string | null = null;
  while (scan.attribute()) {
    const value = attributeText(scan);
    if (scan.attributeName === NUM_FMT_ID) id = Number(value);
    else if (scan.attributeName === FORMAT_CODE) code = value;
  }
  // Differential formats reuse ids; the first, of the workbook's own list, holds.
  if (code !== null && !codes.has(id)) codes.set(id, code);
}

/** Formats that Excel knows without being told; 27–36 and 50–58 are those of Chinese, Japanese and Korean Excel. */
const BUILT_IN_DATES: readonly (readonly [from: number, to: number, shows: Shows])[] = [
  [14, 17, "date"],
  [18, 21, "time"],
  [22, 22, "date"],
  [27, 31, "date"],
  [32, 35, "time"],
  [36, 36, "date"],
  [45, 45, "time"],
  [46, 46, "elapsed"],
  [47, 47, "time"],
  [50, 54, "date"],
  [55, 56, "time"],
  [57, 58, "date"],
];

function builtInShows(id: number): Shows {
  return BUILT_IN_DATES.find(([from, to]) => from <= id && id <= to)?.[2] ?? "number";
}

/** What a custom format shows, by its letters: `yyyy"年"m"月"` a date, `0.00"元"` a number. */
export function formatShows(code: string): Shows {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .split(";", 1)
    .join("")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .replace(/General|G\/通用格式|E[+-]/gi, "")
    .replace(/上午\/下午|AM\/PM|A\/P/gi, "h");
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return "elapsed";
  if (/[ydeg]|aaa/i.test(bare)) return "date";
  if (/[hs]/i.test(bare)) return "time";
  return /m/i.test(bare) ? "date" : "number";
}
