/** The 27 programmes of the plan: each figure as programmes.md has it. */
import { describe, expect, it } from "vitest";
import type { Amount } from "../../src/model/rules.ts";
import { toYuan } from "../../src/money.ts";
import { wordsOf } from "../../src/rules/words.ts";
import { edition2023 } from "./edition.ts";

const { rules } = edition2023();

const words = wordsOf((id) => id);

/** An amount in one short line. */
function said(amount: Amount): string {
  return words.amount(amount).en.replaceAll(" yuan", "");
}

const CITY = "市、区财政(原渠道)";
const VISITS = "民政节日帮困慰问经费";
const OLD = "老年基金会(市、区共同筹集)";
const OPEN = "the sum of the list";

const TIERS =
  "the highest that fits of: 大病重病残疾人: 800.00; " +
  "重残无业残疾人, 低保残疾人, 孤残, 老养残, 百岁残疾老人, 阳光宝宝, 一户多残: 400.00; 低收入及其他残疾人: 300.00";

// number, id, name, clause, agency, unit, amount, fund, channel, payer (where it is not the agency), identity, plan
const TABLE = `
1|special-festival|特殊对象节日补助|三(一)1|区民政局|person|1000.00|${CITY}|bank||id|
2|hardship-grant|特殊困难家庭一次性临时补助金|三(一)1|区民政局|household|${OPEN}|${CITY}|bank||id|
3|general-festival|一般对象节日补助|三(一)2|区民政局|household|700.00 for 1 person, 100.00 for each further one|${CITY}|bank||id|
4|winter-warmth|冬令御寒补助|三(一)3|区民政局|person|460.00|${CITY}|bank||id|
5|institution-festival|集中供养对象节日补助|三(一)3|区民政局|person|180.00|${CITY}|bank||id|
6|carers-festival|包户组成员节日慰问|三(一)3|区民政局|person|300.00|${CITY}|bank||id|
7|stranded-meals|滞留对象伙食补贴|三(一)3|区民政局|person|100.00|${CITY}|bank||name|
8|frontier-returnees|支援外地建设退休(职)回沪定居人员节日补助|三(一)3|区民政局|person|700.00|${CITY}|bank||id|
9|party-visit|两新组织困难党员慰问|三(二)1|区委组织部(社会工作党委)|household|the sum of the list (500.00 on average at most)|${VISITS}|visit|区民政局|name|
10|twin-visit|双结对走访慰问|三(二)2|区级机关工作党委|household|the sum of the list (500.00 on average at most)|${VISITS}|visit|区民政局|name|
11|unemployed-festival|登记失业人员节日补助|三(二)3|区人社局|person|750.00|失业保险金|bank||id|
12|veterans-festival|重点优抚对象节日补助|三(二)4|区退役军人事务局|person|1200.00|抚恤政策经费|bank||id|
13|education-relief|困难教职工和困难学生慰问|三(二)5|区教育局|person|${OPEN}|区教育局专项经费|bank||id|450000.00
14|union-relief|总工会送温暖|三(三)1|区总工会|person|${OPEN}|区总工会专项经费|bank||id|650000.00
15|youth-visit|困境青少年慰问|三(三)2|团区委|person|${OPEN}|团区委经费|visit||id|
16|women-festival|妇联节日慰问|三(三)3|区妇联|person|the sum of the list (at least 500.00, at most 2000.00)|市妇联拨款|bank||id|
17|disabled-relief|困难残疾人慰问|三(三)4|区残联|person|${TIERS}|区残联年度预算|bank||id|5000000.00 13000
18|red-cross-relief|千万人帮万家|三(三)5|区红十字会|person|${OPEN}|千万人帮万家募集款|bank||id|620000.00 1500
19|charity-relief|慈善基金会帮扶|三(四)1|上海市慈善基金会长宁区代表处|person|${OPEN}|慈善基金会长宁代表处|bank||id|
20|hundred-elders|百企助百老|三(四)2|上海市老年基金会长宁区代表处|person|2000.00|${OLD}|bank||id|
21|elders-emergency|老人急难帮困|三(四)2|上海市老年基金会长宁区代表处|person|1000.00|${OLD}|bank||id|
22|gift-pack|新春大礼包|三(四)2|上海市老年基金会长宁区代表处|person|新春大礼包一份|${OLD}|kind||name|
23|huimin-relief|惠民综合帮扶|三(四)3|区惠民综合帮扶服务社|household|the sum of the list (3000.00 on average at most)|区综合帮扶项目经费|bank||id|600000.00
24|group-workers|企业集团困难职工慰问|三(四)4|国有企业集团|person|${OPEN}|各企业集团帮困经费|bank||id|
25|winter-shelter|寒冬送温暖|三(五)|区救助站|person|临时避寒场所、食物、返乡服务|–|service||id|
26|leaders-visit|区领导走访慰问|三(六)|区四套班子|household|1000.00|${VISITS}|visit|区民政局|name|
27|street-visit|街镇领导走访慰问|三(七)|各街镇|household|500.00|${VISITS}|visit|区民政局|name|
`;

