/**
 * A new kind is one file, one line of its table, and one example: for each of the four tables the folder of its code,
 * its index and the folder of its examples are read, and hold the same kinds, each once.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AMOUNTS } from "../../src/rules/amounts/index.ts";
import { CONDITIONS } from "../../src/rules/conditions/index.ts";
import { KEYED_QUANTITIES, SHORT_QUANTITIES } from "../../src/rules/quantities/index.ts";
import { STEPS } from "../../src/rules/steps/index.ts";

const SRC = new URL("../../src/", import.meta.url);
const EXAMPLES = new URL("../../fixtures/mechanisms/", import.meta.url);

/** A file's kind: "by-size.ts" → "by-size". */
const kindsIn = (folder: URL, ending: string): readonly string[] => {
  const files = readdirSync(folder);
  expect(files.filter((name) => !name.endsWith(ending))).toEqual([]);
  return files.map((name) => name.slice(0, -ending.length)).sort();
};
const count = (text: string, what: RegExp) => (text.match(what) ?? []).length;
/** The name of a kind in code: "by-size" → "bySize". */
const inCode = (kind: string) => kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe.each([
  ["amounts", Object.keys(AMOUNTS)],
  ["steps", Object.keys(STEPS)],
  ["conditions", Object.keys(CONDITIONS)],
  ["quantities", [...Object.keys(SHORT_QUANTITIES), ...Object.keys(KEYED_QUANTITIES)]],
])("%s", (table, kinds) => {
  const folder = new URL(`rules/${table}/`, SRC);
  const files = kindsIn(folder, ".ts").filter((kind) => kind !== "index");
  const index = readFileSync(new URL("index.ts", folder), "utf8");

  it("every file is a kind, and every kind a file", () => {
    expect(files).toEqual([...kinds].sort());
  });

  it.each(files)("%s is imported once, and stands once in the table", (kind) => {
    expect(count(index, new RegExp(`^import \\{ ${inCode(kind)} \\} from "\\./${kind}\\.ts";$`, "gm"))).toBe(1);
    const tables = index.replace(/^import .*$|\/\*\*.*\*\//gm, "");
    const entry = inCode(kind) === kind ? `[{ ]${kind}[, ]` : ` "${kind}": ${inCode(kind)},`;
    expect(count(tables, new RegExp(entry, "gm"))).toBe(1);
  });

  it("every kind has one file of examples, and nothing else stands there", () => {
    expect(kindsIn(new URL(`${table}/`, EXAMPLES), ".yaml")).toEqual(files);
  });

  it.each(files)("nothing but its index and its own kind's parts knows %s", (kind) => {
    const known = readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".ts") && name !== `rules/${table}/index.ts`)
      .filter((name) =>
        new RegExp(`^import (?!type ).* from "[./\\w-]*/${table}/${kind}\\.ts";`, "m").test(
          readFileSync(new URL(name, SRC), "utf8"),
        ),
      );
    expect(known).toEqual([]);
  });
});
