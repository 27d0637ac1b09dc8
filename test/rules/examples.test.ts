/** The edition's own examples, each through the whole calculation: one family, one test. */
import { describe, expect, it } from "vitest";
import { runExample } from "../../src/examples.ts";
import { messageOf } from "../../src/problem/problem.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { parseListWords } from "../../src/rules/list-words.ts";
import { WORDS } from "../say.ts";
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

  it.each([
    [
      "another fund",
      "paid:\n    winter-warmth: { fund: 失业保险金 }",
      "冬令御寒补助的资金来源：应为 失业保险金，规则写的是 市、区财政(原渠道)",
    ],
    [
      "another payer",
      "paid:\n    winter-warmth: { payer: 区妇联 }",
      "冬令御寒补助的发放主体：应为 区妇联，规则写的是 区民政局",
    ],
    [
      "another channel",
      "paid:\n    winter-warmth: { channel: visit }",
      "冬令御寒补助的发放方式：应为 visit，规则写的是 bank",
    ],
    ["a programme that nobody has", "paid:\n    gift-pack: { channel: kind }", "新春大礼包：这家人没有"],
    ["a problem that does not come up", "told: [D111]", "应有问题 D111，没有"],
  ])("would notice %s", (_, said, told) => {
    const text = `- family: 试\n  because: 三(一)3\n  people:\n    - { who: 甲, is: [御寒困难] }\n  ${said}\n  expect:\n    winter-warmth: { 甲: 460 }\n`;
    expect(run(text)).toEqual([`例子“试”：${told}`]);
  });

  it.each([
    ["another category", "[御寒困难]", "民政", "特困", "民政的名单写“特困”：应为御寒困难，认作民政的特困供养"],
    ["no category", "[御寒困难]", "民政", "寒冷", "民政的名单写“寒冷”：应为御寒困难，认作民政的哪一类也不是"],
    [
      "a category where there should be none",
      "[无]",
      "人社",
      "失业人员",
      "人社的名单写“失业人员”：应为哪一类也不是，认作人社的登记失业",
    ],
  ])("would notice a word that is read as %s", (_, is, list, word, told) => {
    const text = `- family: 试\n  because: 三(一)3\n  people:\n    - { who: 甲, is: ${is}, list: ${list}, written: [${word}] }\n  expect: {}\n`;
    expect(run(text)).toContain(`例子“试”：${told}`);
  });
});

/** What is wrong with the only example of a text. */
function run(text: string): readonly string[] {
  const parsed = parseExamples(text, "x.yaml", rules);
  const [example] = parsed.ok ? parsed.value : [];
  if (example === undefined) throw new Error("the example does not parse");
  return runExample(example, rules, WORDS).problems.map((p) => messageOf(p).zh);
}
