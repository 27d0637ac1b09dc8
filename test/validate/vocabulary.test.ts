/** Categories in column cells and in titles: every name of programmes.md, in each place where a list may write it. */
import { describe, expect, it } from "vitest";
import { messageOf, type Problem } from "../../src/problem/problem.ts";
import { readCategoryCell, Vocabulary } from "../../src/validate/vocabulary.ts";
import { idOf, list, places, problems, RULES, season } from "../say.ts";

/** agency | category | names as programmes.md has them, categories and programmes apart */
const TABLE = `
民政|重残无业|重残无业人员, 重残无业, 定期定量补助对象, 定补对象, 特殊对象节日补助
民政|特困供养|特困供养人员, 特困人员, 特困, 分散供养特困, 集中供养特困, 五保
民政|低保|低保家庭, 低保, 城乡低保, 城镇低保, 最低生活保障, 最低生活保障家庭, 一般对象节日补助
民政|因病支出型贫困|因病支出型贫困, 因病支出型, 支出型贫困, 支出型困难家庭
民政|特殊困难家庭|特殊困难家庭, 一次性临时补助, 特殊困难家庭一次性临时补助金
民政|御寒困难|御寒有困难, 御寒困难, 冬令御寒, 御寒补助对象, 冬令御寒补助
民政|福利机构集中供养|福利事业单位集中供养, 福利院供养, 集中供养对象, 集中供养对象节日补助
民政|包户组成员|包户组, 包户组成员, 包户组成员节日慰问
民政|滞留对象|滞留对象, 救助站滞留, 救助管理站滞留, 滞留对象伙食补贴
民政|流浪乞讨|流浪乞讨人员, 寒冬送温暖
民政|支援外地建设退休回沪|支援外地建设退休(职)回沪定居人员, 支内回沪, 支外回沪, 支援外地建设退休(职)回沪定居人员节日补助
人社|支援外地建设退休回沪|支援外地建设退休(职)回沪定居人员, 支内回沪, 支外回沪
组织部|两新组织困难党员|两新组织困难党员, 两新困难党员, 两新组织困难党员慰问
机关工委|双结对困难群众|双结对, 结对困难群众, 双结对走访慰问
人社|登记失业|登记失业人员, 登记失业, 失业人员, 登记失业人员节日补助
退役军人|重点优抚|重点优抚对象, 优抚对象, 农村籍退役士兵, 重点优抚对象节日补助
教育|困难教职工|困难教职工, 大重病教职工
教育|困难学生|困难学生
总工会|困难职工|困难职工, 劳模, 新就业形态劳动者, 因公牺牲, 因公致残, 返困职工, 总工会送温暖
团区委|困境青少年|困境青少年, 困难家庭青少年, 困境青少年慰问
妇联|妇联慰问对象|妇联节日慰问, 困难重症妇女, 三八红旗手, 特殊困境儿童, 统战系统老大姐
残联|大病重病残疾人|大病重病残疾人, 大病重病
残联|重残无业残疾人|重残无业
残联|低保残疾人|低保
残联|孤残|孤残
残联|老养残|老养残
残联|百岁残疾老人|百岁残疾老人
残联|阳光宝宝|阳光宝宝
残联|一户多残|一户多残
残联|低收入及其他残疾人|低收入, 低收入及其他
红十字|红十字帮扶对象|红十字会帮扶, 千万人帮万家, 肿瘤, 麻风病致残, 精神病, 意外灾害, 因病致贫, 重度失智老人
慈善基金会|慈善帮扶对象|慈善基金会, 慈善帮扶, 慈善基金会帮扶
老年基金会|百企助百老|百企助百老
老年基金会|老人急难|急难帮困, 老人急难帮困
老年基金会|大礼包对象|新春大礼包, 战斗英雄, 两弹一星, 支边回沪, 失独, 失智失能, 老劳模, 老党员
惠民服务社|惠民帮扶家庭|惠民综合帮扶, 惠民帮扶
企业集团|企业困难职工|企业困难职工, 集团困难职工, 大重病特困职工, 企业集团困难职工慰问
民政|区领导走访家庭|区领导走访, 四套班子走访, 区领导走访慰问
民政|街镇领导走访家庭|街镇领导走访, 街道领导走访, 街镇领导走访慰问
`;

const lines = TABLE.trim()
  .split("\n")
  .flatMap((line) => {
    const [agency = "", category = "", names = ""] = line.split("|");
    return names.split(", ").map((name) => [agency, category, name] as const);
  });

