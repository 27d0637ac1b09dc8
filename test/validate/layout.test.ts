/** Several lists on one sheet: below each other, under headings, side by side; headers and titles that come again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListReading } from "../../src/model/entry.ts";
import { idOf, places, problems, season, sheet, verdicts } from "../say.ts";

const [one, two, three, four] = [1, 2, 3, 4].map((n) => idOf("19600101", n)) as [string, string, string, string];
const HEADER = ["序号", "姓名", "身份证号", "账号"];
const person = (name: string, id: string, n = 1) => [String(n), name, id, `88000000000${n}`];

/** The lists of a sheet in few words: "1–4 特困供养 张三 李四". */
function lists(
  rows: readonly (readonly string[])[],
  merged: readonly string[] = [],
  file = "民政.xlsx",
  name = "Sheet1",
) {
  const outcome = season([sheet(file, rows, { merged, sheet: name })]);
  const names = (list: ListReading) => outcome.entries.filter((e) => e.list === list).map((e) => e.name);
  const told = outcome.lists.map((list) =>
    [`${list.rows.first}–${list.rows.last}`, list.held ? "?" : list.category, ...names(list)].join(" "),
  );
  expect(outcome.laws.filter((law) => !law.holds)).toEqual([]);
  return { outcome, told, tallies: outcome.lists.map((list) => list.tally) };
}

describe("lists below each other", () => {
  it("each has its title, its header and its rows", () => {
    const { told, tallies, outcome } = lists([
      ["2023年帮困对象名单"],
      ["一、重残无业人员"],
      HEADER,
      person("张三", one),
      ["合计", "", "1人"],
      [],
      ["二、特困供养人员"],
      ["填报单位：新华路街道", "", "", "单位：人"],
      HEADER,
      person("李四", two, 2),
      person("王五", three, 3),
      ["填表人：俞"],
    ]);
    expect(told).toEqual(["1–6 重残无业 张三", "7–12 特困供养 李四 王五"]);
    expect(tallies).toEqual([
      { read: 6, entries: 1, blank: 1, title: 2, header: 1, total: 1, note: 0, rejected: 0 },
      { read: 6, entries: 2, blank: 0, title: 2, header: 1, total: 0, note: 1, rejected: 0 },
    ]);
    expect(problems(outcome, "V026")[0]?.params).toEqual({
      lists: 2,
      where: "第 1–6 行（重残无业）、第 7–12 行（特困供养）",
    });
  });

  it("with other columns", () => {
    const { told, outcome } = lists([
      ["重残无业人员"],
      HEADER,
      person("张三", one),
      ["特困供养人员"],
      ["姓名", "开户行", "银行账号", "公民身份号码"],
      ["李四", "上海银行", "880000000002", two],
    ]);
    expect(told).toEqual(["1–3 重残无业 张三", "4–6 特困供养 李四"]);
    expect(outcome.entries.map((e) => [e.idNumber, e.account])).toEqual([
      [one, "880000000001"],
      [two, "880000000002"],
    ]);
  });

  it("signatures belong to the list above, titles to the one below", () => {
    const { told, tallies } = lists([
      ["重残无业人员"],
      HEADER,
      person("张三", one),
      ["备注：1、以上人员均已核实。"],
      ["2、账号由本人提供"],
      ["填表人：俞", "", "审核人：华"],
      ["特困供养人员"],
      ["填报单位：新华路街道"],
      HEADER,
      person("李四", two, 2),
    ]);
    expect(told).toEqual(["1–6 重残无业 张三", "7–10 特困供养 李四"]);
    expect(tallies[0]).toMatchObject({ note: 3, rejected: 0 });
    expect(tallies[1]).toMatchObject({ title: 2 });
  });

  it("a title where names stand is no person", () => {
    const header = ["姓名", "身份证号", "账号"];
    const { told } = lists(
      [
        header,
        ["张三", one, "880000000001"],
        ["特困供养人员名单"],
        header,
        ["李四", two, "880000000002"],
        ["低保家庭"],
        header,
        ["王五", three, "880000000003"],
      ],
      [],
      "民政 重残无业.xlsx",
    );
    expect(told).toEqual(["1–2 重残无业 张三", "3–5 特困供养 李四", "6–8 低保 王五"]);
  });

  it("a title of its own comes before the sheet's name, which may speak of both", () => {
    const rows = [["一、低保家庭"], HEADER, person("张三", one), ["二、特困供养人员"], HEADER, person("李四", two, 2)];
    expect(lists(rows, [], "民政.xlsx", "低保和特困").told).toEqual(["1–3 低保 张三", "4–6 特困供养 李四"]);
  });

  it("where no title of its own says anything, the sheet's speaks for all", () => {
    const rows = [
      ["低保家庭名册"],
      HEADER,
      person("张三", one),
      ["第二片区"],
      ["姓名", "身份证号", "开户行", "账号"],
      ["李四", two, "上海银行", "880000000002"],
    ];
    expect(lists(rows).told).toEqual(["1–3 低保 张三", "4–6 低保 李四"]);
  });
});

