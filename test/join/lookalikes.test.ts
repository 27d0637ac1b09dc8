/** Look-alikes: which pairs are told, what speaks for and against them, what they would cost, and what a decision makes of them. */
import { describe, expect, it } from "vitest";
import type { Campaign, Decision, Verdict } from "../../src/model/campaign.ts";
import { checkDigit } from "../../src/model/id-number.ts";
import type { InputFile } from "../../src/model/list.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { messageOf, type Problem } from "../../src/problem/problem.ts";
import { account, codes, decide, idOf, list, misprinted, places, problems, season, settle, verdicts } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号", "居委", "地址", "电话", "户主身份证号"];
const one = idOf("19600101", 1);
const two = idOf("19600101", 2);
const withCheck = (first17: string) => first17 + checkDigit(first17);
/** The number with another digit at a place that counts from 1, and the check digit that follows. */
const digit = (at: number, by: string, id = one) => withCheck(id.slice(0, at - 1) + by + id.slice(at, 17));
/** A list of a programme that asks for numbers, and one of visits, which do not. */
const civil = (...rows: readonly (readonly string[])[]): InputFile => list("民政 重残无业.xlsx", HEADER, rows);
const veterans = (...rows: readonly (readonly string[])[]): InputFile => list("退役军人 优抚.xlsx", HEADER, rows);
const visits = (...rows: readonly (readonly string[])[]): InputFile => list("街道领导走访.xlsx", HEADER, rows);

/** What the pairs say, without the name. */
const whys = (outcome: Outcome) => problems(outcome, "J103").map((p) => p.content);
const settledWhys = (outcome: Outcome) => outcome.settled.filter((p) => p.code === "J103").map((p) => p.content);

/** The persons of a season: number and rows. */
const people = (outcome: Outcome) =>
  outcome.register.persons.map((p) => [p.idNumber, p.entries.length] as const).sort(([a], [b]) => (a < b ? -1 : 1));

describe("two numbers of one name", () => {
  const pair = (id: string, other = one) =>
    season([civil(["张三", other, account(1)]), veterans(["张三", id, account(2)])]);

  it.each([
    ["the same birth date", idOf("19600101", 113), "同日出生"],
    ["the next sequence", two, "号码只差第 17 位；但性别位不同"],
    ["another area, the same birth date", withCheck("31010819600101001"), "号码只差第 5 位"],
    ["two other digits, the same birth date", withCheck("31018919600101001"), "号码第 5、6 位对调"],
    ["the same birth date in another area", withCheck("32029819600101001"), "同日出生"],
    ["another year", digit(10, "1"), "号码只差第 10 位"],
    ["another month", digit(12, "2"), "号码只差第 12 位"],
    ["another sequence", digit(15, "9"), "号码只差第 15 位"],
    ["another sex", digit(17, "4"), "号码只差第 17 位；但性别位不同"],
    ["only the check digit", misprinted(one), "号码只差校验位"],
    ["year digits changed about", withCheck("31019819060101001"), "号码第 9、10 位对调"],
    ["area and year changed about", "310191896001010010".slice(0, 18), "号码第 6、7 位对调"],
  ])("%s", (_, id, why) => {
    const found = whys(pair(id)).map((text) =>
      text.replace(/；是同一人的.*/, "").replace(/、?账号不同、?|；但账号不同$/, ""),
    );
    expect(found.map((text) => text.replace(/；但$/, ""))).toEqual([why]);
  });

  it.each([
    ["two digits apart", withCheck("31019819780315001")],
    ["digits that are no neighbours changed about", withCheck("31019810690101001")],
  ])("%s: nothing is said", (_, id) => expect(codes(pair(id))).not.toContain("J103"));

  it("neighbours changed about where date and sequence meet, and within the sequence", () => {
    const number = withCheck("31019819600112032");
    expect(whys(pair(withCheck("31019819600110232"), number))).toEqual(["号码第 14、15 位对调；但账号不同"]);
    expect(whys(pair(withCheck("31019819600112302"), number))).toEqual(["号码第 15、16 位对调；但账号不同"]);
    expect(whys(pair(withCheck("31019819600121032"), number))).toEqual(["号码第 13、14 位对调；但账号不同"]);
  });

  it("15 digits are the 18 that they stand for", () => {
    expect(whys(pair("310198600101002"))).toEqual(["号码只差第 17 位；但账号不同、性别位不同"]);
    expect(people(pair("310198600101001"))).toEqual([[one, 2]]);
  });

  it("another name: nothing is said", () => {
    expect(codes(season([civil(["张三", one, account(1)]), veterans(["张山", two, account(2)])]))).not.toContain(
      "J103",
    );
  });

  it("a name that the other number has beside another one is compared, too", () => {
    const lists = [
      civil(["张三", one, account(1)]),
      veterans(["张山", two, account(2)]),
      list("人社 登记失业.xlsx", HEADER, [["张三", two, account(2)]]),
    ];
    expect(whys(season(lists)).length).toBe(1);
  });

  it("stand at the first row of each, with the sounder number first", () => {
    const outcome = season([civil(["张三", misprinted(one), account(1)]), veterans(["张三", two, account(2)])]);
    expect(places(outcome, "J103")).toEqual([
      "民政 重残无业.xlsx!Sheet1!2 身份证号(B), 退役军人 优抚.xlsx!Sheet1!2 身份证号(B)",
    ]);
    expect(problems(outcome, "J103")[0]?.subject).toMatchObject({ idNumber: two, otherIdNumber: misprinted(one) });
  });

  it("are never merged by themselves", () => {
    const outcome = pair(two);
    expect(people(outcome)).toEqual([
      [one, 1],
      [two, 1],
    ]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: granted 1000.00",
      "veterans-festival 张三: granted 1200.00",
    ]);
  });
});

