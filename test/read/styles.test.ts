import { describe, expect, it } from "vitest";
import { formatShows } from "../../src/read/styles.ts";
import { listOf, rowsOf } from "./say.ts";

describe("what a custom number format shows", () => {
  it.each([
    ["General", "number"],
    ["G/通用格式", "number"],
    ["0.00", "number"],
    ["#,##0.00;[Red]-#,##0.00", "number"],
    ['0"元"', "number"],
    ['0"days"', "number"],
    ['"第"0"年度"', "number"],
    ["[$¥-804]#,##0.00", "number"],
    ["0.00E+00", "number"],
    ["_ * #,##0.00_ ;_ * -#,##0.00_ ", "number"],
    ["@", "number"],
    ["[DBNum1]General", "number"],
    ["[>=1000]0.0;0", "number"],
    ["yyyy-mm-dd", "date"],
    ['yyyy"年"m"月"d"日"', "date"],
    ["yyyy\\-mm\\-dd;@", "date"],
    ['[$-804]yyyy"年"m"月"', "date"],
    ["[DBNum1][$-804]yyyy年m月d日", "date"],
    ["m/d", "date"],
    ["mmm", "date"],
    ["[$-804]aaaa;@", "date"],
    ["e.m.d", "date"],
    ["yyyy/m/d h:mm", "date"],
    ["h:mm:ss", "time"],
    ["上午/下午h时mm分", "time"],
    ["[h]:mm", "elapsed"],
    ["[mm]:ss", "elapsed"],
  ])("%s: %s", (code, shows) => {
    expect(formatShows(code)).toBe(shows);
  });
});

describe("a number in a cell", () => {
  const number = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;

  it("is a date by the format of its style, built in or the workbook's own", () => {
    const cells = [number(0, "44931"), number(1, "44931"), number(2, "44931"), number(3, "44931"), number(4, "0.5")];
    const list = listOf({
      formats: [0, 14, 'yyyy"年"m"月"d"日"', 31, 20],
      cells: `<row r="2">${cells.join("")}</row>`,
    });
    expect(rowsOf(list)).toEqual(["2 44931|2023-01-05|2023-01-05|2023-01-05|12:00:00 ndddt"]);
  });

  it("counts from 1904 where the workbook says so", () => {
    const list = listOf({ formats: [14], date1904: true, cells: `<row r="1">${number(0, "43469")}</row>` });
    expect(rowsOf(list)).toEqual(["1 2023-01-05 d"]);
  });

  it("stays a number where Excel would show #####", () => {
    const list = listOf({
      formats: [14],
      cells: `<row r="1">${number(0, "-5")}${number(0, "3.1010519491231E+17")}</row>`,
    });
    expect(rowsOf(list)).toEqual(["1 -5|310105194912310000 nn"]);
  });

  it("a style that is not there shows a number", () => {
    expect(rowsOf(listOf({ cells: `<row r="1">${number(9, "44931")}</row>` }))).toEqual(["1 44931 n"]);
  });
});
