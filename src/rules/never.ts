/** Bounds and conditions that can never be met as they stand together: nobody means them, and they would hold or refuse everybody. */
import { compare, type Fraction, product, toYuanText, whole } from "../fraction.ts";
import { isDay } from "../model/civil-date.ts";
import type { Amount, Programme, Rules, Standard, Who } from "../model/rules.ts";
import type { Fen } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Listed } from "./amounts/listed.ts";
import type { RulesFile } from "./parse.ts";
import { reachedByProgramme } from "./reach.ts";
import type { Path } from "./yaml-text.ts";

interface Never {
  readonly path: Path;
  readonly zh: string;
  readonly en: string;
}

/** Each at its place. */
export function neverMet({ rules, at }: RulesFile): readonly Problem[] {
  const found = [
    ...rules.standards.flatMap((standard) => notYetInForce(standard, rules)),
    ...rules.fields.flatMap(({ name, from, to }) =>
      from !== null && to !== null && compare(from, to) > 0
        ? [{ path: ["fields", name, "to"], zh: "to 比 from 小", en: "to is less than from" }]
        : [],
    ),
    ...rules.programmes.flatMap((programme) => inProgramme(programme, rules)),
  ];
  return found.map(({ path, zh, en }) => problem("U014", at(path), { path: path.join(" › "), why: zh, whyEn: en }));
}

/** A standard whose day is fixed and lies before all of its sums. */
function notYetInForce({ name, on, from }: Standard, rules: Rules): readonly Never[] {
  const day = isDay(on) ? on : rules.days.get(on);
  const first = from[0]?.day ?? "";
  if (day === undefined || first <= day) return [];
  const zh = `${day} 还没有标准，最早的从 ${first} 起`;
  return [{ path: ["standards", name, "on"], zh, en: `nothing is in force on ${day}; the first is from ${first}` }];
}

function inProgramme(programme: Programme, rules: Rules): readonly Never[] {
  const top: Path = ["programmes", programme.id];
  return reachedByProgramme(programme).flatMap(({ use, path }): readonly Never[] => {
    const at = [...top, ...path];
    if (use.use === "who") return crossingCategories(use.who, at);
    return use.use === "amount" ? inAmount(use.amount, at, rules) : [];
  });
}

/** Somebody who must be, and must not be, of one category. */
function crossingCategories({ any, all, none }: Who, path: Path): readonly Never[] {
  const both = all.find((id) => none.includes(id));
  if (both !== undefined)
    return [{ path: [...path, "none"], zh: `“${both}”既要是又不能是`, en: `${both} is asked for and shut out` }];
  if (any.length > 0 && any.every((id) => none.includes(id)))
    return [{ path: [...path, "none"], zh: "any 里的类别全被 none 排除", en: "none shuts out all that any lets in" }];
  return [];
}

function inAmount(amount: Amount, path: Path, rules: Rules): readonly Never[] {
  const found: Never[] = [];
  if (amount.kind === "listed") {
    const { from, to, meanAtMost } = amount.said as Listed;
    const [low, high] = [from, to].map((bound) => (bound === null ? null : constant(bound, rules)));
    const at = [...path, "listed"];
    if (low && high && compare(low, high) > 0)
      found.push({
        path: [...at, "to"],
        zh: `不多于 ${toYuanText(high)}，却不少于 ${toYuanText(low)}`,
        en: `at most ${toYuanText(high)}, yet at least ${toYuanText(low)}`,
      });
    if (low && meanAtMost !== null && compare(low, whole(meanAtMost)) > 0)
      found.push({
        path: [...at, "mean-at-most"],
        zh: "平均数的上限比每一行的下限还小",
        en: "the mean's bound is below that of each row",
      });
  }
  let most: Fraction | null = null;
  for (const [i, step] of amount.steps.entries()) {
    const said = step.said as { readonly sum?: Amount; readonly used?: Amount | null };
    const bound = said.sum === undefined ? null : constant(said.sum, rules);
    if (bound === null || step.where.length > 0) continue;
    if (step.kind === "at-most" && !said.used) most = bound;
    if (step.kind === "at-least" && most !== null && compare(bound, most) > 0)
      found.push({
        path: [...path, "then", i, "at-least"],
        zh: `最少 ${toYuanText(bound)}，前面却写了最多 ${toYuanText(most)}`,
        en: `at least ${toYuanText(bound)}, behind at most ${toYuanText(most)}`,
      });
  }
  return found;
}

/** A sum that is the same for everybody, where that can be told without a list; null elsewhere. */
function constant(amount: Amount, rules: Rules): Fraction | null {
  if (amount.steps.length > 0) return null;
  if (amount.kind === "flat") return whole(amount.said as Fen);
  if (amount.kind === "named") {
    const standard = rules.standards.find((s) => s.name === amount.said);
    const [only, ...more] = standard?.from ?? [];
    return more.length === 0 ? (only?.is ?? null) : null;
  }
  if (amount.kind === "rate") {
    const { of, by } = amount.said as { readonly of: Amount; readonly by: Fraction | string };
    const base = constant(of, rules);
    return base === null || typeof by === "string" ? null : product(base, by);
  }
  return null;
}
