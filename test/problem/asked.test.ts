/** What agencies are asked: every fault of a row, a person or an account in a list is theirs to mend. */
import { describe, expect, it } from "vitest";
import { ASKED } from "../../src/problem/asked.ts";
import { KINDS } from "../../src/problem/catalogue.ts";

const faults = Object.entries(KINDS).filter(([, kind]) => kind.severity !== "notice");

describe("what agencies are asked", () => {
  // A new code: say in src/problem/asked.ts what the agency is to do in its list. Of the problems of deciding (D) only
  // those that stand there go back; the others are the office's.
  it.each(faults.filter(([code]) => /^[VJP]/.test(code)).map(([code, kind]) => [code, kind.title]))("%s %s", (code) => {
    expect(Object.keys(ASKED)).toContain(code);
  });

  it.each(Object.entries(ASKED))("%s speaks of nothing that an agency does not have: %s", (code, asked) => {
    expect(asked).not.toMatch(/核实结论|待核实|重新运行|重新计算|活动文件|--|relief/);
    expect(faults.map(([known]) => known)).toContain(code);
  });
});
