/**
 * The grammar once more, as plain unions: what the YAML may say where a mechanism stands, for the JSON Schema that
 * editors use. `grammar.ts` reads by hand, and a schema that reads by hand tells nobody what it would take.
 */
import { z } from "zod";
import { AMOUNTS } from "./amounts/index.ts";
import { CONDITIONS } from "./conditions/index.ts";
import { text, texts } from "./facts.ts";
import type { Grammar } from "./language.ts";
import { KEYED_QUANTITIES } from "./quantities/index.ts";
import { STEPS } from "./steps/index.ts";

interface Written {
  schema(grammar: Grammar): z.ZodType;
  written?(grammar: Grammar): z.ZodType;
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** One key of a table, and what may stand beside it. */
function oneOf(kinds: Readonly<Record<string, Written>>, beside: Shape = {}): z.ZodType {
  return z.union(
    Object.entries(kinds).map(([kind, { schema, written }]) =>
      z.strictObject({ [kind]: (written ?? schema)(grammar), ...beside }),
    ),
  );
}

const conditions = z.lazy(() => z.array(oneOf(CONDITIONS)).min(1));
const then = z.lazy(() => z.array(oneOf(STEPS, { where: conditions.optional() })).min(1)).optional();
const whom = { any: texts.optional(), all: texts.optional(), none: texts.optional(), where: conditions.optional() };
const amount = z.lazy(() => oneOf(AMOUNTS, { then }));

// The types of what comes out are of no concern here: nothing is ever read with these.
const grammar = {
  amount: z.union([text, amount]),
  tier: z.lazy(() => oneOf(AMOUNTS, { then, ...whom, everybody: z.literal("yes").optional() })),
  part: z.lazy(() => oneOf(AMOUNTS, { then, ...whom })),
  conditions,
  who: z.strictObject(whom),
  quantity: z.union([text, z.lazy(() => oneOf(KEYED_QUANTITIES))]),
} as unknown as Grammar;

/** Where amounts and conditions stand in a programme. */
export const grammarWritten = { amount, conditions };

/** Whom a programme is for. */
export const eligibleWritten = z.strictObject(whom);
