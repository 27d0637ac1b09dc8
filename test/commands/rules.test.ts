/** The rules commands: an edition read aloud, checked, compared, carried into the next year, and put on paper. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cells, emptyFolder, LISTS, relief } from "../fixtures/relief.ts";
import { rulesText } from "../rules/edition.ts";

/** An edition of 2023 with something else, in a folder of its own, beside its document and examples. */
function changed(...edits: readonly (readonly [string, string])[]): string {
  const folder = emptyFolder();
  const text = edits.reduce((before, [old, now]) => {
    expect(before).toContain(old);
    return before.replace(old, () => now);
  }, rulesText("2023.yaml"));
  writeFileSync(join(folder, "新.yaml"), text);
  for (const name of ["2023.txt", "lists.yaml"]) writeFileSync(join(folder, name), rulesText(name));
  writeFileSync(join(folder, "新.examples.yaml"), rulesText("2023.examples.yaml"));
  return folder;
}

const WARMER = ["amount: { flat: 460 }", "amount: { flat: 500 }"] as const;

describe("rules show", () => {
  it("reads one programme aloud, in both languages", async () => {
    const zh = await relief(["rules", "show", "residence", "--lang", "zh"], emptyFolder());
    expect([zh.code, zh.err]).toEqual([2, expect.stringContaining("没有叫“residence”的项目")]);
    const folder = emptyFolder();
    const one = await relief(["rules", "show", "一般对象节日补助"], folder);
    expect(one.out).toContain(
      "  标准：1 人 700.00 元，每增加 1 人增加 100.00 元\n  计人数：不计享受特殊对象节日补助的成员\n",
    );
    const en = await relief(["rules", "show", "3", "--lang", "en"], folder);
    expect(en.out).toContain("  amount: 700.00 yuan for 1 person, 100.00 for each further one\n");
  });

  it("without a programme, is the whole edition as a page to sign", async () => {
    const { out, code } = await relief(["rules", "show", "-r", "2022"], emptyFolder());
    expect(code).toBe(0);
    expect(out).toMatch(/^长宁区2022年元旦春节期间帮困送温暖活动（推定）\n/);
    expect(out).toContain("推定：未见原文，据此句推定：“今年各部门采取的帮困措施标准均与去年保持一致”");
    expect([...out.matchAll(/^\d+\. /gm)]).toHaveLength(27);
    expect(out).toMatch(/经办人：_+.*盖章/);
  });
});

it("rules show in English has English labels", async () => {
  const { out } = await relief(["rules", "show", "--lang", "en"], emptyFolder());
  const labels = [...out.matchAll(/^ {2}([^:：“\n]+): /gm)].map(([, label = ""]) => label);
  expect(new Set(labels).size).toBeGreaterThanOrEqual(10);
  expect(labels.filter((label) => /\p{Script=Han}/u.test(label))).toEqual([]);
});

it("rules show names the programmes that a reading concerns, and the sentence on which it rests", async () => {
  const show = async (lang: string) => (await relief(["rules", "show", "--lang", lang], emptyFolder())).out;
  const says = "     特困供养人员同时领特殊对象节日补助和冬令御寒补助，因为方案两处都写到；特困供养人员不是低保家庭";
  const quote = "“对特困供养人员和其他御寒有困难的救助对象，实施冬令御寒补助”";
  expect(await show("zh")).toContain(`${says}\n     涉及：特殊对象节日补助、冬令御寒补助\n     依据：${quote}\n`);
  expect(await show("en")).toContain(
    `${says}\n     concerns: 特殊对象节日补助, 冬令御寒补助\n     rests on: ${quote}\n`,
  );
});

