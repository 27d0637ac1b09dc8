/**
 * `listed: no-bound`, `listed: { from: 500, to: 2000 }`, `listed: { mean-at-most: 500 }`: the sum stands on the list.
 * The bounds are kept for the holds: a row outside from–to waits, a mean above its bound holds them all.
 */
import { z } from "zod";
import { toYuan } from "../../money.ts";
import { yuan } from "../facts.ts";
import { handUp, inOurWords, say } from "../wording.ts";
import { type Mechanism, NO_MONEY } from "./mechanism.ts";

const bounds = z
  .strictObject({ from: yuan.optional(), to: yuan.optional(), "mean-at-most": yuan.optional() })
  .refine((w) => w.from === undefined || w.to === undefined || w.from <= w.to, {
    path: ["to"],
    error: () => say("to 比 from 小", "is less than from"),
  })
  .transform((w) => ({ from: w.from ?? null, to: w.to ?? null, meanAtMost: w["mean-at-most"] ?? null }));

const noBound = z
  .literal("no-bound", {
    error: (issue) =>
      say(`应当是 no-bound，或 { from: …, to: … }，写的是“${issue.input}”`, "should be no-bound, or bounds"),
  })
  .transform(() => ({ from: null, to: null, meanAtMost: null }));

export const listed: Mechanism<"listed"> = {
  // Dispatched by hand: a union would answer for both forms at once, and point at neither.
  schema: z.unknown().transform((written, ctx) => {
    const checked = (typeof written === "string" ? noBound : bounds).safeParse(written, { error: inOurWords });
    if (checked.success) return { kind: "listed" as const, ...checked.data };
    ctx.issues.push(...handUp(checked.error.issues, [], written));
    return z.NEVER;
  }),
  written: z.union([noBound, bounds]),
  price: (_, given) =>
    given.listed === null ? NO_MONEY : { sum: given.listed, arithmetic: `名单金额 ${toYuan(given.listed)}` },
};
