/** Resident identity numbers: check digits, 15 digits to 18, dates that exist, and what screens may show. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  birthDate,
  checkDigit,
  cleanIdNumber,
  from15,
  hasRightCheckDigit,
  isWellFormed,
  maskNumber,
} from "../../src/model/id-number.ts";
import { idOf } from "../say.ts";

describe("check digits", () => {
  it.each(["11010519491231002X", "440524188001010014"])("of the standard's own example %s", (id) => {
    expect(checkDigit(id.slice(0, 17))).toBe(id.charAt(17));
    expect(hasRightCheckDigit(id)).toBe(true);
    expect(isWellFormed(id)).toBe(true);
  });

  it.each(["110105194912310021", "440524188001010015", "44052418800101001X"])("%s has a wrong one", (id) => {
    expect(hasRightCheckDigit(id)).toBe(false);
  });

  it("finds every digit that is wrong and every two neighbours that are swapped", () => {
    const born = fc.constantFrom("19491231", "19600229", "20001130");
    fc.assert(
      fc.property(
        born,
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (day, n, at, by) => {
          const id = idOf(day, n);
          const digit = (Number(id.charAt(at)) + by) % 10;
          expect(hasRightCheckDigit(id.slice(0, at) + digit + id.slice(at + 1))).toBe(false);
          const [a, b] = [id.charAt(at), id.charAt(at + 1)];
          if (at < 16 && a !== b) expect(hasRightCheckDigit(id.slice(0, at) + b + a + id.slice(at + 2))).toBe(false);
        },
      ),
    );
  });
});

describe("15 digits to 18", () => {
  it("the century 19 goes in after the area, and the check digit behind", () => {
    expect(from15("110105491231002")).toBe("11010519491231002X");
    expect(from15("310198600101001")).toBe(idOf("19600101", 1));
  });

  it.each(["995", "001", "500"])("the sequence %s is anybody's", (sequence) => {
    expect(from15(`310198600101${sequence}`)).toBe(idOf("19600101", Number(sequence)));
  });

  it.each(["996", "997", "998", "999"])("the sequence %s marked people born in 18xx: no 19 for them", (sequence) => {
    expect(from15(`310198600101${sequence}`)).toBeNull();
  });

  it.each([
    ["310198600230001", "30 February"],
    ["310198610229001", "29 February of a year that is no leap year"],
    ["310198601301001", "month 13"],
    ["310198600001001", "month 0"],
    ["010198600101001", "an area that begins with 0"],
    ["31019860010100", "14 digits"],
    ["3101986001010011", "16 digits"],
    ["31019860010100X", "an X"],
  ])("%s is none: %s", (id) => {
    expect(from15(id)).toBeNull();
  });

  it("29 February of a leap year is a day", () => {
    expect(from15("310198600229001")).toBe(idOf("19600229", 1));
  });
});

describe("birth dates", () => {
  it.each([
    ["20000229", "2000-02-29"],
    ["19960229", "1996-02-29"],
    ["19491231", "1949-12-31"],
    ["18800101", "1880-01-01"],
  ])("%s is a day", (born, date) => {
    expect(birthDate(idOf(born))).toBe(date);
    expect(isWellFormed(idOf(born))).toBe(true);
  });

  it.each([
    "19000229",
    "19970229",
    "20230431",
    "20230631",
    "20230931",
    "20231131",
    "20230132",
    "20231301",
    "20230001",
    "20230100",
    "17991231",
    "22000101",
  ])("%s is none", (born) => {
    expect(birthDate(idOf(born))).toBeNull();
    expect(isWellFormed(idOf(born))).toBe(false);
  });
});

describe("the shape", () => {
  it.each([
    "11010519491231002x",
    "1101051949123100",
    "11010519491231002XX",
    "X1010519491231002X",
    "01010519491231002X",
    "110105 19491231002X",
    "",
  ])("%j has none", (id) => {
    expect(isWellFormed(id)).toBe(false);
  });
});

describe("on a screen", () => {
  it.each([
    ["11010519491231002X", "110105********002X"],
    ["310198600101001", "310198*****1001"],
    ["8800000001", "88******01"],
    ["12345", "12*45"],
    ["1234", "1234"],
    ["", ""],
  ])("%j is shown as %j", (id, shown) => {
    expect(maskNumber(id)).toBe(shown);
  });
});

describe("as somebody types it", () => {
  it.each([
    ["11010519491231002x", "11010519491231002X"],
    ["１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"],
    ["11010519491231002Ⅹ", "11010519491231002X"],
    [" 110105 19491231 002X ", "11010519491231002X"],
    ["110105491231002", "11010519491231002X"],
    ["310198600101999", "310198600101999"],
  ])("%j means %s", (typed, id) => {
    expect(cleanIdNumber(typed)).toBe(id);
  });
});
