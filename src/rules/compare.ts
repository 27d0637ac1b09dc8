/** What changed from one edition to another, in words: programme by programme, then what stands around them. */

import { toRateText, toYuanText } from "../fraction.ts";
import type { Programme, Rules, Standard } from "../model/rules.ts";
import type { Bilingual } from "../problem/problem.ts";
import { type Line, overlapText, readAloud, wordsFor } from "./read-aloud.ts";

/** One change. */
export interface Change {
  /** What it is about: a programme by its name, or a part of the edition. */
  readonly about: Bilingual;
  /** What of it: 标准, 资金来源, …; null: it as a whole came or went. */
  readonly part: Bilingual | null;
  /** "" where there was none before, or is none now. */
  readonly before: Bilingual;
  readonly after: Bilingual;
}

/** All changes, in the order of the newer edition; what went is behind. */
export function compareEditions(before: Rules, after: Rules): readonly Change[] {
  return [
    ...head(before, after),
    ...programmes(before, after),
    ...lists("重复办法", "overlap", overlapTexts(before), overlapTexts(after)),
    ...keyed("可否叠加", "pair that is asked about", askTexts(before), askTexts(after)),
    ...keyed("标准", "standard", standardTexts(before.standards), standardTexts(after.standards)),
    ...keyed("日子", "day", before.days, after.days),
    ...keyed("资金来源", "fund", before.funds, after.funds),
    ...keyed("部门", "agency", agencyTexts(before), agencyTexts(after)),
    ...keyed("列", "field", fieldTexts(before), fieldTexts(after)),
    ...keyed("对象类别", "category", categoryTexts(before), categoryTexts(after)),
    ...lists("不算类别的叫法", "name that is no category", before.notCategories, after.notCategories),
    ...lists("理解", "reading", readingTexts(before), readingTexts(after)),
    ...lists("不计算的话", "sentence that is not computed", notComputedTexts(before), notComputedTexts(after)),
  ];
}

const NONE: Bilingual = { zh: "", en: "" };
const both = (text: string): Bilingual => ({ zh: text, en: text });

function head(before: Rules, after: Rules): readonly Change[] {
  const facts = (rules: Rules): readonly (readonly [zh: string, en: string, is: string])[] => [
    ["活动", "title", rules.title],
    ["文号", "document", `${rules.document.number}（${rules.document.issued}）`],
    ["期间", "period", `${rules.period.from} — ${rules.period.to}`],
    ["在册月份", "listed in", rules.period.listedIn],
    ["资金到位", "paid by", rules.period.paidBy],
    ["区", "district", rules.district],
    ["街镇", "streets", rules.streets.join("、")],
    ["2月29日出生的人", "born on 29 February", rules.leapBirthday ?? ""],
  ];
  const earlier = facts(before);
  return facts(after).flatMap(([zh, en, is], i) => {
    const was = earlier[i]?.[2] ?? "";
    return was === is
      ? []
      : [{ about: { zh: "规则", en: "edition" }, part: { zh, en }, before: both(was), after: both(is) }];
  });
}

function programmes(before: Rules, after: Rules): readonly Change[] {
  const [old, now] = [before, after].map((rules) => new Map(rules.programmes.map((p) => [p.id, p])));
  const whole = (p: Programme, rules: Rules) => wordsFor(rules).amount(p.amount);
  const came = after.programmes.flatMap((p): readonly Change[] => {
    const earlier = old?.get(p.id);
    if (earlier !== undefined) return programme(earlier, p, before, after);
    return [{ about: both(p.name), part: null, before: NONE, after: whole(p, after) }];
  });
  const gone = before.programmes
    .filter((p) => now?.has(p.id) !== true)
    .map((p) => ({ about: both(p.name), part: null, before: whole(p, before), after: NONE }));
  return [...came, ...gone];
}

