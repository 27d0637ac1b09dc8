/** Every edition that is here: those of rules/, and the schemes of other places in fixtures/editions/. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadEdition } from "../src/commands/edition.ts";
import type { Rules } from "../src/model/rules.ts";

const FOLDERS = ["rules", "fixtures/editions"].map((name) => fileURLToPath(new URL(`../${name}`, import.meta.url)));

/** The editions, each with its file's name. */
export function editions(): readonly (readonly [file: string, rules: Rules])[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^[^.]+\.yaml$/.test(name) && name !== "lists.yaml")
      .map((name) => {
        const read = loadEdition(join(folder, name), folder);
        if (!read.ok) throw new Error(`${name} does not hold`);
        return [name, read.value.rules] as const;
      }),
  );
}
