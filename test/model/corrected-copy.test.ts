import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Original, originalIn, originalLines } from "../../src/model/corrected-copy.ts";

const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const original: fc.Arbitrary<Original> = fc.record({
  name: fc.string({ unit: "grapheme" }),
  isText: fc.boolean(),
  files: fc.array(fc.record({ sha256: hex, bytes: fc.nat(999_999_999) }), { minLength: 1, maxLength: 4 }),
});

describe("what a corrected copy came from", () => {
  it("is read back from the lines that say it, whatever stands around them", () => {
    fc.assert(
      fc.property(original, (said) => {
        expect(originalIn(["退回修改：低保.xlsx", ...originalLines(said), "序号", "错误"])).toEqual(said);
      }),
    );
  });

  it.each([
    ["nothing", []],
    ["a list", ["姓名", "身份证号", "张三"]],
    ["a name alone", ["原文件：低保.xlsx"]],
    ["a hash alone", [`校验码：${"ab".repeat(32)}（9 字节）`]],
  ])("is not told by %s", (_, cells) => {
    expect(originalIn(cells)).toBeNull();
  });

  it("is told by its name alone where somebody spoiled the hash", () => {
    expect(originalIn(["原文件：低保.xlsx", "校验码：已删"])).toEqual({ name: "低保.xlsx", isText: false, files: [] });
  });
});
