/** Money: texts to whole fen and back, sums that never lose one, and the capitals of 支付结算办法. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, type Fen, meanYuan, parseYuan, subtract, sum, times, toCapitals, toYuan } from "../src/money.ts";

const fen = (n: number) => n as Fen;
const LIMIT = 9_000_000_000_000_000;
const sums = fc.integer({ min: 0, max: LIMIT }).map(fen);

describe("a sum as people write it", () => {
  it.each([
    ["1000", 100_000],
    ["0", 0],
    ["0.01", 1],
    ["0.1", 10],
    ["1.10", 110],
    ["1000.00", 100_000],
    ["1,000.50", 100_050],
    ["12,345,678.90", 1_234_567_890],
    ["￥500", 50_000],
    ["¥500", 50_000],
    ["人民币500", 50_000],
    ["RMB500", 50_000],
    ["500元", 50_000],
    ["500元整", 50_000],
    ["500圆", 50_000],
    ["￥1,000.50元", 100_050],
    ["５００", 50_000],
    ["１，０００．５０", 100_050],
    [" 1 000 ", 100_000],
    ["1\u3000000", 100_000],
    ["\ufeff300\u200b", 30_000],
    ["300.000", 30_000],
    ["300.1000", 30_010],
    ["007", 700],
    ["90000000000000", LIMIT],
  ])("%j is %i fen", (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it.each([
    "",
    " ",
    "-1",
    "−5",
    "1.005",
    "0.001",
    "1,00",
    "1,0000",
    "1.2.3",
    "1e3",
    "3.1E+18",
    "五百",
    "500元/人",
    "500-600",
    "约500",
    ".5",
    "5.",
    "90000000000000.01",
    "NaN",
    "Infinity",
    "0x10",
  ])("%j is none", (text) => {
    expect(parseYuan(text)).toBeNull();
  });
});

describe("a sum as outputs write it", () => {
  it.each([
    [0, "0.00"],
    [1, "0.01"],
    [10, "0.10"],
    [100, "1.00"],
    [100_050, "1000.50"],
    [-1, "-0.01"],
    [-100_050, "-1000.50"],
    [LIMIT, "90000000000000.00"],
  ])("%i fen is %s", (value, text) => {
    expect(toYuan(fen(value))).toBe(text);
  });

  it("is read back as the same sum", () => {
    fc.assert(
      fc.property(sums, (value) => {
        expect(parseYuan(toYuan(value))).toBe(value);
      }),
    );
  });
});

describe("adding up", () => {
  it("loses no fen where floats would", () => {
    expect(add(fen(10), fen(20))).toBe(30);
    expect(sum([1, 2, 3].map((n) => fen(n * 10)))).toBe(60);
    expect(times(fen(10), 3)).toBe(30);
    expect(subtract(fen(30), fen(10))).toBe(20);
  });

  it("nothing adds up to zero", () => {
    expect(sum([])).toBe(0);
  });

  it("a difference may be negative", () => {
    expect(subtract(fen(1), fen(3))).toBe(-2);
  });

  it("stops at the stated limit", () => {
    expect(add(fen(LIMIT - 1), fen(1))).toBe(LIMIT);
    expect(() => add(fen(LIMIT), fen(1))).toThrow(RangeError);
    expect(() => times(fen(LIMIT), 2)).toThrow(RangeError);
    expect(() => sum([fen(LIMIT), fen(1)])).toThrow(RangeError);
  });

  it("the order does not matter", () => {
    const few = fc.array(fc.integer({ min: 0, max: 1e12 }).map(fen), { maxLength: 50 });
    fc.assert(
      fc.property(few, (values) => {
        expect(sum([...values].reverse())).toBe(sum(values));
      }),
    );
  });
});

describe("a mean for people to read", () => {
  it.each([
    [100_000, 3, "333.33"],
    [100_000, 6, "166.67"],
    [1, 2, "0.01"],
    [0, 5, "0.00"],
    [100, 0, "0.00"],
  ])("%i fen over %i is %s", (total, count, text) => {
    expect(meanYuan(fen(total), count)).toBe(text);
  });
});

describe("a sum in capitals", () => {
  it.each([
    // The examples of 支付结算办法 附件一.
    [140_950, "壹仟肆佰零玖元伍角整"],
    [600_714, "陆仟零柒元壹角肆分"],
    [168_032, "壹仟陆佰捌拾元叁角贰分"],
    [10_700_053, "壹拾万零柒仟元伍角叁分"],
    [1_640_902, "壹万陆仟肆佰零玖元零贰分"],
    [32_504, "叁佰贰拾伍元零肆分"],
    // Edges.
    [0, "零元整"],
    [1, "壹分"],
    [5, "伍分"],
    [10, "壹角整"],
    [50, "伍角整"],
    [55, "伍角伍分"],
    [100, "壹元整"],
    [1_000, "壹拾元整"],
    [1_100, "壹拾壹元整"],
    [10_100, "壹佰零壹元整"],
    [11_000, "壹佰壹拾元整"],
    [100_100, "壹仟零壹元整"],
    [101_000, "壹仟零壹拾元整"],
    [110_000, "壹仟壹佰元整"],
    [1_000_000, "壹万元整"],
    [1_000_100, "壹万零壹元整"],
    [1_010_000, "壹万零壹佰元整"],
    [1_100_000, "壹万壹仟元整"],
    [10_000_000, "壹拾万元整"],
    [10_000_100, "壹拾万零壹元整"],
    [10_100_000, "壹拾万零壹仟元整"],
    [100_010_000, "壹佰万零壹佰元整"],
    [1_000_000_000, "壹仟万元整"],
    [10_000_000_000, "壹亿元整"],
    [10_000_000_100, "壹亿零壹元整"],
    [10_001_000_000, "壹亿零壹万元整"],
    [100_000_000_000, "壹拾亿元整"],
    [10_000_000_001, "壹亿元零壹分"],
    [2_000_000_000_000, "贰佰亿元整"],
    [100_000_000_000_000, "壹万亿元整"],
    [45_000_000, "肆拾伍万元整"],
    [500_000_000, "伍佰万元整"],
  ])("%i fen: %s", (value, text) => {
    expect(toCapitals(fen(value))).toBe(text);
  });

  it("never says two zeros in a row, begins with none, and ends in 整 or 分", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LIMIT }).map(fen), (value) => {
        expect(toCapitals(value)).toMatch(/^[^零拾佰仟万亿].*(整|分)$/);
        expect(toCapitals(value)).not.toMatch(/零零|零[万亿元角分]/);
      }),
    );
  });

  it("tells different sums apart", () => {
    fc.assert(
      fc.property(sums, sums, (a, b) => {
        expect(toCapitals(a) === toCapitals(b)).toBe(a === b);
      }),
    );
  });

  it("a negative sum has none", () => {
    expect(() => toCapitals(fen(-1))).toThrow(RangeError);
  });
});
