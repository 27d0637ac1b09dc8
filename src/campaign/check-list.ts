/**
 * Reads check lists (死亡, 迁出, 服刑, 财政供养): tables as lists are, with the same headers, the same cleaning and the same
 * kinds of rows, but of no category. They say who is on them, and make nobody a recipient.
 */
import { type Campaign, type CheckedPerson, type CheckList, lookAlikeKey, NO_CAMPAIGN } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { birthDate, isResidentNumber } from "../model/id-number.ts";
import type { InputFile } from "../model/list.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { validate } from "../validate/validate.ts";
import type { SaidCheckList } from "./resolve.ts";

/** What reading one check list gave. */
export interface CheckListRead {
  readonly list: CheckList;
  /** To be told: rows of no use, sheets without header. */
  readonly problems: readonly Problem[];
  /** A file that cannot be read, or is none: they stop `compute`, which would pay whom it should hold. */
  readonly refused: readonly Problem[];
}

/** The one category of all entries of check lists; it is in no edition. */
const CHECKED = "比对";

/** Problems of reading that matter where nobody is paid by the list. */
const TOLD: ReadonlySet<string> = new Set(["R301", "V002"]);

/** Reads the files of one check list. */
export function readCheckList(
  files: readonly InputFile[],
  said: SaidCheckList,
  rules: Rules,
  words: ListWords,
  decisions: Campaign["decisions"],
): CheckListRead {
  const sheets = files.map((file) => onlySheet(file, said.sheet));
  const mapping = { agency: null, category: CHECKED, columns: said.columns, place: said.place };
  const lists = files.map(({ name }) => ({ file: name, sheet: said.sheet, ...mapping }));
  const { value, problems } = validate(sheets, asCheckList(rules, words), words, { ...NO_CAMPAIGN, lists });
  const people = new Map<string, CheckedPerson>();
  const born = new Map<string, CheckedPerson>();
  const unusable: Entry[] = [];
  for (const entry of value.entries) {
    const day = bornOn(entry);
    const person = { name: entry.name, idNumber: entry.idNumber, place: rowOf(entry), says: saysOf(entry) };
    const alike = entry.name === "" || day === "" ? null : lookAlikeKey(entry.name, day);
    // The first row about somebody is the one that is quoted.
    if (entry.idNumber !== "" && !people.has(entry.idNumber)) people.set(entry.idNumber, person);
    if (alike !== null && !born.has(alike)) born.set(alike, person);
    if (entry.idNumber === "" && alike === null) unusable.push(entry);
  }
  const read = files.map((file) => file.name);
  const rows = value.entries.length;
  return {
    list: { name: said.name, follows: said.follows, people, born, files: read, rows, unusable: unusable.length },
    problems: [...problems.filter((p) => TOLD.has(p.code)), ...unusableProblem(unusable, said, decisions)],
    refused: value.refused,
  };
}

/** The edition as check lists see it: no agencies, no programmes, and the columns that are quoted as its declared fields. */
function asCheckList(rules: Rules, words: ListWords): Rules {
  const category = { id: CHECKED, agencies: [], written: [CHECKED], writtenAlone: [], wider: [], echoes: null };
  return {
    ...rules,
    agencies: new Map(),
    categories: new Map([[CHECKED, category]]),
    notCategories: [],
    programmes: [],
    fields: [...words.checkListNotes].map(([name, headers]) => ({ ...QUOTED, name, headers })),
  };
}

/** A column that is quoted as it stands. */
const QUOTED = { kind: "text", unit: "", decimals: 0, from: null, to: null, words: new Map(), blank: "" } as const;

/** The file with the named sheet alone; with all of them where none is named, or where it has none of that name. */
function onlySheet(file: InputFile, sheet: string): InputFile {
  const named = file.lists.filter((list) => list.sheet === sheet);
  return named.length === 0 ? file : { ...file, lists: named };
}

function bornOn(entry: Entry): string {
  return (isResidentNumber(entry.idNumber) ? birthDate(entry.idNumber) : null) ?? entry.bornOn;
}

function rowOf(entry: Entry) {
  return { ...placeOf(entry), column: "" };
}

/** "死亡日期 2022-11-02，注销原因 病故": the quoted columns that are filled, each cut where it is a story. */
function saysOf(entry: Entry): string {
  return [...entry.fields]
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `${name} ${text.length > LONGEST_NOTE ? `${text.slice(0, LONGEST_NOTE)}…` : text}`)
    .join("，");
}

const LONGEST_NOTE = 40;

function unusableProblem(
  rows: readonly Entry[],
  { name }: SaidCheckList,
  decisions: Campaign["decisions"],
): readonly Problem[] {
  const [first, ...also] = rows.map((entry) => placeOf(entry, "idNumber"));
  if (first === undefined) return [];
  const subject = { idNumber: "", name, otherIdNumber: "", value: String(rows.length) };
  return [problem("C111", first, { list: name, rows: rows.length }, { also, subject, decisions })];
}