describe("the 27 programmes", () => {
  const lines = TABLE.trim().split("\n");
  it.each(lines)("%s", (line) => {
    const number = Number(line.split("|")[0]);
    const p = rules.programmes[number - 1];
    if (!p) throw new Error(`no programme ${number}`);
    const plan = [p.plan?.total ? toYuan(p.plan.total) : null, p.plan?.people].filter(Boolean).join(" ");
    const payer = p.payer === p.agency.name ? "" : p.payer;
    const row = [p.number, p.id, p.name, p.clause, p.agency.name, p.unit, said(p.amount), p.fund, p.channel];
    expect([...row, payer, p.identity, plan].join("|")).toBe(line);
  });

  it("are all there are", () => {
    expect(rules.programmes).toHaveLength(lines.length);
    expect(lines).toHaveLength(27);
  });

  it("have a purpose that banks take", () => {
    for (const { purpose } of rules.programmes) expect([...purpose].length, purpose).toBeLessThanOrEqual(6);
  });

  it("are published under names that tell no illness, disability or party", () => {
    for (const { published } of rules.programmes)
      expect(published ?? "").not.toMatch(/残|病|党|儿童|学生|青少年|急难|失智/);
  });
});

describe("what stands beside the programmes", () => {
  it("programme 1's holders are not counted in 3, and nowhere else is anybody taken off", () => {
    const taken = rules.programmes.filter((p) => p.notCounted.length > 0).map((p) => [p.id, p.notCounted]);
    expect(taken).toEqual([["general-festival", ["special-festival"]]]);
  });

  it("one visit a household: 26, 27, 10, 9", () => {
    expect(rules.overlaps).toEqual([
      {
        kind: "at-most-one",
        order: ["leaders-visit", "street-visit", "twin-visit", "party-visit"],
        per: "household",
        keep: "first",
        quote: "避免重复走访慰问情况发生",
        because: expect.stringContaining("本次不安排"),
      },
    ]);
  });

  it("seven pairs are asked about: 11+1, 11+3, 1+5, 1+8, 2+3, 3+8, 20+21", () => {
    const number = (id: string) => rules.programmes.find((p) => p.id === id)?.number;
    expect(rules.ask.map((a) => a.programmes.map(number).join("+"))).toEqual([
      "11+1",
      "11+3",
      "1+5",
      "1+8",
      "2+3",
      "3+8",
      "20+21",
    ]);
  });

  it("nine readings, numbered", () => {
    expect(rules.readings.map((r) => r.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("a review that was not passed shuts out of 8", () => {
    const refused = rules.programmes.filter((p) => p.refusals.length > 0);
    expect(refused.map((p) => p.id)).toEqual(["frontier-returnees"]);
    expect(refused[0]?.refusals[0]).toMatchObject({ field: "复审结果", because: "复审未通过" });
    expect(refused[0]?.refusals[0]?.is).toContain("未通过");
  });

  it("ten streets, and the document", () => {
    expect(rules.streets).toHaveLength(10);
    expect(rules.document).toEqual({ number: "长社救联办〔2022〕3号", issued: "2022-12-19", text: "2023.txt" });
    expect(rules.period.listedIn).toBe("2023-01");
  });
});
