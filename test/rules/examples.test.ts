/** The edition's own examples, each through the whole calculation: one family, one test. */
import { describe, expect, it } from "vitest";
import { runExample } from "../../src/examples.ts";
import { messageOf } from "../../src/problem/problem.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { parseListWords } from "../../src/rules/list-words.ts";
import { edition2023, rulesText } from "./edition.ts";

const { rules } = edition2023();
const words = parseListWords(rulesText("lists.yaml"), "lists.yaml");
const examples = parseExamples(rulesText("2023.examples.yaml"), "2023.examples.yaml", rules);
if (!words.ok || !examples.ok) throw new Error("lists.yaml or 2023.examples.yaml does not parse");

describe("2023.examples.yaml", () => {
  it.each(examples.value.map((example) => [example.family, example] as const))("%s", (_, example) => {
    const { problems } = runExample(example, rules, words.value);
    expect(problems.map((p) => messageOf(p).zh)).toEqual([]);
  });

  it("would notice one fen", () => {
    const first = examples.value[0];
    const programme = rules.programmes[0];
    if (!first || programme?.amount.kind !== "flat") throw new Error("the first example shows a flat sum");
    const changed = {
      ...programme,
      amount: { ...programme.amount, said: Number(programme.amount.said) + 1 },
    };
    const { problems } = runExample(
      first,
      { ...rules, programmes: [changed, ...rules.programmes.slice(1)] },
      words.value,
    );
    expect(problems.map((p) => p.code)).toEqual(["U009"]);
  });
});
