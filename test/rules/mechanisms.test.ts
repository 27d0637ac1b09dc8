/**
 * Every mechanism of the language by its examples, fixtures/mechanisms/<table>/<kind>.yaml: how it is written, how it is
 * read aloud, and what it gives. A kind without examples fails, and so do examples without a kind.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { toDecimal, whole } from "../../src/fraction.ts";
import type { Amount, Rules } from "../../src/model/rules.ts";
import { type Fen, parseYuan, toYuan } from "../../src/money.ts";
import { AMOUNTS } from "../../src/rules/amounts/index.ts";
import { CONDITIONS } from "../../src/rules/conditions/index.ts";
import { fieldSchema, standardSchema } from "../../src/rules/field-schema.ts";
import { cellOf, toField } from "../../src/rules/fields.ts";
import type { Facts, Given } from "../../src/rules/given.ts";
import { amountSchema, conditionsSchema, quantitySchema } from "../../src/rules/grammar.ts";
import { toStandard } from "../../src/rules/parts.ts";
import { pricerOf, runOf } from "../../src/rules/prepare.ts";
import { KEYED_QUANTITIES, SHORT_QUANTITIES } from "../../src/rules/quantities/index.ts";
import { STEPS } from "../../src/rules/steps/index.ts";
import { wordsOf } from "../../src/rules/words.ts";
import { RULES } from "../say.ts";

const FOLDER = new URL("../../fixtures/mechanisms/", import.meta.url);
const read = (name: string): unknown =>
  parse(readFileSync(new URL(name, FOLDER), "utf8"), { schema: "failsafe", maxAliasCount: 0 });

/** What all examples share. */
const shared = read("edition.yaml") as {
  readonly days: Record<string, string>;
  readonly fields: Record<string, unknown>;
  readonly standards: Record<string, unknown>;
  readonly programmes: Record<string, string>;
};
const part = <T>(id: string, value: T) => ({ id, path: [id], value });
const names = (id: string) => shared.programmes[id] ?? id;
const EDITION: Rules = {
  ...RULES,
  fields: Object.entries(shared.fields).map(([id, written]) => toField(part(id, fieldSchema.parse(written)))),
  standards: Object.entries(shared.standards).map(([id, written]) =>
    toStandard(part(id, standardSchema.parse(written))),
  ),
  days: new Map(Object.entries(shared.days)),
  leapBirthday: "02-28",
  programmes: RULES.programmes.slice(0, 2).map((p, i) => {
    const id = Object.keys(shared.programmes)[i] ?? "";
    return { ...p, id, name: names(id) };
  }),
};
const RUN = runOf(EDITION);
const WORDS = wordsOf(names);

/** A unit as an example says it. */
interface Said {
  readonly counted?: string;
  readonly is?: readonly string[];
  readonly listed?: string;
  readonly cells?: Readonly<Record<string, string>>;
  readonly born?: string;
  readonly street?: string;
  readonly holds?: Readonly<Record<string, string>>;
  readonly members?: readonly Said[];
}

interface Case {
  readonly given?: Said;
  readonly is?: string;
  readonly how?: string;
  readonly number?: string;
  readonly shown?: string;
  readonly holds?: "yes" | "no" | "unknown";
  readonly needed?: string;
  readonly found?: string;
  readonly waits?: string;
}

interface Example {
  readonly write: unknown;
  readonly zh: string;
  readonly en: string;
  readonly gives: readonly Case[];
}

function yuan(text: string): Fen {
  const fen = parseYuan(text);
  if (fen === null) throw new Error(`${text} is no sum`);
  return fen;
}

/** The unit, and a book of what could not be answered. */
function unit(said: Said, waits: string[]): Given {
  const unanswered = (what: string) => {
    waits.push(what);
    return null;
  };
  const facts: Facts = {
    cell: (field) => {
      const text = said.cells?.[field.name] ?? "";
      const cell = cellOf(field, text);
      if (cell.is === "outside") waits.push(`${field.name} 超出`);
      if (cell.is === "value" || cell.is === "outside") return cell.value;
      return unanswered(`${field.name} ${cell.is === "empty" ? "没有填" : "看不懂"}`);
    },
    bornOn: () => said.born ?? unanswered("出生日期"),
    holding: (id) => {
      const sum = said.holds?.[id];
      if (sum === "待定") return unanswered(id);
      return { holds: sum !== undefined, sum: yuan(sum ?? "0") };
    },
    street: () => said.street ?? unanswered("街镇"),
    members: () => said.members?.map((member) => unit(member, waits)) ?? unanswered("成员"),
    listed: () => (said.listed === undefined ? null : yuan(said.listed)),
    outOfBounds: (_, from, to) => {
      const shown = (bound: typeof from) => (bound === null ? "" : toYuan(Number(bound.n) as Fen));
      waits.push(`不在 ${shown(from)} 至 ${shown(to)}`);
    },
    unclear: (why) => {
      waits.push(why.why === "no-word" ? `${why.field} ${why.word}` : why.why);
    },
    unanswered: () => waits.length,
  };
  return {
    counted: Number(said.counted ?? 1),
    categories: new Set(said.is ?? []),
    facts,
    month: "",
  };
}

