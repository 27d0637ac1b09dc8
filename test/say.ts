/**
 * Words in which the tests of the core speak: lists as agencies send them, a season computed from them, and what it
 * decided. Numbers are made up in an area code that nobody has, with the check digit that belongs to them.
 */
import { compute } from "../src/compute.ts";
import {
  type AskAnswer,
  type Campaign,
  type CheckList,
  type Decision,
  lookAlikeKey,
  NO_CAMPAIGN,
  type Verdict,
} from "../src/model/campaign.ts";
import type { Entitlement } from "../src/model/entitlement.ts";
import { birthDate, checkDigit } from "../src/model/id-number.ts";
import type { InputFile, List, Row } from "../src/model/list.ts";
import type { ListWords } from "../src/model/list-words.ts";
import type { Outcome } from "../src/model/outcome.ts";
import { fileOnly, type Place } from "../src/model/place.ts";
import type { Rules } from "../src/model/rules.ts";
import { type Fen, toYuan } from "../src/money.ts";
import type { Code } from "../src/problem/catalogue.ts";
import type { Problem } from "../src/problem/problem.ts";
import { parseListWords } from "../src/rules/list-words.ts";
import { edition2023, rulesText } from "./rules/edition.ts";

/** The edition that all of these tests speak about. */
export const RULES: Rules = edition2023().rules;

/** How lists are written. */
export const WORDS: ListWords = wordsOf(rulesText("lists.yaml"));

function wordsOf(text: string): ListWords {
  const read = parseListWords(text, "lists.yaml");
  if (!read.ok) throw new Error("lists.yaml does not hold");
  return read.value;
}

/** The made-up number of somebody born on a day, the n-th of that day: idOf("19600101", 1). */
export function idOf(born: string, n = 1): string {
  const first17 = `310198${born}${String(n).padStart(3, "0")}`;
  return first17 + checkDigit(first17);
}

/** The same number with a check digit that is wrong (and no 0: three zeros at the end would be Excel's). */
export function misprinted(id: string): string {
  const right = id.charAt(17);
  return id.slice(0, 17) + (right === "1" ? "2" : "1");
}

/** A made-up account: too short for a card, so that no card check says anything about it. */
export function account(n: number): string {
  return `88000000${String(n).padStart(4, "0")}`;
}

/** What may be said of a sheet beside its rows. */
export interface SheetOptions {
  readonly sheet?: string;
  /** The letter of each row's cells, where it is not all text. */
  readonly kinds?: (row: readonly string[]) => string;
  /** Merged ranges: "B2:C2". */
  readonly merged?: readonly string[];
  /** Hidden rows and columns, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** What may be said of a list beside its header and rows. */
export interface ListOptions extends SheetOptions {
  /** Rows above the header. */
  readonly titles?: readonly string[];
}

/** A file of one sheet: title rows, a header, and rows from the row below it. */
export function list(
  file: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: ListOptions = {},
): InputFile {
  return sheet(file, [...(options.titles ?? []).map((title) => [title]), header, ...rows], options);
}

/** A file of one sheet, row by row as it stands; empty ones are blank rows. */
export function sheet(file: string, rows: readonly (readonly string[])[], options: SheetOptions = {}): InputFile {
  const plain = (cells: readonly string[]) => cells.map((text) => (text === "" ? "-" : "t")).join("");
  const body = rows.map((cells, at): Row => {
    const kinds = (options.kinds ?? plain)(cells);
    return { number: at + 1, cells, kinds, hidden: options.hiddenRows?.includes(at + 1) === true };
  });
  const filled = body.filter((row) => row.kinds !== "" && /[^-]/.test(row.kinds));
  const merged = (options.merged ?? []).map(rangeOf);
  const { sheet: name = "Sheet1", hiddenColumns = [] } = options;
  return workbook(file, [{ file, sheet: name, rows: filled, merged, hiddenColumns, original: null }]);
}

/** "B2:C4" as a range. */
function rangeOf(text: string): List["merged"][number] {
  const [left = "A", top = "1", right = "A", bottom = "1"] = (/^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text) ?? []).slice(
    1,
  );
  const column = (letters: string) => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  return { top: Number(top), left: column(left), bottom: Number(bottom), right: column(right) };
}

/** A file of several sheets. */
export function workbook(file: string, lists: readonly List[]): InputFile {
  return {
    name: file,
    sha256: "",
    bytes: 0,
    original: null,
    lists: lists.map((l) => ({ ...l, file })),
    problems: [],
    state: "read",
  };
}

/** What a season is told beside its lists. */
export interface Told {
  /** As `--without` says it; where it is left out, every list that has not come is declared to have nobody. */
  readonly without?: string;
  readonly campaign?: Partial<Campaign>;
  readonly rules?: Rules;
  readonly words?: ListWords;
}

/** Computes a season. */
export function season(lists: readonly InputFile[], told: Told = {}): Outcome {
  const run = (declaredNone: Iterable<string>) =>
    compute(
      lists,
      told.rules ?? RULES,
      told.words ?? WORDS,
      { ...NO_CAMPAIGN, declaredNone: new Set(declaredNone), ...told.campaign },
      [],
    );
  if (told.without !== undefined) return run(told.without.split(",").filter((id) => id !== ""));
  return run(run([]).dueLists.flatMap((due) => (due.state === "missing" ? due.category : [])));
}

