/**
 * One pass over the bytes of an XML part: open and close tags, attributes, and the text between, all as places in the
 * bytes at hand. No tree, no strings until somebody asks for one. Prefixes are left out of names, so that `x:row` is
 * `row`. The part passes by in a window: whatever breaks off at its edge is read again when more has come.
 */
import { MAX_XML_PIECE_BYTES } from "./limits.ts";
import type { ByteStream } from "./stream.ts";
import { damaged, overLimit } from "./unreadable.ts";
import { asUtf8Stream } from "./xml-encoding.ts";

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

/** Small enough for the processor's cache, which is why unpacking and reading in turns is quick. */
const WINDOW_BYTES = 128 * 1024;
/**
 * After the bytes at hand stand as many zeros: XML has none, so that loops end there without asking for the length, and
 * whoever compares what should come next finds that it does not.
 */
const ZEROS = 64;

/**
 * Walks the tags of one part. After `next()` gives OPEN, `attribute()` may be called until it is false; what is not
 * asked for is skipped. `<a/>` gives OPEN and then CLOSE. Places hold until the next call.
 */
export class XmlScanner {
  /** The window. */
  bytes: Buffer = Buffer.allocUnsafeSlow(WINDOW_BYTES + ZEROS);
  /** The same, to compare four bytes at once. */
  view: DataView = viewOf(this.bytes);
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
  readonly #stream: ByteStream;
  /** What is read of the window, and how far it is filled. */
  #at = 0;
  #end = 0;
  #inTag = false;
  #selfClosed = false;
  #closed = false;
  #begun = false;
  #root = 0;

  constructor(stream: ByteStream) {
    this.#stream = asUtf8Stream(stream);
    this.bytes.fill(0, 0, ZEROS);
    this.#more();
    const { bytes } = this;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3;
  }

  /** Where the scanner goes on; whoever reads ahead by himself sets it past the end of an element. */
  get at(): number {
    return this.#at;
  }

  set at(at: number) {
    this.#at = at;
    this.#inTag = false;
    this.#closed = true;
  }

  /** The next tag. */
  next(): number {
    if (this.#inTag) while (this.attribute());
    if (this.#selfClosed) {
      this.#selfClosed = false;
      this.#closed = true;
      this.textStart = this.textEnd = this.#at;
      this.textOdd = false;
      return CLOSE;
    }
    const bytes = this.bytes;
    let at = this.#at;
    this.textStart = at;
    this.textOdd = false;
    for (;;) {
      let byte = bytes[at];
      while (byte !== LT && byte !== 0) byte = bytes[++at];
      if (byte === 0) return this.#moreAt(at) ? this.next() : this.#finish();
      const mark = bytes[at + 1];
      if (mark === SLASH) return this.#close(at);
      if (mark !== BANG && mark !== QUESTION) return this.#open(at);
      this.textOdd = true;
      at = this.#pastMarkup(at);
      if (at < 0) return this.next();
    }
  }

  /** The part is over: rows that a writer broke off in the middle of would else be lost without a word. */
  #finish(): number {
    this.textStart = this.textEnd = this.#end;
    if (!this.#begun || !this.#closed || this.name !== this.#root) throw cutOff();
    return END;
  }

  #open(start: number): number {
    const bytes = this.bytes;
    let at = start + 1;
    let key = 0;
    let byte = bytes[at] as number;
    while (byte > 0x20 && byte !== GT && byte !== SLASH) {
      key = byte === COLON ? 0 : (Math.imul(key, 31) + byte) | 0;
      byte = bytes[++at] as number;
    }
    if (byte === 0) return this.#again(at);
    this.textEnd = start;
    this.name = key;
    this.#closed = false;
    if (!this.#begun) {
      this.#begun = true;
      this.#root = key;
    }
    this.#inTag = byte !== GT;
    this.#at = this.#inTag ? at : at + 1;
    return OPEN;
  }

