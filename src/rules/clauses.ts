/**
 * Does a quote stand in the clause that is named for it? Documents number their parts 一、 (一) 1、 (1), each at the
 * beginning of a line; a clause is those marks in a row: 三(一)2. What is named otherwise cannot be checked here.
 */
import { type Problem, problem } from "../problem/problem.ts";
import { type Letters, lettersOf } from "./letters.ts";
import type { RulesFile } from "./parse.ts";

const WORDS = "[一二三四五六七八九十]+";
/** 三(一)2(1); every mark may be missing. */
const CLAUSE = new RegExp(`^(${WORDS})?(\\(${WORDS}\\))?(\\d+)?(\\(\\d+\\))?$`);
/** A mark at the beginning of a line, by its depth. */
const MARK = new RegExp(`^[\\s*]*(?:(${WORDS})、|(\\(${WORDS}\\))|(\\d+)[、.．](?!\\d)|(\\(\\d+\\)))`);

/** The part in which a letter of a document stands, from its offset on. */
interface Part {
  readonly offset: number;
  /** A mark for each depth; "" where there is none. */
  readonly marks: readonly string[];
}

/** Each quote that stands elsewhere, at the clause. */
export function clausesElsewhere(
  { rules, at, documentOf }: RulesFile,
  documents: ReadonlyMap<string, Letters & { readonly raw: string }>,
): readonly Problem[] {
  const partsOf = new Map([...documents].map(([name, { raw }]) => [name, partsIn(raw)]));
  return rules.programmes.flatMap(({ id, clause, quote }) => {
    const wanted = CLAUSE.exec(folded(clause))
      ?.slice(1)
      .map((mark) => mark ?? "");
    const name = documentOf(["programmes", id, "quote"]);
    const letters = documents.get(name);
    const parts = partsOf.get(name) ?? [];
    if (wanted === undefined || letters === undefined) return [];
    const asked = wanted.filter((mark, depth) => mark !== "" && parts.some(({ marks }) => marks[depth] !== ""));
    const found = placesOf(quote, letters).map((offset) => marksAt(offset, parts));
    const fits = (marks: readonly string[]) => wanted.every((mark, i) => !asked.includes(mark) || marks[i] === mark);
    if (asked.length === 0 || found.length === 0 || found.some(fits)) return [];
    const where = [...new Set(found.map((marks) => marks.join("")))].join("、");
    return [problem("U019", at(["programmes", id, "clause"]), { clause, quote, found: where })];
  });
}

function partsIn(raw: string): readonly Part[] {
  const parts: Part[] = [];
  let marks = ["", "", "", ""];
  let offset = 0;
  for (const line of raw.split("\n")) {
    const mark = MARK.exec(folded(line));
    const depth = mark === null ? -1 : [1, 2, 3, 4].findIndex((group) => mark[group] !== undefined);
    if (depth >= 0) {
      marks = marks.map((above, i) => (i < depth ? above : i === depth ? (mark?.[depth + 1] ?? "") : ""));
      parts.push({ offset, marks });
    }
    offset += line.length + 1;
  }
  return parts;
}

function marksAt(offset: number, parts: readonly Part[]): readonly string[] {
  return parts.findLast((part) => part.offset <= offset)?.marks ?? [];
}

/** Where the quote begins in the document, each time. */
function placesOf(quote: string, { text, from }: Letters): readonly number[] {
  const wanted = lettersOf(quote).text;
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(from[at] ?? 0);
  return places;
}

function folded(text: string): string {
  return text.replaceAll("（", "(").replaceAll("）", ")");
}
