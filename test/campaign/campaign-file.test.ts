/** relief.yaml: what each key means, and what is said of each slip, with its line and column. */
import { describe, expect, it } from "vitest";
import { said, wrong } from "./say.ts";

describe("a campaign file that says nothing", () => {
  it.each([
    ["no text", []],
    ["comments alone", ["# 活动文件", "", "#区: 长宁区"]],
    ["keys with nothing behind them", ["区:", "街镇:", "名单:", "可否叠加:"]],
  ])("%s", (_, lines) => {
    expect(said(...lines)).toEqual({
      district: "",
      street: "",
      declaredNone: new Set(),
      lists: [],
      checkLists: [],
      answers: new Map(),
      ownPayers: null,
      mergesProgrammes: false,
    });
  });
});

describe("the place", () => {
  it.each([
    ["街镇: 新华路街道", "新华路街道"],
    ["街镇: 新华路", "新华路街道"],
    ["街镇: 新泾", "新泾镇"],
  ])("%s is %s", (line, street) => expect(said(line).street).toBe(street));

  it("knows only the streets of its district", () => {
    expect(wrong("街镇: 新化路街道")).toEqual([
      "U004 1:5 没有叫“新化路街道”的街镇；相近的：新华路街道、华阳路街道、天山路街道、江苏路街道",
    ]);
    expect(said("区: 徐汇区", "街镇: 龙华街道")).toMatchObject({ district: "徐汇区", street: "龙华街道" });
  });
});

describe("what is not known to any command yet", () => {
  it.each(["付款账户: 1", "银行格式: 通用", "去年的结果: out", "公示: [低保]"])(
    "%s is an error, not passed over",
    (line) => {
      expect(wrong(line)).toEqual([expect.stringMatching(/^U002 1:1 /)]);
    },
  );
});

describe("没有的类别", () => {
  it("takes keys and names, one or several", () => {
    expect(said("没有的类别: 五保").declaredNone).toEqual(new Set(["特困供养"]));
    expect(said("没有的类别: [重残无业, 特困人员]").declaredNone).toEqual(new Set(["重残无业", "特困供养"]));
  });

  it("a name that several agencies use is Civil Affairs'", () => {
    expect(said("没有的类别: 低保家庭").declaredNone).toEqual(new Set(["低保"]));
  });
});

describe("名单", () => {
  const list = (...lines: readonly string[]) => said("名单:", "  - 文件: 名单/补报.xlsx", ...lines).lists[0];

  it("says whose a file or sheet is", () => {
    expect(list("    工作表: 残联", "    部门: 区残联", "    类别: 低保")).toEqual({
      path: "名单/补报.xlsx",
      sheet: "残联",
      agency: "残联",
      category: "低保残疾人",
      columns: new Map(),
      place: { file: "relief.yaml", sheet: "", row: 2, column: "9" },
    });
  });

  it.each([
    ["部门: 民政", { agency: "民政", category: null }],
    ["部门: 残疾人联合会", { agency: "残联", category: null }],
    ["部门: 汇总", { agency: "*", category: null }],
    ["类别: 低保", { agency: null, category: "低保" }],
    ["类别: 登记失业人员", { agency: null, category: "登记失业" }],
  ])("%s", (line, expected) => expect(list(`    ${line}`)).toMatchObject(expected));

  it("says which column holds what, by any name of a column, declared ones too", () => {
    expect(list("    列:", "      身份证号: 证件", "      银行账号: 社保卡", "      复审意见: 结果")?.columns).toEqual(
      new Map([
        ["idNumber", "证件"],
        ["account", "社保卡"],
        ["复审结果", "结果"],
      ]),
    );
  });

  it.each([
    [["    部门: 残连"], "U004 3:9 没有叫“残连”的部门；相近的：残联"],
    [["    部门: 民政", "    类别: 登记失业"], "U003 4:9 名单 › 1 › 类别：区民政局的名单没有“登记失业”这一类"],
    [["    列:", "      帐户号: 卡"], "U004 4:7 没有叫“帐户号”的列（左边写 relief 的列名）；相近的：账号、户编号"],
    [["    列:", "      账号: 卡", "      卡号: 卡二"], "U003 5:11 名单 › 1 › 列 › 卡号：这一列前面已经写过"],
    [[], "U003 2:5 名单 › 1：要写部门、类别、列中的一项"],
    [["    科室: 民政科"], "U002 3:5 名单 › 1里没有“科室”这个键；相近的：文件、工作表、部门、类别、列"],
  ])("%j: %s", (lines, expected) => {
    expect(wrong("名单:", "  - 文件: 名单/补报.xlsx", ...lines)).toContain(expected);
  });

  it("says nothing of one sheet twice", () => {
    const twice = ["  - 文件: 补报.xlsx", "    部门: 民政"];
    expect(wrong("名单:", ...twice, ...twice)).toEqual(["U003 4:5 名单 › 2：前面已经写过一条"]);
    expect(wrong("名单:", ...twice, ...twice, "    工作表: 二")).toEqual([]);
  });
});