const vocabulary = (agency: string) => new Vocabulary(RULES, new Set([agency]));
const all = new Vocabulary(RULES, new Set(RULES.agencies.keys()));
const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe("each name of programmes.md", () => {
  it.each(lines)("%s: %s is written %s", (agency, category, name) => {
    for (const end of ["", "人员", "对象", "家庭", "名单", "户"]) {
      for (const text of [
        `${name}${end}`,
        ` ${name}${end} `,
        wide(`${name}${end}`),
        `2023年${name}${end}名单（某街道）`,
        `新华路街道${name}${end}（1）`,
      ]) {
        expect(vocabulary(agency).find(text).categories, text).toEqual([category]);
      }
      expect(readCategoryCell(`${name}${end}`, vocabulary(agency)), `${name}${end}`).toMatchObject({
        categories: [category],
        unknown: [],
        mixed: false,
      });
    }
  });

  it.each(lines)("%s: %s is told by a sheet called %s", (agency, category, name) => {
    const named = RULES.agencies.get(agency)?.written[0] ?? "";
    const outcome = season([
      list(`${named}.xlsx`, ["姓名", "身份证号"], [["张三", idOf("19600101")]], { sheet: name }),
    ]);
    expect(outcome.entries.map((e) => e.categories)).toEqual([[category]]);
  });

  it.each(lines)("%s: %s is told by a file called %s", (agency, category, name) => {
    const named = RULES.agencies.get(agency)?.written[0] ?? "";
    const outcome = season([
      list(`2023年 ${named} ${name}名单（新华路街道）.xlsx`, ["姓名", "身份证号"], [["张三", idOf("19600101")]]),
    ]);
    expect(outcome.entries.map((e) => e.categories)).toEqual([[category]]);
  });
});

describe("其他 on the Federation's list", () => {
  it.each(["其他", "其它", "其他人员", "其他对象"])("%s alone is the lowest tier", (text) => {
    expect(vocabulary("残联").find(text).categories).toEqual(["低收入及其他残疾人"]);
  });

  it("is none inside a longer text", () => {
    expect(vocabulary("残联").find("其他情况说明").categories).toEqual([]);
  });
});

describe("the longest name that fits wins", () => {
  it.each([
    ["民政", "集中供养特困", ["特困供养"]],
    ["民政", "福利院供养", ["福利机构集中供养"]],
    ["民政", "集中供养对象", ["福利机构集中供养"]],
    ["民政", "因病支出型贫困", ["因病支出型贫困"]],
    ["民政", "特殊困难家庭", ["特殊困难家庭"]],
    ["残联", "大病重病残疾人", ["大病重病残疾人"]],
    ["残联", "低收入及其他", ["低收入及其他残疾人"]],
    ["企业集团", "大重病特困职工", ["企业困难职工"]],
    ["红十字", "困难重度失智老人", ["红十字帮扶对象"]],
  ])("%s: %s", (agency, text, categories) => {
    expect(vocabulary(agency).find(text).categories).toEqual(categories);
  });
});

describe("what contains a name and is none", () => {
  it.each([
    "低保边缘",
    "低保边缘家庭",
    "非低保",
    "原低保家庭",
    "退出低保",
    "未享受最低生活保障",
    "非特困人员",
    "原重残无业人员",
    "非登记失业人员",
  ])("%s", (text) => {
    expect(all.find(text).categories).toEqual([]);
    expect(readCategoryCell(text, all)).toMatchObject({ categories: [], unknown: [text] });
  });

  it.each([
    ["低保家庭（不含重残无业）", ["低保"]],
    ["低保名单(不包括特困人员)", ["低保"]],
  ])("%s takes out what it says", (text, categories) => {
    expect(vocabulary("民政").find(text).categories).toEqual(categories);
  });
});

describe("without an agency", () => {
  it.each([
    ["低保", "低保"],
    ["重残无业", "重残无业"],
    ["低保家庭名单", "低保"],
    ["孤残", "孤残"],
    ["登记失业人员", "登记失业"],
  ])("%s is %s: what several use is Civil Affairs'", (text, category) => {
    expect(all.find(text).categories).toEqual([category]);
  });
});

describe("a cell of several categories", () => {
  it.each([
    "低保、重残无业",
    "低保，重残无业",
    "低保,重残无业",
    "低保;重残无业",
    "低保；重残无业",
    "低保/重残无业",
    "低保 重残无业",
    "低保　重残无业",
    "低保家庭、重残无业人员",
  ])("%s", (text) => {
    expect(readCategoryCell(text, vocabulary("民政"))).toEqual({
      categories: ["低保", "重残无业"],
      wider: [],
      unknown: [],
      mixed: false,
      denies: false,
    });
  });

  it("of which one is not known", () => {
    expect(readCategoryCell("低保、高龄", vocabulary("民政"))).toMatchObject({
      categories: ["低保"],
      unknown: ["高龄"],
    });
  });

  it("without a separator: all are taken, and it is said", () => {
    expect(readCategoryCell("低保重残无业", vocabulary("民政"))).toMatchObject({
      categories: ["低保", "重残无业"],
      mixed: true,
      denies: false,
    });
  });
});

