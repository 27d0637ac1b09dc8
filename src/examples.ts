/**
 * Runs the worked examples of an edition: each family becomes tidy lists, goes through the whole calculation, and what
 * comes out is held against what the example expects. `relief rules test` and the test suite share this.
 */
import { compute } from "./compute.ts";
import { listsOf, type WrittenList } from "./examples/lists.ts";
import { type Campaign, NO_CAMPAIGN } from "./model/campaign.ts";
import { type Entitlement, factText } from "./model/entitlement.ts";
import type { Entry } from "./model/entry.ts";
import type { ListWords } from "./model/list-words.ts";
import type { Rules } from "./model/rules.ts";
import { type Fen, toYuan } from "./money.ts";
import { type Bilingual, type Problem, problem } from "./problem/problem.ts";
import { type Example, type Expected, FAMILY } from "./rules/examples-schema.ts";

/** What came of one example. */
export interface ExampleResult {
  readonly example: Example;
  /** U009 for each unit that came out otherwise than expected; empty where the example holds. */
  readonly problems: readonly Problem[];
  /** The steps of each entitlement of the programmes that came out otherwise: why. */
  readonly steps: readonly string[];
}

/** Runs one example. */
export function runExample(example: Example, rules: Rules, words: ListWords): ExampleResult {
  const { files, mappings, written } = listsOf(example, rules);
  const here = new Set(example.people.flatMap((person) => person.is));
  const declaredNone = new Set(
    [...rules.categories.keys()].filter((id) => !here.has(id) && !example.notCome.includes(id)),
  );
  const campaign: Campaign = { ...NO_CAMPAIGN, declaredNone, lists: mappings };
  const outcome = compute(files, rules, words, campaign, []);
  const { entitlements } = outcome.disbursement;
  const sums = otherSums(example, entitlements, rules);
  const otherwise = [
    ...sums,
    ...otherWays(example, entitlements, rules),
    ...otherCategories(written, outcome.entries),
    ...notTold(example, outcome.problems),
  ];
  const problems = otherwise.map(({ zh, en }) =>
    problem("U009", example.place, { family: example.family, what: zh, whatEn: en }),
  );
  return {
    example,
    problems,
    steps: entitlements.filter((e) => sums.some(({ id }) => id === e.programme.id)).map(stepText),
  };
}

/** Units whose sums are not those that are expected, and units that nobody expects. */
function otherSums(
  example: Example,
  entitlements: readonly Entitlement[],
  rules: Rules,
): readonly (Bilingual & { readonly id: string })[] {
  const actual = new Map<string, Entitlement>(entitlements.map((e) => [`${e.programme.id} ${whose(e, example)}`, e]));
  const expected = new Map<string, Expected>(
    [...example.expect].flatMap(([id, units]) => [...units].map(([who, what]) => [`${id} ${who}`, what] as const)),
  );
  return [...new Set([...expected.keys(), ...actual.keys()])].flatMap((key) => {
    const [wanted, got] = [expected.get(key), actual.get(key)];
    if (holds(wanted, got)) return [];
    const [id = "", who = ""] = key.split(" ");
    const name = rules.programmes.find((p) => p.id === id)?.name ?? id;
    return [
      {
        id,
        zh: `${name} ${who}：应为${expectedText(wanted)}，算出${actualText(got)}`,
        en: `${id} ${who}: expected ${expectedText(wanted)}, got ${actualText(got)}`,
      },
    ];
  });
}

/** Programmes whose money comes from another fund, another payer or by another channel. */
function otherWays(example: Example, entitlements: readonly Entitlement[], rules: Rules): readonly Bilingual[] {
  return [...example.paid].flatMap(([id, wanted]) => {
    const programme = rules.programmes.find((p) => p.id === id);
    if (programme === undefined || !entitlements.some((e) => e.programme.id === id)) {
      const name = programme?.name ?? id;
      return [{ zh: `${name}：这家人没有`, en: `${id}: nobody here has it` }];
    }
    const facts = [
      ["资金来源", "fund", wanted.fund, programme.fund],
      ["发放主体", "payer", wanted.payer, programme.payer],
      ["发放方式", "channel", wanted.channel, programme.channel],
    ] as const;
    return facts
      .filter(([, , expected, is]) => expected !== null && expected !== is)
      .map(([zh, en, expected, is]) => ({
        zh: `${programme.name}的${zh}：应为 ${expected}，规则写的是 ${is}`,
        en: `the ${en} of ${id}: expected ${expected}, the rules say ${is}`,
      }));
  });
}

/** Ways to write a category that are read as another one, as none, or as another agency's. */
function otherCategories(written: readonly WrittenList[], entries: readonly Entry[]): readonly Bilingual[] {
  const read = new Map(entries.map((entry) => [entry.list.file, entry]));
  return written.flatMap(({ file, word, agency, is }) => {
    const entry = read.get(file);
    const wanted = is ?? "";
    // What only the list as a whole is, the word is not.
    const got = entry?.list.categoryToldBy === "column" ? entry.categories.join("、") : "";
    const whose = entry?.list.agency ?? agency;
    if (wanted === got && whose === agency) return [];
    const none = { zh: "哪一类也不是", en: "none" };
    return [
      {
        zh: `${agency}的名单写“${word}”：应为${wanted || none.zh}，认作${whose}的${got || none.zh}`,
        en: `a list of ${agency} writes ${word}: expected ${wanted || none.en}, read as ${got || none.en} of ${whose}`,
      },
    ];
  });
}

/** Problems that the family should come up with, and does not. */
function notTold(example: Example, problems: readonly Problem[]): readonly Bilingual[] {
  const told = new Set<string>(problems.map((p) => p.code));
  return example.told
    .filter((code) => !told.has(code))
    .map((code) => ({ zh: `应有问题 ${code}，没有`, en: `expected the problem ${code}, there is none` }));
}

function whose(e: Entitlement, example: Example): string {
  const alone = example.people.some((person) => person.alone && person.who === e.unit.person.name);
  return e.unit.kind === "household" && !alone ? FAMILY : e.unit.person.name;
}

function holds(wanted: Expected | undefined, got: Entitlement | undefined): boolean {
  if (wanted === undefined) return got === undefined || got.result === "denied";
  if (got === undefined || got.result !== wanted.result) return false;
  switch (wanted.result) {
    case "granted":
      return got.amount === wanted.sum;
    case "held":
      return wanted.sum === null || got.amount === wanted.sum;
    case "denied":
      return true;
    default:
      return wanted satisfies never;
  }
}

function expectedText(wanted: Expected | undefined): string {
  if (wanted === undefined) return "没有";
  if (wanted.result === "denied") return "不予发放";
  const sum: Fen | null = wanted.sum;
  return `${wanted.result === "held" ? "暂缓发放" : "发放"}${sum === null ? "" : ` ${toYuan(sum)}`}`;
}

function actualText(got: Entitlement | undefined): string {
  if (got === undefined) return "没有";
  const word = { granted: "发放", denied: "不予发放", held: "暂缓发放" }[got.result];
  return `${word} ${toYuan(got.amount)}（${got.reasons.map((r) => r.zh).join("；")}）`;
}

/** Facts that are told of one step; somebody on many lists has one for each. */
const FACTS = 8;

function stepText(e: Entitlement): string {
  const facts = e.basis.slice(0, FACTS).map(factText);
  const more = e.basis.length > FACTS ? "……" : "";
  return [e.programme.name, e.unit.person.name, actualText(e), e.arithmetic, ...facts, more]
    .filter((text) => text !== "")
    .join("；");
}