/** The decision about one programme for one person, or for the household that the person heads. */
export function decision(outcome: Outcome, programme: string, name: string): Entitlement {
  const found = outcome.disbursement.entitlements.filter(
    (e) => e.programme.id === programme && e.unit.person.name === name,
  );
  const [one] = found;
  if (one === undefined || found.length > 1) throw new Error(`${found.length} decisions of ${programme} for ${name}`);
  return one;
}

/** The decision in few words: "granted 900.00", "held 700.00 D101", "payment 1000.00 P101", "denied N1", "none". */
export function verdict(outcome: Outcome, programme: string, name: string): string {
  const found = outcome.disbursement.entitlements.filter(
    (e) => e.programme.id === programme && e.unit.person.name === name,
  );
  return found.length === 0 ? "none" : found.map(inWords).join(" + ");
}

/** All decisions of a season in few words, by programme and name. */
export function verdicts(outcome: Outcome): readonly string[] {
  return outcome.disbursement.entitlements.map((e) => `${e.programme.id} ${e.unit.person.name}: ${inWords(e)}`);
}

function inWords(e: Entitlement): string {
  const codes = e.reasons.map((r) => r.code).join(" ");
  if (e.result === "granted")
    return `granted ${toYuan(e.amount)}${e.pendingDifference > 0 ? ` (+${toYuan(e.pendingDifference)})` : ""}`;
  if (e.result === "denied") return `denied ${codes}`;
  return `${e.heldFor === "payment" ? "payment" : "held"} ${toYuan(e.amount)} ${codes}`;
}

/** Where a code was found: "民政 低保.xlsx!Sheet1!3 身份证号(B)", each other place behind a comma. */
export function places(outcome: Outcome, code: Code): readonly string[] {
  return problems(outcome, code).map((p) => [p.place, ...p.also].map(placeText).join(", "));
}

/** The problems of a code that are still open. */
export function problems(outcome: Outcome, code: Code): readonly Problem[] {
  return outcome.problems.filter((p) => p.code === code);
}

/** The codes of all open problems, each once, in order. */
export function codes(outcome: Outcome): readonly string[] {
  return [...new Set(outcome.problems.map((p) => p.code))].sort();
}

function placeText(place: Place): string {
  return [[place.file, place.sheet, String(place.row)].join("!"), place.column].filter((text) => text !== "").join(" ");
}

/** A row of 核实结论.xlsx. */
export function decide(id: string, said: Verdict, more: Partial<Decision> = {}): Campaign["decisions"] {
  const place = { ...fileOnly("核实结论.xlsx"), sheet: "待核实", row: 2 };
  const row = {
    id,
    verdict: said,
    why: "已核实",
    by: "李核",
    on: "2023-01-05",
    idNumber: "",
    name: "",
    otherIdNumber: "",
    content: "",
    place,
  };
  return new Map([[id, [{ ...row, ...more }]]]);
}

/** Computes a season, writes one word about a problem into 核实结论, and computes it again. */
export function settle(
  lists: readonly InputFile[],
  code: Code,
  said: Verdict,
  told: Told & { readonly which?: (p: Problem) => boolean; readonly more?: Partial<Decision> } = {},
): Outcome {
  const open = problems(season(lists, told), code).filter(told.which ?? (() => true));
  const ids = [...new Set(open.map((p) => p.id))];
  const [id] = ids;
  if (id === undefined || id === "" || ids.length > 1)
    throw new Error(`${ids.length} problems ${code} that can be settled`);
  return season(lists, { ...told, campaign: { ...told.campaign, decisions: decide(id, said, told.more) } });
}

/** The lines of all payment files: "2023-001#1 880000000001 张三 特殊对象节日补助 1000.00 ×1". */
export function payments(outcome: Outcome): readonly string[] {
  return outcome.disbursement.batches.flatMap((batch) =>
    batch.payments.map((p) => {
      const names = [...new Set(p.grants.map((g) => g.programme.name))].join("+");
      return `${p.batch}#${p.serial} ${p.payee.account} ${p.payee.name} ${names} ${toYuan(p.amount)} ×${p.grants.length}`;
    }),
  );
}

/** Yuan as fen. */
export function yuan(sum: number): Fen {
  return Math.round(sum * 100) as Fen;
}

/** Somebody on a check list: a number, a name, or both; `says` is what the list tells beside them. */
export interface OnCheckList {
  readonly id?: string;
  readonly name?: string;
  readonly born?: string;
  readonly says?: string;
}

/** A check list as it is read from 比对.xlsx: its people stand from row 2 on. */
export function checkList(name: string, follows: CheckList["follows"], ...people: readonly OnCheckList[]): CheckList {
  const byNumber = new Map();
  const born = new Map();
  people.forEach(({ id = "", name: called = "", born: day = birthDate(id) ?? "", says = "" }, at) => {
    const place = { file: "比对.xlsx", sheet: name, row: at + 2, column: "" };
    const person = { idNumber: id, name: called, place, says };
    if (id !== "") byNumber.set(id, person);
    if (called !== "" && day !== "") born.set(lookAlikeKey(called, day), person);
  });
  return { name, follows, people: byNumber, born, files: ["比对.xlsx"], rows: people.length, unusable: 0 };
}

const TOLD = { on: "2023-01-05", source: "区民政局电话答复" };

/** 可叠加. */
export const MAY_STACK: AskAnswer = { may: "stack", ...TOLD };

/** 不重复: this programme stays. */
export function keeps(programme: string): AskAnswer {
  return { may: "one", keep: programme, ...TOLD };
}
