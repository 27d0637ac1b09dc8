/**
 * rules/README.md is run: each block is parsed as what it shows, each way to write an amount, step, condition or
 * quantity is read by its schema, and each key of the language has its place in it.
 */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { messageOf } from "../../src/problem/problem.ts";
import { AMOUNTS } from "../../src/rules/amounts/index.ts";
import { CONDITIONS } from "../../src/rules/conditions/index.ts";
import { countedSchema } from "../../src/rules/counted-schema.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { daySchema, fieldSchema, standardSchema } from "../../src/rules/field-schema.ts";
import { amountSchema, conditionsSchema, quantitySchema } from "../../src/rules/grammar.ts";
import { rulesJsonSchema } from "../../src/rules/json-schema.ts";
import { overlapSchema } from "../../src/rules/overlap-schema.ts";
import { readRulesFile } from "../../src/rules/parse.ts";
import { KEYED_QUANTITIES } from "../../src/rules/quantities/index.ts";
import {
  agencySchema,
  askSchema,
  categorySchema,
  fundSchema,
  notComputedSchema,
  programmeSchema,
  readingSchema,
} from "../../src/rules/schema.ts";
import { STEPS } from "../../src/rules/steps/index.ts";
import { edition2023, rulesText } from "./edition.ts";

const README = rulesText("README.md");
const yaml = (text: string): unknown => parse(text, { schema: "failsafe", maxAliasCount: 0 });

/** The indented blocks under each heading, in their order. */
const blocks = README.split(/^(?=#{2,3} )/m).flatMap((part) => {
  const heading = /^#+ (.*)/.exec(part)?.[1] ?? "";
  return [...part.matchAll(/(?:^ {4}.*\n|(?<=\n {4}.*\n)\n(?= {4}))+/gm)].map(([text]) => ({
    heading,
    text: text.replace(/^ {4}/gm, ""),
  }));
});

/** What stands in the first cells of the tables under a heading, one code span each. */
function firstCells(heading: string): readonly string[] {
  const part = README.split(/^(?=#{2,3} )/m).find((one) => one.startsWith(heading)) ?? "";
  const cells = [...part.matchAll(/^\| ([^|]*) \|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code));
}

const named = (schema: z.ZodType) => z.record(z.string(), schema);
const SECTIONS: Readonly<Record<string, z.ZodType>> = {
  fields: named(fieldSchema),
  days: named(daySchema),
  standards: named(standardSchema),
  "leap-birthday": z.enum(["28-february", "1-march"]),
  funds: named(fundSchema),
  agencies: named(agencySchema),
  categories: named(categorySchema),
  programmes: named(programmeSchema),
  overlaps: z.array(overlapSchema),
  ask: named(askSchema),
  readings: z.array(readingSchema),
  "not-computed": z.array(notComputedSchema),
  amount: amountSchema,
};

describe("the blocks", () => {
  it("were found", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(14);
  });

  it.each(blocks.map(({ heading, text }, i) => [`${i + 1} ${heading}`, text] as const))("%s", (_, text) => {
    if (text.startsWith("relief ")) {
      for (const line of text.trim().split("\n"))
        expect(line).toMatch(/^relief rules (check|test|new|diff|show|export)\b/);
      return;
    }
    if (text.startsWith("- family:")) {
      const parsed = parseExamples(text, "x.yaml", edition2023().rules);
      expect(parsed.ok || parsed.problems.map((p) => messageOf(p).zh)).toBe(true);
      return;
    }
    const said = yaml(text) as Record<string, unknown>;
    if ("extends" in said) {
      const parent = { name: "2023.yaml", text: rulesText("2023.yaml") };
      const child = readRulesFile({ name: "2024.yaml", text }, () => parent);
      expect(child.ok || child.problems.map((p) => messageOf(p).zh)).toBe(true);
      return;
    }
    for (const [key, value] of Object.entries(said)) {
      const found = SECTIONS[key]?.safeParse(value);
      expect(found?.success || found?.error, key).toBe(true);
    }
  });
});

describe("the tables", () => {
  it.each(firstCells("### amount："))("amount %s", (code) => {
    const written = code.replace("[…]", "[{ any: [低保], flat: 100 }, { everybody: yes, flat: 50 }]");
    const found = amountSchema.safeParse(yaml(written));
    expect(found.success || found.error).toBe(true);
  });

  it.each(firstCells("### then："))("step %s", (code) => {
    const step = code.replace("minus: …", "minus: 月收入");
    const found = amountSchema.safeParse(yaml(`{ flat: 100, then: [{ ${step} }] }`));
    expect(found.success || found.error).toBe(true);
  });

  it.each(firstCells("### where："))("condition %s", (code) => {
    const found = conditionsSchema.safeParse(yaml(`[{ ${code} }]`));
    expect(found.success || found.error).toBe(true);
  });

  it.each(firstCells("### 数量"))("quantity %s", (code) => {
    const found = quantitySchema.safeParse(yaml(code));
    expect(found.success || found.error).toBe(true);
  });

  it.each(firstCells("### counted：").filter((code) => code.startsWith("counted:")))("%s", (code) => {
    const { counted } = yaml(code) as { counted: unknown };
    const found = countedSchema.safeParse(counted);
    expect(found.success || found.error).toBe(true);
  });
});

describe("nothing of the language is left out", () => {
  it.each([
    ["amounts", Object.keys(AMOUNTS), firstCells("### amount：")],
    ["steps", Object.keys(STEPS), firstCells("### then：")],
    ["conditions", Object.keys(CONDITIONS), firstCells("### where：")],
    ["quantities", Object.keys(KEYED_QUANTITIES), firstCells("### 数量")],
  ])("%s", (_, kinds, codes) => {
    expect(kinds.filter((kind) => !codes.some((code) => new RegExp(`(^|[{ ])${kind}:`).test(code)))).toEqual([]);
  });

  it("every key that the schema knows is named", () => {
    const keys = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      for (const key of Object.keys((node as { properties?: object }).properties ?? {})) keys.add(key);
      for (const value of Object.values(node)) walk(value);
    };
    walk(rulesJsonSchema());
    const missing = [...keys].filter((key) => !new RegExp(`(^|[^a-z-])${key}([^a-z-]|$)`, "m").test(README));
    expect(missing).toEqual([]);
  });
});
