/** The JSON Schema of a rules file, for editors (`relief rules schema`): made from the same schemas that check it. */
import { z } from "zod";
import { countedWritten } from "./counted-schema.ts";
import * as fields from "./field-schema.ts";
import { eligibleWritten, grammarWritten } from "./grammar-written.ts";
import { overlapWritten } from "./overlap-schema.ts";
import * as schema from "./schema.ts";

/**
 * The whole file as one JSON Schema. Editors read `460` as a number and `no` as a word: scalars may be either. An
 * edition on top of another (`extends`) need not say all: then each section may be missing, and programmes in part.
 */
export function rulesJsonSchema(): Record<string, unknown> {
  const programme = schema.programmeSchema.extend({
    eligible: eligibleWritten,
    counted: countedWritten(grammarWritten.conditions).optional(),
    amount: grammarWritten.amount,
  });
  const dropped = z.literal("dropped");
  const named = <T extends z.ZodType>(each: T) => z.record(z.string(), each);
  const sections = (mayDrop: boolean) => {
    const of = <T extends z.ZodType>(each: T) => named(mayDrop ? z.union([each, dropped]) : each);
    return {
      fields: of(fields.fieldWritten).optional(),
      days: of(fields.daySchema).optional(),
      standards: of(fields.standardWritten).optional(),
      funds: of(schema.fundSchema),
      agencies: of(schema.agencySchema),
      categories: of(schema.categorySchema),
      programmes: of(mayDrop ? programme.partial() : programme),
      overlaps: z.array(overlapWritten).optional(),
      ask: of(schema.askSchema).optional(),
      readings: z.array(schema.readingSchema).optional(),
      "not-computed": z.array(schema.notComputedSchema).optional(),
    };
  };
  const alone = schema.fileSchema.extend(sections(false)).omit({ extends: true });
  const own = { edition: true, title: true, document: true, period: true } as const;
  const onTop = schema.fileSchema
    .extend(sections(true))
    .partial()
    .required({ ...own, extends: true });
  const made = z.toJSONSchema(z.union([alone, onTop]), {
    io: "input",
    unrepresentable: "any",
    reused: "ref",
    override: ({ jsonSchema }) => {
      if (jsonSchema.type !== "string" || jsonSchema.enum || jsonSchema.const) return;
      // A pattern and a length hold for texts alone, so that a number passes beside them.
      Object.assign(jsonSchema, { type: ["string", "number"] });
    },
  });
  // A choice that an editor can follow: by whether the file says extends, and not by whichever form fits.
  const { anyOf = [], ...rest } = made;
  const [whole, child] = anyOf;
  const choice = [
    ["if", { required: ["extends"] }],
    ["then", child],
    ["else", whole],
  ];
  return { ...rest, title: "relief rules", ...Object.fromEntries(choice) };
}
