/**
 * Real schemes of other places and years, said in the language of the rules (fixtures/editions): each edition holds
 * against its document, and every family of its examples gets what it should, through the whole calculation.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runExample } from "../../src/examples.ts";
import { messageOf } from "../../src/problem/problem.ts";
import { checkRules } from "../../src/rules/check.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { type RulesSource, readRulesFile } from "../../src/rules/parse.ts";
import { WORDS } from "../say.ts";

const FOLDER = new URL("../../fixtures/editions/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
const source = (name: string): RulesSource => ({ name: `${name}.yaml`, text: text(`${name}.yaml`) });
const names = readdirSync(FOLDER).filter((name) => /^[A-Z]-[\w-]+\.yaml$/.test(name));

it("there are the editions that README.md speaks of", () => {
  expect(names.length).toBeGreaterThanOrEqual(15);
});

describe.each(names.map((name) => name.replace(".yaml", "")))("%s", (name) => {
  const read = readRulesFile(source(name), source);
  if (!read.ok)
    throw new Error(read.problems.map((p) => `${p.place.row}:${p.place.column} ${messageOf(p).zh}`).join("\n"));
  const { rules } = read.value;
  const parsed = parseExamples(text(`${name}.examples.yaml`), `${name}.examples.yaml`, rules);
  if (!parsed.ok)
    throw new Error(parsed.problems.map((p) => `${p.place.row}:${p.place.column} ${messageOf(p).zh}`).join("\n"));

  it("holds against its document", () => {
    const document = { name: rules.document.text, text: text(rules.document.text) };
    expect(checkRules(read.value, document, [], parsed.value).map((p) => messageOf(p).zh)).toEqual([]);
  });

  it.each(parsed.value.map((example) => [example.family, example] as const))("%s", (_, example) => {
    const { problems, steps } = runExample(example, rules, WORDS);
    expect([...problems.map((p) => messageOf(p).zh), ...(problems.length > 0 ? steps : [])]).toEqual([]);
  });
});
