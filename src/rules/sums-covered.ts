/**
 * Is every sum that a document names quoted by a programme, or listed as not computed? A sum is covered where it stands
 * inside a quoted passage: so a sentence with three sums needs quotes that reach over all three.
 */
import { type Problem, problem } from "../problem/problem.ts";
import type { DocumentText } from "./check.ts";
import { type Letters, lettersOf } from "./letters.ts";

/** 1000元, 500-2000元, 45万元, 五百元; 元旦 is no sum. */
const IN_YUAN = /(?:\d[\d.,]*|[一二三四五六七八九十百千万亿两]+)(?:[-—–~至到]+\d[\d.,]*)?[百千万亿]*元(?!旦)/g;
/** A number without 元, as tables have it: 600, 50—2000, 1,200.50. */
const BARE = /(?<![\d.〔第])\d{1,3}(?:,\d{3})*\d{0,3}(?:\.\d{1,2})?(?:[-—–~至到]+\d[\d.,]*\d)?/g;
/** What follows a number that counts something else: dates, people, shares, numbers of rooms and documents. */
const COUNTS_ELSE = /^[\p{Script=Han}%％‰°)）〕\]】a-zA-Z\d]/u;
/** What stands behind a sum in a table or an enumeration. */
const ENDS_A_CELL = /^(?:$|[\s|｜,，;；。、\t])/;
/** Where a sentence ends. */
const ENDS = "。;!?";

/** Sentences with a sum that no quote covers, each once. */
export function sumsNotCovered(document: DocumentText, quotes: readonly string[]): readonly Problem[] {
  const letters = lettersOf(document.text);
  const covered = coveredBy(letters, quotes);
  const problems = new Map<string, Problem>();
  for (const { index, length } of sumsIn(letters, document.text)) {
    if (covered.subarray(index, index + length).every((c) => c === 1)) continue;
    const sentence = sentenceAround(letters.text, index);
    const row = document.text.slice(0, letters.from[index]).split("\n").length;
    const place = { file: document.name, sheet: "", row, column: "" };
    if (!problems.has(sentence)) problems.set(sentence, problem("U007", place, { sentence }));
  }
  return [...problems.values()];
}

function coveredBy(letters: Letters, quotes: readonly string[]): Uint8Array {
  const covered = new Uint8Array(letters.text.length);
  for (const quote of quotes) {
    const wanted = lettersOf(quote).text;
    if (wanted === "") continue;
    for (let at = letters.text.indexOf(wanted); at >= 0; at = letters.text.indexOf(wanted, at + 1))
      covered.fill(1, at, at + wanted.length);
  }
  return covered;
}

interface Span {
  readonly index: number;
  readonly length: number;
}

function sumsIn(letters: Letters, raw: string): readonly Span[] {
  const spans = [...letters.text.matchAll(IN_YUAN)].map((m) => ({ index: m.index, length: m[0].length }));
  const inYuan = new Set(spans.flatMap(({ index, length }) => Array.from({ length }, (_, i) => index + i)));
  for (const match of letters.text.matchAll(BARE)) {
    const { index } = match;
    const length = match[0].length;
    if (inYuan.has(index) || !isBareSum(letters, index, length, raw)) continue;
    spans.push({ index, length });
  }
  return spans.sort((a, b) => a.index - b.index);
}

/** Ten or more, up to six digits, at the end of a table's cell or of a phrase, and counting nothing else. */
function isBareSum({ text, from }: Letters, index: number, length: number, raw: string): boolean {
  const written = text.slice(index, index + length);
  const digits = written
    .replace(/[-—–~至到].*$/, "")
    .replaceAll(",", "")
    .replace(/\..*$/, "");
  if (digits.length > 6 || digits.startsWith("0") || Number(digits) < 10) return false;
  const last = from[index + length - 1] ?? 0;
  const behind = raw.slice(last + 1);
  if (!ENDS_A_CELL.test(behind)) return false;
  // A number at the end of a line may go on with its word on the next one: 2022⏎年.
  const next = behind.trimStart();
  const wraps = behind !== next && !/\n\s*\n/.test(behind.slice(0, behind.length - next.length));
  if (wraps && /^[年月日号人户名个岁次周条款万元]/.test(next)) return false;
  if (COUNTS_ELSE.test(behind)) return false;
  // "10、" at the beginning of a line numbers a paragraph.
  const before = raw.slice(0, from[index] ?? 0);
  return !(/(?:^|\n)\s*$/.test(before) && /^[、.．)）]/.test(behind));
}

function sentenceAround(text: string, at: number): string {
  let from = at;
  while (from > 0 && !ENDS.includes(text.charAt(from - 1))) from--;
  let to = at;
  while (to < text.length && !ENDS.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}
