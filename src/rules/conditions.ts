/** Which categories open something: any of, all of, none of. */
import { z } from "zod";
import type { CategoryCondition } from "../model/rules.ts";
import { texts } from "./facts.ts";
import { say } from "./wording.ts";

/** The keys of a condition, for those schemas that have others beside them. */
export const conditionKeys = { any: texts.optional(), all: texts.optional(), none: texts.optional() };

type Written = { [K in keyof typeof conditionKeys]?: readonly string[] | undefined };

/** The condition that was written; a key that is missing asks for nothing. */
export function toCondition(written: Written): CategoryCondition {
  return { any: written.any ?? [], all: written.all ?? [], none: written.none ?? [] };
}

/** A condition says whom it lets in: with `none` alone, everybody else would be a candidate. */
export function letsSomebodyIn(written: Written): boolean {
  return written.any !== undefined || written.all !== undefined;
}

/** What to say where `letsSomebodyIn` does not hold. */
export const nobodyLetIn = say("要写 any 或 all：哪些类别可以", "needs any or all: which categories it lets in");

/** `{ any: [低保, 因病支出型贫困] }`. */
export const condition = z
  .strictObject(conditionKeys)
  .refine(letsSomebodyIn, { error: () => nobodyLetIn })
  .transform(toCondition);

/** Does somebody with these categories fit? */
export function fits(condition: CategoryCondition, categories: ReadonlySet<string>): boolean {
  return (
    (condition.any.length === 0 || condition.any.some((c) => categories.has(c))) &&
    condition.all.every((c) => categories.has(c)) &&
    !condition.none.some((c) => categories.has(c))
  );
}
