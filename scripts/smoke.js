// A run of the built command line as a user would make it: each step must end with the exit code that is expected.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const relief = fileURLToPath(new URL("../bin/relief.js", import.meta.url));
const lists = fileURLToPath(new URL("../fixtures/新华路街道2023/名单", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "relief-smoke-"));

/** @type {readonly (readonly [number, ...string[]])[]} */
const steps = [
  [0, "--version"],
  [0, "--help"],
  [0, "compute", "--help", "--lang", "en"],
  [0, "rules", "check"],
  [0, "rules", "test"],
  [0, "rules", "show", "一般对象节日补助"],
  [0, "compute", lists, "-o", "out"],
  [0, "compute", lists, "-o", "out"],
  [0, "verify", "out"],
  [1, "explain", "out", "查无此人"],
  [1, "compute", lists, "-o", "out", "--strict", "--quiet"],
  [2, "compute", "没有这个文件夹", "-o", "out"],
  [2, "compute"],
  [1, "check", lists],
  [1, "check", lists, "--since", "检查", "--quiet"],
  [2, "check", lists, "-o", "out"],
];

try {
  for (const [expected, ...words] of steps) {
    const run = spawnSync(process.execPath, [relief, ...words], { cwd: folder, encoding: "utf8" });
    const shown = words.map((word) => (word === lists ? "名单" : word)).join(" ");
    if (run.status === expected) {
      console.log(`smoke: relief ${shown}: ${run.status}`);
      continue;
    }
    console.error(`smoke: relief ${shown}: exit ${run.status}, expected ${expected}\n${run.stdout}${run.stderr}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