  #close(start: number): number {
    const bytes = this.bytes;
    let at = start + 2;
    let key = 0;
    let byte = bytes[at] as number;
    while (byte !== GT && byte !== 0) {
      if (byte > 0x20) key = byte === COLON ? 0 : (Math.imul(key, 31) + byte) | 0;
      byte = bytes[++at] as number;
    }
    if (byte === 0) return this.#again(at);
    this.textEnd = start;
    this.name = key;
    this.#closed = true;
    this.#at = at + 1;
    return CLOSE;
  }

  /** The next attribute of the tag that was just opened; false when there is none left. */
  attribute(): boolean {
    if (!this.#inTag) return false;
    const bytes = this.bytes;
    let at = this.#at;
    let byte = bytes[at] as number;
    while (byte !== 0 && (byte <= 0x20 || byte === SLASH)) byte = bytes[++at] as number;
    if (byte === GT) {
      this.#selfClosed = bytes[at - 1] === SLASH;
      this.#at = at + 1;
      this.#inTag = false;
      return false;
    }
    let key = 0;
    this.prefixed = false;
    while (byte !== EQUALS) {
      if (byte === 0) return this.#attributeAgain(at);
      if (byte === GT || byte === LT) throw cutOff();
      if (byte === COLON) this.prefixed = true;
      if (byte > 0x20) key = byte === COLON ? 0 : (Math.imul(key, 31) + byte) | 0;
      byte = bytes[++at] as number;
    }
    byte = bytes[++at] as number;
    while (byte !== 0 && byte <= 0x20) byte = bytes[++at] as number;
    const quote = byte;
    if (quote !== QUOTE && quote !== APOSTROPHE) {
      if (byte === 0) return this.#attributeAgain(at);
      throw cutOff();
    }
    const valueStart = ++at;
    byte = bytes[at] as number;
    while (byte !== quote && byte !== 0) byte = bytes[++at] as number;
    if (byte === 0) return this.#attributeAgain(at);
    this.attributeName = key;
    this.valueStart = valueStart;
    this.valueEnd = at;
    this.#at = at + 1;
    return true;
  }

  /** Past a comment, CDATA, or instruction, -1 where all is to be read again; a document type may define entities. */
  #pastMarkup(at: number): number {
    const { bytes } = this;
    let mark = "]]>";
    let from = at + 2;
    if (bytes[at + 1] === QUESTION) mark = "?>";
    else if (bytes[from] === 0x2d) {
      mark = "-->";
      from += 2;
    } else if (bytes[from] !== 0x5b && bytes[from] !== 0) {
      throw damaged("XML 里带有 DTD 声明，出于安全不读", "its XML has a DTD, which is not read for safety");
    }
    const found = bytes.subarray(0, this.#end).indexOf(mark, from, "latin1");
    if (found >= 0) return found + mark.length;
    if (!this.#more()) throw cutOff();
    return -1;
  }

  /** The tag broke off at this place: the text before it and the tag are read again. */
  #again(at: number): number {
    if (!this.#moreAt(at)) throw cutOff();
    return this.next();
  }

  #attributeAgain(at: number): boolean {
    if (!this.#moreAt(at)) throw cutOff();
    return this.attribute();
  }

  /** A zero is the edge of the window, or else it has no business in XML. */
  #moreAt(at: number): boolean {
    if (at < this.#end) throw damaged("XML 里有空字符", "its XML has a null character");
    return this.#more();
  }

  /** Moves what is not read yet to the front of the window, and fills the rest; false at the end of the part. */
  #more(): boolean {
    const left = this.#end - this.#at;
    if (left > this.bytes.length / 2) this.#grow(left);
    const { bytes } = this;
    bytes.copyWithin(0, this.#at, this.#end);
    const count = this.#stream.read(bytes, left, bytes.length - ZEROS - left);
    this.#at = 0;
    this.#end = left + count;
    bytes.fill(0, this.#end, this.#end + ZEROS);
    return count > 0;
  }

  #grow(left: number): void {
    const limit = MAX_XML_PIECE_BYTES;
    if (left > limit) throw overLimit("一段 XML 的字节数", "bytes of one piece of XML", limit, `> ${limit}`);
    const size = this.bytes.length * 2;
    const bytes = Buffer.allocUnsafeSlow(size);
    this.bytes.copy(bytes, 0, 0, this.#end);
    this.bytes = bytes;
    this.view = viewOf(bytes);
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

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function cutOff(): Error {
  return damaged("XML 内容不完整或已损坏", "its XML is cut off or damaged");
}
