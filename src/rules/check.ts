/**
 * Does an edition rest on its document? Every quote stands there, every sum that the document names is quoted by a
 * programme or listed under not-computed, and every programme has an example.
 *
 * Compared are letters alone: width, spaces, line ends and the document's marks (`**`) aside, since a sentence of the
 * document wraps in the middle of a line and over pages. A sum is covered where it stands inside a quoted passage:
 * so a sentence with three sums needs quotes that reach over all three.
 */
import { type Problem, problem } from "../problem/problem.ts";
import type { Example } from "./examples-schema.ts";
import type { RulesFile } from "./parse.ts";
import { inFileOrder } from "./yaml-check.ts";
import type { Path } from "./yaml-text.ts";

/** The document's text and the name of its file. */
export interface DocumentText {
  readonly name: string;
  readonly text: string;
}

/** What of an edition does not hold against its document and its examples; [] where all does. */
export function checkRules(file: RulesFile, document: DocumentText, examples: readonly Example[]): readonly Problem[] {
  const letters = lettersOf(document.text);
  const missing = quotesOf(file).flatMap(({ quote, path }) =>
    letters.text.includes(lettersOf(quote).text) ? [] : [problem("U006", file.at(path), { quote })],
  );
  return [
    ...inFileOrder([...missing, ...programmesWithoutExample(file, examples)]),
    ...sumsWithoutProgramme(file, document, letters),
  ];
}

function quotesOf({ rules }: RulesFile): readonly { readonly quote: string; readonly path: Path }[] {
  const each = (section: string, items: readonly { readonly quote: string }[]) =>
    items.map(({ quote }, i) => ({ quote, path: [section, i, "quote"] }));
  return [
    ...rules.programmes.map(({ id, quote }) => ({ quote, path: ["programmes", id, "quote"] })),
    ...rules.standards.flatMap(({ name, quote }) =>
      quote === null ? [] : [{ quote, path: ["standards", name, "quote"] }],
    ),
    ...each("overlaps", rules.overlaps),
    ...each("readings", rules.readings),
    ...each("not-computed", rules.notComputed),
  ];
}

function programmesWithoutExample({ rules, at }: RulesFile, examples: readonly Example[]): readonly Problem[] {
  const shown = new Set(examples.flatMap((example) => [...example.expect.keys()]));
  return rules.programmes
    .filter(({ id }) => !shown.has(id))
    .map(({ id, name }) => problem("U008", at(["programmes", id], "key"), { programme: name }));
}

/** 1000元, 500-2000元, 45万元, 五百元; 元旦 is no sum. */
const SUM = /(?:\d[\d.,]*|[一二三四五六七八九十百千万亿两]+)(?:[-—–~至到]+\d[\d.,]*)?[百千万亿]*元(?!旦)/g;
/** Where a sentence ends. */
const ENDS = "。;!?";

function sumsWithoutProgramme({ rules }: RulesFile, document: DocumentText, letters: Letters): readonly Problem[] {
  const covered = new Uint8Array(letters.text.length);
  const caps = rules.overlaps.filter((overlap) => overlap.kind === "cap");
  for (const { quote } of [...rules.programmes, ...rules.standards, ...caps, ...rules.notComputed]) {
    if (quote === null) continue;
    const wanted = lettersOf(quote).text;
    if (wanted === "") continue;
    for (let at = letters.text.indexOf(wanted); at >= 0; at = letters.text.indexOf(wanted, at + 1)) {
      covered.fill(1, at, at + wanted.length);
    }
  }
  const problems = new Map<string, Problem>();
  for (const match of letters.text.matchAll(SUM)) {
    if (covered.subarray(match.index, match.index + match[0].length).every((c) => c === 1)) continue;
    const sentence = sentenceAround(letters.text, match.index);
    const row = document.text.slice(0, letters.from[match.index]).split("\n").length;
    const place = { file: document.name, sheet: "", row, column: "" };
    if (!problems.has(sentence)) problems.set(sentence, problem("U007", place, { sentence }));
  }
  return [...problems.values()];
}

function sentenceAround(text: string, at: number): string {
  let from = at;
  while (from > 0 && !ENDS.includes(text.charAt(from - 1))) from--;
  let to = at;
  while (to < text.length && !ENDS.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}

/** A text without what does not count, and where each of its letters stood. */
interface Letters {
  readonly text: string;
  readonly from: readonly number[];
}

function lettersOf(text: string): Letters {
  const from: number[] = [];
  let kept = "";
  let at = 0;
  for (const letter of text) {
    for (const unit of letter.normalize("NFKC").replace(/[\s*\u200b\ufeff]/g, "")) {
      kept += unit;
      for (let i = 0; i < unit.length; i++) from.push(at);
    }
    at += letter.length;
  }
  return { text: kept, from };
}