describe("a category column", () => {
  const [one, two, three] = [1, 2, 3].map((n) => idOf("19600101", n)) as [string, string, string];

  it("gives each row its category", () => {
    const rows = [
      ["张三", one, "低保"],
      ["李四", two, "特困人员"],
      ["王五", three, "重残无业、低保"],
    ];
    const outcome = season([list("民政.xlsx", ["姓名", "身份证号", "对象类别"], rows)]);
    expect(outcome.entries.map((e) => e.categories)).toEqual([["低保"], ["特困供养"], ["重残无业", "低保"]]);
    expect(outcome.lists[0]).toMatchObject({ hasCategoryColumn: true, held: false });
  });

  it("is one when half its cells are names; a cell that is not understood takes the sheet's category, with a 警告", () => {
    const rows = [
      ["张三", one, "特困人员"],
      ["李四", two, "八类"],
    ];
    const outcome = season([list("民政 低保.xlsx", ["姓名", "身份证号", "类别"], rows)]);
    expect(outcome.entries.map((e) => e.categories)).toEqual([["特困供养"], ["低保"]]);
    expect(places(outcome, "V011")).toEqual(["民政 低保.xlsx!Sheet1!3 类别(C)"]);
    expect(problems(outcome, "V011")[0]?.content).toBe("八类");
  });

  it("a cell that names what is no category does not take the sheet's: nobody is paid as 低保 who is said not to be", () => {
    const rows = [
      ["张三", one, "低保"],
      ["李四", two, "低保边缘"],
    ];
    const outcome = season([list("民政 低保.xlsx", ["姓名", "身份证号", "类别"], rows)]);
    expect(outcome.entries.map((e) => [e.name, e.categories])).toEqual([["张三", ["低保"]]]);
    expect(places(outcome, "V012")).toEqual(["民政 低保.xlsx!Sheet1!3 类别(C)"]);
    expect(messageOf(problems(outcome, "V012")[0] as Problem).zh).toBe("“低保边缘”不是本方案的对象，这一行未计入");
    const all = season([list("民政 低保.xlsx", ["姓名", "身份证号", "类别"], [["李四", two, "原低保"]])]);
    expect(all.entries).toEqual([]);
    expect(places(all, "V012")).toEqual(["民政 低保.xlsx!Sheet1!2 类别(C)"]);
  });

  it("is none, without a word, when less than half of its cells are names", () => {
    const rows = [
      ["张三", one, "特困人员"],
      ["李四", two, "八类"],
      ["王五", three, "九类"],
    ];
    const outcome = season([list("民政 低保.xlsx", ["姓名", "身份证号", "类别"], rows)]);
    expect(outcome.entries.map((e) => e.categories)).toEqual([["低保"], ["低保"], ["低保"]]);
    expect(outcome.lists[0]).toMatchObject({ hasCategoryColumn: false, category: "低保" });
    expect(outcome.problems.filter((p) => p.code.startsWith("V"))).toEqual([]);
  });

  it("where the others have a category and no sheet says one, the row alone is rejected with an 错误", () => {
    const rows = [
      ["张三", one, "特困人员"],
      ["李四", two, ""],
      ["王五", three, "八类"],
      ["赵六", idOf("19600101", 4), "低保"],
    ];
    const outcome = season([list("民政.xlsx", ["姓名", "身份证号", "类别"], rows)]);
    expect(outcome.entries.map((e) => e.name)).toEqual(["张三", "赵六"]);
    expect(places(outcome, "V012")).toEqual(["民政.xlsx!Sheet1!3 类别(C)", "民政.xlsx!Sheet1!4 类别(C)"]);
    expect(outcome.lists[0]?.tally).toMatchObject({ entries: 2, rejected: 2 });
  });

  it("a name wider than the plan is taken, with a 警告", () => {
    const outcome = season([list("民政.xlsx", ["姓名", "身份证号", "类别"], [["张三", one, "支出型困难家庭"]])]);
    expect(outcome.entries.map((e) => e.categories)).toEqual([["因病支出型贫困"]]);
    expect(places(outcome, "V010")).toEqual(["民政.xlsx!Sheet1!2 类别(C)"]);
  });
});
