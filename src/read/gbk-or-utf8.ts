/**
 * Bytes that are valid UTF-8 and GB18030 all the same: 1 920 two-byte characters of GBK (石, 薛, 史, 茅 and other surnames
 * among them) are two-byte characters of UTF-8 too, so that a short list without other Chinese characters is both. Read
 * both ways, the more plausible text holds; UTF-8 where they are equal. No Chinese list in UTF-8 is at risk: its 汉字
 * have three bytes each, and where there are more of those than of two bytes nothing is asked.
 */

/** So many more characters of three bytes than of two settle it before the end: no GBK text comes to that. */
const SETTLED = 64;

/** Whether bytes that are valid UTF-8 are rather GB18030. */
export function isRatherGb18030(bytes: Buffer): boolean {
  if (!hasMostlyPairs(bytes)) return false;
  const asGb18030 = decoded(bytes);
  return asGb18030 !== null && plausibility(asGb18030) > plausibility(bytes.toString("utf8"));
}

function hasMostlyPairs(bytes: Buffer): boolean {
  let pairs = 0;
  let longer = 0;
  for (const byte of bytes) {
    if (byte < 0xc2) continue;
    if (byte < 0xe0) pairs++;
    else if (++longer - pairs >= SETTLED) return false;
  }
  return pairs > longer;
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where signs and letters of UTF-8 belong: beside a Latin letter (Müller, Ann·Lee), 36.5°, ¥500. */
const EUROPEAN = /(?<=[A-Za-z])[À-ſ·]+|[À-ſ·]+(?=[A-Za-z])|(?<=\d)[°²³]|[¥£](?=\d)/g;

/** How likely a text is one of a list, by its characters beyond ASCII: from 0 to 1. */
function plausibility(text: string): number {
  let worth = 0;
  let count = 0;
  for (const [match] of text.matchAll(EUROPEAN)) {
    worth += match.length;
    count += match.length;
  }
  for (const character of text.replace(EUROPEAN, "")) {
    if (character < "\u0080") continue;
    worth += worthOf(character);
    count++;
  }
  return count === 0 ? 0 : worth / count;
}

const CHINESE_MARK = /[\u2010-\u2027\u2160-\u217f\u2190-\u25ff\u2460-\u249b\u3000-\u303f\uff00-\uffef]/;

/** Common 汉字 and Chinese marks 1; rare 汉字, and signs of Latin-1 that stand alone, ½; letters of other scripts 0. */
function worthOf(character: string): number {
  if (commonHan().has(character) || CHINESE_MARK.test(character)) return 1;
  if (/\p{Script=Han}/u.test(character)) return 0.5;
  return character >= "\u00a0" && character <= "\u00ff" ? 0.5 : 0;
}

let common: ReadonlySet<string> | null = null;

/** The 6 763 汉字 of GB 2312: every pair of its rows 16 to 87, decoded once. */
function commonHan(): ReadonlySet<string> {
  if (common !== null) return common;
  const pairs: number[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) for (let low = 0xa1; low <= 0xfe; low++) pairs.push(high, low);
  const text = new TextDecoder("gb18030").decode(Uint8Array.from(pairs));
  common = new Set(Array.from(text).filter((character) => /\p{Script=Han}/u.test(character)));
  return common;
}
