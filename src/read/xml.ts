/**
 * One pass over the bytes of an XML part: open and close tags, attributes, and the text between, all as places in the
 * bytes. No tree, no strings until somebody asks for one. Prefixes are left out of names, so that `x:row` is `row`.
 */
import { isUtf8 } from "node:buffer";
import { MAX_RECODED_BYTES } from "./limits.ts";
import { damaged, overLimit } from "./unreadable.ts";

/** What the scanner stands at. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;

/** The key of a local name, as the scanner computes it on the way: compared instead of strings. */
export function nameKey(name: string): number {
  let key = 0;
  for (let i = 0; i < name.length; i++) key = (Math.imul(key, 31) + name.charCodeAt(i)) | 0;
  return key;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/**
 * Walks the tags of one part. After `next()` gives OPEN, `attribute()` may be called until it is false; what is not
 * asked for is skipped. `<a/>` gives OPEN and then CLOSE.
 */
export class XmlScanner {
  readonly bytes: Buffer;
  /** The local name of the tag, as `nameKey`. */
  name = 0;
  /** The text before this tag since the tag before it. */
  textStart = 0;
  textEnd = 0;
  /** That text has comments or CDATA in it, which are no text or text of another kind. */
  textOdd = false;
  /** The local name of the attribute, as `nameKey`, whether it has a prefix, and where its value stands. */
  attributeName = 0;
  prefixed = false;
  valueStart = 0;
  valueEnd = 0;
  #at = 0;
  #inTag = false;
  #selfClosed = false;
  #begun = false;
  #root = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  /** Where the scanner goes on; whoever reads ahead by himself sets it past the end of an element. */
  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
    this.#inTag = false;
  }

  /** The next tag. */
  next(): number {
    if (this.#inTag) this.#skipAttributes();
    if (this.#selfClosed) {
      this.#selfClosed = false;
      this.textStart = this.textEnd = this.#at;
      this.textOdd = false;
      return CLOSE;
    }
    const bytes = this.bytes;
    const length = bytes.length;
    let at = this.#at;
    this.textStart = at;
    this.textOdd = false;
    for (;;) {
      while (at < length && bytes[at] !== LT) at++;
      if (at >= length) {
        this.textEnd = this.#at = length;
        // Rows that a writer broke off in the middle of would else be lost without a word.
        if (!this.#begun || this.name !== this.#root) throw cutOff();
        return END;
      }
      const mark = bytes[at + 1];
      if (mark !== BANG && mark !== QUESTION) break;
      this.textOdd = true;
      at = this.#skipMarkup(at);
    }
    this.textEnd = at;
    return bytes[at + 1] === SLASH ? this.#close(at + 2) : this.#open(at + 1);
  }

  #open(start: number): number {
    const bytes = this.bytes;
    let at = start;
    let key = 0;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) throw cutOff();
      if (byte <= 0x20 || byte === GT || byte === SLASH) break;
      key = byte === COLON ? 0 : (Math.imul(key, 31) + byte) | 0;
      at++;
    }
    this.name = key;
    if (!this.#begun) {
      this.#begun = true;
      this.#root = key;
    }
    if (bytes[at] === GT) {
      this.#at = at + 1;
      this.#inTag = false;
    } else {
      this.#at = at;
      this.#inTag = true;
    }
    return OPEN;
  }

  #close(start: number): number {
    const bytes = this.bytes;
    let at = start;
    let key = 0;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) throw cutOff();
      if (byte === GT) break;
      if (byte > 0x20) key = byte === COLON ? 0 : (Math.imul(key, 31) + byte) | 0;
      at++;
    }
    this.name = key;
    this.#at = at + 1;
    return CLOSE;
  }

  /** The next attribute of the tag that was just opened; false when there is none left. */
  attribute(): boolean {
    if (!this.#inTag) return false;
    const bytes = this.bytes;
    let at = this.#at;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) throw cutOff();
      if (byte === GT) {
        this.#at = at + 1;
        this.#inTag = false;
        return false;
      }
      if (byte === SLASH) this.#selfClosed = true;
      else if (byte > 0x20) break;
      at++;
    }
    let key = 0;
    this.prefixed = false;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined || byte === GT || byte === LT) throw cutOff();
      if (byte === EQUALS) break;
      if (byte === COLON) {
        key = 0;
        this.prefixed = true;
      } else if (byte > 0x20) key = (Math.imul(key, 31) + byte) | 0;
      at++;
    }
    at++;
    while (isSpace(bytes[at])) at++;
    const quote = bytes[at];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw cutOff();
    const valueStart = ++at;
    const length = bytes.length;
    while (at < length && bytes[at] !== quote) at++;
    if (at >= length) throw cutOff();
    this.attributeName = key;
    this.valueStart = valueStart;
    this.valueEnd = at;
    this.#selfClosed = false;
    this.#at = at + 1;
    return true;
  }

  #skipAttributes(): void {
    while (this.attribute());
  }

  /** Past a comment, CDATA, or processing instruction; a document type is refused, for it may define entities. */
  #skipMarkup(at: number): number {
    if (this.bytes[at + 1] === QUESTION) return this.#past("?>", at);
    if (this.bytes[at + 2] === 0x2d) return this.#past("-->", at + 4);
    if (this.bytes[at + 2] === 0x5b) return this.#past("]]>", at);
    throw damaged("XML 里带有 DTD 声明，出于安全不读", "its XML has a DTD, which is not read for safety");
  }

  #past(mark: string, from: number): number {
    const found = this.bytes.indexOf(mark, from, "latin1");
    if (found < 0) throw cutOff();
    return found + mark.length;
  }
}

/** Past the end of the element that was just opened, whatever is in it. */
export function skipElement(scan: XmlScanner): void {
  let depth = 1;
  while (depth > 0) {
    const token = scan.next();
    if (token === END) return;
    depth += token === OPEN ? 1 : -1;
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && byte <= 0x20;
}

function cutOff(): Error {
  return damaged("XML 内容不完整或已损坏", "its XML is cut off or damaged");
}

/** A part's bytes as UTF-8, whatever encoding it says it is in. */
export function xmlBytes(bytes: Buffer): Buffer {
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xff && second === 0xfe) return recode(bytes.subarray(2), "utf-16le");
  if (first === 0xfe && second === 0xff) return recode(bytes.subarray(2), "utf-16be");
  if (first === LT && second === 0) return recode(bytes, "utf-16le");
  if (first === 0 && second === LT) return recode(bytes, "utf-16be");
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(bytes.toString("latin1", 0, 200))?.[1];
  const encoding = (declared ?? "utf-8").toLowerCase();
  if (encoding !== "utf-8" && encoding !== "utf8" && !isUtf8(bytes)) return recode(bytes, encoding);
  if (!isUtf8(bytes)) throw cutOff();
  return bytes;
}

function recode(bytes: Buffer, encoding: string): Buffer {
  if (bytes.length > MAX_RECODED_BYTES) {
    throw overLimit("须转换编码的字节数", "bytes to be recoded", MAX_RECODED_BYTES, bytes.length);
  }
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes), "utf8");
  } catch {
    throw damaged(`XML 的编码 ${encoding} 不认识或有误`, `the encoding ${encoding} of its XML is unknown or wrong`);
  }
}
