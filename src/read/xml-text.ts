/** Text out of the bytes of XML: entities, Excel's _x000D_ escapes, comments and CDATA. */
import type { XmlScanner } from "./xml.ts";

const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;

/** Buffer's own decoders without the bookkeeping of `toString`: they are there in every Node, but not in its types. */
interface Decoders {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

/** ASCII bytes as text: a string of its own, that keeps nothing else alive. */
export function asciiAt(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Decoders).latin1Slice(start, end);
}

/** UTF-8 bytes as text, likewise. */
export function utf8At(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Decoders).utf8Slice(start, end);
}

/** The text that stands as XML between two tags or in an attribute. */
export function textAt(bytes: Buffer, start: number, end: number): string {
  if (start >= end) return "";
  let all = 0;
  let special = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    all |= byte;
    if (byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) special = true;
  }
  const text = all < 0x80 ? asciiAt(bytes, start, end) : utf8At(bytes, start, end);
  return special ? unescaped(text) : text;
}

/** The text before the tag at which the scanner stands. */
export function textBefore({ bytes, textStart, textEnd, textOdd }: XmlScanner): string {
  return textOdd ? oddTextAt(bytes, textStart, textEnd) : textAt(bytes, textStart, textEnd);
}

/** The value of the attribute at which the scanner stands. */
export function attributeText({ bytes, valueStart, valueEnd }: XmlScanner): string {
  return textAt(bytes, valueStart, valueEnd);
}

/** Comments and instructions left out, and CDATA as it stands. */
function oddTextAt(bytes: Buffer, start: number, end: number): string {
  const raw = utf8At(bytes, start, end);
  let text = "";
  let at = 0;
  for (const piece of raw.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>/g)) {
    text += unescaped(raw.slice(at, piece.index)) + withoutStyleEscapes(piece[1] ?? "");
    at = piece.index + piece[0].length;
  }
  return text + unescaped(raw.slice(at));
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function unescaped(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const plain = lines.includes("&")
    ? lines.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));/g, (whole, hex, decimal, name) =>
        name === undefined ? (character(hex, decimal) ?? whole) : (NAMED.get(name) ?? whole),
      )
    : lines;
  return withoutStyleEscapes(plain);
}

function character(hex: string | undefined, decimal: string | undefined): string | null {
  const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Excel writes what XML cannot hold as _x000D_, and a true "_x000D_" as _x005F_x000D_. */
function withoutStyleEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