describe("what speaks for and against", () => {
  const pair = (here: readonly string[], there: readonly string[]) =>
    whys(season([civil(["张三", one, ...here]), veterans(["张三", idOf("19600101", 3), ...there])]))[0];

  it.each([
    ["nothing more", ["", "", "", ""], ["", "", "", ""], "号码只差第 17 位"],
    ["account", [account(1)], [account(1)], "号码只差第 17 位、同账号"],
    ["other accounts", [account(1)], [account(2)], "号码只差第 17 位；但账号不同"],
    ["committee, however written", ["", "听涛居委"], ["", "听涛居委会"], "号码只差第 17 位、同居村委"],
    ["other committees", ["", "听涛居委"], ["", "槐荫居委"], "号码只差第 17 位；但居村委不同"],
    ["address, however cut up", ["", "", "一弄1号 2室"], ["", "", "一弄1号、2室"], "号码只差第 17 位、同地址"],
    ["other addresses say nothing", ["", "", "一弄1号"], ["", "", "二弄2号"], "号码只差第 17 位"],
    ["telephone", ["", "", "", "021-52521234"], ["", "", "", "5252 1234"], "号码只差第 17 位、同电话"],
    ["household", ["", "", "", "", two], ["", "", "", "", two], "号码只差第 17 位、同户"],
  ])("%s", (_, here, there, expected) => expect(pair(here, there)).toBe(expected));

  it("both on one list, with other accounts", () => {
    const outcome = season([civil(["张三", one, account(1)], ["张三", two, account(2)])]);
    expect(whys(outcome)).toEqual([
      "号码只差第 17 位；但账号不同、性别位不同、同在一份名单；都有特殊对象节日补助，重复 1000.00 元",
    ]);
  });

  it("in both languages", () => {
    const outcome = season([civil(["张三", one, account(1)], ["张三", two, account(1)])]);
    expect(messageOf(problems(outcome, "J103")[0] as Problem)).toEqual({
      zh: `张三：${one} 与 ${two} 可能是同一人（号码只差第 17 位、同账号；但性别位不同、同在一份名单）；都有特殊对象节日补助，重复 1000.00 元`,
      en: `张三: ${one} and ${two} may be one person (the numbers differ in digit 17 alone, same account; but other sex by the number, both on one list); both hold 特殊对象节日补助: 1000.00 yuan twice`,
    });
  });
});

