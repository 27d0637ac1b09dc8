// Reads every file of a folder with our reader and says what came of it: read, refused (with reasons), thrown.
// After `npm run build`: node scripts/corpus.js FOLDER [--verbose]
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { messageOf } from "../dist/problem/problem.js";
import { readInput } from "../dist/read/read.js";

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: node scripts/corpus.js FOLDER [--verbose]");
  process.exit(2);
}

/** @type {Map<string, string[]>} reason → files */
const reasons = new Map();
const counts = { files: 0, read: 0, "passed-over": 0, refused: 0, threw: 0, lists: 0, rows: 0 };
const began = performance.now();

for (const name of readdirSync(folder).sort()) {
  counts.files++;
  const from = performance.now();
  try {
    const input = readInput({ name, path: resolve(join(folder, name)), named: true, settled: null });
    counts[input.state]++;
    counts.lists += input.lists.length;
    for (const list of input.lists) counts.rows += list.rows.length;
    if (input.state !== "read") for (const p of input.problems) note(`${p.code} ${messageOf(p).en}`, name);
  } catch (error) {
    counts.threw++;
    note(`THREW ${error instanceof Error ? error.stack : error}`, name);
  }
  const took = performance.now() - from;
  if (took > 1000) console.log(`slow: ${name} ${Math.round(took)} ms`);
}

/**
 * @param {string} reason
 * @param {string} name
 */
function note(reason, name) {
  reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
}

for (const [reason, names] of [...reasons].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(
    `${names.length}\t${reason}\t${options.includes("--verbose") ? names.join(" ") : names.slice(0, 3).join(" ")}`,
  );
}
console.log(JSON.stringify(counts), `${Math.round(performance.now() - began)} ms`);
if (counts.threw > 0) process.exitCode = 1;