describe("the same header again", () => {
  it("on a new page, below the same titles: one list", () => {
    const title = ["低保家庭名册（2023年1月）"];
    const unit = ["填报单位：新华路街道", "", "", "第1页"];
    const { told, tallies } = lists([
      title,
      unit,
      HEADER,
      person("张三", one),
      title,
      unit,
      HEADER,
      person("李四", two, 2),
      HEADER,
      person("王五", three, 3),
    ]);
    expect(told).toEqual(["1–10 低保 张三 李四 王五"]);
    expect(tallies[0]).toMatchObject({ title: 4, header: 3, entries: 3, rejected: 0 });
  });

  it("on a new page, below a title that begins with the year", () => {
    const title = ["2023年元旦春节低保家庭名册"];
    const { told, tallies } = lists([title, HEADER, person("张三", one), title, HEADER, person("李四", two, 2)]);
    expect(told).toEqual(["1–6 低保 张三 李四"]);
    expect(tallies[0]).toMatchObject({ title: 2, header: 2, entries: 2, rejected: 0 });
  });

  it("of two rows, once more: one list", () => {
    const upper = ["序号", "姓名", "身份证号", "银行信息", ""];
    const lower = ["", "", "", "开户行", "账号"];
    const row = (name: string, id: string) => ["", name, id, "上海银行", "880000000001"];
    const merged = [1, 4].flatMap((n) => [`A${n}:A${n + 1}`, `B${n}:B${n + 1}`, `C${n}:C${n + 1}`, `D${n}:E${n}`]);
    const { told, tallies } = lists(
      [upper, lower, row("张三", one), upper, lower, row("李四", two)],
      merged,
      "低保.xlsx",
    );
    expect(told).toEqual(["1–6 低保 张三 李四"]);
    expect(tallies[0]).toMatchObject({ header: 4, entries: 2 });
  });

  it("whatever its words are, where they are those of the first", () => {
    const header = [
      ["序号", "基本情况", "", "", "", "联系方式"],
      ["", "姓名", "核对", "窗口", "身份证号", ""],
    ];
    const merged = [1, 4].flatMap((n) => [`A${n}:A${n + 1}`, `B${n}:E${n}`, `F${n}:F${n + 1}`]);
    const row = (name: string, id: string) => ["1", name, "√", "1号窗", id, "19900000001"];
    const { told, tallies } = lists([...header, row("张三", one), ...header, row("李四", two)], merged, "低保.xlsx");
    expect(told).toEqual(["1–6 低保 张三 李四"]);
    expect(tallies[0]).toMatchObject({ header: 4, entries: 2, rejected: 0 });
  });

  it("in other words for the same fields, typed by another hand: one list", () => {
    const rows = [
      ["低保家庭"],
      HEADER,
      person("张三", one),
      ["序号", "对象姓名", "公民身份号码", "卡号"],
      person("李四", two, 2),
      ["合计", "2人"],
    ];
    const { told, outcome } = lists(rows);
    expect(told).toEqual(["1–6 低保 张三 李四"]);
    expect(places(outcome, "V022")).toEqual([]);
  });

  it("without the cells that stood above it: one list", () => {
    const upper = ["姓名", "身份证号", "其他情况", ""];
    const lower = ["", "", "账号", "民族"];
    const row = (name: string, id: string) => [name, id, "880000000001", "汉族"];
    const merged = ["A1:A2", "B1:B2", "C1:D1"];
    const again = ["姓名", "身份证号", "账号", "民族"];
    const rows = [upper, lower, row("张三", one), again, row("李四", two)];
    expect(lists(rows, merged, "低保.xlsx").told).toEqual(["1–5 低保 张三 李四"]);
  });

  it("below another category's title: another list", () => {
    const rows = [["低保家庭"], HEADER, person("张三", one), ["特困人员"], HEADER, person("李四", two, 2)];
    expect(lists(rows).told).toEqual(["1–3 低保 张三", "4–6 特困供养 李四"]);
  });
});

