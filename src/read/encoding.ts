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

/** The text of a file as UTF-8 bytes, without byte order mark. */
export function asUtf8(bytes: Buffer): Buffer {
  const { encoding, start } = encodingOf(bytes);
  const body = start === 0 ? bytes : bytes.subarray(start);
  if (encoding === "utf-8") return body;
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(body), "utf8");
  } catch {
    throw damaged(
      "文字编码既不是 UTF-8 也不是 GB18030，或文件已损坏",
      "its text is neither UTF-8 nor GB18030, or it is damaged",
    );
  }
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

/** UTF-16 without a mark: every other byte of its digits, separators and line ends is 0. */
function wideEncoding(head: Buffer): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const some = head.length / 20;
  if (odd > some && even === 0) return "utf-16le";
  if (even > some && odd === 0) return "utf-16be";
  return null;
}

/** Whether the beginning of a file is text of some encoding. `more`: the file goes on after it. */
export function isText(head: Buffer, more: boolean): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  if (wideEncoding(head.subarray(0, 4096)) !== null) return true;
  if (head.includes(0)) return false;
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++;
  if (controls > head.length / 100) return false;
  // Whole to the end it need not be: `asUtf8` decides over all of it, and refuses there.
  return more || head.length < 8 || controls === 0;
}
