/**
 * Every sum explains itself: over the examples of all editions, each granted and held sum shows its arithmetic down to
 * the sum itself and the rows it rests on, and each refusal the condition that failed, what it needed and what was found.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compute } from "../../src/compute.ts";
import { listsOf } from "../../src/examples/lists.ts";
import { NO_CAMPAIGN } from "../../src/model/campaign.ts";
import type { Entitlement } from "../../src/model/entitlement.ts";
import type { Rules } from "../../src/model/rules.ts";
import { toYuan } from "../../src/money.ts";
import { type Example, parseExamples } from "../../src/rules/examples-schema.ts";
import { readRulesFile } from "../../src/rules/parse.ts";
import { WORDS } from "../say.ts";

const FIXTURES = new URL("../../fixtures/editions/", import.meta.url);
const RULES = new URL("../../rules/", import.meta.url);
const editions = [
  ...readdirSync(FIXTURES)
    .filter((name) => /^[A-Z]-[\w-]+\.yaml$/.test(name))
    .map((name) => [name.replace(".yaml", ""), FIXTURES] as const),
  ["2023", RULES] as const,
];

/** Every entitlement of every example of an edition. */
function entitlementsOf(name: string, folder: URL): readonly Entitlement[] {
  const source = (of: string) => ({ name: `${of}.yaml`, text: readFileSync(new URL(`${of}.yaml`, folder), "utf8") });
  const read = readRulesFile(source(name), source);
  if (!read.ok) throw new Error(`${name} does not hold`);
  const { rules } = read.value;
  const text = readFileSync(new URL(`${name}.examples.yaml`, folder), "utf8");
  const examples = parseExamples(text, name, rules);
  if (!examples.ok) throw new Error(`the examples of ${name} do not parse`);
  return examples.value.flatMap((example) => run(example, rules));
}

function run(example: Example, rules: Rules): readonly Entitlement[] {
  const { files, mappings } = listsOf(example, rules);
  const here = new Set(example.people.flatMap((person) => person.is));
  const left = [...rules.categories.keys()].filter((id) => !here.has(id) && !example.notCome.includes(id));
  const campaign = { ...NO_CAMPAIGN, declaredNone: new Set(left), lists: mappings };
  return compute(files, rules, WORDS, campaign, []).disbursement.entitlements;
}

/** What is said of a sum, in one line, for the message of a test that fails. */
function said(e: Entitlement): string {
  const facts = e.basis.map((fact) => `${fact.says}${fact.at === null ? "" : "@"}`).join("；");
  const reasons = e.reasons.map((r) => `${r.code} ${r.zh}`).join("；");
  return `${e.programme.name} ${e.unit.person.name} ${e.result} ${toYuan(e.amount)} | ${e.arithmetic} | ${facts} | ${reasons}`;
}

describe.each(editions)("%s", (name, folder) => {
  const all = entitlementsOf(name, folder);
  const unexplained = (wanted: (e: Entitlement) => boolean, explained: (e: Entitlement) => boolean) =>
    all.filter((e) => wanted(e) && !explained(e)).map(said);

  it("a sum shows its arithmetic, which ends in it", () => {
    const money = (e: Entitlement) => e.result !== "denied" && e.amount > 0;
    expect(unexplained(money, (e) => e.arithmetic.includes(toYuan(e.amount)))).toEqual([]);
  });

  it("each decision rests on a row of a list, which it names", () => {
    expect(
      unexplained(
        () => true,
        (e) => e.basis.some((fact) => fact.at !== null),
      ),
    ).toEqual([]);
  });

  it("each decision gives a reason in both languages, and rests on a clause with its sentence", () => {
    const whole = (e: Entitlement) =>
      e.reasons.length > 0 &&
      e.reasons.every(({ code, zh, en }) => code !== "" && zh !== "" && en !== "") &&
      e.programme.clause !== "" &&
      e.programme.quote !== "";
    expect(unexplained(() => true, whole)).toEqual([]);
  });

  it("a refusal names what failed, what it needed and what was found", () => {
    const denied = (e: Entitlement) => e.result === "denied";
    const explains = ({ reasons: [reason] }: Entitlement) =>
      reason?.code === "N6" ? /：.+（.+）$/.test(reason.zh) : /[:：（]/.test(reason?.zh ?? "");
    expect(unexplained(denied, explains)).toEqual([]);
    const shutOut = (e: Entitlement) => e.reasons[0]?.zh.includes("不得是") === true;
    const itsRow = (e: Entitlement) =>
      e.programme.eligible.none.some((id) => e.basis.some(({ says, at }) => says === `类别=${id}` && at !== null));
    expect(unexplained(shutOut, itsRow)).toEqual([]);
  });
});
