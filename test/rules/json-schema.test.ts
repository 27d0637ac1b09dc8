/** The JSON Schema that editors use. */
import { describe, expect, it } from "vitest";
import { rulesJsonSchema } from "../../src/rules/json-schema.ts";

/** Goes down a schema by keys; what is not there is undefined. */
function within(schema: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], schema);
}

describe("rulesJsonSchema", () => {
  const schema = rulesJsonSchema();

  it("knows every section and no other", () => {
    expect(within(schema, "additionalProperties")).toBe(false);
    expect(Object.keys(within(schema, "properties") as object)).toEqual(
      expect.arrayContaining(["edition", "programmes", "categories", "overlaps", "ask", "readings", "not-computed"]),
    );
  });

  it("knows a programme's keys, and all kinds of amounts", () => {
    const programme = within(schema, "properties", "programmes", "additionalProperties");
    expect(within(programme, "required")).toEqual(expect.arrayContaining(["name", "quote", "fund", "amount"]));
    const kinds = within(programme, "properties", "amount", "anyOf") as readonly unknown[];
    expect(kinds.flatMap((kind) => Object.keys(within(kind, "properties") as object))).toEqual([
      "flat",
      "per-member",
      "highest-of",
      "listed",
      "goods",
      "service",
    ]);
  });

  it("lets an editor read 460 as a number", () => {
    const kinds = within(
      schema,
      "properties",
      "programmes",
      "additionalProperties",
      "properties",
      "amount",
      "anyOf",
    ) as readonly unknown[];
    expect(within(kinds[0], "properties", "flat", "type")).toEqual(["string", "number"]);
  });

  it("is plain JSON, the same each time", () => {
    expect(JSON.stringify(rulesJsonSchema())).toBe(JSON.stringify(schema));
  });
});
