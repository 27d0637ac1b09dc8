// Applies a mutation to an edition, and finds what catches it: the same steps as `rules check` and then `rules test`.
import { MUTATIONS } from "./2023.js";

/**
 * The functions of relief that are asked: of the built ones, or of the sources.
 * @typedef {object} Relief
 * @property {typeof import("../../src/rules/parse.ts").readRulesFile} readRulesFile
 * @property {typeof import("../../src/rules/check.ts").checkRules} checkRules
 * @property {typeof import("../../src/rules/examples-schema.ts").parseExamples} parseExamples
 * @property {typeof import("../../src/examples.ts").runExample} runExample
 */

/**
 * The files of an edition.
 * @typedef {object} EditionTexts
 * @property {string} rules
 * @property {string} examples
 * @property {string} document
 * @property {import("../../src/model/list-words.ts").ListWords} words
 */

/** @typedef {"parse" | "check" | "examples' names" | "example"} By */
/** @typedef {{ by: By, problem: import("../../src/problem/problem.ts").Problem, onLine: boolean }} Caught */

/** All mutations in a row. */
export const ALL = Object.entries(MUTATIONS).flatMap(([about, mutations]) =>
  mutations.map(([what, ...edits]) => ({ about, what, edits })),
);

/**
 * The mutated text, and the lines that were touched.
 * @param {string} text
 * @param {readonly import("./2023.js").Edit[]} edits
 */
export function mutated(text, edits) {
  let all = text;
  let from = 0;
  const rows = new Set();
  for (const [behind, written, instead] of edits) {
    const start = all.indexOf(behind, from);
    const [first = "", last] = written.split("…");
    const at = start < 0 ? -1 : all.indexOf(first, start + behind.trimEnd().length);
    const end = last === undefined ? at + first.length : all.indexOf(last, at + first.length);
    if (at < 0 || end < at) throw new Error(`no “${written}” behind “${behind}”`);
    all = all.slice(0, at) + instead + all.slice(end);
    from = at + instead.length;
    const row = all.slice(0, at).split("\n").length;
    for (let i = 0; i <= instead.split("\n").length; i++) rows.add(row + i);
  }
  return { text: all, rows };
}

/**
 * What catches a mutation first; null where nothing does.
 * @param {readonly import("./2023.js").Edit[]} edits
 * @param {EditionTexts} edition
 * @param {Relief} relief
 * @returns {Caught | null}
 */
export function caught(edits, edition, relief) {
  const { text, rows } = mutated(edition.rules, edits);
  /** @param {By} by @param {readonly import("../../src/problem/problem.ts").Problem[]} problems */
  const by = (by, problems) => {
    const onLine = problems.find((p) => p.place.file === "2023.yaml" && rows.has(p.place.row));
    const [first] = problems;
    return first === undefined ? null : { by, problem: onLine ?? first, onLine: onLine !== undefined };
  };
  const file = relief.readRulesFile({ text, name: "2023.yaml" }, () => null);
  if (!file.ok) return by("parse", file.problems);
  const { rules } = file.value;
  const examples = relief.parseExamples(edition.examples, "2023.examples.yaml", rules);
  const document = { name: "2023.txt", text: edition.document };
  // Where the examples cannot be read, that each programme lacks one follows from it and says nothing.
  const checked = relief
    .checkRules(file.value, document, [], examples.ok ? examples.value : [])
    .filter((p) => examples.ok || p.code !== "U008");
  if (checked.length > 0) return by("check", checked);
  if (!examples.ok) return by("examples' names", examples.problems);
  for (const example of examples.value) {
    const failed = by("example", relief.runExample(example, rules, edition.words).problems);
    if (failed !== null) return failed;
  }
  return null;
}
