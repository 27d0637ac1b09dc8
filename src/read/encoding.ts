/**
 * In which encoding a text file is, decided over the whole of it: a byte order mark, else UTF-8 if it is valid
 * throughout and reads like Chinese, else GB18030 (which contains GBK and GB2312; decoded as 'gbk', rare characters of
 * names are lost).
 */
import { isUtf8 } from "node:buffer";
import { isRatherGb18030 } from "./gbk-or-utf8.ts";
import { damaged } from "./unreadable.ts";

/** The encodings that text files come in. */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** The text of a file as UTF-8 bytes, without byte order mark. Half a character of UTF-16 becomes �, as Excel shows it. */
export function asUtf8(bytes: Buffer): Buffer {
  const { encoding, start } = encodingOf(bytes);
  const body = start === 0 ? bytes : bytes.subarray(start);
  if (encoding === "utf-8") return body;
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: encoding === "gb18030" }).decode(body), "utf8");
  } catch {
    const line = firstFault(body);
    throw damaged(
      `第 ${line} 行的文字既不是 UTF-8 也不是 GB18030，或文件已损坏`,
      `the text of line ${line} is neither UTF-8 nor GB18030, or the file is damaged`,
    );
  }
}

/** The first line that is no GB18030. */
function firstFault(body: Buffer): number {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  let line = 1;
  try {
    for (let at = 0; at < body.length; line++) {
      const end = body.indexOf(0x0a, at) + 1 || body.length;
      decoder.decode(body.subarray(at, end), { stream: true });
      at = end;
    }
  } catch {
    return line;
  }
  // Half a character at the very end.
  return line - 1;
}

/** The encoding of a text, and how long its byte order mark is. */
export function encodingOf(bytes: Buffer): { readonly encoding: Encoding; readonly start: number } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", start: 2 };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    // A mark alone proves nothing: some programs put it in front of GBK.
    return { encoding: isUtf8(bytes) ? "utf-8" : "gb18030", start: 3 };
  }
  const wide = wideEncoding(bytes.subarray(0, 4096));
  if (wide !== null) return { encoding: wide, start: 0 };
  return { encoding: isUtf8(bytes) && !isRatherGb18030(bytes) ? "utf-8" : "gb18030", start: 0 };
}

/**
 * UTF-16 without a mark, told by its digits, separators and line ends: each is a byte of ASCII beside a 0. Read the
 * wrong way round, a few 汉字 look so too (一 is 4E00).
 */
function wideEncoding(head: Buffer): Encoding | null {
  let little = 0;
  let big = 0;
  let nulls = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i + 1] === 0 && isAsciiText(head[i])) little++;
    else if (head[i] === 0 && isAsciiText(head[i + 1])) big++;
    else if (head[i] === 0 && head[i + 1] === 0) nulls++;
  }
  const some = head.length / 20;
  // Every other one: UTF-32, or no text at all.
  if (nulls > some || Math.max(little, big) <= some || little === big) return null;
  return little > big ? "utf-16le" : "utf-16be";
}

function isAsciiText(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** Whether the beginning of a file is text of some encoding. */
export function isText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  if (wideEncoding(head.subarray(0, 4096)) !== null) return true;
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++;
  // Databases pad with nulls, DOS ends with ^Z: here and there one is no sign of anything. Whether the bytes are text
  // to the end, `asUtf8` decides.
  return controls <= Math.max(STRAY_CONTROLS, head.length / 100);
}

/** Control characters that a short text may have. */
const STRAY_CONTROLS = 2;