describe("what would be paid twice", () => {
  const stake = (lists: readonly InputFile[]) => problems(season(lists), "J103").map((p) => p.atStake);

  it("is nothing where the two hold different programmes", () => {
    expect(stake([civil(["张三", one, account(1)]), veterans(["张三", two, account(2)])])).toEqual([0]);
  });

  it("is the sum of the programme that both hold, and of all of them", () => {
    const here = [
      ["张三", one, account(1)],
      ["张三", two, account(2)],
    ];
    expect(stake([civil(...here)])).toEqual([100_000]);
    expect(stake([civil(...here), veterans(...here)])).toEqual([220_000]);
  });

  it("is the smaller of two sums, held ones too, denied ones not", () => {
    const header = [...HEADER, "残疾类别"];
    const disabled = list("残联.xlsx", header, [
      ["张三", one, account(1), "", "", "", "", "大病重病"],
      ["张三", two, "", "", "", "", "", "低收入"],
    ]);
    expect(stake([disabled])).toEqual([30_000]);
    const refused = list(
      "民政 支内回沪.xlsx",
      [...HEADER, "复审结果"],
      [
        ["张三", one, account(1), "", "", "", "", "通过"],
        ["张三", two, account(2), "", "", "", "", "未通过"],
      ],
    );
    expect(stake([refused])).toEqual([0]);
  });

  it("is what waits for a number, too: it can be paid once it is known whose row it is", () => {
    const known = civil(["张三", one, account(1), "", "一弄1号"]);
    const waits = [known, veterans(["张三", "", account(1), "", "一弄1号"])];
    expect(stake(waits)).toEqual([120_000]);
    expect(whys(season(waits))).toEqual(["同地址、同账号；是同一人的，可发 1200.00 元"]);
    // Of one programme the sum is paid once, whichever number is right.
    const same = [known, list("民政 重残无业（补）.xlsx", HEADER, [["张三", "", account(1), "", "一弄1号"]])];
    expect(whys(season(same))).toEqual(["同地址、同账号；都有特殊对象节日补助，重复 1000.00 元"]);
  });

  it("counts for three of a kind all but one", () => {
    const lists = [civil(...[1, 3, 5].map((n) => ["张三", idOf("19600101", n), account(n)]))];
    expect(problems(season(lists), "J103").length).toBe(3);
    expect(stake(lists)).toEqual([100_000, 100_000, 100_000]);
  });
});

