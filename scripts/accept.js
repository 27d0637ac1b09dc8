// Accepts what relief gives now as what is expected: the whole output of the season, and the text of each small
// fixture's problems. Read the difference before it is committed, and say there why it changed.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const season = join(root, "fixtures", "新华路街道2023");
const expected = join(season, "expected");
const folder = mkdtempSync(join(tmpdir(), "relief-accept-"));
try {
  run(process.execPath, [join(root, "bin", "relief.js"), "compute", join(season, "名单"), "-o", "out"], folder);
  rmSync(expected, { recursive: true, force: true });
  cpSync(join(folder, "out"), expected, { recursive: true });
  // What holds people's numbers is written for its owner alone; these people are made up.
  chmodSync(expected, 0o755);
  for (const entry of readdirSync(expected, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
run(
  process.execPath,
  [vitest, "run", "test/fixtures/problems.test.ts", "-t", "is said as its fixture", "--update"],
  root,
);

/** Runs a command to its end; what it says is shown. @param {string} command @param {readonly string[]} words @param {string} cwd */
function run(command, words, cwd) {
  const { status } = spawnSync(command, words, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${words.join(" ")}: exit ${status}`);
}
