/** Headers found among the rows of a sheet, and what kind each row below is; law 1 from the rows' side. */
import { describe, expect, it } from "vitest";
import { idOf, list, places, problems, season, verdicts } from "../say.ts";

const one = idOf("19600101", 1);
const two = idOf("19600101", 2);
const HEADER = ["姓名", "身份证号", "账号", "备注"];

/** How the rows of one list were told. */
function told(
  rows: readonly (readonly string[])[],
  titles: readonly string[] = [],
  header: readonly string[] = HEADER,
) {
  const outcome = season([list("民政 重残无业.xlsx", header, rows, { titles })]);
  const [reading] = outcome.lists;
  if (reading === undefined) throw new Error("no list");
  const { tally, headerRows, columns } = reading;
  return {
    outcome,
    tally,
    headerRow: headerRows.last,
    columns: columns.map((c) => `${c.letter} ${c.header}=${c.field}`),
  };
}

describe("the header", () => {
  it("stands below title rows", () => {
    const { headerRow, tally } = told(
      [["张三", one, "880000000001", ""]],
      ["2023年重残无业人员名单", "填报单位：新华路街道"],
    );
    expect(headerRow).toBe(3);
    expect(tally).toMatchObject({ read: 4, title: 2, header: 1, entries: 1 });
  });

  it.each([
    ["姓 名", "公民身份号码"],
    ["*姓名", "身份证号码（18位）"],
    ["受助人", "证件号码"],
    ["对象姓名", "身份证"],
  ])("is told by %s and %s", (name, id) => {
    const { columns } = told([["张三", one]], [], [name, id]);
    expect(columns.map((c) => c.split("=")[1])).toEqual(["name", "idNumber"]);
  });

  it("never reads 序号 as a household number", () => {
    const { columns } = told([["1", "张三", one]], [], ["序号", "姓名", "身份证号"]);
    expect(columns[0]).toBe("A 序号=");
  });

  it("keeps 保障人数 and 家庭人口 apart", () => {
    const { columns } = told([["张三", one, "2", "3"]], [], ["姓名", "身份证号", "保障人数", "家庭人口"]);
    expect(columns.slice(2)).toEqual(["C 保障人数=covered", "D 家庭人口=residents"]);
  });

  it("an unknown column is named with the nearest known names", () => {
    const { outcome, columns } = told([["张三", one, "x"]], [], ["姓名", "身份证号", "开户很行"]);
    expect(columns[2]).toBe("C 开户很行=");
    expect(places(outcome, "V008")).toEqual(["民政 重残无业.xlsx!Sheet1!1 开户很行(C)"]);
    expect(problems(outcome, "V008")[0]?.params).toMatchObject({
      header: "开户很行",
      near: expect.stringContaining("开户银行"),
    });
  });

  it("two columns for one field: the more usual one is taken, and both are named", () => {
    const { outcome, columns } = told([["张三", one, two]], [], ["姓名", "证件号码", "身份证号"]);
    expect(columns).toEqual(["A 姓名=name", "B 证件号码=", "C 身份证号=idNumber"]);
    expect(problems(outcome, "V007")[0]?.params).toMatchObject({
      columns: "证件号码(B)、身份证号(C)",
      used: "身份证号(C)",
    });
  });

  it("a list of heads: 户主姓名 and 户主身份证号 are its people", () => {
    const outcome = season([
      list(
        "民政 低保家庭.xlsx",
        ["户主姓名", "户主身份证号", "保障人数", "账号"],
        [["张三", one, "2", "880000000001"]],
      ),
    ]);
    expect(verdicts(outcome)).toEqual(["general-festival 张三: granted 800.00"]);
  });

  it("a file without one is refused, and named", () => {
    const outcome = season([list("民政 低保.xlsx", ["一", "二"], [["三", "四"]])]);
    expect(outcome.refused.map((p) => [p.code, p.place.file])).toEqual([["V001", "民政 低保.xlsx"]]);
  });
});