describe("a row without a usable number", () => {
  const known = civil(["张三", one, account(1), "听涛居委", "一弄1号", "021-52521234"]);
  const visit = (...cells: readonly string[]) => season([known, visits(["张三", ...cells])]);

  it.each([
    ["the same telephone", ["", "", "", "", "52521234"], ["同电话"]],
    ["the same address", ["", "", "", "一弄1号", ""], ["同地址"]],
    ["the same committee", ["", "", "听涛居委会", "", ""], ["同居村委"]],
    ["all three", ["", "", "听涛居委", "一弄1号", "52521234"], ["同电话、同地址、同居村委"]],
    ["none of them", ["", "", "槐荫居委", "二弄2号", "13900000001"], []],
    ["a number that lost its digits", [`${one.slice(0, 15)}000`, "", "", "", ""], ["号码前 15 位相同"]],
    ["a number that Excel shows with an exponent", ["3.1019819600101E+17", "", "", "", ""], ["号码前 15 位相同"]],
    ["a number of which nothing is left", ["3.10198E+17", "", "", "二弄2号", ""], []],
    ["a number cut off behind the birth date", [one.slice(0, 14), "", "", "", ""], ["号码前 14 位相同"]],
    ["a number cut off later", [one.slice(0, 15), "", "", "", ""], ["号码前 15 位相同"]],
    ["a digit left out", [one.slice(0, 9) + one.slice(10), "", "", "", ""], ["号码只多（少）一位"]],
    ["a digit too many", [`${one.slice(0, 9)}9${one.slice(9)}`, "", "", "", ""], ["号码只多（少）一位"]],
    ["a month that is none", [`${one.slice(0, 10)}3${one.slice(11)}`, "", "", "", ""], ["号码只差第 11 位"]],
    ["a letter for a digit", [`${one.slice(0, 10)}O${one.slice(11)}`, "", "", "", ""], ["号码只差第 11 位"]],
    ["15 digits that are no date", [`${one.slice(0, 6)}603101001`, "", "", "", ""], ["号码只差第 11 位"]],
    ["a remark behind the number", [`${one}（补办）`, "", "", "", ""], ["号码相同"]],
  ])("%s", (_, cells, expected) => {
    const found = whys(visit(...cells)).map((text) => text.replace(/；都有.*/, ""));
    expect(found).toEqual(expected);
  });

  it("by a birth date of its own column", () => {
    const header = ["姓名", "地址", "出生日期"];
    const born = list("街道领导走访.xlsx", header, [["张三", "二弄2号", "1960.1.1"]]);
    expect(whys(season([known, born]))).toEqual(["同日出生"]);
    const other = list("街道领导走访.xlsx", header, [["张三", "一弄1号", "1970.1.1"]]);
    expect(whys(season([known, other]))).toEqual(["同地址；但出生日期不同"]);
  });

  it("stands first, since it is the row to be mended; the number that is known stands under 身份证号", () => {
    const outcome = visit("", "", "", "一弄1号");
    expect(places(outcome, "J103")).toEqual([
      "街道领导走访.xlsx!Sheet1!2 身份证号(B), 民政 重残无业.xlsx!Sheet1!2 身份证号(B)",
    ]);
    const [pair] = problems(outcome, "J103");
    expect(pair?.subject).toMatchObject({ idNumber: one, otherIdNumber: "" });
    expect(messageOf(pair as Problem).zh).toBe(`张三：${one} 与 （无号码） 可能是同一人（同地址）`);
  });

  it("two numbers are not alike for an address", () => {
    const far = civil(["张三", idOf("19780315"), account(1), "听涛居委", "一弄1号"]);
    expect(whys(season([far, veterans(["张三", one, account(2), "听涛居委", "一弄1号"])]))).toEqual([]);
  });

  it("committees of two streets share names", () => {
    const header = ["姓名", "居委", "街镇"];
    const here = (street: string) => list("街道领导走访.xlsx", header, [["张三", "第一居委", street]]);
    const there = list(
      "民政 重残无业.xlsx",
      ["姓名", "身份证号", "居委", "街镇"],
      [["张三", one, "第一居委", "新华路街道"]],
    );
    expect(whys(season([there, here("新华路街道")]))).toEqual(["同居村委"]);
    expect(whys(season([there, here("江苏路街道")]))).toEqual([]);
    expect(whys(season([there, here("")]))).toEqual(["同居村委"]);
  });

  it("two rows without a number", () => {
    const outcome = season([
      visits(["张三", "", "", "听涛居委", "一弄1号"]),
      list("双结对.xlsx", HEADER, [["张三", "", "", "", "一弄1号"]]),
    ]);
    expect(whys(outcome)).toEqual(["同地址"]);
    expect(places(outcome, "J103")).toEqual([
      "双结对.xlsx!Sheet1!2 身份证号(B), 街道领导走访.xlsx!Sheet1!2 身份证号(B)",
    ]);
  });

  it("rows that nothing tells apart are one line, with each row named", () => {
    const outcome = season([
      visits(["无名氏", "", "", "", "救助站"], ["无名氏", "", "", "", "救助站"], ["无名氏", "", "", "", "救助站"]),
    ]);
    expect(places(outcome, "J103")).toEqual([
      [2, 3, 4].map((row) => `街道领导走访.xlsx!Sheet1!${row} 身份证号(B)`).join(", "),
    ]);
    expect(problems(outcome, "J103")[0]?.atStake).toBe(100_000);
  });
});

