/** The rows of one list below its header: what kind each is, and what each entry's cells hold. */
import type { Entry, ListReading } from "../model/entry.ts";
import type { Row } from "../model/list.ts";
import type { Field, ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import { type Fen, MOST_ONE, parseYuan } from "../money.ts";
import {
  accountCell,
  accountText,
  countCell,
  dateCell,
  type IdCell,
  idCell,
  lostDigits,
  type NameCell,
  nameCell,
} from "./cells.ts";
import type { Column } from "./columns.ts";
import type { MergedCells } from "./merged.ts";
import { filledCells, isRemark, isSentence, type RowWords } from "./row-words.ts";
import { streetInCell } from "./street.ts";
import { clean, cleanName, cleanNumber, fold } from "./text.ts";
import type { Counted } from "./totals.ts";

/** What a row below the header is. */
export type RowKind = "entry" | "title" | "total" | "note" | "unclear";

/** A merged cell of this many columns is a heading between rows. */
const HEADING_COLUMNS = 3;
/** A row that holds a number of this length under 身份证号 is a person's, whatever else it says. */
const ID_LENGTH = 15;
/** The last digit of its area code. */
const AREA = 5;

/** What the rows of a list are read with. */
export interface RowTools {
  readonly rules: Rules;
  readonly words: ListWords;
  readonly rowWords: RowWords;
  readonly merged: MergedCells;
  /** False where a title says 单位：万元: such sums are not read as yuan, and nobody multiplies them. */
  readonly inYuan: boolean;
}

/** Looks at the rows of one list by its columns. */
export class RowReader {
  readonly #columns = new Map<Field, Column>();
  readonly #declared: readonly Column[];
  readonly #tools: RowTools;
  readonly #headWords: ReadonlySet<string>;
  /** A list of heads: 户主姓名 and 户主身份证号 stand for the missing 姓名 and 身份证号. */
  readonly #headsOnly: boolean;
  readonly #idAt: number;
  /** Streets of the cells so far: a list has few, each many times. */
  readonly #streets = new Map<string, string>();

  constructor(columns: readonly Column[], tools: RowTools) {
    this.#tools = tools;
    for (const column of columns) if (column.use !== null) this.#columns.set(column.use, column);
    this.#declared = columns.filter((column) => column.declared !== null);
    const headName = this.#columns.get("headName");
    this.#headsOnly = !this.#columns.has("name") && headName !== undefined;
    if (this.#headsOnly && headName) {
      this.#columns.set("name", headName);
      const headId = this.#columns.get("headIdNumber");
      if (headId && !this.#columns.has("idNumber")) this.#columns.set("idNumber", headId);
    }
    this.#idAt = this.#columns.get("idNumber")?.index ?? -1;
    const { words } = tools;
    const isAnswer = this.#columns.get("relation")?.answers === true;
    this.#headWords = new Set(isAnswer ? words.yes : words.headWords);
  }

  /** The cleaned text of a field's cell. */
  text(row: Row, field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? "" : clean(row.cells[column.index] ?? "");
  }

  /** What kind of row it is. Totals and notes begin with such a word and hold no ID number. */
  kind(row: Row): RowKind {
    const idText = this.#idAt < 0 ? "" : (row.cells[this.#idAt] ?? "");
    // Nearly every row: not "2、账号由本人提供", a note that goes on.
    if (idText.length >= ID_LENGTH && isDigit(idText.charCodeAt(0)) && isDigit(idText.charCodeAt(AREA))) return "entry";
    const name = this.text(row, "name");
    // A remark may begin in the column of the numbers, and name a telephone.
    const id = name === "" && isRemark(idText) ? "" : cleanNumber(idText);
    if (/\d{6}/.test(id)) return "entry";
    const word = this.#tools.rowWords.of(row);
    if (word !== null) return word;
    if (id !== "") return "entry";
    const [index = 0, second] = filledCells(row);
    if (second !== undefined) return name === "" ? "unclear" : "entry";
    if (this.#isHeading(row, index)) return "title";
    return name === "" || isSentence(name) ? "unclear" : "entry";
  }

  /** One cell over several columns, with the name of a place or of a kind of people. */
  #isHeading(row: Row, index: number): boolean {
    const range = this.#tools.merged.at(row.number, index + 1);
    if (range === undefined || range.right - range.left + 1 < HEADING_COLUMNS) return false;
    const text = clean(row.cells[index] ?? "").replace(/[（(][^（）()]*[）)]$/, "");
    return !isSentence(text) && this.#tools.words.headingEndings.some((ending) => text.endsWith(ending));
  }

  /** Filled cells below known columns, to tell a stray remark from a row that lost its name. */
  filled(row: Row): number {
    return [...this.#columns.values()].filter((column) => clean(row.cells[column.index] ?? "") !== "").length;
  }

  /** The ID number of a row, by the kind of document that the row names. */
  id(row: Row): IdCell {
    const text = this.#raw(row, "idNumber");
    const document = this.text(row, "documentKind");
    const { otherDocuments } = this.#tools.words;
    const other = document === "" ? undefined : otherDocuments.find((word) => document.includes(word));
    if (other === undefined) return idCell(text, this.#kindOf(row, "idNumber"));
    const number = cleanNumber(text);
    return {
      id: number === "" ? "" : `${other}${number}`,
      fault: number === "" ? "missing" : null,
      tidied: false,
      lengthened: false,
    };
  }

  /** The name of a row. Of people without a number what stands in brackets is part of it: 无名氏（约40岁）. */
  name(row: Row, hasNumber: boolean): NameCell {
    const text = this.#raw(row, "name");
    const cell = nameCell(text);
    return cell.remark === "" || hasNumber ? cell : { ...cell, name: cleanName(text), remark: "" };
  }

  /** The relation to the head, as it is written. */
  relation(row: Row): string {
    return this.text(row, "relation");
  }

  /** What a row adds to the totals of its list. */
  counted(row: Row): Counted {
    const size = this.#count(row, "covered") ?? this.#count(row, "residents");
    const isHead = this.#saysHead(this.text(row, "relation"));
    const amount = this.#amount(row);
    const isUnread = amount === null && this.text(row, "amount") !== "";
    return { amount, isUnread, size, isHead, householdNumber: this.text(row, "householdNumber") };
  }

  /** The entry of a row, its categories and street as found outside it. */
  entry(row: Row, list: ListReading, name: string, id: IdCell, categories: readonly string[]): Entry {
    const head = idCell(this.#raw(row, "headIdNumber"), this.#kindOf(row, "headIdNumber"));
    const collector = idCell(this.#raw(row, "collectorId"), this.#kindOf(row, "collectorId"));
    const account = this.#account(row);
    return {
      list,
      row: row.number,
      name,
      idNumber: id.fault === null || id.fault === "check-digit" ? id.id : "",
      idText: cleanNumber(this.#raw(row, "idNumber")),
      idFault: id.fault,
      idAccepted: false,
      categories,
      headIdNumber: head.id,
      headName: cleanName(this.#raw(row, "headName")),
      householdNumber: cleanNumber(this.#raw(row, "householdNumber")),
      isHead: this.#headsOnly || this.#saysHead(this.text(row, "relation")),
      covered: this.#count(row, "covered"),
      residents: this.#count(row, "residents"),
      listed: this.#amount(row),
      listedText: this.text(row, "amount"),
      bank: this.text(row, "bank"),
      account: account.text,
      accountUsable: account.usable,
      accountName: cleanName(this.#raw(row, "accountName")),
      collectorName: cleanName(this.#raw(row, "collectorName")),
      collectorId: collector.fault === null ? collector.id : "",
      institution: cleanName(this.#raw(row, "institution")),
      street: this.#street(this.text(row, "street")),
      committee: this.text(row, "committee"),
      address: this.text(row, "address"),
      phone: this.text(row, "phone"),
      bornOn: dateCell(this.text(row, "bornOn"), this.#kindOf(row, "bornOn")),
      fields: this.#fields(row),
    };
  }

  /** A count cell that says something and is no count. */
  unreadableCount(row: Row): { field: "covered" | "residents"; text: string } | null {
    for (const field of ["covered", "residents"] as const) {
      const text = this.text(row, field);
      if (text !== "" && this.#count(row, field) === null) return { field, text };
    }
    return null;
  }

  #raw(row: Row, field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? "" : (row.cells[column.index] ?? "");
  }

  #kindOf(row: Row, field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? "-" : row.kinds.charAt(column.index);
  }

  #saysHead(relation: string): boolean {
    if (relation === "") return false;
    return this.#headWords.has(relation) || this.#headWords.has(fold(relation).replace(/\(.*\)$/, ""));
  }

  #count(row: Row, field: Field): number | null {
    const text = this.text(row, field);
    return text === "" ? null : countCell(text);
  }

  #amount(row: Row): Fen | null {
    const text = this.text(row, "amount");
    if (text === "" || !this.#tools.inYuan || this.#kindOf(row, "amount") === "d") return null;
    const sum = parseYuan(text);
    return sum !== null && sum <= MOST_ONE ? sum : null;
  }

  #account(row: Row): { text: string; usable: boolean } {
    const raw = this.#raw(row, "account");
    if (clean(raw) === "") return { text: "", usable: false };
    const account = accountCell(raw);
    if (account === null || lostDigits(raw, this.#kindOf(row, "account")))
      return { text: accountText(raw), usable: false };
    return { text: account, usable: true };
  }

  #street(stated: string): string {
    if (stated === "") return "";
    let street = this.#streets.get(stated);
    if (street === undefined) {
      street = streetInCell(stated, this.#tools.rules);
      this.#streets.set(stated, street);
    }
    return street;
  }

  #fields(row: Row): ReadonlyMap<string, string> {
    if (this.#declared.length === 0) return NO_FIELDS;
    return new Map(this.#declared.map((column) => [column.declared?.name ?? "", this.#declaredText(row, column)]));
  }

  /** A declared column's cell; a date that lost its format is a date all the same. */
  #declaredText(row: Row, { index, declared }: Column): string {
    const text = clean(row.cells[index] ?? "");
    return declared?.kind === "date" ? dateCell(text, row.kinds.charAt(index)) || text : text;
  }
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
