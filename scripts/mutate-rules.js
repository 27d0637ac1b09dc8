// npm run mutate-rules: slips of the hand in rules/2023.yaml, and what catches each. Ends with 1 where one survives.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { runExample } from "../dist/examples.js";
import { messageOf } from "../dist/problem/problem.js";
import { checkRules } from "../dist/rules/check.js";
import { parseExamples } from "../dist/rules/examples-schema.js";
import { parseListWords } from "../dist/rules/list-words.js";
import { readRulesFile } from "../dist/rules/parse.js";
import { ALL, caught } from "./mutations/caught.js";

/** @param {string} name */
const text = (name) => readFileSync(new URL(`../rules/${name}`, import.meta.url), "utf8");
const words = parseListWords(text("lists.yaml"), "lists.yaml");
if (!words.ok) throw new Error("lists.yaml does not hold");
const edition = {
  rules: text("2023.yaml"),
  examples: text("2023.examples.yaml"),
  document: text("2023.txt"),
  words: words.value,
};
const relief = { readRulesFile, checkRules, parseExamples, runExample };

const began = performance.now();
/** @type {Map<string, number>} */
const score = new Map();
let onLine = 0;
let about = "";
for (const mutation of ALL) {
  if (mutation.about !== about) console.log(`\n${mutation.about}`);
  about = mutation.about;
  const found = caught(mutation.edits, edition, relief);
  const by = found === null ? "SURVIVES" : found.by;
  score.set(by, (score.get(by) ?? 0) + 1);
  if (found?.onLine) onLine++;
  const { place, code } = found?.problem ?? { place: null, code: "" };
  const where = place === null ? "" : `${code} ${place.file}:${place.row}:${place.column} `;
  console.log(`  ${by.padEnd(16)} ${mutation.what}: ${where}${found === null ? "" : messageOf(found.problem).zh}`);
}
const survivors = score.get("SURVIVES") ?? 0;
const each = [...score].map(([by, number]) => `${number} by ${by}`).join(", ");
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `\n${ALL.length - survivors} of ${ALL.length} caught (${each}), ${onLine} on the line itself; ${seconds} s`,
);
process.exitCode = survivors === 0 ? 0 : 1;