describe("other documents", () => {
  const header = ["姓名", "证件类型", "身份证号", "出生日期", "地址"];
  const papers = (...rows: readonly (readonly string[])[]) => list("民政 重残无业.xlsx", header, rows);

  it.each([
    ["one character apart", ["护照", "E12345678", "", ""], ["护照", "E12345679", "", ""], ["号码只差第 9 位"]],
    [
      "two neighbours changed about",
      ["护照", "E12345678", "", ""],
      ["护照", "E12345687", "", ""],
      ["号码第 8、9 位对调"],
    ],
    ["the same number as another kind", ["护照", "E12345678", "", ""], ["台胞证", "E12345678", "", ""], ["号码相同"]],
    ["the same birth date", ["护照", "E12345678", "1960-1-1", ""], ["身份证", one, "", ""], ["同日出生"]],
    ["the same address", ["护照", "E12345678", "", "一弄1号"], ["身份证", one, "", "一弄1号"], ["同地址"]],
    ["nothing in common", ["护照", "E12345678", "1960-1-2", ""], ["身份证", one, "", ""], []],
    ["the kind was forgotten", ["护照", "E12345678", "", ""], ["", "E12345678", "", ""], ["号码相同"]],
  ])("%s", (_, here, there, expected) => {
    const found = whys(season([papers(["张三", ...here], ["张三", ...there])]));
    expect(found.map((text) => text.replace(/；但同在.*|；都有.*/, ""))).toEqual(expected);
  });

  it("同一人 with a row without a number: the document counts, and its hold is gone", () => {
    const lists = [
      papers(["张三", "护照", "E12345678", "", "一弄1号"]),
      veterans(["张三", "", account(2), "", "一弄1号"]),
    ];
    expect(verdicts(season(lists))).toContain("veterans-festival 张三: held 1200.00 V101");
    const outcome = settle(lists, "J103", "同一人");
    expect(outcome.register.persons.map((p) => [p.key, p.idNumber, p.entries.length])).toEqual([
      ["护照E12345678", "", 2],
    ]);
    expect(verdicts(outcome)).toContain("veterans-festival 张三: granted 1200.00");
  });
});

