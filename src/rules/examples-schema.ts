/**
 * The examples beside an edition: small families with what each of them gets, in words that officials can read. The
 * file is a test: what a family is expected to get is all that it gets. Here it is read; `relief rules test` and the
 * test suite run it through the stages.
 */
import { z } from "zod";
import type { Place } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { type Fen, parseYuan, ZERO } from "../money.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { oneOrMore, text, texts, yesOrNo } from "./facts.ts";
import { say } from "./wording.ts";
import { checkPart, inFileOrder } from "./yaml-check.ts";
import { type Path, readYaml } from "./yaml-text.ts";

/** One family (or a few people who live apart) and what they get. */
export interface Example {
  readonly family: string;
  /** The clause or reading that it shows. */
  readonly because: string;
  readonly place: Place;
  /** The first one is the head, unless another is said to be. */
  readonly people: readonly ExamplePerson[];
  /** Categories whose lists have not come. Lists of all others that nobody here is on are declared to have nobody. */
  readonly notCome: readonly string[];
  /** Programme id → whose → what. Whose: `户` for the family's household, else a person's `who`. */
  readonly expect: ReadonlyMap<string, ReadonlyMap<string, Expected>>;
}

/** One person of an example; a row on the list of each category. */
export interface ExamplePerson {
  readonly who: string;
  /** Category ids, one list each. */
  readonly is: readonly string[];
  readonly head: boolean;
  /** Lives by themself: no member of the family's household. */
  readonly alone: boolean;
  /**
   * Columns of the person's rows, by their Chinese names (`FIELD_NAMES` and the edition's own). Without 身份证号 and
   * 账号 the runner makes good ones, the number with 出生日期 where it is said; `无` leaves the cell empty; 身份证号
   * `有错` has a wrong check digit.
   */
  readonly fields: ReadonlyMap<string, string>;
}

/** What is expected of one unit. A held one's sum is only compared where it is said. */
export type Expected =
  | { readonly result: "granted"; readonly sum: Fen }
  | { readonly result: "denied" }
  | { readonly result: "held"; readonly sum: Fen | null };

/** The columns that a person of an example may have. */
export const FIELD_NAMES = [
  "身份证号",
  "出生日期",
  "保障人数",
  "家庭人口",
  "金额",
  "账号",
  "户名",
  "领款单位",
  "街镇",
  "地址",
  "居村委",
  "联系电话",
];

/** The household of the family, in `expect`. */
export const FAMILY = "户";

const expected = text.transform((written, ctx): Expected => {
  if (written === "实物" || written === "服务") return { result: "granted", sum: ZERO };
  if (written === "不予发放") return { result: "denied" };
  if (written === "暂缓发放") return { result: "held", sum: null };
  const held = /^暂缓发放\s+(.+)$/.exec(written);
  const sum = parseYuan(held?.[1] ?? written);
  if (sum !== null) return { result: held ? "held" : "granted", sum };
  const zh = `“${written}”应当是金额，或 不予发放、暂缓发放、暂缓发放 460、实物、服务`;
  const en = `${written} should be a sum, or 不予发放, 暂缓发放, 暂缓发放 460, 实物, 服务`;
  ctx.issues.push({ code: "custom", input: written, message: say(zh, en) });
  return z.NEVER;
});

const example = (rules: Rules) => {
  const columns = [...FIELD_NAMES, ...rules.fields.map((field) => field.name)];
  return z.strictObject({
    family: text,
    because: text,
    people: z
      .array(
        z.strictObject({
          ...Object.fromEntries(columns.map((column) => [column, text.optional()])),
          who: text,
          is: oneOrMore,
          head: yesOrNo.optional(),
          alone: yesOrNo.optional(),
        }),
      )
      .min(1),
    "not-come": texts.optional(),
    expect: z.record(z.string(), z.record(z.string(), expected)),
  });
};

type Written = z.output<ReturnType<typeof example>>;

/** Parses `rules/<edition>.examples.yaml`. All slips at once, each at its line and column. */
export function parseExamples(source: string, fileName: string, rules: Rules): Result<readonly Example[]> {
  const yaml = readYaml(source, fileName);
  const problems: Problem[] = [...yaml.problems];
  const list = yaml.data === undefined ? null : checkPart(z.array(z.unknown()), yaml.data, [], yaml, problems);
  const schema = example(rules);
  const examples: Example[] = [];
  for (const [i, item] of (list ?? []).entries()) {
    const written = checkPart(schema, item, [i], yaml, problems);
    if (written === null) continue;
    const unknown = (section: keyof typeof WHAT, name: string, known: Iterable<string>, path: Path, what?: "key") => {
      const near = nearest(name, known).join("、");
      problems.push(problem("U004", yaml.at([i, ...path], what ?? "value"), { ...WHAT[section], name, near }));
    };
    checkNames(written, rules, unknown);
    examples.push(toExample(written, yaml.at([i])));
  }
  return problems.length === 0 ? { ok: true, value: examples } : { ok: false, problems: inFileOrder(problems) };
}

const WHAT = {
  category: { what: "对象类别", whatEn: "category" },
  programme: { what: "项目", whatEn: "programme" },
  person: { what: "人", whatEn: "person" },
};

type Unknown = (section: keyof typeof WHAT, name: string, known: Iterable<string>, path: Path, what?: "key") => void;

function checkNames(written: Written, rules: Rules, unknown: Unknown): void {
  const ids = rules.programmes.map((programme) => programme.id);
  const who = [FAMILY, ...written.people.map((person) => person.who)];
  for (const [p, person] of written.people.entries()) {
    for (const [c, id] of person.is.entries()) {
      if (!rules.categories.has(id)) unknown("category", id, rules.categories.keys(), ["people", p, "is", c]);
    }
    if (who.indexOf(person.who) !== p + 1) unknown("person", `${person.who}（写了两次）`, [], ["people", p, "who"]);
  }
  for (const [c, id] of (written["not-come"] ?? []).entries()) {
    if (!rules.categories.has(id)) unknown("category", id, rules.categories.keys(), ["not-come", c]);
  }
  for (const [id, units] of Object.entries(written.expect)) {
    if (!ids.includes(id)) unknown("programme", id, ids, ["expect", id], "key");
    for (const unit of Object.keys(units))
      if (!who.includes(unit)) unknown("person", unit, who, ["expect", id, unit], "key");
  }
}

function toExample(written: Written, place: Place): Example {
  return {
    family: written.family,
    because: written.because,
    place,
    people: written.people.map(({ who, is, head, alone, ...columns }) => ({
      who,
      is,
      head: head ?? false,
      alone: alone ?? false,
      fields: new Map(Object.entries(columns).filter((pair): pair is [string, string] => typeof pair[1] === "string")),
    })),
    notCome: written["not-come"] ?? [],
    expect: new Map(Object.entries(written.expect).map(([id, units]) => [id, new Map(Object.entries(units))])),
  };
}
