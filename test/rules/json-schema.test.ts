/** The JSON Schema that editors use. */
import { describe, expect, it } from "vitest";
import { AMOUNTS } from "../../src/rules/amounts/index.ts";
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

  const programme = within(schema, "properties", "programmes", "additionalProperties");
  /** What may stand at a place: the forms of a union, through references. */
  const forms = (at: unknown): readonly Record<string, unknown>[] => {
    const reference = within(at, "$ref");
    if (typeof reference === "string") return forms(within(schema, ...reference.replace("#/", "").split("/")));
    const union = (within(at, "anyOf") ?? within(at, "oneOf")) as readonly unknown[] | undefined;
    return union === undefined ? [at as Record<string, unknown>] : union.flatMap(forms);
  };
  const amounts = forms(within(programme, "properties", "amount"));

  it("knows a programme's keys, and all kinds of amounts", () => {
    expect(within(programme, "required")).toEqual(expect.arrayContaining(["name", "quote", "fund", "amount"]));
    const kinds = amounts.map((kind) => Object.keys(within(kind, "properties") as object));
    expect(kinds.map(([kind]) => kind)).toEqual(Object.keys(AMOUNTS));
    expect(new Set(kinds.map((keys) => keys.slice(1).join()))).toEqual(new Set(["then"]));
  });

  it("lets an editor read 460 as a number", () => {
    expect(within(amounts[0], "properties", "flat", "type")).toEqual(["string", "number"]);
  });

  it("is plain JSON, the same each time", () => {
    expect(JSON.stringify(rulesJsonSchema())).toBe(JSON.stringify(schema));
  });
});
