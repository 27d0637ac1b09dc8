/** A programme as an official would read it aloud: who, how much, from what fund, beside what else, by which sentence. */
import type { Overlap, Programme, Rules } from "../model/rules.ts";
import { toYuan } from "../money.ts";
import type { Bilingual } from "../problem/problem.ts";
import type { Words } from "./language.ts";
import { wordsOf } from "./words.ts";

/** One thing that is said of a programme. */
export interface Line {
  readonly label: Bilingual;
  readonly says: Bilingual;
}

/** Reads the mechanisms of an edition aloud. */
export function wordsFor(rules: Rules): Words {
  const names = new Map(rules.programmes.map((p) => [p.id, p.name]));
  return wordsOf((id) => names.get(id) ?? id);
}

const CHANNELS: Readonly<Record<Programme["channel"], Bilingual>> = {
  bank: { zh: "银行代发", en: "by bank" },
  visit: { zh: "走访慰问，现金签领", en: "a visit, cash against signature" },
  kind: { zh: "实物，签领", en: "goods against signature" },
  service: { zh: "服务，不发钱", en: "a service, no money" },
};

/** The unit of a programme. */
export const UNITS: Readonly<Record<Programme["unit"], Bilingual>> = {
  person: { zh: "每人", en: "person" },
  household: { zh: "每户", en: "household" },
};

const IDENTITY: Readonly<Record<Programme["identity"], Bilingual>> = {
  id: { zh: "凭身份证号", en: "by ID number" },
  name: {
    zh: "没有身份证号的，凭姓名和地址、居村委或电话",
    en: "without an ID number by name with address, committee or telephone",
  },
};

/** All that is said of a programme, in the order of reading. */
export function readAloud(p: Programme, rules: Rules): readonly Line[] {
  const words = wordsFor(rules);
  const both = (text: string): Bilingual => ({ zh: text, en: text });
  const line = (zh: string, en: string, says: Bilingual): Line => ({ label: { zh, en }, says });
  return [
    line("给谁", "who", words.who(p.eligible)),
    line("计发单位", "unit", UNITS[p.unit]),
    line("标准", "amount", words.amount(p.amount)),
    ...countedLines(p, words).map((says) => line("计人数", "counted", says)),
    ...p.refusals.map(({ field, is, because }) =>
      line("不予发放", "refused", {
        zh: `${field}写的是${is.join("、")}（${because}）`,
        en: `${field} is ${is.join(", ")} (${because})`,
      }),
    ),
    ...(p.needs.length === 0 ? [] : [line("名单要有", "the list must have", both(p.needs.join("、")))]),
    line("资金来源", "fund", both(p.fund)),
    line("发放主体", "payer", both(p.payer)),
    line("发放方式", "channel", CHANNELS[p.channel]),
    ...(p.plan === null ? [] : [line("计划", "plan", planText(p.plan))]),
    line("身份", "identity", IDENTITY[p.identity]),
    ...rules.overlaps.flatMap((overlap) => overlapLines(overlap, p.id, words)),
    ...rules.ask
      .filter((pair) => pair.programmes.includes(p.id))
      .map((pair) => {
        const other = words.programme(pair.programmes.find((id) => id !== p.id) ?? "");
        return line("待答复", "to be answered", {
          zh: `与${other}可否叠加（${pair.source}）`,
          en: `may it be held with ${other} (${pair.source})`,
        });
      }),
    line("依据", "rests on", both(`${p.clause} “${p.quote}”`)),
  ];
}

/** Who is counted, where that is said. */
function countedLines(p: Programme, words: Words): readonly Bilingual[] {
  const off = p.notCounted.map(words.programme);
  const fits = p.countedWhere.length === 0 ? null : words.conditions(p.countedWhere);
  return [
    ...(p.counts === "all"
      ? [{ zh: "家庭人口，没有就看保障人数", en: "who lives there, else whom the list covers" }]
      : []),
    ...(off.length === 0
      ? []
      : [{ zh: `不计享受${off.join("、")}的成员`, en: `not the members who hold ${off.join(", ")}` }]),
    ...(fits === null ? [] : [{ zh: `只计${fits.zh}的成员`, en: `only members with ${fits.en}` }]),
  ];
}

