/** The edition of 2023 as the tests use it, read once. */
import { readFileSync } from "node:fs";
import { NO_PARENTS, type RulesFile, readRulesFile } from "../../src/rules/parse.ts";

const folder = new URL("../../rules/", import.meta.url);

/** A file of `rules/`. */
export function rulesText(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** `rules/2023.yaml` and its positions. */
export function edition2023(): RulesFile {
  const read = readRulesFile({ text: rulesText("2023.yaml"), name: "2023.yaml" }, NO_PARENTS);
  if (!read.ok) throw new Error(`2023.yaml does not hold: ${JSON.stringify(read.problems)}`);
  return read.value;
}
