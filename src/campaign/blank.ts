/**
 * A campaign file that says nothing yet: every key is there with an example of this edition, commented out. A line of
 * settings begins with # and the setting right behind it, an explanation with # and a space; so whoever takes the # away
 * has a setting, and the file holds whichever of them are taken away.
 */
import type { Rules } from "../model/rules.ts";

/** One key with what is said about it. */
interface Part {
  readonly key: string;
  readonly about: readonly string[];
  /** The lines of its example. */
  readonly lines: readonly string[];
}

/** The text of relief.yaml for one edition. @param edition as `规则` names it: 2023, or the path of a rules file */
export function blankCampaign(rules: Rules, edition: string): string {
  const head = [
    `# ${rules.title}`,
    "#",
    "# 活动文件：这次活动里，名单以外要告诉 relief 的事。什么都不写也能算。",
    "# 下面 # 后面紧跟着字的行是可以用的设置：去掉 # 就生效，例子换成自己的；一项有几行的，几行的 # 都去掉。",
    "# 写错的，relief 指出第几行第几列，改好以前什么也不算。缩进用空格，不用 Tab；冒号用英文冒号，后面空一格。",
    "# 文件和文件夹都从这个文件所在的文件夹算起。",
  ];
  const edited = ["# 规则版本，或规则文件：这次活动一直用这一版", `规则: ${quoted(edition)}`];
  const parts = partsOf(rules).map(({ about, lines }) =>
    [...about.map((line) => `# ${line}`), ...lines.map((line) => `#${line}`)].join("\n"),
  );
  return `${[head.join("\n"), edited.join("\n"), ...parts].join("\n\n")}\n`;
}

function partsOf(rules: Rules): readonly Part[] {
  const [first, second = first] = [...rules.categories.values()];
  const agency = rules.agencies.get(first?.agencies[0] ?? "")?.id ?? "";
  const payers = [...new Set(rules.programmes.map((p) => p.payer))];
  return [
    { key: "区", about: ["区；不写就是规则里的"], lines: [`区: ${quoted(rules.district)}`] },
    {
      key: "街镇",
      about: ["街镇：名单里没有写街镇的，都算这里的"],
      lines: [`街镇: ${quoted(rules.streets[0] ?? "某某街道")}`],
    },
    {
      key: "没有的类别",
      about: ["本次没有人的对象类别：不再等它们的名单"],
      lines: [`没有的类别: [${quoted(second?.id ?? "")}]`],
    },
    {
      key: "名单",
      about: [
        "程序看不明白的名单：是谁的（部门）、哪一类人（类别）、哪一列是什么（列：左边 relief 的叫法，右边名单里的列名或列的字母）",
        "三样写一样就行；工作表只在一个文件里几张表各不相同时写；几个部门合起来的，部门写 汇总",
      ],
      lines: [
        "名单:",
        "  - 文件: 名单/居委补报.xlsx",
        "    工作表: Sheet1",
        `    部门: ${quoted(agency)}`,
        `    类别: ${quoted(first?.id ?? "")}`,
        "    列: { 身份证号: 证件, 账号: 社保卡 }",
      ],
    },
    {
      key: "比对名单",
      about: [
        "比对名单：死亡、迁出、服刑、财政供养……任何一种表格，按身份证号比对，本身不发钱",
        "命中：暂缓（先不发，核实后在 核实结论.xlsx 里写）或 提醒（照发，给一条警告）；列名认得出的不用写列",
      ],
      lines: [
        "比对名单:",
        "  - 名称: 死亡",
        "    文件: 比对/死亡.xlsx",
        "    命中: 暂缓",
        "  - 名称: 财政供养",
        "    文件: [比对/财政供养1.xlsx, 比对/财政供养2.xlsx]",
        "    工作表: Sheet1",
        "    命中: 提醒",
        "    列: { 身份证号: 证件 }",
      ],
    },
    ...answers(rules),
    {
      key: "本单位发放",
      about: ["本单位发放：只做这些发放主体的代发文件，其余照样核算，写进 移送；不写就是全部都做"],
      lines: [`本单位发放: [${quoted(payers[0] ?? "")}]`],
    },
    {
      key: "合并发放",
      about: ["合并发放：同一个账户同一资金来源的几个项目合成一笔（是 或 否；不写就是否）"],
      lines: ["合并发放: 是"],
    },
    {
      key: "结果",
      about: ["结果：relief compute 写进哪个文件夹；不写就是 out"],
      lines: ["结果: out"],
    },
  ];
}

/** 可否叠加: with the first pair that this edition asks about; without one it asks nothing, and nothing can be answered. */
function answers({ ask, programmes, period }: Rules): readonly Part[] {
  const [pair] = ask;
  if (pair === undefined) return [];
  const [one, other] = pair.programmes.map((id) => quoted(programmes.find((p) => p.id === id)?.name ?? id));
  return [
    {
      key: "可否叠加",
      about: [
        "可否叠加：规则没有写明能不能同时发的两个项目，有权答复的单位怎样说（答复：可叠加 或 不重复；不重复的要写保留哪一个）",
        "要答复哪几对、各涉及多少人多少钱，见核对报告的“口径确认”",
      ],
      lines: [
        "可否叠加:",
        `  - 项目: [${one}, ${other}]`,
        "    答复: 不重复",
        `    保留: ${one}`,
        `    日期: ${period.from}`,
        `    来源: ${quoted(`${programmes[0]?.payer ?? ""}电话答复`)}`,
      ],
    },
  ];
}

/** A name as YAML takes it for a text and nothing else. */
function quoted(text: string): string {
  return /^[\p{Script=Han}\w()（）—－–·./-]+$/u.test(text) && !/^[-.]/.test(text) ? text : JSON.stringify(text);
}
