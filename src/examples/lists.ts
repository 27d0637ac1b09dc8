/** An example's people as tidy lists: one for each category, and one for each way in which a category is written. */
import type { ListMapping } from "../model/campaign.ts";
import { checkDigit } from "../model/id-number.ts";
import type { InputFile, Row } from "../model/list.ts";
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { type Example, type ExamplePerson, FIELD_NAMES, NO_CATEGORY } from "../rules/examples-schema.ts";

/** What the calculation reads. */
export interface ExampleLists {
  readonly files: readonly InputFile[];
  readonly mappings: readonly ListMapping[];
  /** The lists that write a category in one of its ways. */
  readonly written: readonly WrittenList[];
}

/** A list of one person, whose category stands there as one of the ways to write it. */
export interface WrittenList {
  readonly file: string;
  /** As it is written. */
  readonly word: string;
  /** Whose list it is; "" for nobody's. */
  readonly agency: string;
  /** The category that it must be read as; null: none. */
  readonly is: string | null;
}

interface Person extends ExamplePerson {
  readonly idNumber: string;
}

/** The lists, in the columns that the edition and the lists' words know. */
export function listsOf(example: Example, rules: Rules): ExampleLists {
  const people = example.people.map((person, at) => ({ ...person, idNumber: idNumberOf(person, at) }));
  const together = people.filter((person) => !person.alone);
  const head = together.find((person) => person.head) ?? together[0];
  const row = (person: Person, columns: readonly string[]): readonly string[] => {
    const isHead = person === head || person.alone;
    const household = [
      person.alone ? person.idNumber : (head?.idNumber ?? ""),
      person.alone ? `${people.indexOf(person) + 2}` : "1",
      isHead ? "户主" : "家人",
    ];
    return [person.who, person.idNumber, ...household, ...columns.map((name) => cell(person, name, people))];
  };
  const table = (of: readonly Person[], columns: readonly string[]) => [
    [...IDENTITY, ...columns],
    ...of.map((person) => row(person, columns)),
  ];
  const agencyOf = (category: string) => rules.categories.get(category)?.agencies[0] ?? null;

  const byCategory = grouped(people, rules).map(({ file, category, columns, of }) => ({
    ...mapping(file, agencyOf(category), category),
    rows: table(of, columns),
  }));
  const written = people.flatMap((person, p) => {
    const [said = NO_CATEGORY] = person.is;
    const [header = [], cells = []] = table([person], columnsOf(person, rules));
    const agency = person.list ?? agencyOf(said) ?? "";
    return person.written.map((word, w) => ({
      ...mapping(`名单${p + 1}-${w + 1}.csv`, agency, null),
      rows: [
        [...header, "类别"],
        [...cells, word],
      ],
      word,
      agency,
      is: said === NO_CATEGORY ? null : said,
    }));
  });
  return {
    files: [...byCategory, ...written].map(({ file, rows }) => toFile(file, rows)),
    mappings: [...byCategory, ...written].map(({ rows: _, ...told }) => told),
    written,
  };
}

const IDENTITY = ["姓名", "身份证号", "户主身份证号", "户编号", "与户主关系"];

/** A list of each category; of people who write the edition's own columns under other headers, one more. */
function grouped(people: readonly Person[], rules: Rules) {
  const found = new Map<string, { category: string; columns: readonly string[]; of: Person[] }>();
  for (const person of people.filter(({ written }) => written.length === 0)) {
    const columns = columnsOf(person, rules);
    for (const category of person.is) {
      const key = [category, ...columns].join("|");
      const known = found.get(key);
      if (known) known.of.push(person);
      else found.set(key, { category, columns, of: [person] });
    }
  }
  const lists = [...found.values()];
  return lists.map((list, at) => {
    const before = lists.slice(0, at).filter(({ category }) => category === list.category).length;
    return { ...list, file: `${list.category}${before === 0 ? "" : before + 1}.csv` };
  });
}

/** The columns of a person's lists: the edition's own by the header that the person names, else by their names. */
function columnsOf(person: Person, rules: Rules): readonly string[] {
  const own = rules.fields.map(({ name, headers }) => headers.find((header) => person.fields.has(header)) ?? name);
  return [...FIELD_NAMES.filter((name) => name !== "身份证号"), ...own];
}

function mapping(file: string, agency: string | null, category: string | null): ListMapping {
  return { file, sheet: "", agency, category, columns: new Map(), place: fileOnly(file) };
}

function toFile(file: string, rows: readonly (readonly string[])[]): InputFile {
  const list = { file, sheet: "", rows: rows.map(toRow), merged: [], hiddenColumns: [], original: null };
  return { name: file, sha256: "", bytes: 0, original: null, lists: [list], problems: [], state: "read" };
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

function cell(person: Person, column: string, people: readonly Person[]): string {
  const said = person.fields.get(column);
  if (said === "无") return "";
  if (said !== undefined) return said;
  return column === "账号" ? `8800000000${String(people.indexOf(person) + 1).padStart(4, "0")}` : "";
}

function toRow(cells: readonly string[], at: number): Row {
  return { number: at + 1, cells, kinds: cells.map((text) => (text === "" ? "-" : "t")).join(""), hidden: false };
}
