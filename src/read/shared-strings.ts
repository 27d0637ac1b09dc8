/** The texts that a workbook's cells share, in their order: rich text joined, phonetic guides left out. */
import { MAX_CELL_LENGTH, MAX_CELLS } from "./limits.ts";
import { overLimit } from "./unreadable.ts";
import { CLOSE, END, nameKey, OPEN, XmlScanner } from "./xml.ts";
import { asciiAt, type TextMemory, textAt, utf8At } from "./xml-text.ts";

const SI = nameKey("si");
const T = nameKey("t");
const RPH = nameKey("rPh");
const SPACE = nameKey("space");

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
  // White space at either end is another matter (xml:space).
  if (end > start && ((bytes[start] as number) <= 0x20 || (bytes[end - 1] as number) <= 0x20)) return null;
  scan.at = end + FINISH.length;
  return all < 0x80 ? asciiAt(bytes, start, end) : utf8At(bytes, start, end);
}

const LT = 0x3c;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;

/** The text of `<si>` or `<is>`, which the scanner has just opened, up to its end; `memory` knows texts seen before. */
export function readRichText(scan: XmlScanner, ends: number, memory: TextMemory | null): string {
  let text = "";
  let phonetic = false;
  let keepsSpace = false;
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token === CLOSE) {
      if (scan.name === ends) return text;
      if (scan.name === RPH) phonetic = false;
      else if (scan.name === T && !phonetic) {
        const run = readRun(scan, keepsSpace, memory);
        text = text === "" ? run : text + run;
      }
    } else if (scan.name === RPH) phonetic = true;
    else if (scan.name === T) keepsSpace = saysPreserve(scan);
  }
  return text;
}

function saysPreserve(scan: XmlScanner): boolean {
  let preserve = false;
  while (scan.attribute()) {
    // "preserve" or "default": the first letter tells.
    if (scan.attributeName === SPACE) preserve = scan.bytes[scan.valueStart] === 0x70;
  }
  return preserve;
}

/**
 * The text of `<t>`, which the scanner has just closed. Without xml:space="preserve" Excel drops the white space around
 * it: XML's own four characters, and only where they are not written as &#10;.
 */
function readRun(scan: XmlScanner, keepsSpace: boolean, memory: TextMemory | null): string {
  const { bytes } = scan;
  let start = scan.textStart;
  let end = scan.textEnd;
  if (!keepsSpace) {
    while (start < end && (bytes[start] as number) <= 0x20) start++;
    while (start < end && (bytes[end - 1] as number) <= 0x20) end--;
  }
  return memory === null || scan.textOdd ? textAt(bytes, start, end, scan.textOdd) : memory.text(start, end);
}
