/** The texts that a workbook's cells share, in their order: rich text joined, phonetic guides left out. */
import { MAX_CELLS } from "./limits.ts";
import { checkedLength, type Texts } from "./texts.ts";
import { overLimit } from "./unreadable.ts";
import { word } from "./words.ts";
import { CLOSE, END, nameKey, OPEN, type XmlScanner } from "./xml.ts";
import { textBefore } from "./xml-text.ts";

const SI = nameKey("si");
const T = nameKey("t");
const RPH = nameKey("rPh");

/** Adds all shared strings of a workbook to the texts, which are empty so far: their numbers are the cells' indexes. */
export function readSharedStrings(scan: XmlScanner, texts: Texts): void {
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token !== OPEN || scan.name !== SI) continue;
    if (!readCommonString(scan, texts)) texts.add(readRichText(scan, SI));
    if (texts.count > MAX_CELLS) throw overLimit("共享文本数", "shared strings", MAX_CELLS, `> ${MAX_CELLS}`);
  }
}

const LT = 0x3c;
const T_OPEN = word("><t>");
const T_CLOSE = word("</t>");
const SI_CLOSE = word("</si");

/** `<si><t>…</t></si>`, as nearly all of them are, in one go; false (and nothing has happened) where it is more. */
function readCommonString(scan: XmlScanner, texts: Texts): boolean {
  const { bytes, view } = scan;
  if (view.getUint32(scan.at - 1) !== T_OPEN) return false;
  const start = scan.at + 3;
  let end = start;
  let byte = bytes[end] as number;
  while (byte !== LT && byte !== 0) byte = bytes[++end] as number;
  if (view.getUint32(end) !== T_CLOSE || view.getUint32(end + 4) !== SI_CLOSE) return false;
  if (bytes[end + 8] !== 0x3e) return false;
  texts.addXml(bytes, start, end);
  scan.at = end + 9;
  return true;
}

/**
 * The text of `<si>` or `<is>`, which the scanner has just opened, up to its end. White space around it is kept whether
 * or not xml:space="preserve" stands there: Excel would drop it, but a reader that drops nothing is easier to check, and
 * whoever cleans a cell trims it anyway.
 */
export function readRichText(scan: XmlScanner, ends: number): string {
  let text = "";
  let phonetic = false;
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token === CLOSE) {
      if (scan.name === ends) return text;
      if (scan.name === RPH) phonetic = false;
      else if (scan.name === T && !phonetic) text = checkedLength(text + textBefore(scan));
    } else if (scan.name === RPH) phonetic = true;
  }
  return text;
}
