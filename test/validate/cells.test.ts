/** What a cell of each field may hold. */
import { describe, expect, it } from "vitest";
import { parseYuan } from "../../src/money.ts";
import { accountCell, countCell, dateCell, idCell, lostDigits, nameCell } from "../../src/validate/cells.ts";
import { account, idOf, list, misprinted, season, verdicts } from "../say.ts";

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
    expect(accountCell(text)).toBe(account);
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
    expect(accountCell(text)).toBeNull();
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
    expect(countCell(text)).toBe(count);
  });

  it.each(["0", "-1", "2.5", "100", "三", "2-3", ""])("%j is none", (text) => {
    expect(countCell(text)).toBeNull();
  });
});

describe("金额", () => {
  it.each([
    ["1000", 100_000],
    ["￥1,000.50元", 100_050],
    ["1,000.00", 100_000],
    ["￥500", 50_000],
    ["500元", 50_000],
    ["1000元整", 100_000],
    ["人民币500.00元", 50_000],
    ["５００", 50_000],
    ["1，000", 100_000],
    ["0", 0],
    ["999999999", 99_999_999_900],
  ])("%j is %i fen", (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each(["五百", "五百元", "500/月", "-500", "1.005", "1.2万", "约500", "1.000,00", "500元/人"])(
    "%j is none",
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );
});

describe("a unit that is not yuan", () => {
  const row = ["张三", right, account(1), "0.1"];
  const read = (amount: string, ...titles: readonly string[]) =>
    verdicts(season([list("慈善基金会.xlsx", ["姓名", "身份证号", "账号", amount], [row], { titles })]));

  it.each([
    ["金额(万元)", []],
    ["帮扶金额（单位：百元）", []],
    ["帮扶金额", ["慈善帮扶名单（单位：万元）"]],
    ["金额", ["单位: 人民币千元"]],
  ])("%s under %j is never read as yuan: held", (amount, titles) => {
    expect(read(amount, ...titles)).toEqual(["charity-relief 张三: held 0.00 D103"]);
  });

  it("yuan, in the header or in the title, is as usual", () => {
    expect(read("金额（元）", "慈善帮扶名单（单位：元）")).toEqual(["charity-relief 张三: granted 0.10"]);
  });
});

describe("姓名", () => {
  const plain = { remark: "", isOdd: false, tidied: false };

  it.each([
    ["张三", { ...plain, name: "张三" }],
    ["张　三", { ...plain, name: "张三", tidied: true }],
    [" 张三 ", { ...plain, name: "张三" }],
    ["张\u200b三", { ...plain, name: "张三" }],
    ["张\u202e三", { ...plain, name: "张三" }],
    ["\u0000张三", { ...plain, name: "张三" }],
    ["张⼀", { ...plain, name: "张一", tidied: true }],
    ["𬭩小明", { ...plain, name: "𬭩小明" }],
    ["葛\u{e0100}明", { ...plain, name: "葛明" }],
    ["Anna  Maria", { ...plain, name: "Anna Maria" }],
    ["=cmd|' /C calc'!A0", { ...plain, name: "=cmd|' /C calc'!A0" }],
    ["张三（已故）", { ...plain, name: "张三", remark: "已故" }],
    ["张三(女", { ...plain, name: "张三", remark: "女" }],
    ["张\ufffd", { ...plain, name: "张\ufffd", isOdd: true }],
    ["张?明", { ...plain, name: "张?明", isOdd: true }],
    ["张\ue863", { ...plain, name: "张\ue863", isOdd: true }],
    ["张\ud83d明", { ...plain, name: "张明", isOdd: true }],
    ["⻢小明", { ...plain, name: "⻢小明", isOdd: true }],
  ])("%j", (text, cell) => {
    expect(nameCell(text)).toEqual(cell);
  });

  it.each([..."·•‧∙⋅・･．.●。"])("阿依古丽%s买买提 has the official dot", (dot) => {
    expect(nameCell(`阿依古丽${dot}买买提`)).toEqual({ ...plain, name: "阿依古丽·买买提", tidied: dot !== "·" });
  });
});

describe("出生日期", () => {
  it.each([
    ["1950-01-02", "t", "1950-01-02"],
    ["1950-01-02", "d", "1950-01-02"],
    ["1950-01-02T08:00:00", "d", "1950-01-02"],
    ["1950.1.2", "t", "1950-01-02"],
    ["1950/1/2 0:00:00", "t", "1950-01-02"],
    ["1950年1月2日", "t", "1950-01-02"],
    ["１９５０年１月２日", "t", "1950-01-02"],
    ["1950 年 1 月 2 日", "t", "1950-01-02"],
    ["19500102", "t", "1950-01-02"],
    ["19500102", "n", "1950-01-02"],
    ["18264", "n", "1950-01-01"],
    ["2923", "n", "1908-01-01"],
    ["2922", "n", ""],
    ["36585", "n", "2000-02-29"],
    ["36586", "n", "2000-03-01"],
    ["44931", "n", "2023-01-05"],
    ["73050", "n", "2099-12-31"],
    ["18264", "t", ""],
    ["195012", "t", ""],
    ["1950.1", "t", ""],
    ["1950年1月", "t", ""],
    ["1950.13.1", "t", ""],
    ["1950", "n", ""],
    ["", "-", ""],
    ["不详", "t", ""],
  ])("%j in a cell of kind %s is %j", (text, kind, date) => {
    expect(dateCell(text, kind)).toBe(date);
  });
});
