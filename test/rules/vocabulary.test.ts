/** Every name in which the agencies' lists write a category, as programmes.md has them, and those of our own. */
import { describe, expect, it } from "vitest";
import { Vocabulary } from "../../src/validate/vocabulary.ts";
import { edition2023 } from "./edition.ts";

const { rules } = edition2023();

/** category | agencies | programme numbers it opens | names */
const TABLE = `
重残无业|民政|1|重残无业人员, 重残无业, 定期定量补助对象, 定补对象
特困供养|民政|1 4|特困供养人员, 特困人员, 特困, 分散供养特困, 集中供养特困, 五保
低保|民政|3|低保家庭, 低保, 城乡低保, 城镇低保, 最低生活保障, 最低生活保障家庭
因病支出型贫困|民政|3|因病支出型贫困, 因病支出型, 支出型贫困, 支出型困难家庭
特殊困难家庭|民政|2|特殊困难家庭, 一次性临时补助
御寒困难|民政|4|御寒有困难, 御寒困难, 冬令御寒, 御寒补助对象
福利机构集中供养|民政|5|福利事业单位集中供养, 福利院供养, 集中供养对象
包户组成员|民政|6|包户组, 包户组成员
滞留对象|民政|7|滞留对象, 救助站滞留, 救助管理站滞留
流浪乞讨|民政|25|流浪乞讨人员, 寒冬送温暖
支援外地建设退休回沪|民政 人社|8|支援外地建设退休(职)回沪定居人员, 支内回沪, 支外回沪
两新组织困难党员|组织部|9|两新组织困难党员, 两新困难党员
双结对困难群众|机关工委|10|双结对, 结对困难群众
登记失业|人社|11|登记失业人员, 登记失业, 失业人员
重点优抚|退役军人|12|重点优抚对象, 优抚对象, 农村籍退役士兵
困难教职工|教育|13|困难教职工, 大重病教职工
困难学生|教育|13|困难学生
困难职工|总工会|14|困难职工, 劳模, 新就业形态劳动者, 因公牺牲, 因公致残, 返困职工
困境青少年|团区委|15|困境青少年, 困难家庭青少年
妇联慰问对象|妇联|16|妇联节日慰问, 困难重症妇女, 三八红旗手, 特殊困境儿童, 统战系统老大姐
大病重病残疾人|残联|17|大病重病残疾人, 大病重病
重残无业残疾人|残联|17|重残无业
低保残疾人|残联|17|低保
孤残|残联|17|孤残
老养残|残联|17|老养残
百岁残疾老人|残联|17|百岁残疾老人
阳光宝宝|残联|17|阳光宝宝
一户多残|残联|17|一户多残
低收入及其他残疾人|残联|17|低收入, 其他, 低收入及其他
红十字帮扶对象|红十字|18|红十字会帮扶, 千万人帮万家, 肿瘤, 麻风病致残, 精神病, 意外灾害, 因病致贫, 重度失智老人
慈善帮扶对象|慈善基金会|19|慈善基金会, 慈善帮扶
百企助百老|老年基金会|20|百企助百老
老人急难|老年基金会|21|急难帮困
大礼包对象|老年基金会|22|新春大礼包, 战斗英雄, 两弹一星, 支边回沪, 失独, 失智失能, 老劳模, 老党员
惠民帮扶家庭|惠民服务社|23|惠民综合帮扶, 惠民帮扶
企业困难职工|企业集团|24|企业困难职工, 集团困难职工, 大重病特困职工
区领导走访家庭|四套班子 民政|26|区领导走访, 四套班子走访
街镇领导走访家庭|街镇 民政|27|街镇领导走访, 街道领导走访
`;

const rows = TABLE.trim().split("\n");