describe("rules diff", () => {
  it("says nothing changed, and ends with 0", async () => {
    const { out, code } = await relief(["rules", "diff", "2023", "2023"], emptyFolder());
    expect([out, code]).toEqual(["两版规则没有不同。\n", 0]);
  });

  it("says in words what changed, programme by programme, and ends with 1", async () => {
    const folder = changed(
      WARMER,
      ["fund: 抚恤\n", "fund: 民政慰问\n"],
      ["is: [未通过, 不通过,", "is: [未通过,"],
      ["    written: [困难学生]", "    written: [困难学生, 贫困学生]"],
    );
    const { out, code } = await relief(["rules", "diff", "2023", "新.yaml"], folder);
    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => !line.includes("不予发放"))).toEqual([
      "规则 2023（2023.yaml，长社救联办〔2022〕3号） → 2023（新.yaml，长社救联办〔2022〕3号）",
      "冬令御寒补助",
      "  标准：460.00 元 → 500.00 元",
      "支援外地建设退休(职)回沪定居人员节日补助",
      "重点优抚对象节日补助",
      "  资金来源：抚恤政策经费 → 民政节日帮困慰问经费",
      "对象类别“困难学生”",
      "  教育：困难学生 → 教育：困难学生、贫困学生",
      "共 4 处不同。",
      "",
    ]);
  });

  it("a programme and an overlap that came or went", async () => {
    const text = rulesText("2023.yaml");
    const gift = text.slice(text.indexOf("  gift-pack:"), text.indexOf("  huimin-relief:"));
    const folder = changed(
      [gift, ""],
      [
        "    fund: 老年\n    channel: bank\n    unit: person\n    eligible: { any: [百企助百老] }",
        "    fund: 老年\n    channel: bank\n    unit: household\n    eligible: { any: [百企助百老] }",
      ],
      ["gift-pack, ", ""],
      ["    keep: first", "    keep: highest"],
    );
    const { out } = await relief(["rules", "diff", "2023", "新.yaml"], folder);
    expect(out).toContain("百企助百老\n  计发单位：每人 → 每户\n");
    expect(out).toContain("新春大礼包\n  去掉 新春大礼包一份\n");
    expect(out).toContain(
      "  新增 不重复：一户只办一项，区领导走访慰问、街镇领导走访慰问、双结对走访慰问、两新组织困难党员慰问中取最高的",
    );
  });

  it("on lists: who gains, and what it costs by programme and fund; nothing is written", async () => {
    const folder = changed(WARMER);
    const { out, code } = await relief(["rules", "diff", "2023", "新.yaml", LISTS], folder);
    expect(code).toBe(1);
    expect(out).toContain("冬令御寒补助：42 人多得，0 人少得；19320.00 → 21000.00 元（+1680.00）\n");
    expect(out).toMatch(/\n {2}彭佩君 310198\*+6985 {2}460\.00 → 500\.00 元（\+40\.00）\n/);
    expect(out).toContain("\n  （没有姓名） 310198********0520  460.00 → 500.00 元（+40.00）\n");
    expect(out).toContain("\n  …… 还有 32 人\n");
    expect(out).toContain(
      "按资金来源：\n  市、区财政(原渠道)：186400.00 → 188080.00 元（+1680.00）\n合计：513350.00 → 515030.00 元（+1680.00）\n",
    );
    const en = await relief(["rules", "diff", "2023", "新.yaml", LISTS, "--lang", "en"], folder);
    expect(en.out).toContain(
      "冬令御寒补助\n  amount: 460.00 yuan → 500.00 yuan\n1 difference.\non these lists (granted and held together):\n" +
        "冬令御寒补助: 42 gain, 0 lose; 19320.00 → 21000.00 yuan (+1680.00)\n" +
        "  (no name) 310198********0520  460.00 → 500.00 yuan (+40.00)\n",
    );
    expect(en.out).not.toMatch(/[：，（]\+/);
    expect(readdirSync(folder).sort()).toEqual(["2023.txt", "lists.yaml", "新.examples.yaml", "新.yaml"].sort());
  });

  it("as JSON has every one of them", async () => {
    const folder = changed(WARMER);
    const { out } = await relief(["rules", "diff", "2023", "新.yaml", LISTS, "--json"], folder);
    const { changes, effects } = JSON.parse(out) as {
      changes: readonly { about: { zh: string } }[];
      effects: readonly { programme: string; units: readonly { before: string; after: string }[] }[];
    };
    expect(changes.map((c) => c.about.zh)).toEqual(["冬令御寒补助"]);
    const warm = effects.find((e) => e.programme === "冬令御寒补助");
    expect(warm?.units).toHaveLength(42);
    expect(new Set(warm?.units.map((u) => `${u.before} ${u.after}`))).toEqual(new Set(["460.00 500.00"]));
    expect(effects.filter((e) => e.programme !== "冬令御寒补助").every((e) => e.units.length === 0)).toBe(true);
  });

  it("refuses an edition that does not hold, and lists that are not there", async () => {
    const folder = changed(["amount: { flat: 460 }", "amount: { flat: 46o }"]);
    const broken = await relief(["rules", "diff", "2023", "新.yaml"], folder);
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("U003")]);
    const missing = await relief(["rules", "diff", "2022", "2023", "没有的名单"], folder);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("没有的名单")]);
  });
});