describe("headings between rows", () => {
  it("that name a category begin a list under the same header", () => {
    const { told, tallies, outcome } = lists([
      ["2023年民政帮困名册"],
      HEADER,
      ["一、重残无业人员（1人）"],
      person("张三", one),
      ["小计", "1人"],
      ["二、特困供养人员"],
      person("李四", two, 2),
      person("王五", three, 3),
      ["小计", "2人"],
      ["合计", "3人"],
    ]);
    expect(told).toEqual(["1–5 重残无业 张三", "6–10 特困供养 李四 王五"]);
    expect(tallies[0]).toMatchObject({ title: 2, header: 1, total: 1 });
    expect(tallies[1]).toMatchObject({ title: 1, header: 0, total: 2 });
    expect(places(outcome, "V022")).toEqual([]);
    expect(verdicts(outcome)).toContain("winter-warmth 李四: granted 460.00");
  });

  it("columns are told by the cells of all parts: a part of one row says too little", () => {
    const numbers = [1, 2, 3, 4].map((n) => idOf("19600101", n));
    const { outcome } = lists([
      ["2023年民政帮困名册"],
      ["姓名", "证件", "账号"],
      ["一、重残无业人员"],
      ...numbers.map((number, at) => [`张${"三四五六".charAt(at)}`, number, `88000000000${at}`]),
      ["二、特困供养人员"],
      ["王五", "310198480101123", "880000000009"],
    ]);
    expect(places(outcome, "V101")).toEqual([]);
    expect(outcome.entries.at(-1)?.idNumber).toMatch(/^31019819480101123[\dX]$/);
  });

  it.each([
    ["a remark that names one", "其中享受低保的，另行说明"],
    ["an unnumbered remark", "以下为新增低保对象"],
  ])("%s begins none: it is rejected with a 警告", (_, text) => {
    const { told, outcome } = lists([["重残无业人员"], HEADER, person("张三", one), [text], person("李四", two, 2)]);
    expect(told).toEqual(["1–5 重残无业 张三 李四"]);
    expect(places(outcome, "V020")).toEqual(["民政.xlsx!Sheet1!4"]);
  });

  it("that name a place, merged over columns, are titles", () => {
    const rows = [
      ["重残无业人员"],
      HEADER,
      ["听涛居委"],
      person("张三", one),
      ["望舒居委（1人）"],
      person("李四", two, 2),
    ];
    const { told, tallies } = lists(rows, ["A3:D3", "A5:D5"]);
    expect(told).toEqual(["1–6 重残无业 张三 李四"]);
    expect(tallies[0]).toMatchObject({ title: 3, rejected: 0 });
  });
});

