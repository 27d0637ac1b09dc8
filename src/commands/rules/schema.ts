/** `relief rules schema`: the JSON Schema of a rules file, from the schemas that check it. */
import { rulesJsonSchema } from "../../rules/json-schema.ts";
import { DONE, type Io } from "../io.ts";

/** The schema as a file: what rules/schema.json holds. */
export function schemaText(): string {
  return `${JSON.stringify(rulesJsonSchema(), null, 2)}\n`;
}

/** Prints the schema. */
export function rulesSchema(io: Io): number {
  io.out(schemaText());
  return DONE;
}
