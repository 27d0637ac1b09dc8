/** What a rules file may say of the members that count in a household. */
import { z } from "zod";
import type { Condition } from "../model/rules.ts";
import { idText } from "./facts.ts";
import { conditionsSchema } from "./grammar.ts";
import { checkedBy } from "./wording.ts";

const countedKeys = z.strictObject({
  of: z.enum(["listed", "all"]).optional(),
  "all-but-granted": z.array(idText).min(1).optional(),
  where: conditionsSchema.optional(),
});

interface Counted {
  readonly of?: "listed" | "all" | undefined;
  readonly "all-but-granted"?: readonly string[] | undefined;
  readonly where?: readonly Condition[] | undefined;
}

/** `counted`: whom the list covers (`listed`) or who lives there (`all`), without some, and those alone who fit. */
export const countedSchema: z.ZodType<Counted> = z.unknown().transform((written, ctx): Counted => {
  const short = z.enum(["listed", "all"]).transform((of): Counted => ({ of }));
  return checkedBy<Counted>(typeof written === "string" ? short : countedKeys, written, ctx) ?? z.NEVER;
});

/** What `counted` may say, for the JSON Schema. */
export const countedWritten = (conditions: z.ZodType) =>
  z.union([z.enum(["listed", "all"]), countedKeys.extend({ where: conditions.optional() })]);
