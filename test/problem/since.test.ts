import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareProblems, type Known } from "../../src/problem/since.ts";

/** "V104-AAAA 低保.xlsx 5 110": 编号 (or a code alone), file, row, content. */
function known(said: string): Known {
  const [id = "", file = "", row = "", content = ""] = said.split(" ");
  const hasId = id.includes("-");
  return {
    id: hasId ? id : "",
    code: id.slice(0, 4),
    severity: "错误",
    ...{ file, sheet: "名单", row, column: "身份证号(C)", content },
    ...{ message: said, waits: "0.00" },
  };
}

const said = (problems: readonly Known[]) => problems.map((p) => p.message);
const compare = (before: readonly string[], now: readonly string[]) => {
  const { solved, fresh, left } = compareProblems(before.map(known), now.map(known));
  return { solved: said(solved), fresh: said(fresh), left: said(left) };
};

describe("problems of two runs", () => {
  it.each([
    ["nothing", [], [], { solved: [], fresh: [], left: [] }],
    ["one solved", ["V104-A 甲 5 1"], [], { solved: ["V104-A 甲 5 1"], fresh: [], left: [] }],
    ["one new", [], ["V104-A 甲 5 1"], { solved: [], fresh: ["V104-A 甲 5 1"], left: [] }],
    [
      "one left by its 编号, in another row of another file",
      ["V104-A 甲 5 1"],
      ["V104-A 乙 9 1"],
      { solved: [], fresh: [], left: ["V104-A 乙 9 1"] },
    ],
    [
      "without 编号: by content, in whatever row",
      ["V012 甲 5 低保边缘"],
      ["V012 甲 6 低保边缘"],
      { solved: [], fresh: [], left: ["V012 甲 6 低保边缘"] },
    ],
    [
      "without 编号: another content is another problem",
      ["V012 甲 5 低保边缘"],
      ["V012 甲 5 其它"],
      { solved: ["V012 甲 5 低保边缘"], fresh: ["V012 甲 5 其它"], left: [] },
    ],
    [
      "three alike of which the one in the middle was mended",
      ["V012 甲 5 x", "V012 甲 6 x", "V012 甲 7 x"],
      ["V012 甲 5 x", "V012 甲 7 x"],
      { solved: ["V012 甲 6 x"], fresh: [], left: ["V012 甲 5 x", "V012 甲 7 x"] },
    ],
    [
      "one 编号 in three rows of which one was mended",
      ["V104-A 甲 5 1", "V104-A 乙 2 1", "V104-A 丙 3 1"],
      ["V104-A 甲 5 1", "V104-A 丙 3 1"],
      { solved: ["V104-A 乙 2 1"], fresh: [], left: ["V104-A 甲 5 1", "V104-A 丙 3 1"] },
    ],
  ])("%s", (_, before, now, expected) => {
    expect(compare(before, now)).toEqual(expected);
  });

  it("are each solved, new or left: none is lost and none comes twice", () => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom("V104-A", "V104-B", "V012"), fc.constantFrom("甲", "乙"), fc.nat(3), fc.nat(1))
        .map(([id, file, row, content]) => `${id} ${file} ${row} ${content}`),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, some, (before, now) => {
        const { solved, fresh, left } = compare(before, now);
        expect([...fresh, ...left].sort()).toEqual([...now].sort());
        expect(solved.length + left.length).toBe(before.length);
        const back = compare(now, before);
        expect([back.solved.length, back.fresh.length]).toEqual([fresh.length, solved.length]);
      }),
    );
  });
});
