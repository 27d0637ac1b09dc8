// Accepts what relief gives now as what is expected: all that compute and check write of the season, and the text of each small
// fixture's problems. Read the difference before it is committed, and say there why it changed.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const season = join(root, "fixtures", "新华路街道2023");
const folder = mkdtempSync(join(tmpdir(), "relief-accept-"));
try {
  cpSync(join(season, "名单"), join(folder, "名单"), { recursive: true });
  keep("compute", "out", "expected", 0);
  // Something must be settled: its answer is no.
  const said = keep("check", "检查", "expected-check", 1);
  writeFileSync(join(season, "expected-check", "屏幕.txt"), said);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const accepted = spawnSync(
  process.execPath,
  [vitest, "run", "test/fixtures/problems.test.ts", "-t", "is said as its fixture", "--update"],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = accepted.status ?? 1;

/**
 * Runs a command of relief on the season, and keeps its output as what is expected.
 * @param {string} command @param {string} output @param {string} kept @param {number} exit
 * @returns what it said
 */
function keep(command, output, kept, exit) {
  const relief = join(root, "bin", "relief.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [relief, command, "名单", "-o", output], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== exit) throw new Error(`relief ${command}: exit ${status}\n${stderr}`);
  console.log(stdout);
  const expected = join(season, kept);
  rmSync(expected, { recursive: true, force: true });
  cpSync(join(folder, output), expected, { recursive: true });
  // What holds people's numbers is written for its owner alone; these people are made up.
  chmodSync(expected, 0o755);
  for (const entry of readdirSync(expected, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  return stdout;
}
