/** Cells whose value is lost: errors and formulas that were never calculated are read as empty, and said at their cell. */
import { describe, expect, it } from "vitest";
import { codes, idOf, list, places, season, verdicts } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号", "金额", "备注"];
const FILE = "总工会 困难职工.xlsx";
const one = idOf("19600101", 1);
const two = idOf("19600101", 2);

/** A list of two people; kinds of the first one's cells as given. */
function read(cells: readonly string[], kinds: string) {
  const rows = [cells, ["李四", two, "880000000002", "600", ""]];
  return season([
    list(FILE, HEADER, rows, {
      kinds: (row) => (row === cells ? kinds : row.map((t) => (t === "" ? "-" : "t")).join("")),
    }),
  ]);
}

describe("a formula without a value", () => {
  it("in the sum: no sum, at its cell", () => {
    const outcome = read(["张三", one, "880000000001", "", ""], "tttf-");
    expect(places(outcome, "V027")).toEqual([`${FILE}!Sheet1!2 金额(D)`]);
    expect(verdicts(outcome)).toEqual(["union-relief 张三: held 0.00 D103", "union-relief 李四: granted 600.00"]);
  });

  it("in a column that nobody needs: not a word", () => {
    expect(codes(read(["张三", one, "880000000001", "500", ""], "ttttf"))).not.toContain("V027");
  });
});

describe("an error value", () => {
  it.each(["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "########"])("%s, as an error or as text", (text) => {
    for (const kind of ["e", "t"]) {
      const outcome = read(["张三", one, text, "500", ""], `tt${kind}t-`);
      expect(places(outcome, "V028")).toEqual([`${FILE}!Sheet1!2 账号(C)`]);
      expect(outcome.entries[0]?.account).toBe("");
    }
  });

  it("in the name: a person without one", () => {
    const outcome = read(["#REF!", one, "880000000001", "500", ""], "etttt".replace(/t$/, "-"));
    expect(outcome.entries[0]).toMatchObject({ name: "", idNumber: one });
    expect(codes(outcome)).toEqual(["P108", "V028", "V108"]);
  });

  it("# and something else is a text", () => {
    expect(read(["张三", one, "880000000001", "500", ""], "tttt-").entries[0]?.name).toBe("张三");
    expect(read(["#3张三", one, "880000000001", "500", ""], "tttt-").entries[0]?.name).toBe("#3张三");
  });

  it("in several rows of a column: one problem with all of them", () => {
    const rows = [1, 2, 3].map((n) => [`甲${n}`, idOf("19600101", n), "#N/A", "500", ""]);
    const outcome = season([list(FILE, HEADER, rows)]);
    expect(places(outcome, "V028")).toEqual([[2, 3, 4].map((n) => `${FILE}!Sheet1!${n} 账号(C)`).join(", ")]);
  });
});
