/** What a cell of each field may hold. */
import { describe, expect, it } from "vitest";
import { accountCell, amountCell, countCell, idCell, lostDigits } from "../../src/validate/cells.ts";
import { idOf, misprinted } from "../say.ts";

const right = idOf("19600101", 1);

describe("身份证号", () => {
  it.each([
    ["as it should be", right, "t", right, null],
    ["the standard's example", "11010519491231002X", "t", "11010519491231002X", null],
    ["with a small x", "11010519491231002x", "t", "11010519491231002X", null],
    ["with Ⅹ", "11010519491231002Ⅹ", "t", "11010519491231002X", null],
    ["with spaces", `${right.slice(0, 6)} ${right.slice(6)}`, "t", right, null],
    ["of 15 digits", "110105491231002", "t", "11010519491231002X", null],
    ["of 15 digits in a number cell, which loses none", "110105491231002", "n", "11010519491231002X", null],
    ["empty", "", "-", "", "missing"],
    ["of white space", " \u200b", "t", "", "missing"],
    ["whose check digit fails", misprinted(right), "t", misprinted(right), "check-digit"],
    ["too short", right.slice(0, 17), "t", "", "malformed"],
    ["too long", `${right}1`, "t", "", "malformed"],
    ["with letters", "31019819600101ABCD", "t", "", "malformed"],
    ["of 30 February", idOf("19600230"), "t", "", "malformed"],
    ["of 29 February 1997", idOf("19970229"), "t", "", "malformed"],
    ["of 29 February 1996", idOf("19960229"), "t", idOf("19960229"), null],
    ["of 15 digits that mark a centenarian", "310198600101999", "t", "", "malformed"],
    ["of Chinese words", "无", "t", "", "malformed"],
    ["that Excel made a number", "310198196001010000", "n", "", "lost-digits"],
    ["that Excel shows as a power", "3.10198E+17", "t", "", "lost-digits"],
    ["that Excel shows as a power in a number cell", "3.10198196001010E+17", "n", "", "lost-digits"],
    ["that was a number and became text again", "310198196001010000", "t", "", "lost-digits"],
  ])("%s", (_, text, kind, id, fault) => {
    expect(idCell(text, kind)).toMatchObject({ id, fault });
  });

  it.each([
    [right, false, false],
    [` ${right}`, true, false],
    ["11010519491231002x", true, false],
    ["110105491231002", false, true],
  ])("%j: tidied %s, lengthened %s", (text, tidied, lengthened) => {
    expect(idCell(text, "t")).toMatchObject({ tidied, lengthened });
  });

  it("a right number that ends in three zeros is a right number", () => {
    const zeros = [
      "19600101",
      "19600102",
      "19600103",
      "19600104",
      "19600105",
      "19600106",
      "19600107",
      "19600108",
      "19600109",
      "19600110",
      "19600111",
    ]
      .flatMap((born) => [100, 200, 300, 400, 500].map((n) => idOf(born, n)))
      .filter((id) => id.endsWith("000"));
    expect(zeros.length).toBeGreaterThan(0);
    for (const id of zeros) expect(idCell(id, "t")).toMatchObject({ id, fault: null });
  });
});

describe("账号", () => {
  it.each([
    ["880000000001", "880000000001"],
    ["6216 2610 0000 0000 018", "6216261000000000018"],
    ["6216-2610-0000-0000-018", "6216261000000000018"],
    ["６２１６２６１０００００００００１８", "621626100000000018"],
    ["12345678", "12345678"],
    ["1".repeat(32), "1".repeat(32)],
  ])("%j is %s", (text, account) => {
    expect(accountCell.safeParse(text)).toEqual({ success: true, data: account });
  });

  it.each([
    "",
    "1234567",
    "1".repeat(33),
    "3.1E+18",
    "62162610000000000A8",
    "无",
    "6216261000.5",
    "=6216261000000000018",
  ])("%j is none", (text) => {
    expect(accountCell.safeParse(text).success).toBe(false);
  });

  it.each([
    ["6216261000000000018", "t", false],
    ["6216261000000000000", "n", true],
    ["621626100000001", "n", false],
    ["6.21626E+18", "t", true],
    ["6.2E18", "n", true],
  ])("%j in a cell of kind %s lost digits: %s", (text, kind, lost) => {
    expect(lostDigits(text, kind)).toBe(lost);
  });
});

describe("人数", () => {
  it.each([
    ["1", 1],
    ["3人", 3],
    ["3口", 3],
    ["３", 3],
    ["2.0", 2],
    ["99", 99],
  ])("%j is %i", (text, count) => {
    expect(countCell.safeParse(text)).toEqual({ success: true, data: count });
  });

  it.each(["0", "-1", "2.5", "100", "三", "2-3", ""])("%j is none", (text) => {
    expect(countCell.safeParse(text).success).toBe(false);
  });
});

describe("金额", () => {
  it.each([
    ["1000", 100_000],
    ["￥1,000.50元", 100_050],
    ["0", 0],
  ])("%j is %i fen", (text, fen) => {
    expect(amountCell.safeParse(text)).toEqual({ success: true, data: fen });
  });

  it.each(["五百", "500/月", "-500", "1.005"])("%j is none", (text) => {
    expect(amountCell.safeParse(text).success).toBe(false);
  });
});
