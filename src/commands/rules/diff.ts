/**
 * `relief rules diff OLD NEW [LIST…]`: what changed, programme by programme, in words; with lists, who gains and loses
 * and what it costs, by both editions computed on the same lists. Nothing is written.
 */
import { basename } from "node:path";
import type { Entitlement } from "../../model/entitlement.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { Programme } from "../../model/rules.ts";
import { type Fen, subtract, sum, toYuan, ZERO } from "../../money.ts";
import type { Result } from "../../problem/problem.ts";
import { type Change, compareEditions } from "../../rules/compare.ts";
import type { Edition } from "../edition.ts";
import { DONE, type Io, type Language, NO, REFUSED, say } from "../io.ts";
import { masked } from "../problem-text.ts";
import { computedOn, type OnListsOptions } from "./computed.ts";
import { loadedAs, tell } from "./loaded.ts";

/** What the command line says. */
export interface DiffOptions extends OnListsOptions {
  readonly lang: Language;
  readonly json: boolean;
}

/** Compares two editions; 1 where they differ. */
export function rulesDiff(old: string, now: string, paths: readonly string[], options: DiffOptions, io: Io): number {
  const before = loadedAs(old, options, io);
  const after = loadedAs(now, options, io);
  if (before === null || after === null) return REFUSED;
  const changes = compareEditions(before.rules, after.rules);
  const effects = paths.length === 0 ? null : effectsOf(before, after, paths, options, io.cwd);
  if (effects !== null && !effects.ok) {
    tell(effects.problems, options.lang, io.err);
    return REFUSED;
  }
  const moved = effects?.value ?? [];
  if (options.json) {
    const units = moved.map(({ programme, fund, before: was, after: is, units: each }) => ({
      programme,
      fund,
      before: toYuan(was),
      after: toYuan(is),
      units: each.map((u) => ({ ...u, before: toYuan(u.before), after: toYuan(u.after) })),
    }));
    io.out(`${JSON.stringify({ changes, effects: units })}\n`);
  } else {
    if (changes.length > 0) io.out(headText(before, after, options.lang));
    io.out(changesText(changes, options.lang));
    if (effects !== null) io.out(effectsText(moved, options.lang));
  }
  return changes.length === 0 && moved.every((m) => m.units.length === 0) ? DONE : NO;
}

/** Which two editions are compared, each with its document. */
function headText(before: Edition, after: Edition, language: Language): string {
  const [was, is] = [before, after].map(({ rules, path }) => {
    const { number } = rules.document;
    return say(
      language,
      `${rules.edition}（${basename(path)}，${number}）`,
      `${rules.edition} (${basename(path)}, ${number})`,
    );
  });
  return say(language, `规则 ${was} → ${is}\n`, `edition ${was} → ${is}\n`);
}