function planText({ total, people }: NonNullable<Programme["plan"]>): Bilingual {
  return {
    zh: [...(total === null ? [] : [`${toYuan(total)} 元`]), ...(people === null ? [] : [`约 ${people} 人`])].join(
      "，",
    ),
    en: [
      ...(total === null ? [] : [`${toYuan(total)} yuan`]),
      ...(people === null ? [] : [`about ${people} people`]),
    ].join(", "),
  };
}

/** What an overlap says to a programme. */
function overlapLines(overlap: Overlap, id: string, { programme }: Words): readonly Line[] {
  const names = (ids: readonly string[], language: "zh" | "en") =>
    ids.map(programme).join(language === "zh" ? "、" : ", ");
  const whose =
    "per" in overlap && overlap.per === "household"
      ? { zh: "一户", en: "a household" }
      : { zh: "一人", en: "a person" };
  switch (overlap.kind) {
    case "at-most-one": {
      if (!overlap.order.includes(id)) return [];
      const first = overlap.keep === "first";
      const zh = first ? `，先后为${names(overlap.order, "zh")}` : `，${names(overlap.order, "zh")}中取最高的`;
      const en = first ? `the first of ${names(overlap.order, "en")}` : `the highest of ${names(overlap.order, "en")}`;
      return [
        {
          label: { zh: "不重复", en: "one only" },
          says: { zh: `${whose.zh}只办一项${zh}`, en: `${whose.en} gets ${en}` },
        },
      ];
    }
    case "shuts-out": {
      const label = { zh: "排除", en: "shut out" };
      const first = programme(overlap.granted);
      if (overlap.granted === id) {
        const others = overlap.others;
        const zh = `${whose.zh}享受本项的，不再享受${names(others, "zh")}`;
        return [{ label, says: { zh, en: `${whose.en} that holds it gets none of ${names(others, "en")}` } }];
      }
      if (!overlap.others.includes(id)) return [];
      return [
        {
          label,
          says: { zh: `${whose.zh}享受${first}的，不享受本项`, en: `${whose.en} that holds ${first} does not get it` },
        },
      ];
    }
    case "cap": {
      if (!overlap.over.includes(id)) return [];
      const most = toYuan(overlap.atMost);
      const zh = `${whose.zh}的${names(overlap.over, "zh")}合计最多 ${most} 元，按此先后计算`;
      const en = `${names(overlap.over, "en")} of ${whose.en} come to ${most} yuan at most, in this order`;
      return [{ label: { zh: "封顶", en: "cap" }, says: { zh, en } }];
    }
    case "may-stack": {
      if (!overlap.programmes.includes(id)) return [];
      const zh = `${names(overlap.programmes, "zh")}可以同时享受（“${overlap.quote}”）`;
      return [
        {
          label: { zh: "可叠加", en: "may stack" },
          says: { zh, en: `${names(overlap.programmes, "en")} may be held together (“${overlap.quote}”)` },
        },
      ];
    }
    default:
      return overlap satisfies never;
  }
}

/** An overlap by itself, for all its programmes at once. */
export function overlapText(overlap: Overlap, words: Words): Bilingual {
  const [first] = overlapMembers(overlap);
  const [line] = first === undefined ? [] : overlapLines(overlap, first, words);
  if (line === undefined) return { zh: "", en: "" };
  const label = (language: "zh" | "en") => `${line.label[language]}${language === "zh" ? "：" : ": "}`;
  if (overlap.kind !== "shuts-out") return { zh: label("zh") + line.says.zh, en: label("en") + line.says.en };
  const [granted, others] = [words.programme(overlap.granted), overlap.others.map(words.programme)];
  return {
    zh: `${label("zh")}享受${granted}的，不再享受${others.join("、")}`,
    en: `${label("en")}who holds ${granted} gets none of ${others.join(", ")}`,
  };
}

function overlapMembers(overlap: Overlap): readonly string[] {
  switch (overlap.kind) {
    case "at-most-one":
      return overlap.order;
    case "shuts-out":
      return [overlap.granted];
    case "cap":
      return overlap.over;
    case "may-stack":
      return overlap.programmes;
    default:
      return overlap satisfies never;
  }
}
