// Makes the fixtures anew: the season of a made-up street (fixtures/新华路街道2023/名单) and a small folder for each
// problem code (fixtures/problems). A fixed seed, no clock: the same bytes on every machine.
// `node scripts/make-fixtures.js [FOLDER]` writes below FOLDER, by default fixtures. What is expected of them is not
// made here but accepted (scripts/accept.js).
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { put } from "./fixtures/files.js";
import { makeProblems } from "./fixtures/problems.js";
import { makeSeason } from "./fixtures/season.js";
import { STREET } from "./fixtures/street.js";

const root = process.argv[2] ?? fileURLToPath(new URL("../fixtures", import.meta.url));

const lists = join(root, "新华路街道2023", "名单");
rmSync(lists, { recursive: true, force: true });
const season = await makeSeason(STREET);
for (const [path, bytes] of season) put(join(lists, path), bytes);

const problems = join(root, "problems");
const small = await makeProblems();
const folders = new Set([...small.keys()].map((path) => path.split("/")[0] ?? ""));
for (const folder of folders) clear(join(problems, folder));
for (const [path, bytes] of small) put(join(problems, path), bytes);
console.log(`${season.size} files in ${lists}, ${folders.size} folders in ${problems}`);

/** Takes away what an earlier run made; what was accepted stays. @param {string} folder */
function clear(folder) {
  for (const name of namesIn(folder)) {
    if (!name.startsWith("expected.")) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