/** "1 difference.", "2 differences." */
function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}.`;
}

function changesText(changes: readonly Change[], language: Language): string {
  if (changes.length === 0) return say(language, "两版规则没有不同。\n", "the two editions are alike.\n");
  const colon = say(language, "：", ": ");
  const lines = changes.flatMap(({ about, part, before, after }, i) => {
    const first = changes[i - 1]?.about.zh !== about.zh;
    const what = part === null ? "" : `${part[language]}${colon}`;
    const [was, is] = [before[language], after[language]];
    const says =
      was === ""
        ? say(language, `新增 ${is}`, `new: ${is}`)
        : is === ""
          ? say(language, `去掉 ${was}`, `gone: ${was}`)
          : `${was} → ${is}`;
    return [...(first ? [about[language]] : []), `  ${what}${says}`];
  });
  return [...lines, say(language, `共 ${changes.length} 处不同。`, counted(changes.length, "difference")), ""].join(
    "\n",
  );
}

/** One unit whose sum is another one. */
interface Moved {
  readonly name: string;
  readonly idNumber: string;
  readonly before: Fen;
  readonly after: Fen;
  /** Why, where it gets nothing by one of them. */
  readonly why: string;
}

/** One programme on the lists, by both editions: granted and held sums together. */
interface Effect {
  readonly programme: string;
  readonly fund: string;
  readonly unit: Programme["unit"];
  readonly before: Fen;
  readonly after: Fen;
  readonly units: readonly Moved[];
}

function effectsOf(
  before: Edition,
  after: Edition,
  paths: readonly string[],
  options: DiffOptions,
  cwd: string,
): Result<readonly Effect[]> {
  const was = computedOn(before, paths, options, cwd);
  if (!was.ok) return was;
  const is = computedOn(after, paths, options, cwd);
  if (!is.ok) return is;
  const [old, now] = [byProgramme(was.value), byProgramme(is.value)];
  const order = [...after.rules.programmes, ...before.rules.programmes];
  const ids = [...new Set(order.map((p) => p.id))];
  return { ok: true, value: ids.flatMap((id) => effect(old.get(id) ?? [], now.get(id) ?? [])) };
}

function byProgramme({ disbursement }: Outcome): ReadonlyMap<string, readonly Entitlement[]> {
  const found = new Map<string, Entitlement[]>();
  for (const e of disbursement.entitlements) {
    const known = found.get(e.programme.id);
    if (known) known.push(e);
    else found.set(e.programme.id, [e]);
  }
  return found;
}

function effect(was: readonly Entitlement[], is: readonly Entitlement[]): readonly Effect[] {
  const programme = is[0]?.programme ?? was[0]?.programme;
  if (programme === undefined) return [];
  const [old, now] = [was, is].map((all) => new Map(all.map((e) => [e.unit.key, e])));
  const units = [...new Set([...is, ...was].map((e) => e.unit.key))].flatMap((key): readonly Moved[] => {
    const [left, right] = [old?.get(key), now?.get(key)];
    const [before, after] = [left?.amount ?? ZERO, right?.amount ?? ZERO];
    const { person } = (right ?? left)?.unit ?? {};
    if (before === after || person === undefined) return [];
    return [{ name: person.name, idNumber: person.idNumber, before, after, why: whyNothing(left, right) }];
  });
  const total = (all: readonly Entitlement[]) => sum(all.map((e) => e.amount));
  const { name, fund, unit } = programme;
  return [{ programme: name, fund, unit, before: total(was), after: total(is), units }];
}

/** Why a unit gets nothing now, or got nothing before. */
function whyNothing(before: Entitlement | undefined, after: Entitlement | undefined): string {
  const reason = (e: Entitlement | undefined) => (e?.result === "denied" ? e.reasons[0]?.zh : undefined);
  const earlier = reason(before);
  return reason(after) ?? (earlier === undefined ? "" : `原来：${earlier}`);
}

/** Rows that are printed of one programme; all of them stand in --json. */
const SHOWN = 10;

function effectsText(effects: readonly Effect[], language: Language): string {
  const t = (zh: string, en: string) => say(language, zh, en);
  const funds = new Map<string, { before: Fen; after: Fen }>();
  const lines = effects.flatMap(({ programme, fund, unit, before, after, units }) => {
    const known = funds.get(fund) ?? { before: ZERO, after: ZERO };
    funds.set(fund, { before: sum([known.before, before]), after: sum([known.after, after]) });
    if (units.length === 0) return [];
    const gains = units.filter((u) => u.after > u.before).length;
    const measure = unit === "person" ? "人" : "户";
    const head = t(
      `${programme}：${gains} ${measure}多得，${units.length - gains} ${measure}少得；`,
      `${programme}: ${gains} gain, ${units.length - gains} lose; `,
    );
    const shown = units.slice(0, SHOWN).map((u) => {
      const name = u.name === "" ? t("（没有姓名）", "(no name)") : u.name;
      const why = u.why === "" ? "" : t(`（${u.why}）`, ` (${u.why})`);
      return `  ${`${name} ${masked(u.idNumber)}`.trim()}  ${moneyText(u, language)}${why}`;
    });
    const rest = units.length - shown.length;
    const more = rest === 0 ? [] : [t(`  …… 还有 ${rest} ${measure}`, `  … and ${rest} more`)];
    return [`${head}${moneyText({ before, after }, language)}`, ...shown, ...more];
  });
  const byFund = [...funds]
    .filter(([, { before, after }]) => before !== after)
    .map(([fund, { before, after }]) => `  ${fund}${t("：", ": ")}${moneyText({ before, after }, language)}`);
  const all = { before: sum(effects.map((e) => e.before)), after: sum(effects.map((e) => e.after)) };
  return [
    t("在这些名单上（发放和暂缓合计）：", "on these lists (granted and held together):"),
    ...(lines.length === 0 ? [t("  没有人多得或少得。", "  nobody gains or loses.")] : lines),
    ...(byFund.length === 0 ? [] : [t("按资金来源：", "by fund:"), ...byFund]),
    `${t("合计：", "in all: ")}${moneyText(all, language)}`,
    "",
  ].join("\n");
}

/** "460.00 → 500.00 元（+40.00）" */
function moneyText(both: { readonly before: Fen; readonly after: Fen }, language: Language): string {
  const [before, after] = [toYuan(both.before), toYuan(both.after)];
  return say(language, `${before} → ${after} 元（${signed(both)}）`, `${before} → ${after} yuan (${signed(both)})`);
}

function signed({ before, after }: { readonly before: Fen; readonly after: Fen }): string {
  const change = subtract(after, before);
  return change > 0 ? `+${toYuan(change)}` : toYuan(change);
}
