/** What must be decided before what: whoever looks at a programme waits for all that overlap with it. */
import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/problem/problem.ts";
import { NO_PARENTS, parseRules } from "../../src/rules/parse.ts";
import { idOf, keeps, list, problems, season, verdicts } from "../say.ts";
import { rulesText } from "./edition.ts";

/** 2023 with one more overlap, and something else. */
function withOverlap(overlap: string, ...edits: readonly (readonly [string, string])[]): string {
  return [["\noverlaps:\n", `\noverlaps:\n  - ${overlap}\n`] as const, ...edits].reduce((text, [old, now]) => {
    expect(text).toContain(old);
    return text.replace(old, () => now);
  }, rulesText("2023.yaml"));
}

/** general-festival does not count the holders of special-festival: it looks at it. */
const LOOKS_BACK = [
  "eligible: { any: [特困供养, 御寒困难] }",
  "eligible: { any: [特困供养, 御寒困难], where: [{ holds-none: [general-festival] }] }",
] as const;
const QUOTE = "quote: 少重复, because: 已享受";

describe("C looks at X, X overlaps with Y, Y looks at C", () => {
  it.each([
    [
      "the highest of X and Y",
      `{ at-most-one: [special-festival, winter-warmth], per: person, keep: highest, ${QUOTE} }`,
    ],
    ["the first of X and Y", `{ at-most-one: [special-festival, winter-warmth], per: person, keep: first, ${QUOTE} }`],
    ["X shuts Y out", `{ granted: special-festival, shuts-out: [winter-warmth], per: person, ${QUOTE} }`],
    [
      "a cap over X and Y",
      "{ at-most: 1000, over: [special-festival, winter-warmth], per: person, quote: 少重复, because: 已享受 }",
    ],
  ])("%s: is a circle, told where Y looks", (_, overlap) => {
    const text = withOverlap(overlap, LOOKS_BACK);
    const parsed = parseRules(text, "2023.yaml", NO_PARENTS);
    const found = parsed.ok ? [] : parsed.problems;
    expect(found.map((p) => [p.code, text.split("\n")[p.place.row - 1]?.trim(), messageOf(p).zh])).toEqual([
      [
        "U005",
        expect.stringContaining("any: [特困供养"),
        expect.stringMatching(
          /winter-warmth → .*general-festival → winter-warmth|general-festival → winter-warmth → general-festival/,
        ),
      ],
    ]);
  });

  it("what may stack waits for nothing", () => {
    const text = withOverlap("{ may-stack: [special-festival, winter-warmth], quote: 少重复 }", LOOKS_BACK);
    expect(parseRules(text, "2023.yaml", NO_PARENTS).ok).toBe(true);
  });

  it("by an answer of the office: neither is followed, and it is said", () => {
    const overlap = `{ at-most-one: [special-festival, winter-warmth], per: person, keep: highest, ${QUOTE} }`;
    const text = withOverlap(overlap, [
      "\nask:\n",
      "\nask:\n  general-festival+winter-warmth:\n    source: 没有写明\n",
    ]);
    const parsed = parseRules(text, "2023.yaml", NO_PARENTS);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const answers = new Map([["general-festival+winter-warmth", keeps("general-festival")]]);
    const poor = list("民政 低保.xlsx", ["姓名", "身份证号"], [["张三", idOf("19600101", 1)]]);
    const outcome = season([poor], { rules: parsed.value, campaign: { answers } });
    expect(problems(outcome, "D120").map((p) => p.params)).toEqual([
      {
        circle: expect.stringContaining("一般对象节日补助 → 冬令御寒补助"),
        pairs: "一般对象节日补助与冬令御寒补助",
      },
    ]);
    expect(verdicts(outcome)).toHaveLength(1);
  });
});
