/**
 * What a rules file may say, part by part: each entry of a section is checked by itself, so that one slip does not
 * hide the others. Keys are as in style and README; values come out as the model wants them.
 */
import { z } from "zod";
import { countedSchema } from "./counted-schema.ts";
import { count, date, idText, month, oneOrMore, text, texts, yesOrNo, yuan } from "./facts.ts";
import { amountSchema, eligibleSchema } from "./grammar.ts";
import { say } from "./wording.ts";

const named = z.record(z.string(), z.unknown());
const several = z.array(z.unknown());

/** The whole file: which sections there are. */
export const fileSchema = z.strictObject({
  edition: text.regex(/^[0-9A-Za-z][0-9A-Za-z-]*$/, {
    error: () =>
      say("版本应当是数字、英文字母和连字符，如 2023", "should be digits, letters and hyphens, such as 2023"),
  }),
  extends: text.optional(),
  title: text,
  inferred: text.optional(),
  document: z.strictObject({
    unconfirmed: yesOrNo.optional(),
    number: text,
    issued: date,
    text: text.regex(/^[^/\\:]+$/, {
      error: () => say("只写文件名，不写文件夹", "should be a file name without a folder"),
    }),
  }),
  period: z
    .strictObject({ unconfirmed: yesOrNo.optional(), from: date, to: date, "listed-in": month, "paid-by": date })
    .refine((p) => p.from <= p.to, { path: ["to"], error: () => say("to 比 from 早", "is before from") }),
  district: text,
  streets: texts,
  fields: named.optional(),
  days: named.optional(),
  standards: named.optional(),
  "leap-birthday": z.enum(["28-february", "1-march"]).optional(),
  funds: named,
  agencies: named,
  categories: named,
  "not-categories": texts.optional(),
  programmes: named,
  overlaps: several.optional(),
  ask: named.optional(),
  readings: several.optional(),
  "not-computed": several.optional(),
});

/** `funds`: key → 资金来源. */
export const fundSchema = text;

/** `agencies`: key → office; one without words is told by its categories' words alone. */
export const agencySchema = z.strictObject({ name: text, leading: yesOrNo.optional(), written: z.array(text) });

/** `categories`: key → who may assert it, and how lists write it. */
export const categorySchema = z.strictObject({
  agency: oneOrMore,
  echoes: text.optional(),
  written: texts,
  // An edition on top of another may empty them.
  "written-alone": z.array(text).optional(),
  wider: z.array(text).optional(),
});

/** `programmes`: key → the measure. */
export const programmeSchema = z.strictObject({
  unconfirmed: yesOrNo.optional(),
  name: text,
  clause: text,
  quote: text,
  agency: text,
  payer: text.optional(),
  fund: text,
  channel: z.enum(["bank", "visit", "kind", "service"]),
  unit: z.enum(["person", "household"]),
  identity: z.enum(["id", "name"]).optional(),
  eligible: eligibleSchema,
  needs: texts.optional(),
  "refused-if": z.array(z.strictObject({ field: text, is: texts, because: text })).optional(),
  counted: countedSchema.optional(),
  amount: amountSchema,
  plan: z.strictObject({ total: yuan.optional(), people: count.optional() }).optional(),
  purpose: text,
  published: text,
});

/** The key of a programme. */
export const programmeId = idText;

/** `ask`: "a+b" → where the doubt comes from. */
export const askSchema = z.strictObject({ unconfirmed: yesOrNo.optional(), source: text });

/** `readings`: what the document leaves open. */
export const readingSchema = z.strictObject({
  unconfirmed: yesOrNo.optional(),
  title: text,
  says: text,
  quote: text,
  programmes: texts,
});

/** `not-computed`: a sentence with a sum that no programme computes. */
export const notComputedSchema = z.strictObject({ quote: text, because: text });
