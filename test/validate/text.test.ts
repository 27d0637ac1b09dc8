/** Texts of cells, brought to one spelling: names and their dots, numbers, dates, headers. */
import { describe, expect, it } from "vitest";
import { clean, cleanDate, cleanName, cleanNumber, fold, foldHeader } from "../../src/validate/text.ts";

describe("a name", () => {
  it.each([
    ["张三", "张三"],
    ["张　三", "张三"],
    ["张 三", "张三"],
    ["  张三  ", "张三"],
    ["张\u00a0三", "张三"],
    ["张\u200b三\ufeff", "张三"],
    ["张\t三\n", "张三"],
    ["㛃𬭩", "㛃𬭩"],
    ["John  Smith", "John Smith"],
    [" Anna Maria Li ", "Anna Maria Li"],
    ["O'Neil", "O'Neil"],
    ["J. R. Smith", "J. R. Smith"],
    ["", ""],
  ])("%j is %j", (written, name) => {
    expect(cleanName(written)).toBe(name);
  });

  it.each(["·", "•", "‧", "∙", "⋅", "・", "･", "．", ".", "●", "。"])(
    "with the dot %s has the official one between 汉字",
    (dot) => {
      expect(cleanName(`阿依古丽${dot}买买提`)).toBe("阿依古丽·买买提");
      expect(cleanName(`阿依古丽 ${dot} 买买提`)).toBe("阿依古丽·买买提");
      expect(cleanName(`迪丽${dot}古丽${dot}买买提`)).toBe("迪丽·古丽·买买提");
    },
  );

  it("keeps a dot that stands between no 汉字", () => {
    expect(cleanName("张三.")).toBe("张三.");
    expect(cleanName("A.B")).toBe("A.B");
  });
});

describe("a number", () => {
  it.each([
    ["310198196001010018", "310198196001010018"],
    ["３１０１９８１９６００１０１００１８", "310198196001010018"],
    ["310198 19600101 0018", "310198196001010018"],
    ["'310198196001010018", "310198196001010018"],
    ["‘310198196001010018’", "310198196001010018"],
    ["31019819600101001x", "31019819600101001X"],
    ["31019819600101001ｘ", "31019819600101001X"],
    ["31019819600101001Ⅹ", "31019819600101001X"],
    ["\u200e310198196001010018\u202c", "310198196001010018"],
    ["310198\u00ad196001010018", "310198196001010018"],
    ["", ""],
  ])("%j is %j", (written, number) => {
    expect(cleanNumber(written)).toBe(number);
  });
});

describe("a date", () => {
  it.each([
    ["1949-12-31", "1949-12-31"],
    ["1949-12-31T00:00:00", "1949-12-31"],
    ["1949.12.31", "1949-12-31"],
    ["1949/12/31", "1949-12-31"],
    ["1949年12月31日", "1949-12-31"],
    ["1949年1月5日", "1949-01-05"],
    ["1949 . 1 . 5", "1949-01-05"],
    ["19491231", "1949-12-31"],
    ["１９４９．１２．３１", "1949-12-31"],
    ["", ""],
    ["1949", ""],
    ["1949-13-01", ""],
    ["1949-12-32", ""],
    ["1949-00-10", ""],
    ["三十一日", ""],
  ])("%j is %j", (written, date) => {
    expect(cleanDate(written)).toBe(date);
  });
});

describe("a cell for reading", () => {
  it.each([
    ["  a  b ", "a b"],
    ["低保\u3000家庭", "低保 家庭"],
    ["低保\n家庭", "低保 家庭"],
    ["\u200b", ""],
    ["plain", "plain"],
  ])("%j is %j", (written, text) => {
    expect(clean(written)).toBe(text);
  });
});

describe("texts for comparing", () => {
  it.each([
    ["“双结对”", "双结对"],
    ["低保 家庭", "低保家庭"],
    ["ａｂｃ", "ABC"],
    ["支援外地建设退休（职）回沪", "支援外地建设退休(职)回沪"],
  ])("%j is %j", (written, text) => {
    expect(fold(written)).toBe(text);
  });

  it.each([
    ["身份证号", "身份证号"],
    ["身份证号（18位）", "身份证号"],
    ["*姓 名", "姓名"],
    ["金额（元）", "金额"],
    ["金额（万元）", "金额(万元)"],
    ["慰问金(单位:百元)", "慰问金(单位:百元)"],
    ["金额:", "金额"],
    ["街道（镇）", "街道"],
    ["（备注）", "(备注)"],
  ])("header %j is %j", (written, text) => {
    expect(foldHeader(written)).toBe(text);
  });
});
