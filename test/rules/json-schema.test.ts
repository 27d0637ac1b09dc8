/** The JSON Schema that editors use: it takes what the rules take, and refuses what they refuse. */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { rulesJsonSchema } from "../../src/rules/json-schema.ts";
import { rulesText } from "./edition.ts";

const schema = rulesJsonSchema();
const valid = new Ajv2020({ strict: false, allErrors: false }).compile(schema);

/** A YAML file as editors read it: numbers are numbers. */
const asEditorsDo = (text: string): Record<string, unknown> => parse(text) as Record<string, unknown>;
const FIXTURES = new URL("../../fixtures/", import.meta.url);
const editions = readdirSync(new URL("editions/", FIXTURES)).filter((name) => /^[A-Z]-[\w-]+\.yaml$/.test(name));

/** Why an edition is refused; "" where it is not. */
function refused(edition: unknown): string {
  if (valid(edition)) return "";
  // Of all the forms that were tried, the deepest places tell most.
  const depth = (path: string) => path.split("/").length;
  const errors = [...(valid.errors ?? [])].sort((a, b) => depth(b.instancePath) - depth(a.instancePath));
  return errors
    .slice(0, 3)
    .map((e) => `${e.instancePath} ${e.message}`)
    .join("; ");
}

it("rules/schema.json is this schema", () => {
  expect(rulesText("schema.json")).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

describe("an edition that holds is taken", () => {
  it.each(["2022.yaml", "2023.yaml"])("rules/%s", (name) => {
    expect(refused(asEditorsDo(rulesText(name)))).toBe("");
  });

  it.each(editions)("fixtures/editions/%s", (name) => {
    const text = readFileSync(new URL(`editions/${name}`, FIXTURES), "utf8");
    expect(refused(asEditorsDo(text))).toBe("");
  });

  it("names the schema in its first line", () => {
    for (const name of ["2022.yaml", "2023.yaml"])
      expect(rulesText(name).split("\n")[0]).toBe("# yaml-language-server: $schema=./schema.json");
    for (const name of editions) {
      const text = readFileSync(new URL(`editions/${name}`, FIXTURES), "utf8");
      expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=../../rules/schema.json");
    }
  });
});

/** The edition of 2023 with something else for one programme. */
function withProgramme(change: Record<string, unknown>): unknown {
  const edition = asEditorsDo(rulesText("2023.yaml"));
  const programmes = edition["programmes"] as Record<string, object>;
  return { ...edition, programmes: { ...programmes, "winter-warmth": { ...programmes["winter-warmth"], ...change } } };
}

describe("every way of writing a mechanism is taken", () => {
  const written = ["amounts", "steps", "conditions", "quantities"].flatMap((table) =>
    readdirSync(new URL(`mechanisms/${table}/`, FIXTURES)).flatMap((file) => {
      const text = readFileSync(new URL(`mechanisms/${table}/${file}`, FIXTURES), "utf8");
      const examples = parse(text) as readonly { readonly write: unknown }[];
      return examples.map(({ write }, i) => ({ table, name: `${file} ${i + 1}`, write }));
    }),
  );
  it.each(written)("$table $name", ({ table, write }) => {
    const amount = table === "quantities" ? { times: { of: 1, by: write } } : write;
    const change = table === "conditions" ? { eligible: { any: ["低保"], where: [write] } } : { amount };
    expect(refused(withProgramme(change))).toBe("");
  });
});

describe("a slip is refused", () => {
  it.each([
    ["an unknown kind of amount", "amount: { falt: 460 }"],
    ["two kinds of amount", "amount: { flat: 460, goods: 米 }"],
    ["an unknown step", "amount: { flat: 460, then: [{ rond: { to: yuan, mode: up } }] }"],
    ["a step without what it needs", "amount: { flat: 460, then: [{ at-least: { sum: 1 } }] }"],
    ["an unknown condition", "eligible: { any: [低保], where: [{ aged: { from: 1 } }] }"],
    ["an unknown quantity", "amount: { times: { of: 1, by: { ages: { on: 2023-01-01 } } } }"],
    ["a channel that there is not", "channel: post"],
    ["a list where a word belongs", "name: [冬令]"],
    ["an unknown key", "amont: 1"],
  ])("%s", (_, change) => {
    expect(refused(withProgramme(asEditorsDo(change)))).not.toBe("");
  });

  it("a section that there is not, and one that lacks", () => {
    const edition = asEditorsDo(rulesText("2023.yaml"));
    expect(refused({ ...edition, programes: {} })).not.toBe("");
    const { funds: _, ...without } = edition;
    expect(refused(without)).not.toBe("");
    expect(refused({ ...without, extends: 2022 })).toBe("");
  });
});