describe("each category, its agencies, its programmes and its names", () => {
  it.each(rows)("%s", (row) => {
    const [id = "", agencies, numbers, names = ""] = row.split("|");
    const category = rules.categories.get(id);
    if (!category) throw new Error(`no category ${id}`);
    expect(category.agencies.join(" ")).toBe(agencies);
    const opened = rules.programmes.filter((p) => [...p.eligible.any, ...p.eligible.all].includes(id));
    expect(opened.map((p) => p.number).join(" ")).toBe(numbers);
    const known = [...category.written, ...category.writtenAlone, ...category.wider];
    for (const name of [id, ...names.split(", ")]) expect(known).toContain(name);
  });

  it("are all categories there are", () => {
    expect([...rules.categories.keys()]).toEqual(rows.map((row) => row.split("|")[0]));
  });
});

describe("names", () => {
  const written = new Set([...rules.categories.values()].flatMap((c) => c.written));

  it.each(rules.programmes.map((p) => p.name))("%s, a programme's, is a category's name too", (name) => {
    // 困难残疾人慰问 is no tier: it names the agency, and the column tells the tier.
    const known = name === "困难残疾人慰问" ? rules.agencies.get("残联")?.written.includes(name) : written.has(name);
    expect(known).toBe(true);
  });

  it("其他 counts only where it is the whole text", () => {
    expect(rules.categories.get("低收入及其他残疾人")?.writtenAlone).toContain("其他");
    expect(written.has("其他")).toBe(false);
  });

  it("支出型贫困 and 支出型困难家庭 are wider than the plan", () => {
    const wider = rules.categories.get("因病支出型贫困")?.wider;
    expect(wider).toEqual(expect.arrayContaining(["支出型贫困", "支出型困难家庭"]));
  });

  it("two tiers of the Disabled Persons' Federation repeat Civil Affairs' categories", () => {
    const echoes = [...rules.categories.values()].filter((c) => c.echoes !== null).map((c) => [c.id, c.echoes]);
    expect(echoes).toEqual([
      ["重残无业残疾人", "重残无业"],
      ["低保残疾人", "低保"],
    ]);
  });

  it("what is no category is longer than the category's name inside it", () => {
    const names = [...written];
    for (const not of rules.notCategories) {
      const inside = names.filter((name) => not.includes(name));
      for (const name of inside) expect(not.length, `${not} ⊃ ${name}`).toBeGreaterThan(name.length);
    }
    for (const not of ["低保边缘", "边缘家庭", "非低保", "原低保", "退出低保"])
      expect(rules.notCategories).toContain(not);
  });

  it("Civil Affairs alone is leading; visits and shelter have no agency words", () => {
    expect([...rules.agencies.values()].filter((a) => a.leading).map((a) => a.id)).toEqual(["民政"]);
    const wordless = [...rules.agencies.values()].filter((a) => a.written.length === 0).map((a) => a.name);
    expect(wordless).toEqual(["区救助站", "区四套班子", "各街镇"]);
  });
});

describe("names in titles and cells, among all agencies' names", () => {
  /** As validate reads them: the longest first, letters that are taken do not count again. */
  const all = new Vocabulary(rules, new Set(rules.agencies.keys()));
  const around = (name: string) =>
    ["", "人员", "对象", "家庭", "名单", "户"].flatMap((end) => [
      `${name}${end}`,
      `2023年${name}${end}名单（某街道）`,
      `新华路街道${name}${end}`,
    ]);

  // What several agencies write is Civil Affairs'; 特困职工 is the union's and the companies'.
  const shared = (id: string, name: string) => rules.categories.get(id)?.echoes !== null || name === "特困职工";

  it.each([...rules.categories.values()].map((category) => [category.id, category] as const))("%s", (id, category) => {
    for (const name of [...category.written, ...category.wider]) {
      for (const text of around(name)) {
        for (const agency of category.agencies) {
          const own = new Vocabulary(rules, new Set([agency])).find(text);
          expect(own.categories, `${agency}: ${text}`).toEqual([id]);
        }
        if (!shared(id, name)) expect(all.find(text).categories, text).toEqual([id]);
      }
    }
  });

  it.each(rules.notCategories)("%s is none", (not) => {
    for (const text of around(not)) expect(all.find(text).categories, text).toEqual([]);
  });
});
