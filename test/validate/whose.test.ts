/** Whose list it is, which category the sheet as a whole has, and which street. */
import { describe, expect, it } from "vitest";
import { codes, idOf, list, places, problems, season, verdicts } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号", "金额"];
const ROWS = [["张三", idOf("19600101"), "880000000001", "600"]];

interface Around {
  readonly file?: string;
  readonly sheet?: string;
  readonly titles?: readonly string[];
}

function reading({ file = "名单.xlsx", sheet = "Sheet1", titles = [] }: Around) {
  const outcome = season([list(file, HEADER, ROWS, { sheet, titles })]);
  const [first] = outcome.lists;
  if (first === undefined) throw new Error("no list was read");
  return { ...first, outcome };
}

describe("the agency", () => {
  it.each([
    ["民政", "民政", "低保家庭"],
    ["区民政局", "民政", "低保家庭"],
    ["残联", "残联", "孤残"],
    ["区残疾人联合会", "残联", "低保"],
    ["妇联", "妇联", "困难重症妇女"],
    ["人社局", "人社", "登记失业人员"],
    ["人力资源和社会保障局", "人社", "登记失业人员"],
    ["退役军人事务局", "退役军人", "优抚对象"],
    ["区总工会", "总工会", "劳模"],
    ["红十字会", "红十字", "肿瘤"],
    ["教育局", "教育", "困难学生"],
    ["团区委", "团区委", "困境青少年"],
    ["老年基金会", "老年基金会", "老党员"],
    ["慈善基金会", "慈善基金会", "帮扶"],
    ["组织部", "组织部", "两新困难党员"],
    ["机关工委", "机关工委", "双结对"],
    ["惠民服务社", "惠民服务社", "惠民帮扶"],
    ["企业集团", "企业集团", "困难职工名单：集团困难职工"],
  ])("%s in the file's name is %s", (written, agency, category) => {
    expect(reading({ file: `${written} ${category}.xlsx` })).toMatchObject({ agency, held: false });
  });

  it.each([
    [
      "the sheet before the title and the file",
      { sheet: "残联 低保", titles: ["民政局名单"], file: "妇联.xlsx" },
      "残联",
      "低保残疾人",
    ],
    ["the title before the file", { titles: ["区残联低保残疾人名单"], file: "民政.xlsx" }, "残联", "低保残疾人"],
    ["the file, where nothing else says it", { titles: ["花名册"], file: "2023残联低保.xlsx" }, "残联", "低保残疾人"],
    ["the folder, last", { file: "残联/低保.xlsx" }, "残联", "低保残疾人"],
  ] as const)("%s", (_, around, agency, category) => {
    expect(reading(around)).toMatchObject({ agency, category });
  });

  it("is nobody's where nobody is named: then a name that several use is Civil Affairs'", () => {
    expect(reading({ file: "低保.xlsx" })).toMatchObject({ agency: "", category: "低保", held: false });
    expect(reading({ file: "孤残.xlsx" })).toMatchObject({ agency: "", category: "孤残" });
  });

  it("two of them in one title are a question, not the first one", () => {
    const { held, category, outcome } = reading({ titles: ["民政局、残联 低保名单"] });
    expect(held).toBe(true);
    expect(outcome.entries.map((e) => e.categories)).toEqual([[]]);
    expect(verdicts(outcome)).toEqual([]);
    expect(problems(outcome, "V004")[0]?.params).toMatchObject({ agencies: "区民政局、区残联" });
    expect(category === null || held).toBe(true);
  });

  it("one in the sheet's name and another one in the file's: the first one holds", () => {
    expect(reading({ sheet: "残联", file: "民政局转 低保.xlsx" })).toMatchObject({ agency: "残联", held: false });
  });

  it("whose words do not fit, while exactly one other's do: that one, with a 警告", () => {
    const read = reading({ file: "妇联 登记失业人员.xlsx" });
    expect(read).toMatchObject({ agency: "人社", category: "登记失业" });
    expect(problems(read.outcome, "V005")[0]?.params).toMatchObject({ named: "区妇联", taken: "区人社局" });
    expect(verdicts(read.outcome)).toEqual(["unemployed-festival 张三: granted 750.00"]);
  });

  it("a street's name is never an agency: programme 27 is told by its words", () => {
    const read = reading({ file: "新华路街道 街道领导走访.xlsx" });
    expect(read).toMatchObject({ category: "街镇领导走访家庭", street: "新华路街道" });
    expect(verdicts(read.outcome)).toEqual(["street-visit 张三: granted 500.00"]);
  });
});

