/**
 * Runs the worked examples of an edition: each family becomes tidy lists, goes through the whole calculation, and what
 * comes out is held against what the example expects. `relief rules test` and the test suite share this.
 */
import { compute } from "./compute.ts";
import { type Campaign, type ListMapping, NO_CAMPAIGN } from "./model/campaign.ts";
import { type Entitlement, factText } from "./model/entitlement.ts";
import { checkDigit } from "./model/id-number.ts";
import type { InputFile, Row } from "./model/list.ts";
import type { ListWords } from "./model/list-words.ts";
import { fileOnly } from "./model/place.ts";
import type { Rules } from "./model/rules.ts";
import { type Fen, toYuan } from "./money.ts";
import { type Problem, problem } from "./problem/problem.ts";
import { type Example, type ExamplePerson, type Expected, FAMILY, FIELD_NAMES } from "./rules/examples-schema.ts";

/** What came of one example. */
export interface ExampleResult {
  readonly example: Example;
  /** U009 for each unit that came out otherwise than expected; empty where the example holds. */
  readonly problems: readonly Problem[];
  /** The steps of every entitlement, for those who want to see why. */
  readonly steps: readonly string[];
}

/** Runs one example. */
export function runExample(example: Example, rules: Rules, words: ListWords): ExampleResult {
  const people = example.people.map((person, at) => ({ ...person, idNumber: idNumberOf(person, at) }));
  const { files, mappings } = listsOf(people, rules);
  const here = new Set(example.people.flatMap((person) => person.is));
  const declaredNone = new Set(
    [...rules.categories.keys()].filter((id) => !here.has(id) && !example.notCome.includes(id)),
  );
  const campaign: Campaign = { ...NO_CAMPAIGN, declaredNone, lists: mappings };
  const { entitlements } = compute(files, rules, words, campaign, []).disbursement;
  const actual = new Map<string, Entitlement>(entitlements.map((e) => [`${e.programme.id} ${whose(e, example)}`, e]));
  const expected = new Map<string, Expected>(
    [...example.expect].flatMap(([id, units]) => [...units].map(([who, what]) => [`${id} ${who}`, what] as const)),
  );
  const problems: Problem[] = [];
  for (const key of new Set([...expected.keys(), ...actual.keys()])) {
    const [wanted, got] = [expected.get(key), actual.get(key)];
    if (holds(wanted, got)) continue;
    const [id = "", who = ""] = key.split(" ");
    const name = rules.programmes.find((p) => p.id === id)?.name ?? id;
    problems.push(
      problem("U009", example.place, {
        family: example.family,
        what: `${name} ${who}：应为${expectedText(wanted)}，算出${actualText(got)}`,
        whatEn: `${id} ${who}: expected ${expectedText(wanted)}, got ${actualText(got)}`,
      }),
    );
  }
  return { example, problems, steps: entitlements.map(stepText) };
}

interface Person extends ExamplePerson {
  readonly idNumber: string;
}

/** Made-up numbers in an area code that nobody has. */
function idNumberOf(person: ExamplePerson, at: number): string {
  const said = person.fields.get("身份证号");
  if (said === "无") return "";
  if (said !== undefined && said !== "有错") return said;
  const born = (person.fields.get("出生日期") ?? "1960-01-01").replaceAll("-", "");
  const first17 = `310198${born}${String(at + 1).padStart(3, "0")}`;
  const right = checkDigit(first17);
  return first17 + (said === "有错" ? (right === "0" ? "1" : "0") : right);
}

/** A list for each category, in the columns that the edition and the lists' words know. */
function listsOf(
  people: readonly Person[],
  rules: Rules,
): { files: readonly InputFile[]; mappings: readonly ListMapping[] } {
  const columns = [...FIELD_NAMES.filter((name) => name !== "身份证号"), ...rules.fields.map((field) => field.name)];
  const header = ["姓名", "身份证号", "户主身份证号", "户编号", "与户主关系", ...columns];
  const together = people.filter((person) => !person.alone);
  const head = together.find((person) => person.head) ?? together[0];
  const mappings: ListMapping[] = [];
  const files = [...new Set(people.flatMap((person) => person.is))].map((category): InputFile => {
    const file = `${category}.csv`;
    mappings.push({
      file,
      sheet: "",
      agency: rules.categories.get(category)?.agencies[0] ?? null,
      category,
      columns: new Map(),
      place: fileOnly(file),
    });
    const rows = people
      .filter((person) => person.is.includes(category))
      .map((person) => {
        const isHead = person === head || person.alone;
        const household = [
          person.alone ? person.idNumber : (head?.idNumber ?? ""),
          person.alone ? `${people.indexOf(person) + 2}` : "1",
          isHead ? "户主" : "家人",
        ];
        return [person.who, person.idNumber, ...household, ...columns.map((name) => cell(person, name, people))];
      });
    const list = { file, sheet: "", rows: [header, ...rows].map(toRow), merged: [], hiddenColumns: [], original: null };
    return { name: file, sha256: "", bytes: 0, original: null, lists: [list], problems: [], state: "read" };
  });
  return { files, mappings };
}

function cell(person: Person, column: string, people: readonly Person[]): string {
  const said = person.fields.get(column);
  if (said === "无") return "";
  if (said !== undefined) return said;
  return column === "账号" ? `8800000000${String(people.indexOf(person) + 1).padStart(4, "0")}` : "";
}

function toRow(cells: readonly string[], at: number): Row {
  return { number: at + 1, cells, kinds: cells.map((text) => (text === "" ? "-" : "t")).join(""), hidden: false };
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

function stepText(e: Entitlement): string {
  return [e.programme.name, e.unit.person.name, actualText(e), e.arithmetic, ...e.basis.map(factText)]
    .filter((text) => text !== "")
    .join("；");
}
