/** `relief rules schema`: the JSON Schema of a rules file, from the schemas that check it. */
import { rulesJsonSchema } from "../../rules/json-schema.ts";
import { DONE, type Io } from "../io.ts";

/** Prints the schema. */
export function rulesSchema(io: Io): number {
  io.out(`${JSON.stringify(rulesJsonSchema(), null, 2)}\n`);
  return DONE;
}