describe("a decision", () => {
  const lists = [civil(["张三", one, account(1)]), veterans(["张三", two, account(2)])];

  it("同一人: the number under 身份证号 counts, the other was the mistake", () => {
    const outcome = settle(lists, "J103", "同一人", { more: { idNumber: two, otherIdNumber: one } });
    expect(people(outcome)).toEqual([[two, 2]]);
    expect(codes(outcome)).not.toContain("J103");
  });

  it("同一人 with the numbers changed about: the other one counts, and 已定结论 shows it first", () => {
    const outcome = settle(lists, "J103", "同一人", { more: { idNumber: one, otherIdNumber: two } });
    expect(people(outcome)).toEqual([[one, 2]]);
    const turned = settle(lists, "J103", "同一人", { more: { idNumber: two, otherIdNumber: one } });
    expect(turned.settled.map((p) => [p.subject?.idNumber, p.subject?.otherIdNumber])).toEqual([[two, one]]);
  });

  it.each([
    ["both left empty: the number that was shown first", {}, one],
    ["one of them", { idNumber: two }, two],
    ["the mistake alone", { otherIdNumber: one }, two],
    ["with a small x or 15 digits", { idNumber: "310198600101002" }, two],
  ])("同一人 with %s", (_, more, counts) => {
    expect(people(settle(lists, "J103", "同一人", { more }))).toEqual([[counts, 2]]);
  });

  it("同一人 with a third number decides nothing, and it is said", () => {
    const outcome = settle(lists, "J103", "同一人", { more: { idNumber: idOf("19600101", 7) } });
    expect(people(outcome).length).toBe(2);
    expect(codes(outcome)).toEqual(expect.arrayContaining(["J103", "D121"]));
  });

  it("同一人 without a number: the row gets the number, its account stays its own", () => {
    const visit = [civil(["张三", one, account(1), "", "一弄1号"]), veterans(["张三", "", account(2), "", "一弄1号"])];
    expect(verdicts(season(visit))).toContain("veterans-festival 张三: held 1200.00 V101");
    const outcome = settle(visit, "J103", "同一人", { more: { idNumber: one } });
    expect(people(outcome)).toEqual([[one, 2]]);
    expect(verdicts(outcome)).toContain("veterans-festival 张三: granted 1200.00");
  });

  it.each([
    ["missing", "", "V101"],
    ["malformed", one.slice(0, 17), "V102"],
    ["lost to Excel", `${one.slice(0, 15)}000`, "V103"],
    ["with a wrong check digit", misprinted(one), "V104"],
  ])("同一人 ends the doubt about a number that was %s", (_, id, code) => {
    const rows = [civil(["张三", one, account(1), "", "一弄1号"]), veterans(["张三", id, account(1), "", "一弄1号"])];
    expect(codes(season(rows))).toContain(code);
    const outcome = settle(rows, "J103", "同一人", { more: { idNumber: one } });
    expect(codes(outcome)).not.toContain(code);
    expect(verdicts(outcome)).toContain("veterans-festival 张三: granted 1200.00");
    expect(outcome.settled.map((p) => [p.code, p.settledBy?.verdict])).toEqual(
      expect.arrayContaining([
        ["J103", "同一人"],
        [code, "同一人"],
      ]),
    );
  });

  it("不同人 ends no doubt about a number", () => {
    const rows = [civil(["张三", one, account(1), "", "一弄1号"]), veterans(["张三", "", account(1), "", "一弄1号"])];
    expect(codes(settle(rows, "J103", "不同人"))).toContain("V101");
  });

  it("同一人 of rows that all have no number: one person without a number", () => {
    const visit = [
      visits(["张三", "", "", "听涛居委", "一弄1号"]),
      list("双结对.xlsx", HEADER, [["张三", "", "", "听涛居委", "一弄1号"]]),
    ];
    expect(verdicts(season(visit)).map((v) => v.replace(/ \d.*/, ""))).toEqual([
      "twin-visit 张三: held",
      "street-visit 张三: granted",
    ]);
    const outcome = settle(visit, "J103", "同一人");
    expect(people(outcome)).toEqual([["", 2]]);
    expect(verdicts(outcome)).toContain("twin-visit 张三: denied N3");
  });

  it("不同人: silent from now on", () => {
    const outcome = settle(lists, "J103", "不同人");
    expect(codes(outcome)).not.toContain("J103");
    expect(people(outcome).length).toBe(2);
  });

  it("is quoted in 依据, 同一人 and 不同人", () => {
    for (const said of ["同一人", "不同人"] as const) {
      const [e] = settle(lists, "J103", said, { more: { idNumber: one } }).disbursement.entitlements;
      expect(e?.basis.map((fact) => fact.says).join("\n")).toMatch(
        new RegExp(`核实结论J103-\\w{10}=${said}（已核实，李核，2023-01-05）`),
      );
    }
  });

  it("holds in a later run: other files, rows, order and spellings", () => {
    const id = problems(season(lists), "J103")[0]?.id ?? "";
    const later = [
      list(
        "优抚对象（二月）.xlsx",
        ["姓名", "身份证号"],
        [
          ["李四", idOf("19780315")],
          ["张　三", "310198600101002"],
        ],
      ),
      list("2023 重残无业.xlsx", ["身份证号", "姓名"], [[one, "张三"]]),
    ];
    const outcome = season(later, { campaign: { decisions: decide(id, "不同人") } });
    expect(codes(outcome)).not.toContain("J103");
    expect(codes(outcome)).not.toContain("D117");
  });

  it("holds for a row without a number while what is known of it stays", () => {
    const known = civil(["张三", one, account(1), "", "一弄1号"]);
    const [first] = problems(season([known, visits(["张三", "", "", "", "一弄1号"])]), "J103");
    const later = list("走访（重报）.xlsx", ["地址", "姓名"], [["一弄 1号", "张三"]], { titles: ["街道领导走访"] });
    const decisions = decide(first?.id ?? "", "不同人");
    expect(codes(season([known, later], { campaign: { decisions } }))).not.toContain("J103");
    const moved = visits(["张三", "", "", "听涛居委", "二弄2号"]);
    const there = civil(["张三", one, account(1), "", "二弄2号"]);
    expect(codes(season([there, moved], { campaign: { decisions } }))).toEqual(
      expect.arrayContaining(["J103", "D117"]),
    );
  });

  it("a head's number that was the mistake is followed", () => {
    const low = list(
      "民政 低保.xlsx",
      ["姓名", "身份证号", "户主身份证号"],
      [
        ["李四", idOf("19900101"), two],
        ["张三", one, one],
      ],
    );
    const outcome = settle([low, veterans(["张三", two, account(2)])], "J103", "同一人", { more: { idNumber: one } });
    expect(outcome.register.households.map((h) => [h.head.name, h.members.length])).toEqual([["张三", 2]]);
  });
});

