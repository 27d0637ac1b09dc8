// Wild seasons by seed: npm run wild -- [--seed S] [--count N] [--keep FOLDER]. Odd seeds make the street of the fixtures wild,
// even ones a street that nobody has seen; each is computed and held against the same season drawn tidily.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { put } from "./fixtures/files.js";
import { makeSeason } from "./fixtures/season.js";
import { STREET } from "./fixtures/street.js";
import { makeWild } from "./fixtures/wild.js";
import { differences } from "./fixtures/wild-compare.js";

const { values } = parseArgs({
  options: { seed: { type: "string" }, count: { type: "string" }, keep: { type: "string" } },
});
const first = Number(values.seed ?? 1);
const count = Number(values.count ?? 20);
const relief = fileURLToPath(new URL("../bin/relief.js", import.meta.url));

let wrong = 0;
let planted = 0;
for (let seed = first; seed < first + count; seed++) {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), "relief-wild-"));
  try {
    const street = seed % 2 === 1 ? STREET : seed;
    const wild = await makeWild(seed, street);
    planted += wild.planted.length;
    const found = [
      ...computed(join(folder, "tidy"), await makeSeason(street)),
      ...computed(join(folder, "wild"), wild.files),
    ];
    if (found.length === 0) found.push(...differences(join(folder, "tidy", "out"), join(folder, "wild", "out"), wild));
    if (found.length > 0) wrong++;
    for (const line of found) console.log(`seed ${seed}: ${line}`);
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${count} wild seasons, ${planted} planted faults, ${wrong} not as the tidy one`);
process.exitCode = wrong === 0 ? 0 : 1;

/** Computes a season. @param {string} folder @param {ReadonlyMap<string, Buffer>} files @returns {readonly string[]} what it said if it failed */
function computed(folder, files) {
  for (const [path, bytes] of files) put(join(folder, "名单", path), bytes);
  const { status, stderr } = spawnSync(process.execPath, [relief, "compute", "名单", "-o", "out", "--quiet"], {
    cwd: folder,
    encoding: "utf8",
  });
  return status === 0 ? [] : [`exit ${status}: ${stderr}`];
}