describe("lists side by side", () => {
  const rows = [
    ["重残无业人员名单"],
    [...HEADER, "", ...HEADER],
    [...person("张三", one), "", ...person("李四", two, 2)],
    [...person("王五", three, 3), "", "", "", "", ""],
  ];

  it("are lists of their own, in the same rows", () => {
    const { told, tallies, outcome } = lists(rows);
    expect(told).toEqual(["1–4 重残无业 张三 王五", "1–4 重残无业 李四"]);
    expect(tallies).toEqual([
      { read: 4, entries: 2, blank: 0, title: 1, header: 1, total: 0, note: 0, rejected: 0 },
      { read: 4, entries: 1, blank: 1, title: 1, header: 1, total: 0, note: 0, rejected: 0 },
    ]);
    expect(problems(outcome, "V026")[0]?.params).toMatchObject({
      where: "第 1–4 行 A–D 列（重残无业）、第 1–4 行 F–I 列（重残无业）",
    });
  });

  it.each([
    ["the same 序号 begins each", [...HEADER, ...HEADER]],
    ["the right one has a column more", [...HEADER, ...HEADER, "备注"]],
    ["three words come again", ["姓名", "身份证号", "账号", "姓名", "身份证号", "账号"]],
  ])("%s", (_, header) => {
    const width = header.includes("序号") ? 4 : 3;
    const row = [...person("张三", one).slice(-width), ...person("李四", two, 2).slice(-width)];
    expect(lists([["特困人员"], header, row]).told).toEqual(["1–3 特困供养 张三", "1–3 特困供养 李四"]);
  });

  it("each has its own title, where one stands above it", () => {
    const titled = [["重残无业人员", "", "", "", "", "特困供养人员"], ...rows.slice(1)];
    expect(lists(titled, ["A1:D1", "F1:I1"]).told).toEqual(["1–4 重残无业 张三 王五", "1–4 特困供养 李四"]);
  });

  it("what is wrong on the left holds nobody on the right", () => {
    const [title = [], header = [], first = []] = rows;
    const wrong = first.map((text, at) => (at === 2 ? "310198" : text));
    const { outcome } = lists([title, header, wrong]);
    expect(places(outcome, "V102")).toEqual(["民政.xlsx!Sheet1!3 身份证号(C)"]);
    expect(verdicts(outcome)).toEqual([
      "special-festival 张三: held 1000.00 V102",
      "special-festival 李四: granted 1000.00",
    ]);
  });

  it("people without numbers in one row are two people", () => {
    const header = ["序号", "姓名", "地址", "", "序号", "姓名", "地址"];
    const { outcome } = lists([header, ["1", "张三", "一弄1号", "", "2", "李四", "一弄2号"]], [], "街道领导走访.xlsx");
    expect(verdicts(outcome)).toEqual(["street-visit 张三: granted 500.00", "street-visit 李四: granted 500.00"]);
  });

  it("what cannot be taken apart is held, and nobody is read wrong", () => {
    const header = ["姓名", "身份证号", "关系", "姓名", "身份证号"];
    const { told, outcome } = lists([header, ["张三", one, "夫妻", "李四", two]], [], "民政 低保.xlsx");
    expect(told).toEqual(["1–2 ? 张三"]);
    expect(places(outcome, "V019")).toEqual(["民政 低保.xlsx!Sheet1!1"]);
    expect(verdicts(outcome)).toEqual([]);
  });
});

describe("law 1", () => {
  const cell = fc.constantFrom(
    "",
    "",
    "姓名",
    "身份证号",
    "序号",
    "账号",
    "张三",
    one,
    two,
    "合计",
    "备注：",
    "低保家庭",
    "二、特困人员",
    "500",
    "户主",
  );
  const row = fc.array(cell, { maxLength: 8 });
  const likely = fc.constantFrom(
    HEADER,
    person("张三", one),
    person("李四", four, 2),
    ["一、低保"],
    [...HEADER, ...HEADER],
  );

  it("holds for whatever stands on a sheet: each row is in one list, and has one kind there", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(row, likely), { maxLength: 25 }), fc.boolean(), (rows, merged) => {
        const outcome = season([sheet("民政.xlsx", rows, { merged: merged ? ["A2:D2", "A3:B5", "C1:C9"] : [] })]);
        expect(outcome.laws.filter((law) => law.law === 1 && !law.holds)).toEqual([]);
        const ends = [...new Map(outcome.lists.map((list) => [list.rows.first, list.rows.last]))];
        ends.forEach(([first], at) => {
          expect(first).toBe((ends[at - 1]?.[1] ?? 0) + 1);
        });
        for (const { tally } of outcome.lists)
          for (const n of Object.values(tally)) expect(n).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
