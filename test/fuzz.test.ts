/** A short piece of `npm run fuzz`: mutated lists through reading, computing and writing, in a process that can be killed. */
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { builtRelief } from "./built.ts";

it("no mutated list brings anything down, and none is lost on the way", () => {
  builtRelief();
  const { stdout, status } = spawnSync(process.execPath, ["scripts/fuzz.js", "--seed", "20230122", "--count", "80"], {
    encoding: "utf8",
  });
  const [last = ""] = stdout.trim().split("\n").slice(-1);
  const counted = /^fuzz: 80 files of seed 20230122: (\d+) read, (\d+) refused, (\d+) passed over, 0 failed; /.exec(
    last,
  );
  expect(counted, stdout).not.toBeNull();
  const [, ...numbers] = counted ?? [];
  expect(numbers.reduce((all, n) => all + Number(n), 0)).toBe(80);
  expect(status).toBe(0);
});
