/**
 * Does an edition rest on its document? Every quote stands there (width, spaces and line ends aside), every sum that the
 * document names is quoted by a programme or listed under not-computed, every programme has an example, and nothing is
 * declared that nothing uses, or asked for that can never be.
 */
import { type Problem, problem } from "../problem/problem.ts";
import { clausesElsewhere } from "./clauses.ts";
import type { Example } from "./examples-schema.ts";
import { lettersOf } from "./letters.ts";
import { neverMet } from "./never.ts";
import { NO_DOCUMENT_YET } from "./next-year.ts";
import type { RulesFile } from "./parse.ts";
import { nearestSentence } from "./sentences.ts";
import { sumsNotCovered } from "./sums-covered.ts";
import { sumsNotQuoted } from "./sums-quoted.ts";
import { unusedParts } from "./unused.ts";
import { inFileOrder } from "./yaml-check.ts";
import type { Path } from "./yaml-text.ts";

/** The document's text and the name of its file. */
export interface DocumentText {
  readonly name: string;
  readonly text: string;
}

/**
 * What of an edition does not hold against its document and its examples; [] where all does.
 * @param parents the documents of its parents, on which rest the quotes that it inherits
 */
export function checkRules(
  file: RulesFile,
  document: DocumentText,
  parents: readonly DocumentText[],
  examples: readonly Example[],
): readonly Problem[] {
  const letters = { raw: document.text, ...lettersOf(document.text) };
  // Before the document is there, that nothing stands in it says nothing.
  if (letters.text === lettersOf(NO_DOCUMENT_YET).text) {
    const what = { what: `${document.name} 里的原文还没有贴进去，引文和金额`, whatEn: `the text of ${document.name}` };
    return inFileOrder([
      ...file.unconfirmed,
      problem("U016", { file: document.name, sheet: "", row: 1, column: "1" }, what),
    ]);
  }
  const all = new Map([...parents, document].map(({ name, text }) => [name, { raw: text, ...lettersOf(text) }]));
  const missing = quotesOf(file).flatMap(({ quote, path }) => {
    const rests = all.get(file.documentOf(path)) ?? letters;
    const wanted = lettersOf(quote).text;
    if (rests.text.includes(wanted)) return [];
    return [problem("U006", file.at(path), { quote, near: nearestSentence(quote, rests.raw) })];
  });
  return [
    ...inFileOrder([
      ...file.unconfirmed,
      ...numberElsewhere(file, letters.text),
      ...missing,
      ...programmesWithoutExample(file, examples),
      ...unusedParts(file),
      ...neverMet(file),
      ...sumsNotQuoted(file),
      ...clausesElsewhere(file, all),
    ]),
    ...sumsNotCovered(document, coveringQuotes(file)),
  ];
}

function quotesOf({ rules }: RulesFile): readonly { readonly quote: string; readonly path: Path }[] {
  const each = (section: string, items: readonly { readonly quote: string }[]) =>
    items.map(({ quote }, i) => ({ quote, path: [section, i, "quote"] }));
  return [
    ...(rules.inferred === null ? [] : [{ quote: rules.inferred, path: ["inferred"] }]),
    ...rules.programmes.map(({ id, quote }) => ({ quote, path: ["programmes", id, "quote"] })),
    ...rules.standards.flatMap(({ name, quote }) =>
      quote === null ? [] : [{ quote, path: ["standards", name, "quote"] }],
    ),
    ...each("overlaps", rules.overlaps),
    ...each("readings", rules.readings),
    ...each("not-computed", rules.notComputed),
  ];
}

/** 〔2022〕3号: a document that bears such a number bears the one that the edition names. */
const NUMBER = /[〔[]\d{4}[〕\]]\d+号/;

function numberElsewhere({ rules, at }: RulesFile, document: string): readonly Problem[] {
  const { number } = rules.document;
  if (!NUMBER.test(document) || document.includes(lettersOf(number).text)) return [];
  return [problem("U006", at(["document", "number"]), { quote: number, near: NUMBER.exec(document)?.[0] ?? "" })];
}

/** The quotes that account for sums: of programmes, standards and caps, and of what is not computed. */
function coveringQuotes({ rules }: RulesFile): readonly string[] {
  const caps = rules.overlaps.filter((overlap) => overlap.kind === "cap");
  const all = [...rules.programmes, ...rules.standards, ...caps, ...rules.notComputed];
  return all.flatMap(({ quote }) => (quote === null ? [] : [quote]));
}

function programmesWithoutExample({ rules, at }: RulesFile, examples: readonly Example[]): readonly Problem[] {
  const shown = new Set(examples.flatMap((example) => [...example.expect.keys()]));
  return rules.programmes
    .filter(({ id }) => !shown.has(id))
    .map(({ id, name }) => problem("U008", at(["programmes", id], "key"), { programme: name }));
}