describe("汇总 and 总表", () => {
  it.each(["2023帮困送温暖汇总.xlsx", "民政汇总.xlsx", "新华路街道总表.xlsx"])("%s is everybody's", (file) => {
    const rows = [
      ["张三", idOf("19600101"), "880000000001", "低保"],
      ["李四", idOf("19600102"), "880000000002", "登记失业"],
      ["王五", idOf("19600103"), "880000000003", "孤残"],
    ];
    const outcome = season([list(file, ["姓名", "身份证号", "账号", "对象类别"], rows)]);
    expect(outcome.lists[0]).toMatchObject({ everybody: true, agency: "" });
    expect(outcome.entries.map((e) => e.categories)).toEqual([["低保"], ["登记失业"], ["孤残"]]);
  });

  it("残联's own summary is 残联's: its 低保 is a tier", () => {
    const outcome = season([
      list("残联汇总.xlsx", ["姓名", "身份证号", "账号", "类别"], [["张三", idOf("19600101"), "880000000001", "低保"]]),
    ]);
    expect(verdicts(outcome)).toEqual(["disabled-relief 张三: granted 400.00"]);
  });
});

describe("the category of the sheet as a whole", () => {
  it("comes from the sheet, then the titles, then the file", () => {
    expect(reading({ sheet: "特困", titles: ["低保"], file: "民政 重残无业.xlsx" }).category).toBe("特困供养");
    expect(reading({ titles: ["低保家庭"], file: "民政 重残无业.xlsx" }).category).toBe("低保");
    expect(reading({ file: "民政 重残无业.xlsx" }).category).toBe("重残无业");
  });

  it.each([
    ["团区委.xlsx", "困境青少年"],
    ["区总工会名单.xlsx", "困难职工"],
    ["妇联2023.xlsx", "妇联慰问对象"],
    ["退役军人局.xlsx", "重点优抚"],
    ["红十字会.xlsx", "红十字帮扶对象"],
    ["组织部.xlsx", "两新组织困难党员"],
  ])("%s: last, the only category of an agency that has one: %s", (file, category) => {
    expect(reading({ file })).toMatchObject({ category, held: false });
  });

  it.each(["民政局.xlsx", "残联.xlsx", "老年基金会.xlsx", "教育局.xlsx", "名单.xlsx"])(
    "%s: an agency of several, and nothing else: the whole list is held",
    (file) => {
      const { held, outcome } = reading({ file });
      expect(held).toBe(true);
      expect(places(outcome, "V003")).toEqual([`${file}!Sheet1!1`]);
      expect(outcome.entries.length).toBe(1);
      expect(verdicts(outcome)).toEqual([]);
    },
  );

  it("two categories in one title and no column: held, and both are named", () => {
    const { held, outcome } = reading({ file: "民政 低保及特困人员.xlsx" });
    expect(held).toBe(true);
    expect(problems(outcome, "V006")[0]?.params).toMatchObject({ names: "低保、特困人员" });
    expect(verdicts(outcome)).toEqual([]);
  });

  it("two categories in one title and a column that tells them: no question", () => {
    const outcome = season([
      list("民政 低保及特困.xlsx", ["姓名", "身份证号", "类别"], [["张三", idOf("19600101"), "特困"]]),
    ]);
    expect(outcome.entries.map((e) => e.categories)).toEqual([["特困供养"]]);
    expect(codes(outcome)).not.toContain("V006");
  });
});