describe("rules new", () => {
  it("copies the edition with every sum and every reading marked, and check and compute refuse until the last mark is gone", async () => {
    const folder = emptyFolder();
    const { code, out } = await relief(["rules", "new", "2024"], folder);
    expect([code, out.split("\n")[0]]).toEqual([
      0,
      "写好了 2024.yaml、2024.txt、2024.examples.yaml：从 2023 抄来，每个金额、每条理解都标着还没有确认。",
    ]);
    const made = readFileSync(join(folder, "2024.yaml"), "utf8");
    expect(made).toContain("edition: 2024\ntitle: 长宁区2024年元旦春节期间帮困送温暖活动\n");
    expect(made).toMatch(/ {2}paid-by: 2024-01-21\n/);
    // The document, the period, 27 programmes; 7 pairs that may stack or not, and 9 readings: words about last year's document.
    expect(made.match(/unconfirmed: yes/g)).toHaveLength(45);
    expect(made).toMatch(/\n {2}unemployed-festival\+special-festival:\n {4}unconfirmed: yes .*\n {4}source: /);
    expect(made).toMatch(/\n {2}- title: 以哪个月的名单为准\n {4}unconfirmed: yes .*\n {4}says: 在册月份为2023年1月/);

    const codes = async () =>
      (
        JSON.parse((await relief(["rules", "check", "-r", "2024.yaml", "--json"], folder)).out) as { code: string }[]
      ).map((p) => p.code);
    // And the document is not there yet.
    expect((await codes()).filter((c) => c === "U016")).toHaveLength(46);
    const refused = await relief(["compute", LISTS, "-r", "2024.yaml", "-o", "out"], folder);
    expect([refused.code, existsSync(join(folder, "out"))]).toEqual([2, false]);
    for (const what of [
      "项目“冬令御寒补助”",
      "能否同时享受的“hardship-grant+general-festival”",
      "理解“以哪个月的名单为准”",
    ])
      expect(refused.err).toContain(`${what}还没有对照新的原文确认`);

    // The rule keeper's afternoon: the document is pasted in, and one mark after the other is taken away.
    writeFileSync(join(folder, "2024.txt"), rulesText("2023.txt"));
    const marks = made.split("\n").filter((line) => line.includes("unconfirmed"));
    let text = made.replace("number: 待填", "number: 长社救联办〔2022〕3号");
    writeFileSync(join(folder, "2024.yaml"), text);
    for (const [i, mark] of marks.entries()) {
      expect((await codes()).length, `with ${marks.length - i} marks`).toBe(marks.length - i);
      text = text.replace(`${mark}\n`, "");
      writeFileSync(join(folder, "2024.yaml"), text);
    }
    expect(await codes()).toEqual([]);
    expect((await relief(["rules", "test", "-r", "2024.yaml"], folder)).code).toBe(0);
    expect((await relief(["compute", LISTS, "-r", "2024.yaml", "-o", "out", "--quiet"], folder)).code).toBe(0);
  });

  it("from an edition that stands on another, makes one that stands on it", async () => {
    const folder = emptyFolder();
    await relief(["rules", "new", "2024", "-r", "2022"], folder);
    const made = readFileSync(join(folder, "2024.yaml"), "utf8");
    expect(made).toContain("edition: 2024\nextends: 2022\ntitle: 长宁区2024年元旦春节期间帮困送温暖活动\n");
    expect(made).toContain(
      "period: { unconfirmed: yes, from: 2023-12-11, to: 2024-02-20, listed-in: 2024-01, paid-by: 2024-01-31 }",
    );
    const { err } = await relief(["compute", LISTS, "-r", "2024.yaml", "-o", "out"], folder);
    expect(made).toContain("\n  unemployed-festival+special-festival: { unconfirmed: yes }\n");
    expect(made).toMatch(/\nreadings:\n {2}- title: 整份推定\n {4}unconfirmed: yes .*\n {4}says: 未见2022年原文/);
    // The document, the period, 27 programmes, 7 pairs, and the one reading of 2022.
    expect(err.match(/U016/g)).toHaveLength(37);
  });

  it("overwrites nothing, and wants a year", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "2024.txt"), "原文");
    const there = await relief(["rules", "new", "2024"], folder);
    expect([there.code, readdirSync(folder)]).toEqual([2, ["2024.txt"]]);
    const no = await relief(["rules", "new", "明年"], folder);
    expect([no.code, no.err]).toEqual([2, expect.stringContaining("年份应当是四位数字")]);
  });

  it("says of itself what it is, and of the document that is not there that alone", async () => {
    const folder = emptyFolder();
    await relief(["rules", "new", "2024"], folder);
    const made = readFileSync(join(folder, "2024.yaml"), "utf8");
    expect(made.slice(0, made.indexOf("funds:"))).not.toMatch(/2022年|2023\.txt|2023\.examples/);
    expect(readFileSync(join(folder, "2024.examples.yaml"), "utf8")).toMatch(/^# 2024\.yaml 的例子/);
    const { out } = await relief(["rules", "check", "-r", "2024.yaml", "--json"], folder);
    const found = JSON.parse(out) as { code: string; file: string; zh: string }[];
    expect(new Set(found.map((p) => p.code))).toEqual(new Set(["U016"]));
    expect(found.filter((p) => p.file === "2024.txt").map((p) => p.zh)).toEqual([
      "2024.txt 里的原文还没有贴进去，引文和金额还没有对照新的原文确认",
    ]);
  });

  it("a new document: what changed in it is told, with the sentence that is there now", async () => {
    const folder = emptyFolder();
    await relief(["rules", "new", "2024"], folder);
    writeFileSync(join(folder, "2024.txt"), rulesText("2023.txt").replace("标准为每人460元", "标准为每人500元"));
    const { out } = await relief(["rules", "check", "-r", "2024.yaml"], folder);
    expect(out).toContain(
      "建议：照文件原文抄写；原文里相近的一句：“对特困供养人员和其他御寒有困难的救助对象，实施冬令御寒补助，标准为每人500元”",
    );
    expect(out.match(/U006/g)).toHaveLength(2);
  });

  it("as JSON names what was written", async () => {
    const { out } = await relief(["rules", "new", "2024", "--json"], emptyFolder());
    expect(JSON.parse(out)).toEqual({ files: ["2024.yaml", "2024.txt", "2024.examples.yaml"] });
  });

  it("names the schema that editors read, and puts it beside the edition", async () => {
    const folder = emptyFolder();
    await relief(["rules", "new", "2024"], folder);
    expect(readFileSync(join(folder, "schema.json"), "utf8")).toBe(rulesText("schema.json"));
  });
});