describe("chains of decisions", () => {
  const [a, b, c, d] = [1, 3, 5, 7].map((n) => idOf("19600101", n)) as [string, string, string, string];
  const lists = [
    civil(["张三", a, account(1)]),
    veterans(["张三", b, account(1)]),
    list("人社 登记失业.xlsx", HEADER, [["张三", c, account(1)]]),
  ];
  const four = [
    ...lists,
    list("总工会 劳模.xlsx", [...HEADER, "金额"], [["张三", d, account(1), "", "", "", "", "500"]]),
  ];

  /** Decisions about pairs of numbers, the first of which counts. */
  function said(
    of: readonly InputFile[],
    ...pairs: readonly (readonly [string, Verdict, string])[]
  ): Campaign["decisions"] {
    const open = problems(season(of), "J103");
    const made = new Map<string, readonly Decision[]>();
    pairs.forEach(([idNumber, verdict, otherIdNumber], at) => {
      const pair = open.find(({ subject }) =>
        [idNumber, otherIdNumber].every((n) => n === subject?.idNumber || n === subject?.otherIdNumber),
      );
      if (pair === undefined) throw new Error("no such pair");
      const place = { file: "核实结论.xlsx", sheet: "待核实", row: at + 2, column: "" };
      for (const [id, rows] of decide(pair.id, verdict, { idNumber, otherIdNumber, place })) made.set(id, rows);
    });
    return made;
  }
  const decided = (of: readonly InputFile[], ...pairs: readonly (readonly [string, Verdict, string])[]) =>
    season(of, { campaign: { decisions: said(of, ...pairs) } });
  const open = (outcome: Outcome) =>
    problems(outcome, "J103").map(({ subject }) => [subject?.idNumber, subject?.otherIdNumber]);

  it.each([
    [
      "a counts before b, b before c",
      [
        [a, "同一人", b],
        [b, "同一人", c],
      ],
      a,
    ],
    [
      "b before a, c before b",
      [
        [b, "同一人", a],
        [c, "同一人", b],
      ],
      c,
    ],
    [
      "c before a, c before b",
      [
        [c, "同一人", a],
        [c, "同一人", b],
      ],
      c,
    ],
    [
      "all three, in agreement",
      [
        [a, "同一人", b],
        [b, "同一人", c],
        [a, "同一人", c],
      ],
      a,
    ],
  ] as const)("a = b, b = c: all are one (%s)", (_, pairs, counts) => {
    const outcome = decided(lists, ...pairs);
    expect(people(outcome)).toEqual([[counts, 3]]);
    expect([codes(outcome).includes("J103"), codes(outcome).includes("D123")]).toEqual([false, false]);
    // All three pairs are settled, the one that nobody wrote, too.
    expect(settledWhys(outcome).length).toBe(3);
  });

  it.each([
    [
      "two numbers count: b is a mistake for both",
      [
        [a, "同一人", b],
        [c, "同一人", b],
      ],
    ],
    [
      "none counts: each is a mistake",
      [
        [a, "同一人", b],
        [b, "同一人", c],
        [c, "同一人", a],
      ],
    ],
    [
      "a = b, b = c, and yet a ≠ c",
      [
        [a, "同一人", b],
        [b, "同一人", c],
        [a, "不同人", c],
      ],
    ],
    [
      "a = b, a = c, and yet b ≠ c",
      [
        [a, "同一人", b],
        [a, "同一人", c],
        [b, "不同人", c],
      ],
    ],
  ] as const)("contradict one another (%s): none is used, all are asked again, and it is said", (_, pairs) => {
    const outcome = decided(lists, ...pairs);
    expect(people(outcome).length).toBe(3);
    expect(open(outcome).length).toBe(3);
    expect(places(outcome, "D123")).toEqual([pairs.map((_pair, at) => `核实结论.xlsx!待核实!${at + 2}`).join(", ")]);
    expect(codes(outcome)).not.toContain("D117");
  });

  it("a contradiction leaves the decisions about others alone", () => {
    const others = veterans(["李四", idOf("19700101", 1), account(3)], ["李四", idOf("19700101", 3), account(3)]);
    const of = [
      ...lists,
      {
        ...others,
        name: "退役军人 优抚二.xlsx",
        lists: others.lists.map((l) => ({ ...l, file: "退役军人 优抚二.xlsx" })),
      },
    ];
    const outcome = decided(
      of,
      [a, "同一人", b],
      [c, "同一人", b],
      [idOf("19700101", 1), "同一人", idOf("19700101", 3)],
    );
    expect(people(outcome)).toEqual([
      [a, 1],
      [b, 1],
      [c, 1],
      [idOf("19700101", 1), 2],
    ]);
  });

  it("a = b, b ≠ c: a is not c either, and nobody is asked", () => {
    const outcome = decided(lists, [a, "同一人", b], [b, "不同人", c]);
    expect(people(outcome)).toEqual([
      [a, 2],
      [c, 1],
    ]);
    expect(open(outcome)).toEqual([]);
    expect(codes(outcome)).not.toContain("D123");
  });

  it("a = b: c is asked about once, with the number that counts", () => {
    expect(open(season(lists)).length).toBe(3);
    expect(open(decided(lists, [a, "同一人", b]))).toEqual([[a, c]]);
    expect(open(decided(lists, [b, "同一人", a]))).toEqual([[b, c]]);
  });

  it("two chains of two that are joined by a third row", () => {
    expect(people(decided(four, [a, "同一人", b], [c, "同一人", d]))).toEqual([
      [a, 2],
      [c, 2],
    ]);
    expect(people(decided(four, [a, "同一人", b], [c, "同一人", d], [b, "同一人", c]))).toEqual([[a, 4]]);
    expect(codes(decided(four, [a, "同一人", b], [c, "同一人", d], [b, "不同人", d]))).not.toContain("J103");
  });

  it("a row without a number that is called two people: contradiction, the row stays by itself", () => {
    const of = [
      civil(["张三", a, account(1), "", "一弄1号"]),
      list("人社 登记失业.xlsx", HEADER, [["张三", idOf("19780315"), account(2), "", "一弄1号"]]),
      visits(["张三", "", "", "", "一弄1号"]),
    ];
    const open = problems(season(of), "J103");
    expect(open.length).toBe(2);
    const decisions = new Map(
      open.flatMap((p) => [...decide(p.id, "同一人", { idNumber: p.subject?.idNumber ?? "" })]),
    );
    const outcome = season(of, { campaign: { decisions } });
    expect(people(outcome).length).toBe(3);
    expect(problems(outcome, "D123").map((p) => p.params)).toMatchObject([{ why: "认可的号码不止一个，或一个也没有" }]);
  });
});

