/**
 * `listed: no-bound`, `listed: { from: 500, to: 2000 }`, `listed: { mean-at-most: 500 }`: the sum stands on the list.
 * A row outside from–to waits, a mean above its bound holds them all. A bound may be an amount of its own: twice a
 * standard; where a document says 不低于 or 酌情, a person enters the sum and the rules check its bounds.
 */
import { z } from "zod";
import { type Fraction, whole } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import { type Fen, toYuan } from "../../money.ts";
import { yuan } from "../facts.ts";
import type { AmountKind, Grammar } from "../language.ts";
import { NOTHING } from "../value.ts";
import { checkedBy, say } from "../wording.ts";

/** What may bound listed sums. */
export interface Listed {
  readonly from: Amount | null;
  readonly to: Amount | null;
  readonly meanAtMost: Fen | null;
}

const bounds = ({ amount }: Grammar) =>
  z
    .strictObject({ from: amount.optional(), to: amount.optional(), "mean-at-most": yuan.optional() })
    .refine((w) => !wrongWayRound(w.from, w.to), {
      path: ["to"],
      error: () => say("to 比 from 小", "is less than from"),
    })
    .transform((w) => ({ from: w.from ?? null, to: w.to ?? null, meanAtMost: w["mean-at-most"] ?? null }));

function wrongWayRound(from: Amount | undefined, to: Amount | undefined): boolean {
  if (from?.kind !== "flat" || to?.kind !== "flat") return false;
  return (from.said as Fen) > (to.said as Fen);
}

const noBound = z
  .literal("no-bound", {
    error: (issue) =>
      say(`应当是 no-bound，或 { from: …, to: … }，写的是“${issue.input}”`, "should be no-bound, or bounds"),
  })
  .transform((): Listed => ({ from: null, to: null, meanAtMost: null }));

export const listed: AmountKind<Listed> = {
  // Dispatched by hand: a union would answer for both forms at once, and point at neither.
  schema: (grammar) =>
    z
      .unknown()
      .transform(
        (written, ctx): Listed =>
          checkedBy<Listed>(typeof written === "string" ? noBound : bounds(grammar), written, ctx) ?? z.NEVER,
      ),
  written: (grammar) => z.union([noBound, bounds(grammar)]),
  say: ({ from, to, meanAtMost }, words) => {
    const low = from === null ? null : words.amount(from);
    const high = to === null ? null : words.amount(to);
    const all = [
      ...(low === null ? [] : [{ zh: `不少于 ${low.zh}`, en: `at least ${low.en}` }]),
      ...(high === null ? [] : [{ zh: `不多于 ${high.zh}`, en: `at most ${high.en}` }]),
      ...(meanAtMost === null
        ? []
        : [{ zh: `平均不超过 ${toYuan(meanAtMost)} 元`, en: `${toYuan(meanAtMost)} yuan on average at most` }]),
    ];
    return {
      zh: `按名单金额${all.length === 0 ? "" : `（${all.map((b) => b.zh).join("，")}）`}`,
      en: `the sum of the list${all.length === 0 ? "" : ` (${all.map((b) => b.en).join(", ")})`}`,
    };
  },
  uses: ({ from, to, meanAtMost }) => [
    { use: "listed", at: [] },
    ...(meanAtMost === null ? [] : [{ use: "stated" as const, sum: meanAtMost, at: ["mean-at-most"] }]),
    ...(from === null ? [] : [{ use: "amount" as const, amount: from, at: ["from"] }]),
    ...(to === null ? [] : [{ use: "amount" as const, amount: to, at: ["to"] }]),
  ],
  grain: () => whole(1),
  prepare: ({ from, to }, run) => {
    const low = from === null ? null : run.amount(from);
    const high = to === null ? null : run.amount(to);
    return (given) => {
      const sum = given.facts.listed();
      if (sum === null) return NOTHING;
      const [least, most] = [low?.(given).sum ?? null, high?.(given).sum ?? null];
      if ((least !== null && below(sum, least)) || (most !== null && above(sum, most))) {
        given.facts.outOfBounds(sum, least, most);
      }
      return { sum: whole(sum), shown: `名单金额 ${toYuan(sum)}`, steps: [] };
    };
  },
};

function below(sum: Fen, bound: Fraction): boolean {
  return BigInt(sum) * bound.d < bound.n;
}

function above(sum: Fen, bound: Fraction): boolean {
  return BigInt(sum) * bound.d > bound.n;
}