describe("a row below the header is", () => {
  it.each([
    ["an entry", ["张三", one, "", ""], "entries"],
    ["an entry, with a name only", ["张三", "", "", ""], "entries"],
    ["an entry, with a number only", ["", one, "", ""], "entries"],
    ["an entry, although its number is broken", ["张三", "12", "", ""], "entries"],
    ["an entry whose name begins like a note, by its number", ["注小明", one, "", ""], "entries"],
    ["the header again", [...HEADER], "header"],
    ["a total", ["合计", "", "", "3"], "total"],
    ["a total, spaced", ["合　计", "", "", "3"], "total"],
    ["a subtotal", ["小计：", "", "", ""], "total"],
    ["a grand total", ["总计3人", "", "", ""], "total"],
    ["a total in the second cell", ["", "共计", "", "5"], "total"],
    ["a note", ["制表人：王五", "", "", ""], "note"],
    ["a signature line", ["审核：", "", "", "日期"], "note"],
    ["a note", ["备注：以上人员均已核实", "", "", ""], "note"],
    ["an explanation", ["说明：一、", "", "", ""], "note"],
    ["a stray sentence where numbers stand: rejected", ["", "账号由本人提供，请核对", "", ""], "rejected"],
    ["a note where numbers stand, with a telephone in it", ["", "备注：有变动请电021-52521234", "", ""], "note"],
    ["an entry, with a word where its number should be", ["", "不详", "", ""], "entries"],
    ["a stray remark: rejected", ["", "", "", "此行作废"], "rejected"],
    ["filled, without name and number: rejected", ["", "", "880000000009", "见附件"], "rejected"],
  ])("%s: %j", (_, row, kind) => {
    const { tally, outcome } = told([["李四", two, "880000000002", ""], row]);
    const base: Record<string, number> = { entries: 1, header: 1, total: 0, note: 0, rejected: 0 };
    expect(tally).toMatchObject({ ...base, [kind]: (base[kind] ?? 0) + 1 });
    expect(outcome.laws.filter((law) => !law.holds)).toEqual([]);
  });

  it("a note that goes on, where the numbers stand in the first column", () => {
    const header = ["身份证号", "姓名", "账号"];
    const { tally } = told(
      [
        [one, "张三", "880000000001"],
        ["备注：1、以上人员均已核实。"],
        ["2、账号由本人提供，如有变动请电021-52521234。"],
      ],
      [],
      header,
    );
    expect(tally).toMatchObject({ entries: 1, note: 2, rejected: 0 });
  });

  it("rejected with a problem at its place", () => {
    const header = ["姓名", "身份证号", "账号", "开户银行"];
    const { outcome } = told(
      [
        ["李四", two],
        ["", "", "", "此行作废"],
        ["", "", "880000000009", "工商银行"],
      ],
      [],
      header,
    );
    expect(places(outcome, "V020")).toEqual(["民政 重残无业.xlsx!Sheet1!3"]);
    expect(places(outcome, "V021")).toEqual(["民政 重残无业.xlsx!Sheet1!4"]);
  });

  it("blank, counted by the gaps in the rows' numbers", () => {
    const { tally } = told([
      ["李四", two, "", ""],
      ["", "", "", ""],
      ["", "", "", ""],
      ["张三", one, "", ""],
    ]);
    expect(tally).toMatchObject({ read: 5, blank: 2, header: 1, entries: 2 });
  });
});

describe("an ID number of", () => {
  it.each([
    ["护照", "E12345678"],
    ["港澳居民来往内地通行证", "H1234567890"],
    ["台胞证", "12345678"],
  ])("%s makes the person, with its kind, and is no number of 18 characters", (kind, number) => {
    const header = ["姓名", "证件类型", "证件号码", "账号"];
    const of = (file: string, document: string) => list(file, header, [["陈一", document, number, "880000000001"]]);
    const outcome = season([of("民政 重残无业.xlsx", kind), of("退役军人 优抚.xlsx", kind)]);
    expect(outcome.register.persons.map((p) => [p.key, p.idNumber, p.entries.length])).toEqual([
      [`${kind}${number}`, "", 2],
    ]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 陈一: granted 1000.00",
      "veterans-festival 陈一: granted 1200.00",
    ]);
    const others = season([of("民政 重残无业.xlsx", kind), of("退役军人 优抚.xlsx", "军官证")]);
    expect(others.register.persons.length).toBe(2);
  });

  it("a resident's card is checked all the same", () => {
    const outcome = season([
      list(
        "民政 重残无业.xlsx",
        ["姓名", "证件类型", "证件号码", "账号"],
        [["陈一", "居民身份证", "E12345678", "880000000001"]],
      ),
    ]);
    expect(verdicts(outcome)).toEqual(["special-festival 陈一: held 1000.00 V102"]);
  });
});

describe("tidied cells", () => {
  it("are told once a column, with their number", () => {
    const { outcome } = told([
      ["张三", ` ${one}`, "", ""],
      ["李四", `${two.slice(0, 6)} ${two.slice(6)}`, "", ""],
      ["王五", "310198600101003", "", ""],
    ]);
    const cells = problems(outcome, "V015").map((p) => (p.params as { cells: number }).cells);
    expect(cells.sort()).toEqual([1, 2]);
  });
});