describe("a crowd of one name", () => {
  it("is told as one where numbers were filled down, so that everybody looks like many", () => {
    const days = Array.from(
      { length: 300 },
      (_, i) => `195${Math.floor(i / 30)}0${1 + (Math.floor(i / 10) % 3)}1${i % 10}`,
    );
    const outcome = season([civil(...days.map((day, i) => ["王伟", idOf(day), account(i)]))]);
    expect(problems(outcome, "J109").map((p) => p.params)).toEqual([
      { name: "王伟", people: 300, shared: "号码相近", sharedEn: "numbers that nearly agree" },
    ]);
    expect(codes(outcome)).not.toContain("J103");
  });

  it("is one problem with every row, and 认可 makes it silent", () => {
    const rows = Array.from({ length: 12 }, (_, i) => ["无名氏", "", "", "听涛居委", `救助站${i}床`]);
    const outcome = season([visits(...rows)]);
    expect(problems(outcome, "J109").map((p) => p.params)).toEqual([
      { name: "无名氏", people: 12, shared: "同居村委", sharedEn: "a committee" },
    ]);
    expect(problems(outcome, "J109").flatMap((p) => [p.place.row, ...p.also.map(({ row }) => row)])).toEqual(
      rows.map((_, at) => at + 2),
    );
    expect(codes(outcome)).not.toContain("J103");
    expect(codes(settle([visits(...rows)], "J109", "认可"))).not.toContain("J109");
  });
});