function programme(old: Programme, now: Programme, before: Rules, after: Rules): readonly Change[] {
  const about = both(now.name);
  const extra = (p: Programme): readonly Line[] => [
    { label: { zh: "项目", en: "name" }, says: both(p.name) },
    { label: { zh: "部门", en: "agency" }, says: both(p.agency.name) },
    { label: { zh: "用途", en: "purpose" }, says: both(p.purpose) },
    { label: { zh: "公示名称", en: "published as" }, says: { zh: p.published ?? "不公示", en: p.published ?? "not" } },
  ];
  const said = (p: Programme, rules: Rules) => byLabel([...readAloud(p, rules).filter(ownLine), ...extra(p)]);
  const [was, is] = [said(old, before), said(now, after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((label) => {
    const [left, right] = [was.get(label), is.get(label)];
    if (left?.says.zh === right?.says.zh) return [];
    const part = right?.label ?? left?.label ?? NONE;
    return [{ about, part, before: left?.says ?? NONE, after: right?.says ?? NONE }];
  });
}

/** Overlaps and open pairs are compared for themselves, not once for each programme that they name. */
function ownLine({ label }: Line): boolean {
  return !["不重复", "排除", "封顶", "可叠加", "待答复"].includes(label.zh);
}

/** Lines of one label stand together. */
function byLabel(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const known = found.get(line.label.zh);
    const says = known && { zh: `${known.says.zh}；${line.says.zh}`, en: `${known.says.en}; ${line.says.en}` };
    found.set(line.label.zh, says ? { ...line, says } : line);
  }
  return found;
}

/** Entries with names: each that came, went or reads otherwise. */
function keyed(
  zh: string,
  en: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Change[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name) ?? "", after.get(name) ?? ""];
    if (was === is) return [];
    return [{ about: { zh: `${zh}“${name}”`, en: `${en} ${name}` }, part: null, before: both(was), after: both(is) }];
  });
}

/** Entries without names: those that came, and those that went. */
function lists(zh: string, en: string, before: readonly string[], after: readonly string[]): readonly Change[] {
  const about = { zh, en };
  return [
    ...after.filter((is) => !before.includes(is)).map((is) => ({ about, part: null, before: NONE, after: both(is) })),
    ...before
      .filter((was) => !after.includes(was))
      .map((was) => ({ about, part: null, before: both(was), after: NONE })),
  ];
}

function overlapTexts(rules: Rules): readonly string[] {
  const words = wordsFor(rules);
  return rules.overlaps.map((overlap) => overlapText(overlap, words).zh);
}

function askTexts(rules: Rules): ReadonlyMap<string, string> {
  const { programme: name } = wordsFor(rules);
  return new Map(rules.ask.map(({ programmes: [a, b], source }) => [`${name(a)}、${name(b)}`, source]));
}

function standardTexts(standards: readonly Standard[]): ReadonlyMap<string, string> {
  return new Map(
    standards.map(({ name, kind, on, from }) => {
      const sums = from.map(({ day, is }) => `${day} 起 ${kind === "sum" ? toYuanText(is) : toRateText(is)}`);
      return [name, `${sums.join("，")}（看 ${on}）`];
    }),
  );
}

function agencyTexts({ agencies }: Rules): ReadonlyMap<string, string> {
  return new Map(
    [...agencies].map(([id, a]) => [id, `${a.name}：${a.written.join("、")}${a.leading ? "（leading）" : ""}`]),
  );
}

function fieldTexts({ fields }: Rules): ReadonlyMap<string, string> {
  return new Map(
    fields.map((field) => {
      const bound = (b: typeof field.from) =>
        b === null ? "" : field.kind === "sum" ? toYuanText(b) : `${b.n}/${b.d}`;
      const words = [...field.words].map(([word, written]) => `${word}=${written.join("/")}`).join(" ");
      const facts = [field.kind, field.unit, field.kind === "number" ? `${field.decimals} 位小数` : "", words];
      const limits = [
        field.from === null ? "" : `从 ${bound(field.from)}`,
        field.to === null ? "" : `到 ${bound(field.to)}`,
      ];
      const rest = [...facts, ...limits, field.blank === null ? "" : `空=${field.blank}`].filter((text) => text !== "");
      return [field.name, `${field.headers.join("、")}（${rest.join("，")}）`];
    }),
  );
}

function categoryTexts({ categories }: Rules): ReadonlyMap<string, string> {
  return new Map(
    [...categories].map(([id, c]) => {
      const alone = c.writtenAlone.length === 0 ? "" : `；整格：${c.writtenAlone.join("、")}`;
      const wider = c.wider.length === 0 ? "" : `；较宽：${c.wider.join("、")}`;
      const echoes = c.echoes === null ? "" : `；重复${c.echoes}`;
      return [id, `${c.agencies.join("、")}：${c.written.join("、")}${alone}${wider}${echoes}`];
    }),
  );
}

function readingTexts({ readings }: Rules): readonly string[] {
  return readings.map(({ title, says }) => `${title}：${says}`);
}

function notComputedTexts({ notComputed }: Rules): readonly string[] {
  return notComputed.map(({ quote, because }) => `“${quote}”：${because}`);
}
