/** Paragraphs of OpenDocument as text: white space of the XML collapsed, spaces and line ends that are meant kept. */
import { CLOSE, END, nameKey, skipElement, type XmlScanner } from "./xml.ts";
import { textAt } from "./xml-text.ts";

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
  // White space at the beginning, or after white space, is none.
  let afterSpace = true;
  for (let token = scan.next(); ; token = scan.next()) {
    const run = textAt(scan.bytes, scan.textStart, scan.textEnd, scan.textOdd).replace(/[ \t\r\n]+/g, " ");
    if (run !== "" && !(run === " " && afterSpace)) {
      text += afterSpace && run.startsWith(" ") ? run.slice(1) : run;
      afterSpace = run.endsWith(" ");
    }
    if (token === END) return text;
    if (token === CLOSE) {
      if (scan.name === PARAGRAPH) return afterSpace && text.endsWith(" ") ? text.slice(0, -1) : text;
    } else if (NO_TEXT.has(scan.name)) skipElement(scan);
    else {
      const meant = meantSpace(scan);
      if (meant === "") continue;
      text += meant;
      afterSpace = false;
    }
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
