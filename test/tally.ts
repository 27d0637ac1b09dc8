/** The last line of a test run, for people and for programs: how many tests passed and failed, as the runner counted them. */
import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";

// biome-ignore lint/style/noDefaultExport: vitest takes a reporter's default export.
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      // A file that does not load has no tests to fail; it must not pass for that.
      count.failed += module.errors().length;
    }
    const skipped = count.skipped + count.pending;
    process.stdout.write(
      `tests: ${count.passed} passed, ${count.failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}\n`,
    );
  }
}