const TABLES = {
  amounts: AMOUNTS,
  steps: STEPS,
  conditions: CONDITIONS,
  quantities: { ...SHORT_QUANTITIES, ...KEYED_QUANTITIES },
} as const;
type Table = keyof typeof TABLES;

const files = (Object.keys(TABLES) as Table[]).flatMap((table) =>
  readdirSync(new URL(`${table}/`, FOLDER)).map((file) => ({ table, kind: file.replace(/\.yaml$/, "") })),
);
const examples = files.flatMap(({ table, kind }) =>
  (read(`${table}/${kind}.yaml`) as readonly Example[]).map((example) => ({ table, kind, example })),
);

it("every kind of every table has its examples, and every example its kind", () => {
  for (const table of Object.keys(TABLES) as Table[])
    expect(
      files
        .filter((f) => f.table === table)
        .map((f) => f.kind)
        .sort(),
    ).toEqual(Object.keys(TABLES[table]).sort());
  expect(examples.length).toBeGreaterThan(50);
});

it("an example is about its kind", () => {
  for (const { table, kind, example } of examples) {
    const written = JSON.stringify(example.write);
    if (table !== "quantities" || kind in KEYED_QUANTITIES) expect(written, kind).toContain(`"${kind}"`);
  }
});

const isAmount = (table: Table) => table === "amounts" || table === "steps";

describe.each(examples.filter(({ table }) => isAmount(table)))("$table $kind: $example.zh", ({ example }) => {
  const amount: Amount = amountSchema.parse(example.write);
  it("is read aloud", () => {
    expect(WORDS.amount(amount)).toEqual({ zh: example.zh, en: example.en });
  });
  it.each(example.gives)("$given: $is", ({ given = {}, is = "0", how = "", waits }) => {
    const noted: string[] = [];
    // A part of a fen that an example leaves open is left as it is: the sum is shown, not paid.
    const value = RUN.amount(amount)(unit(given, noted));
    expect([value.steps.length > 0 ? value.steps.join("；") : value.shown, noted]).toEqual([how, waits ? [waits] : []]);
    expect(toDecimal({ n: value.sum.n, d: value.sum.d * 100n }, 2).replace(/(\.\d\d)\d+…?$/, "$1")).toBe(
      toYuan(yuan(is)),
    );
  });
});

describe.each(examples.filter(({ table }) => table === "conditions"))("condition $kind: $example.zh", ({ example }) => {
  const conditions = conditionsSchema.parse([example.write]);
  it("is read aloud", () => {
    expect(WORDS.conditions(conditions)).toEqual({ zh: example.zh, en: example.en });
  });
  it.each(example.gives)("$given: $holds", ({ given = {}, holds, needed, found, waits }) => {
    const noted: string[] = [];
    const answer = RUN.conditions(conditions)(unit(given, noted));
    expect(noted).toEqual(waits ? [waits] : []);
    if (holds === "unknown") expect(answer).toBeNull();
    else if (holds === "yes") expect(answer).toEqual({ holds: true });
    else expect(answer).toEqual({ holds: false, needed: { zh: needed, en: expect.any(String) }, found });
  });
});

describe.each(examples.filter(({ table }) => table === "quantities"))("quantity $kind: $example.zh", ({ example }) => {
  const quantity = quantitySchema.parse(example.write);
  it("is read aloud", () => {
    expect(WORDS.quantity(quantity)).toEqual({ zh: example.zh, en: example.en });
  });
  it.each(example.gives)("$given: $number", ({ given = {}, number, shown, waits }) => {
    const noted: string[] = [];
    const measure = RUN.quantity(quantity)(unit(given, noted));
    expect([toDecimal(measure.number), measure.shown, noted]).toEqual([number, shown, waits ? [waits] : []]);
  });
});

describe("a sum that is the same for all", () => {
  it("is priced once", () => {
    const price = pricerOf(amountSchema.parse({ flat: "460" }), RUN);
    expect(price(unit({}, []))).toBe(price(unit({ counted: "3" }, [])));
    expect(price(unit({}, []))).toEqual({ sum: whole(46_000).n === 46_000n ? 46_000 : 0, arithmetic: "460.00" });
  });
});
