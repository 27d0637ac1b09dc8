/**
 * Slips of the hand in rules/2023.yaml (scripts/mutations) are caught: here every sixth of them, all of them by
 * `npm run mutate-rules`.
 */
import { describe, expect, it } from "vitest";
import { ALL, caught, mutated } from "../../scripts/mutations/caught.js";
import { runExample } from "../../src/examples.ts";
import { checkRules } from "../../src/rules/check.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { readRulesFile } from "../../src/rules/parse.ts";
import { WORDS } from "../say.ts";
import { rulesText } from "./edition.ts";

const [rules, examples, document] = [rulesText("2023.yaml"), rulesText("2023.examples.yaml"), rulesText("2023.txt")];
const edition = { rules, examples, document, words: WORDS };
const relief = { readRulesFile, checkRules, parseExamples, runExample };

it("there are enough of them, each once", () => {
  expect(ALL.length).toBeGreaterThanOrEqual(100);
  expect(new Set(ALL.map(({ about, what }) => `${about} ${what}`)).size).toBe(ALL.length);
});

it.each(ALL.map(({ about, what, edits }) => [`${about}: ${what}`, edits] as const))(
  "%s changes the text",
  (_, edits) => {
    expect(mutated(rules, edits).text).not.toBe(rules);
  },
);

it("nothing is caught where nothing was slipped", () => {
  expect(caught([["edition:", "2023", "2023"]], edition, relief)).toBeNull();
});

describe("is caught, with the line", () => {
  const some = ALL.filter((_, at) => at % 6 === 0);
  it.each(some.map(({ about, what, edits }) => [`${about}: ${what}`, edits] as const))("%s", (_, edits) => {
    const found = caught(edits, edition, relief);
    expect(found).not.toBeNull();
    expect(found?.problem.place).toMatchObject({ file: expect.stringMatching(/^2023\./), row: expect.any(Number) });
    if (found?.by === "parse" || found?.by === "check") expect(found.problem.place.row).toBeGreaterThan(0);
  });
});
