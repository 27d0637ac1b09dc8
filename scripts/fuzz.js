// Mutated lists through reading and the whole of compute, each watched from outside: none may crash, take more than ten
// seconds or more than 500 MB, or break a law. After `npm run build`:
// node scripts/fuzz.js [--seed S] [--count N] [--only I] [--keep FOLDER]
// Mutant I of a seed is the same on every machine; --only makes that one alone, --keep writes those that fail.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Chance } from "./fixtures/random.js";
import { mutant } from "./fuzz/mutate.js";
import { watched } from "./watched.js";

/** A fresh process before a job where the last one has used this many megabytes: what one file takes is seen. */
const LIMITS = { seconds: 10, heapMegabytes: 1024, restartAt: 300 };
const MOST_MEGABYTES = 500;
/** Every so many mutants all files of the output are made too: that takes ten times as long as reading. */
const WRITTEN = 8;
const FOLDERS = ["fixtures/新华路街道2023/名单", "fixtures/formats"];

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    only: { type: "string" },
    keep: { type: "string" },
  },
});
const [seed, count] = [Number(values.seed), Number(values.count)];
const files = FOLDERS.flatMap((folder) => filesOf(fileURLToPath(new URL(`../${folder}`, import.meta.url))));
const module = new URL("fuzz/work.js", import.meta.url);

/** @typedef {{ index: number, name: string, bytes: Buffer, how: string, written: boolean }} Job */

const counts = { entries: 0, refused: 0, "passed-over": 0 };
/** @type {{ job: Job, why: string }[]} */
const failed = [];
/** @type {Job[]} */
const heavy = [];
let slowest = 0;
let largest = 0;
const indexes = values.only === undefined ? Array.from({ length: count }, (_, i) => i) : [Number(values.only)];
for await (const [job, outcome] of watched(module, jobsOf(indexes), LIMITS)) {
  if ("died" in outcome) failed.push({ job, why: outcome.died });
  else if (outcome.megabytes > MOST_MEGABYTES) heavy.push(job);
  else note(/** @type {import("./fuzz/work.js").Worked} */ (outcome.result), outcome);
}
// What a process used includes what earlier jobs left behind: alone, it is this one's.
for await (const [job, outcome] of watched(module, heavy, { ...LIMITS, restartAt: 0 })) {
  if ("died" in outcome) failed.push({ job, why: outcome.died });
  else if (outcome.megabytes > MOST_MEGABYTES) failed.push({ job, why: `${Math.round(outcome.megabytes)} MB` });
  else note(/** @type {import("./fuzz/work.js").Worked} */ (outcome.result), outcome);
}
for (const { job, why } of failed) {
  console.log(`mutant ${job.index} of seed ${seed}, ${job.how}\n  ${why}`);
  if (values.keep === undefined) continue;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(join(values.keep, `${seed}-${job.index}-${job.name}`), job.bytes);
}
console.log(
  `fuzz: ${indexes.length} files of seed ${seed}: ${counts.entries} read, ${counts.refused} refused, ` +
    `${counts["passed-over"]} passed over, ${failed.length} failed; ` +
    `slowest ${(slowest / 1000).toFixed(1)} s, most memory ${Math.round(largest)} MB`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

/** @param {import("./fuzz/work.js").Worked} worked @param {{ milliseconds: number, megabytes: number }} used */
function note({ is }, { milliseconds, megabytes }) {
  counts[is]++;
  slowest = Math.max(slowest, milliseconds);
  largest = Math.max(largest, megabytes);
}

/** @param {readonly number[]} some @returns {Generator<Job>} */
function* jobsOf(some) {
  for (const index of some) {
    yield { index, ...mutant(files, new Chance(seed * 1_000_003 + index)), written: index % WRITTEN === 0 };
  }
}

/** @param {string} folder @returns {import("./fuzz/mutate.js").File[]} */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(xlsx|xls|ods|fods|csv|txt|et|html|xml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
}
