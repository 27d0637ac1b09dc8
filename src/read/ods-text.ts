/** Paragraphs of OpenDocument as text: spaces as they stand, as LibreOffice shows them; line ends as they are meant. */
import { CLOSE, END, nameKey, skipElement, type XmlScanner } from "./xml.ts";
import { textAt } from "./xml-text.ts";

const PARAGRAPH = nameKey("p");
const SPACES = nameKey("s");
const TAB = nameKey("tab");
const LINE_BREAK = nameKey("line-break");
const COUNT = nameKey("c");
/** Comments, notes, and the reading above a text. */
const NO_TEXT: ReadonlySet<number> = new Set(["annotation", "note", "ruby-text"].map(nameKey));

/** Line ends of the XML itself, with the white space around them: they are layout. */
const LAYOUT = / *[\t\r\n][ \t\r\n]*/g;

/** `<text:s text:c="…"/>` of more than these is no text. */
const MAX_SPACES = 1000;

/** The text of `<text:p>`, which the scanner has just opened, up to its end. */
export function readParagraph(scan: XmlScanner): string {
  let text = "";
  for (let token = scan.next(); ; token = scan.next()) {
    text += textAt(scan.bytes, scan.textStart, scan.textEnd, scan.textOdd).replace(LAYOUT, " ");
    if (token === END) return text;
    if (token === CLOSE) {
      if (scan.name === PARAGRAPH) return text;
    } else if (NO_TEXT.has(scan.name)) skipElement(scan);
    else text += meantSpace(scan);
  }
}

/** What an element within a paragraph stands for; "" for one that only has text in it. */
function meantSpace(scan: XmlScanner): string {
  if (scan.name === TAB) return "\t";
  if (scan.name === LINE_BREAK) return "\n";
  if (scan.name !== SPACES) return "";
  let count = 1;
  while (scan.attribute()) {
    if (scan.attributeName === COUNT) count = Number(textAt(scan.bytes, scan.valueStart, scan.valueEnd, false));
  }
  return " ".repeat(Number.isInteger(count) ? Math.min(Math.max(count, 0), MAX_SPACES) : 1);
}
