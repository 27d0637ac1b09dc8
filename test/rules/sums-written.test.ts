/** The numbers of a sentence, as sums. */
import { expect, it } from "vitest";
import { toYuan } from "../../src/money.ts";
import { sumsWritten } from "../../src/rules/sums-written.ts";

it.each([
  ["每人460元", ["460.00"]],
  ["1,200.50元", ["1200.50"]],
  ["预计约45万元覆盖约1.3万人", ["450000.00", "13000.00"]],
  ["每人500—2000元不等", ["500.00", "2000.00"]],
  ["10-20万元", ["100000.00", "200000.00"]],
  ["1.2345678万元", ["12345.678"]],
  ["每人五百元", ["500.00"]],
  ["一千零五十元，一万二千元", ["1050.00", "12000.00"]],
  ["两千元，十二元", ["2000.00", "12.00"]],
  ["酌情给予", []],
])("%s", (text, sums) => {
  const found = [...sumsWritten(text)].map(toYuan);
  expect(found).toEqual(expect.arrayContaining(sums.filter((sum) => /\.\d\d$/.test(sum))));
  expect(found).not.toContain("12345.678");
});

it("names nothing else of a plain sentence", () => {
  expect([...sumsWritten("每人460元，共3000元")].map(toYuan).sort()).toEqual(["3000.00", "460.00"]);
  expect([...sumsWritten("预计约65万元")].map(toYuan)).toEqual(["650000.00"]);
});