describe("比对名单", () => {
  it("takes one file or several, and what follows from a hit", () => {
    const [dead, paid] = said(
      "比对名单:",
      "  - 名称: 死亡",
      "    文件: [比对/11月.xlsx, 比对/12月.xlsx]",
      "    命中: 暂缓",
      "  - 名称: 财政供养",
      "    文件: 比对/财政.csv",
      "    工作表: 在编",
      "    命中: 提醒",
      "    列: { 身份证号: 证件号 }",
    ).checkLists;
    expect(dead).toMatchObject({ name: "死亡", follows: "hold", sheet: "" });
    expect(dead?.paths.map(({ path, place }) => [path, place.row, place.column])).toEqual([
      ["比对/11月.xlsx", 3, "10"],
      ["比对/12月.xlsx", 3, "23"],
    ]);
    expect(paid).toMatchObject({ name: "财政供养", follows: "warn", sheet: "在编" });
    expect(paid?.columns).toEqual(new Map([["idNumber", "证件号"]]));
  });

  it("wants to know what follows", () => {
    expect(wrong("比对名单:", "  - 名称: 死亡", "    文件: 死亡.xlsx", "    命中: 停发")).toEqual([
      "U003 4:9 比对名单 › 1 › 命中：应当是 暂缓、提醒 之一，写的是“停发”",
    ]);
    expect(wrong("比对名单:", "  - 名称: 死亡", "    文件: 死亡.xlsx")).toEqual([
      "U003 2:5 比对名单 › 1 › 命中：缺少“命中”",
    ]);
  });
});

describe("可否叠加", () => {
  const answer = (...lines: readonly string[]) => [
    "可否叠加:",
    "  - 项目: [一般对象节日补助, 登记失业人员节日补助]",
    ...lines.map((line) => `    ${line}`),
  ];
  const TOLD = ["日期: 2023-01-05", "来源: 区民政局电话答复"];

  it("answers a pair of the rules, in whichever order it is written", () => {
    expect(said(...answer("答复: 可叠加", ...TOLD)).answers).toEqual(
      new Map([
        ["unemployed-festival+general-festival", { may: "stack", on: "2023-01-05", source: "区民政局电话答复" }],
      ]),
    );
    expect(
      said(...answer("答复: 不重复", "保留: 一般对象节日补助", ...TOLD)).answers.get(
        "unemployed-festival+general-festival",
      ),
    ).toMatchObject({ may: "one", keep: "general-festival" });
  });

  it.each([
    [answer("答复: 不重复", ...TOLD), "U003 2:5 可否叠加 › 1 › 保留：答复“不重复”时要写保留哪一个项目，“可叠加”时不写"],
    [
      answer("答复: 可叠加", "保留: 一般对象节日补助", ...TOLD),
      "U003 4:9 可否叠加 › 1 › 保留：答复“不重复”时要写保留哪一个项目，“可叠加”时不写",
    ],
    [
      answer("答复: 不重复", "保留: 冬令御寒补助", ...TOLD),
      "U003 4:9 可否叠加 › 1 › 保留：保留的应当是这两个项目中的一个",
    ],
    [answer("答复: 可叠加", "来源: 电话"), "U003 2:5 可否叠加 › 1 › 日期：缺少“日期”"],
    [
      answer("答复: 可叠加", "日期: 元月五日", "来源: 电话"),
      "U003 4:9 可否叠加 › 1 › 日期：“元月五日”不是日期，应当写成 2022-12-19 这样",
    ],
  ])("%j", (lines, expected) => expect(wrong(...lines)).toEqual([expected]));

  it("answers nothing that the rules do not ask", () => {
    const [told] = wrong(
      "可否叠加:",
      "  - 项目: [冬令御寒补助, 登记失业人员节日补助]",
      "    答复: 可叠加",
      ...TOLD.map((line) => `    ${line}`),
    );
    expect(told).toMatch(
      /^U003 2:9 可否叠加 › 1 › 项目：规则没有问这两个项目可否叠加；要答复的是：登记失业人员节日补助＋特殊对象节日补助、/,
    );
  });
});

describe("本单位发放 and 合并发放", () => {
  it("names payers as the outputs do, or by their agency", () => {
    expect(said("本单位发放: [区民政局, 残联]").ownPayers).toEqual(new Set(["区民政局", "区残联"]));
    expect(said("合并发放: 是").mergesProgrammes).toBe(true);
    expect(said("合并发放: 否").mergesProgrammes).toBe(false);
  });

  it.each([
    [["本单位发放: 区财政局"], /^U004 1:8 没有叫“区财政局”的发放主体；相近的：/],
    // 组织部's visits are paid by 区民政局.
    [["本单位发放: 组织部"], /^U004 1:8 没有叫“组织部”的发放主体/],
    [["合并发放: yes"], /^U003 1:7 合并发放：应当是 是、否 之一，写的是“yes”$/],
  ])("%j", (lines, expected) => expect(wrong(...lines)[0]).toMatch(expected));
});

it("all slips are told at once, in the order of the file", () => {
  expect(wrong("区: [长宁区]", "街道: 新华路街道", "名单:", "  - 类别: 低保").map((text) => text.slice(0, 8))).toEqual([
    "U003 1:4",
    "U002 2:1",
    "U003 4:5",
  ]);
});

it("a text that is no YAML, a list, or far too deep is an answer, never an exception", () => {
  for (const text of ["- 甲", "区: [", "\u0000", "{".repeat(500), "区: *x", "__proto__: 1"])
    expect(wrong(text)).not.toEqual([]);
});