describe("rules export", () => {
  it("writes every programme's standard, and what must be confirmed, without lists", async () => {
    const folder = emptyFolder();
    const { code, out } = await relief(["rules", "export", "-o", "规则", "--json"], folder);
    expect([code, JSON.parse(out)]).toEqual([0, { files: ["规则/标准表.xlsx", "规则/口径确认单.xlsx"] }]);
    const standards = (await cells(join(folder, "规则", "标准表.xlsx")))["标准表"] ?? [];
    const header = standards.findIndex((row) => row[0] === "项目");
    expect(standards[header]).toEqual([
      ...[
        "项目",
        "对象",
        "不含对象",
        "标准",
        "计发单位",
        "资金来源",
        "发放主体",
        "发放方式",
        "依据文号",
        "条款",
        "原文",
      ],
    ]);
    const rows = standards.slice(header + 1, header + 28);
    expect(rows.map((row) => row[0]).filter((name) => name !== "")).toHaveLength(27);
    expect(rows.find((row) => row[0] === "一般对象节日补助")?.slice(1, 7)).toEqual([
      "低保、因病支出型贫困",
      "享受特殊对象节日补助的成员不计",
      "1 人 700.00 元，每增加 1 人增加 100.00 元",
      "每户",
      "市、区财政(原渠道)",
      "区民政局",
    ]);
    const confirm = await cells(join(folder, "规则", "口径确认单.xlsx"));
    expect(Object.keys(confirm)).toEqual(["口径确认单", "写进活动文件"]);
    const asked = (confirm["口径确认单"] ?? []).filter((row) => row[0] === "口径" || row[0] === "叠加");
    expect(asked).toHaveLength(16);
    expect(asked.every((row) => /□/.test(row[9] ?? ""))).toBe(true);
    expect(asked.map((row) => row[6])).toEqual(asked.map(() => ""));
    expect((confirm["口径确认单"] ?? []).flat().join()).toContain("（盖章）");
  });

  it("with lists, says the people and yuan that each reading and each pair concerns", async () => {
    const folder = emptyFolder();
    expect((await relief(["rules", "export", LISTS], folder)).code).toBe(0);
    const rows = (await cells(join(folder, "口径确认单.xlsx")))["口径确认单"] ?? [];
    const pair = rows.find((row) => row[0] === "叠加" && row[5] === "登记失业人员节日补助、特殊对象节日补助");
    expect(pair?.slice(6, 9)).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+$/)]));
    const visits = rows.find((row) => row[2] === "走访慰问不重复");
    expect(Number(visits?.[8])).toBe(23_200);
  });
});
