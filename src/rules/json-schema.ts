/** The JSON Schema of a rules file, for editors (`relief rules schema`): made from the same schemas that check it. */
import { z } from "zod";
import { countedWritten } from "./counted-schema.ts";
import * as fields from "./field-schema.ts";
import { eligibleWritten, grammarWritten } from "./grammar-written.ts";
import { overlapWritten } from "./overlap-schema.ts";
import * as schema from "./schema.ts";

/** The whole file as one JSON Schema. Editors read `460` as a number and `no` as a word: scalars may be either. */
export function rulesJsonSchema(): Record<string, unknown> {
  const programme = schema.programmeSchema.extend({
    eligible: eligibleWritten,
    counted: countedWritten(grammarWritten.conditions).optional(),
    amount: grammarWritten.amount,
  });
  const whole = schema.fileSchema.extend({
    fields: z.record(z.string(), fields.fieldWritten).optional(),
    days: z.record(z.string(), fields.daySchema).optional(),
    standards: z.record(z.string(), fields.standardWritten).optional(),
    funds: z.record(z.string(), schema.fundSchema),
    agencies: z.record(z.string(), schema.agencySchema),
    categories: z.record(z.string(), schema.categorySchema),
    programmes: z.record(z.string(), programme),
    overlaps: z.array(overlapWritten).optional(),
    ask: z.record(z.string(), schema.askSchema).optional(),
    readings: z.array(schema.readingSchema).optional(),
    "not-computed": z.array(schema.notComputedSchema).optional(),
  });
  const made = z.toJSONSchema(whole, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== "string" || jsonSchema.enum || jsonSchema.const) return;
      // A pattern and a length hold for texts alone, so that a number passes beside them.
      Object.assign(jsonSchema, { type: ["string", "number"] });
    },
  });
  return { ...made, title: "relief rules" };
}