describe("the campaign file's word", () => {
  const SAID = { file: "relief.yaml", sheet: "", row: 3, column: "7" };

  it("comes before every name", () => {
    const said = {
      file: "妇联.xlsx",
      sheet: "",
      agency: "民政",
      category: "特困供养",
      columns: new Map(),
      place: SAID,
    };
    const outcome = season([list("妇联.xlsx", HEADER, ROWS)], { campaign: { lists: [said] } });
    expect(outcome.lists[0]).toMatchObject({ agency: "民政", category: "特困供养", held: false });
  });

  it("settles two agencies in one title", () => {
    const said = { file: "名单.xlsx", sheet: "", agency: "残联", category: null, columns: new Map(), place: SAID };
    const outcome = season([list("名单.xlsx", HEADER, ROWS, { titles: ["民政局、残联 低保名单"] })], {
      campaign: { lists: [said] },
    });
    expect(outcome.lists[0]).toMatchObject({ agency: "残联", category: "低保残疾人", held: false });
  });

  it("says which column is which", () => {
    const said = {
      file: "民政 特困.xlsx",
      sheet: "",
      agency: null,
      category: null,
      columns: new Map([["account", "一卡通"]]),
      place: SAID,
    };
    const outcome = season([list("民政 特困.xlsx", ["姓名", "身份证号", "一卡通"], ROWS)], {
      campaign: { lists: [said] },
    });
    expect(outcome.entries.map((e) => e.account)).toEqual(["880000000001"]);
  });
});

describe("the street", () => {
  it.each([
    ["the sheet's name", { sheet: "江苏路街道", file: "新华路街道 民政 低保.xlsx" }, "江苏路街道"],
    ["a title", { titles: ["长宁区天山路街道低保名单"], file: "民政.xlsx" }, "天山路街道"],
    ["the file's name", { file: "民政 低保（新泾镇）.xlsx" }, "新泾镇"],
    ["a street that the rules do not know", { file: "民政 低保 龙华街道.xlsx" }, "龙华街道"],
    ["各街镇 names none", { titles: ["各街镇低保名单"], file: "民政.xlsx" }, ""],
  ] as const)("from %s", (_, around, street) => {
    expect(reading(around).street).toBe(street);
  });

  it.each([
    ["the row's own column first", "新华路", "江苏路街道", "虹桥街道", "新华路街道"],
    ["else the sheet's", "", "江苏路街道", "虹桥街道", "江苏路街道"],
    ["else the campaign's place", "", "", "虹桥街道", "虹桥街道"],
    ["else 未注明", "", "", "", "未注明"],
  ])("%s", (_, cell, sheet, place, street) => {
    const lists = [
      list("两新组织困难党员.xlsx", ["姓名", "地址", "街镇", "金额"], [["张三", "一弄1号", cell, "500"]], {
        sheet: sheet === "" ? "Sheet1" : sheet,
      }),
    ];
    const outcome = season(lists, { campaign: { street: place } });
    expect(outcome.disbursement.sheets.map((s) => s.street)).toEqual([street]);
  });

  it("the household's other rows say it where the own row does not", () => {
    const rows = [
      ["张三", idOf("19600101"), "1", "户主", ""],
      ["李四", idOf("19600102"), "1", "配偶", "北新泾街道"],
    ];
    const outcome = season([
      list("民政 低保.xlsx", ["姓名", "身份证号", "户编号", "与户主关系", "街镇"], rows),
      list("街道领导走访.xlsx", ["姓名", "身份证号"], [["张三", idOf("19600101")]]),
    ]);
    expect(outcome.disbursement.sheets.map((s) => s.street)).toEqual(["北新泾街道"]);
  });
});
