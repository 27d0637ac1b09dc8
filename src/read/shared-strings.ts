/** The texts that a workbook's cells share, in their order: rich text joined, phonetic guides left out. */
import { MAX_CELL_LENGTH, MAX_CELLS } from "./limits.ts";
import { overLimit } from "./unreadable.ts";
import { CLOSE, END, nameKey, OPEN, XmlScanner } from "./xml.ts";
import { asciiAt, type TextMemory, textAt, utf8At } from "./xml-text.ts";

const SI = nameKey("si");
const T = nameKey("t");
const RPH = nameKey("rPh");

/** All shared strings of a workbook. */
export function readSharedStrings(bytes: Buffer): readonly string[] {
  const scan = new XmlScanner(bytes);
  const texts: string[] = [];
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token !== OPEN || scan.name !== SI) continue;
    const text = readCommonString(scan) ?? readRichText(scan, SI, null);
    if (text.length > MAX_CELL_LENGTH) {
      throw overLimit("单元格字数", "characters in a cell", MAX_CELL_LENGTH, text.length);
    }
    texts.push(text);
    if (texts.length > MAX_CELLS) throw overLimit("共享文本数", "shared strings", MAX_CELLS, `> ${MAX_CELLS}`);
  }
  return texts;
}

const BEGIN = Buffer.from("><t>");
const FINISH = Buffer.from("</t></si>");

/** `<si><t>…</t></si>`, as nearly all of them are, in one go; null (and nothing has happened) where it is more. */
function readCommonString(scan: XmlScanner): string | null {
  const { bytes } = scan;
  const begin = scan.at - 1;
  for (let i = 0; i < BEGIN.length; i++) if (bytes[begin + i] !== BEGIN[i]) return null;
  const start = begin + BEGIN.length;
  let end = start;
  let all = 0;
  for (let byte = bytes[start]; byte !== LT; byte = bytes[++end]) {
    if (byte === undefined || byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) return null;
    all |= byte;
  }
  for (let i = 0; i < FINISH.length; i++) if (bytes[end + i] !== FINISH[i]) return null;
  scan.at = end + FINISH.length;
  return all < 0x80 ? asciiAt(bytes, start, end) : utf8At(bytes, start, end);
}

const LT = 0x3c;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;

/**
 * The text of `<si>` or `<is>`, which the scanner has just opened, up to its end; `memory` knows texts seen before.
 * White space around it is kept whether or not xml:space="preserve" stands there: Excel would drop it, but a reader
 * that drops nothing is easier to check, and whoever cleans a cell trims it anyway.
 */
export function readRichText(scan: XmlScanner, ends: number, memory: TextMemory | null): string {
  let text = "";
  let phonetic = false;
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token === CLOSE) {
      if (scan.name === ends) return text;
      if (scan.name === RPH) phonetic = false;
      else if (scan.name === T && !phonetic) {
        const run = readRun(scan, memory);
        text = text === "" ? run : text + run;
      }
    } else if (scan.name === RPH) phonetic = true;
  }
  return text;
}

/** The text of `<t>`, which the scanner has just closed. */
function readRun({ bytes, textStart, textEnd, textOdd }: XmlScanner, memory: TextMemory | null): string {
  const isPlain = memory !== null && !textOdd;
  return isPlain ? memory.text(textStart, textEnd) : textAt(bytes, textStart, textEnd, textOdd);
}
