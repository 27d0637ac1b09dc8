/**
 * The examples beside an edition: small families with what each of them gets, in words that officials can read. The
 * file is a test: what a family is expected to get is all that it gets. Here it is read; `relief rules test` and the
 * test suite run it through the stages.
 */
import { z } from "zod";
import type { Place } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { type Fen, parseYuan, ZERO } from "../money.ts";
import { KINDS } from "../problem/catalogue.ts";
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
  /** The reading that it shows, by its title; null: none. */
  readonly reading: string | null;
  /** Codes of the problems that must come up. */
  readonly told: readonly string[];
  /** Programme id → from what fund, by whom and how it is paid, as the outputs name them; null: not said. */
  readonly paid: ReadonlyMap<string, ExpectedWay>;
  /** Programme id → whose → what. Whose: `户` for the family's household, else a person's `who`. */
  readonly expect: ReadonlyMap<string, ReadonlyMap<string, Expected>>;
}

/** How a programme is paid. */
export interface ExpectedWay {
  readonly fund: string | null;
  readonly payer: string | null;
  readonly channel: string | null;
}

/** One person of an example; a row on the list of each category. */
export interface ExamplePerson {
  readonly who: string;
  /** Category ids, one list each. */
  readonly is: readonly string[];
  /**
   * The ways in which lists write the one category of `is`: a list for each of them, whose rows must be read so.
   * `NO_CATEGORY` in `is`: they must be read as none.
   */
  readonly written: readonly string[];
  /** Whose lists those are; null: the category's first agency's. */
  readonly list: string | null;
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

/** In `is`: the ways to write it that follow are no category. */
export const NO_CATEGORY = "无";

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
  const columns = [...FIELD_NAMES, ...rules.fields.flatMap((field) => [field.name, ...field.headers])];
  return z.strictObject({
    family: text,
    because: text,
    reading: text.optional(),
    told: texts.optional(),
    paid: z
      .record(
        z.string(),
        z.strictObject({
          fund: text.optional(),
          payer: text.optional(),
          channel: z.enum(["bank", "visit", "kind", "service"]).optional(),
        }),
      )
      .optional(),
    people: z
      .array(
        z
          .strictObject({
            ...Object.fromEntries(columns.map((column) => [column, text.optional()])),
            who: text,
            is: oneOrMore,
            written: texts.optional(),
            list: text.optional(),
            head: yesOrNo.optional(),
            alone: yesOrNo.optional(),
          })
          .refine((w) => w.written === undefined || w.is.length === 1, {
            path: ["is"],
            error: () => say("写了 written 的，只能有一类", "takes one category where written is said"),
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
  reading: { what: "理解", whatEn: "reading" },
  agency: { what: "部门", whatEn: "agency" },
  code: { what: "问题代码", whatEn: "problem code" },
  fund: { what: "资金来源", whatEn: "fund" },
  payer: { what: "发放主体", whatEn: "payer" },
};

type Unknown = (section: keyof typeof WHAT, name: string, known: Iterable<string>, path: Path, what?: "key") => void;

function checkNames(written: Written, rules: Rules, unknown: Unknown): void {
  const ids = rules.programmes.map((programme) => programme.id);
  const who = [FAMILY, ...written.people.map((person) => person.who)];
  for (const [p, person] of written.people.entries()) {
    for (const [c, id] of person.is.entries()) {
      if (id === NO_CATEGORY && person.written && person.list) continue;
      if (!rules.categories.has(id)) unknown("category", id, rules.categories.keys(), ["people", p, "is", c]);
    }
    if (person.list && !rules.agencies.has(person.list))
      unknown("agency", person.list, rules.agencies.keys(), ["people", p, "list"]);
    if (who.indexOf(person.who) !== p + 1) unknown("person", `${person.who}（写了两次）`, [], ["people", p, "who"]);
  }
  const titles = rules.readings.map((reading) => reading.title);
  if (written.reading !== undefined && !titles.includes(written.reading))
    unknown("reading", written.reading, titles, ["reading"]);
  for (const [c, code] of (written.told ?? []).entries())
    if (!Object.hasOwn(KINDS, code)) unknown("code", code, Object.keys(KINDS), ["told", c]);
  for (const [id, { fund, payer }] of Object.entries(written.paid ?? {})) {
    const [funds, payers] = [[...rules.funds.values()], [...rules.agencies.values()].map((agency) => agency.name)];
    if (!ids.includes(id)) unknown("programme", id, ids, ["paid", id], "key");
    if (fund !== undefined && !funds.includes(fund)) unknown("fund", fund, funds, ["paid", id, "fund"]);
    if (payer !== undefined && !payers.includes(payer)) unknown("payer", payer, payers, ["paid", id, "payer"]);
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
    reading: written.reading ?? null,
    told: written.told ?? [],
    paid: new Map(
      Object.entries(written.paid ?? {}).map(([id, { fund, payer, channel }]) => [
        id,
        { fund: fund ?? null, payer: payer ?? null, channel: channel ?? null },
      ]),
    ),
    people: written.people.map(({ who, is, written: ways, list, head, alone, ...columns }) => ({
      who,
      is,
      written: ways ?? [],
      list: list ?? null,
      head: head ?? false,
      alone: alone ?? false,
      fields: new Map(Object.entries(columns).filter((pair): pair is [string, string] => typeof pair[1] === "string")),
    })),
    notCome: written["not-come"] ?? [],
    expect: new Map(Object.entries(written.expect).map(([id, units]) => [id, new Map(Object.entries(units))])),
  };
}
