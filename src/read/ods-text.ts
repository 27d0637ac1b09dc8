/** Paragraphs of OpenDocument as text: spaces as they stand, as LibreOffice shows them; line ends as they are meant. */
import { checkedLength } from "./texts.ts";
import { CLOSE, END, nameKey, skipElement, type XmlScanner } from "./xml.ts";
import { attributeText, textBefore } from "./xml-text.ts";

const PARAGRAPH = nameKey("p");
const SPACES = nameKey("s");
const TAB = nameKey("tab");
const LINE_BREAK = nameKey("line-break");
const COUNT = nameKey("c");
/** Comments, notes, and the reading above a text. */
const NO_TEXT: ReadonlySet<number> = new Set(["annotation", "note", "ruby-text"].map(nameKey));

/** `<text:s text:c="…"/>` of more than these is no text. */
const MAX_SPACES = 1000;

/** The text of `<text:p>`, which the scanner has just opened, up to its end. */
export function readParagraph(scan: XmlScanner): string {
  let text = "";
  for (let token = scan.next(); ; token = scan.next()) {
    text = checkedLength(text + withoutLayout(textBefore(scan)));
    if (token === END) return text;
    if (token === CLOSE) {
      if (scan.name === PARAGRAPH) return text;
    } else if (NO_TEXT.has(scan.name)) skipElement(scan);
    else text = checkedLength(text + meantSpace(scan));
  }
}

/** Line ends of the XML itself, with the white space around them, are layout. */
function withoutLayout(text: string): string {
  return text.replace(/[ \t\r\n]+/g, (space) => (/[\t\r\n]/.test(space) ? " " : space));
}

/** What an element within a paragraph stands for; "" for one that only has text in it. */
function meantSpace(scan: XmlScanner): string {
  if (scan.name === TAB) return "\t";
  if (scan.name === LINE_BREAK) return "\n";
  if (scan.name !== SPACES) return "";
  let count = 1;
  while (scan.attribute()) {
    if (scan.attributeName === COUNT) count = Number(attributeText(scan));
  }
  return " ".repeat(Number.isInteger(count) ? Math.min(Math.max(count, 0), MAX_SPACES) : 1);
}
