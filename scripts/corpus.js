// Reads a folder of real workbooks with our reader and with SheetJS, and compares them cell by cell. What counts as
// equal stands in corpus/compare.js. After `npm run build`: node scripts/corpus.js FOLDER [--all]
import { readdirSync, statSync } from "node:fs";
import { extname, join, relative, resolve } from "node:path";
import { watched } from "./watched.js";

/** Nothing here takes a tenth of this; what does has hung. */
const LIMITS = { seconds: 30, heapMegabytes: 2048, restartAt: 1500 };
/** Differences shown of one file, unless --all. */
const SHOWN = 5;

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run corpus -- FOLDER [--all]");
  process.exit(2);
}
const root = resolve(folder);
const shown = options.includes("--all") ? Number.POSITIVE_INFINITY : SHOWN;

/** @typedef {import("./corpus/file.js").FileResult} FileResult */

/** @type {Map<string, string[]>} reason → files */
const reasons = new Map();
const counts = { files: 0, equal: 0, different: 0, refused: 0, "passed-over": 0, alone: 0, text: 0, died: 0 };
const xlsx = { equal: 0, different: 0 };
let cells = 0;

/** @type {{ path: string, withTheirs: boolean }[]} */
const endedBadly = [];
const module = new URL("corpus/file.js", import.meta.url);
for await (const [job, outcome] of watched(module, jobsOf(filesOf(root)), LIMITS)) {
  counts.files++;
  if ("died" in outcome) endedBadly.push({ ...job, withTheirs: false });
  else count(/** @type {FileResult} */ (outcome.result), relative(root, job.path));
}
// Whose fault it was: the same file once more, by our reader alone.
for await (const [{ path }, outcome] of watched(module, endedBadly, LIMITS)) {
  if ("died" in outcome) {
    counts.died++;
    note(`crashed or hung: ${outcome.died}`, relative(root, path));
  } else count({ is: "alone", why: "it crashes or hangs" }, relative(root, path));
}

/** @param {readonly string[]} paths */
function jobsOf(paths) {
  return paths.map((path) => ({ path, withTheirs: true }));
}

/**
 * @param {FileResult} result
 * @param {string} name
 */
function count(result, name) {
  counts[result.is]++;
  if ("cells" in result) cells += result.cells;
  if ("why" in result) note(`${result.is === "alone" ? "read by us, not by SheetJS: " : ""}${result.why}`, name);
  if (result.is === "different") {
    console.log(`different: ${name}, in ${result.differences.length} places`);
    for (const difference of result.differences.slice(0, shown)) console.log(`  ${difference}`);
  }
  const isXlsx = /^\.xls[xm]$/i.test(extname(name));
  if (isXlsx && (result.is === "equal" || result.is === "different")) xlsx[result.is]++;
}

/**
 * @param {string} reason
 * @param {string} name
 */
function note(reason, name) {
  reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
}

/**
 * All files below a folder, in the order of their names.
 * @param {string} at
 * @returns {string[]}
 */
function filesOf(at) {
  return readdirSync(at)
    .sort()
    .flatMap((name) => {
      const path = join(at, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
}

for (const [reason, names] of [...reasons].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const some = names.length <= shown ? names : [...names.slice(0, shown), "…"];
  console.log(`${names.length} × ${reason}: ${some.join(" ")}`);
}
const share = ((100 * xlsx.equal) / Math.max(1, xlsx.equal + xlsx.different)).toFixed(1);
console.log(
  `files ${counts.files}: equal ${counts.equal}, different ${counts.different}, refused ${counts.refused + counts["passed-over"]}, ` +
    `read by us alone ${counts.alone}, texts read ${counts.text}, crashed or hung ${counts.died}; ` +
    `of ${xlsx.equal + xlsx.different} .xlsx that both read ${share} % equal in every cell (${cells} cells)`,
);
if (counts.died > 0) process.exitCode = 1;
