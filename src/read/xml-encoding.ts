/** The bytes of an XML part as UTF-8, whatever encoding it is in: nearly always they are that already. */
import { isUtf8 } from "node:buffer";
import { MAX_RECODED_BYTES } from "./limits.ts";
import { type ByteStream, rest, streamOf } from "./stream.ts";
import { damaged, overLimit } from "./unreadable.ts";

/** The same text in UTF-8, cut between characters; bytes that are no text of their encoding are damage. */
export function asUtf8Stream(bytes: ByteStream): ByteStream {
  const head = Buffer.alloc(HEAD_BYTES);
  const count = bytes.read(head, 0, head.length);
  const whole = { head: head.subarray(0, count), bytes };
  const encoding = encodingOf(whole.head);
  return encoding === "utf-8" ? new CheckedStream(whole) : recoded(whole, encoding);
}

/** A stream whose first bytes were taken off to look at them. */
interface Looked {
  readonly head: Buffer;
  readonly bytes: ByteStream;
}

/** Enough for an XML declaration. */
const HEAD_BYTES = 200;

const LT = 0x3c;

/** By the byte order mark, by the zeros around the first "<", or by what the declaration says. */
function encodingOf(head: Buffer): string {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === LT && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LT)) return "utf-16be";
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head.toString("latin1"))?.[1];
  const encoding = (declared ?? "utf-8").toLowerCase();
  return encoding === "utf8" || encoding === "us-ascii" ? "utf-8" : encoding;
}

/** Rare, and so in one piece. What says another encoding and is UTF-8 all the same is taken for what it is. */
function recoded({ head, bytes }: Looked, encoding: string): ByteStream {
  const tail = rest(bytes, MAX_RECODED_BYTES);
  if (tail === null) {
    throw overLimit("须转换编码的字节数", "bytes to be recoded", MAX_RECODED_BYTES, `> ${MAX_RECODED_BYTES}`);
  }
  const all = Buffer.concat([head, tail]);
  if (!encoding.startsWith("utf-16") && isUtf8(all)) return streamOf(all);
  try {
    return streamOf(Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(all), "utf8"));
  } catch {
    throw damaged(`XML 的编码 ${encoding} 不认识或有误`, `the encoding ${encoding} of its XML is unknown or wrong`);
  }
}

/** UTF-8 that is checked as it passes; a character that is not complete yet waits for the next piece. */
class CheckedStream implements ByteStream {
  readonly #bytes: ByteStream;
  #waiting: Buffer;

  constructor({ head, bytes }: Looked) {
    this.#bytes = bytes;
    this.#waiting = head;
  }

  read(into: Buffer, at: number, room: number): number {
    const waited = this.#waiting.copy(into, at, 0, room);
    const left = this.#waiting.subarray(waited);
    const came = left.length > 0 ? 0 : this.#bytes.read(into, at + waited, room - waited);
    const end = at + waited + came;
    // At its end nothing more can come: what is not complete is damage.
    const begun = came === 0 && left.length === 0 ? 0 : begunAt(into, at, end);
    this.#waiting = Buffer.concat([into.subarray(end - begun, end), left]);
    const count = end - begun - at;
    if (!isUtf8(into.subarray(at, at + count))) throw damaged("XML 里有不是 UTF-8 的内容", "its XML is not UTF-8");
    // Nothing would say that it is over.
    return count === 0 && came > 0 ? this.read(into, at, room) : count;
  }

  close(): void {
    this.#bytes.close();
  }
}

/** How many bytes at the end of a piece belong to a character that goes on after it: 0 to 3. */
function begunAt(bytes: Buffer, start: number, end: number): number {
  for (let back = 1; back <= 3 && end - back >= start; back++) {
    const byte = bytes[end - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
