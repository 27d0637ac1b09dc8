import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateText, isoText, numberText, type Shows } from "../../src/read/number-text.ts";

describe("a stored number as text", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["700", "700"],
    [" 1 ", "1"],
    ["+5", "5"],
    ["007", "7"],
    ["700.50", "700.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["0.30000000000000004", "0.3"],
    ["1409.4999999999998", "1409.5"],
    ["-12.5", "-12.5"],
    ["3.1010519491231E+17", "310105194912310000"],
    ["310105194912310021", "310105194912310000"],
    ["6.2220212345678901E+18", "6222021234567890000"],
    ["1E-3", "0.001"],
    ["1e+20", "100000000000000000000"],
    ["999999999999999.9", "1000000000000000"],
    ["123456789012345", "123456789012345"],
  ])("%s → %s", (stored, text) => {
    expect(numberText(stored)).toBe(text);
  });

  it.each(["", "abc", "1,000", "1E", "NaN", "Infinity", "1E999", "0x10", "--1"])("%s is no number", (stored) => {
    expect(numberText(stored)).toBeNull();
  });

  it("has no exponent and at most 15 significant digits, and is the same number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberText(String(value)) ?? "";
        expect(text).toMatch(/^-?\d+(?:\.\d*[1-9])?$/);
        expect(text.replace(/[-.]/g, "").replace(/^0+|0+$/g, "").length).toBeLessThanOrEqual(15);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

describe("a serial number as a date", () => {
  it.each<[number, Shows, boolean, string | null]>([
    [44931, "date", false, "2023-01-05"],
    [44931.5, "date", false, "2023-01-05T12:00:00"],
    [44931.99999999, "date", false, "2023-01-06"],
    [44931.35416667, "time", false, "2023-01-05T08:30:00"],
    [0.35416667, "time", false, "08:30:00"],
    [1.5, "elapsed", false, "36:00:00"],
    [1, "date", false, "1900-01-01"],
    [59, "date", false, "1900-02-28"],
    [60, "date", false, "1900-02-29"],
    [61, "date", false, "1900-03-01"],
    [0, "date", false, "1900-01-00"],
    [0, "date", true, "1904-01-01"],
    [43469, "date", true, "2023-01-05"],
    [2_958_465, "date", false, "9999-12-31"],
    [2_958_466, "date", false, null],
    [-1, "date", false, null],
  ])("%d as %s (1904: %s) → %s", (serial, shows, from1904, text) => {
    expect(dateText(serial, shows, from1904)).toBe(text);
  });

  it("counts days as the calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        expect(dateText(serial, "date", false)).toBe(day);
      }),
    );
  });
});

describe("a date stored as ISO text", () => {
  it.each([
    ["2023-01-05", "2023-01-05"],
    ["2023-01-05T00:00:00", "2023-01-05"],
    ["2023-01-05T00:00:00.000Z", "2023-01-05"],
    ["2023-01-05T08:30:00.499", "2023-01-05T08:30:00"],
    ["2023-01-05T08:30:59.500", "2023-01-05T08:31:00"],
    ["2023-01-05T23:59:59.999", "2023-01-05T23:59:59"],
    ["2023-01-05T08:30", "2023-01-05T08:30:00"],
    ["12:30:00", "12:30:00"],
    ["08:30:00.600", "08:30:01"],
    ["T", "T"],
    ["腊月廿三", "腊月廿三"],
  ])("%s → %s", (stored, text) => {
    expect(isoText(stored)).toBe(text);
  });
});
