/** The rows of one list below its header: what kind each is, and what each entry's cells hold. */
import type { Entry, ListReading } from "../model/entry.ts";
import type { List, Row } from "../model/list.ts";
import type { Field, ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import type { Fen } from "../money.ts";
import { accountCell, accountText, amountCell, countCell, type IdCell, idCell, lostDigits } from "./cells.ts";
import type { Header, HeaderColumn } from "./header.ts";
import { repeatsHeader } from "./header.ts";
import { streetInCell } from "./street.ts";
import { clean, cleanDate, cleanName, cleanNumber } from "./text.ts";

/** What a row below the header is. */
export type RowKind = "entry" | "header" | "total" | "note" | "unclear";

/** Looks at the rows of one list by its columns. */
export class RowReader {
  readonly #columns = new Map<Field, HeaderColumn>();
  readonly #header: Header;
  readonly #rules: Rules;
  readonly #words: ListWords;
  /** A list of heads: 户主姓名 and 户主身份证号 stand for the missing 姓名 and 身份证号. */
  readonly #headsOnly: boolean;

  constructor(header: Header, used: readonly HeaderColumn[], rules: Rules, words: ListWords) {
    this.#header = header;
    this.#rules = rules;
    this.#words = words;
    for (const column of used) if (column.field !== null) this.#columns.set(column.field, column);
    const headName = this.#columns.get("headName");
    this.#headsOnly = !this.#columns.has("name") && headName !== undefined;
    if (this.#headsOnly && headName) {
      this.#columns.set("name", headName);
      const headId = this.#columns.get("headIdNumber");
      if (headId && !this.#columns.has("idNumber")) this.#columns.set("idNumber", headId);
    }
  }

  /** The cleaned text of a field's cell. */
  text(row: Row, field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? "" : clean(row.cells[column.index] ?? "");
  }

  /** What kind of row it is. Totals and notes begin with such a word and hold no ID number. */
  kind(row: Row): RowKind {
    if (repeatsHeader(row, this.#header)) return "header";
    const id = cleanNumber(this.#raw(row, "idNumber"));
    if (!/\d{6}/.test(id)) {
      const first = clean(row.cells.find((cell) => clean(cell) !== "") ?? "").replace(/\s/g, "");
      if (this.#words.totals.some((word) => first.startsWith(word))) return "total";
      if (this.#words.notes.some((word) => first.startsWith(word))) return "note";
    }
    return this.text(row, "name") !== "" || id !== "" ? "entry" : "unclear";
  }

  /** Filled cells below known columns, to tell a stray remark from a row that lost its name. */
  filled(row: Row): number {
    return [...this.#columns.values()].filter((column) => clean(row.cells[column.index] ?? "") !== "").length;
  }

  /** The ID number of a row, by the kind of document that the row names. */
  id(row: Row): IdCell {
    const column = this.#columns.get("idNumber");
    if (column === undefined) return idCell("", "-");
    const text = row.cells[column.index] ?? "";
    const document = this.text(row, "documentKind");
    const other = document === "" ? undefined : this.#words.otherDocuments.find((word) => document.includes(word));
    if (other === undefined) return idCell(text, row.kinds.charAt(column.index));
    const number = cleanNumber(text);
    return {
      id: number === "" ? "" : `${other}${number}`,
      fault: number === "" ? "missing" : null,
      tidied: false,
      lengthened: false,
    };
  }

  /** The entry of a row, its categories and street as found outside it. */
  entry(row: Row, list: ListReading, id: IdCell, categories: readonly string[]): Entry {
    const head = idCell(this.#raw(row, "headIdNumber"), this.#kindOf(row, "headIdNumber"));
    const collector = idCell(this.#raw(row, "collectorId"), this.#kindOf(row, "collectorId"));
    const account = this.#account(row);
    const stated = this.text(row, "street");
    return {
      list,
      row: row.number,
      name: cleanName(this.#raw(row, "name")),
      idNumber: id.fault === null || id.fault === "check-digit" ? id.id : "",
      idText: cleanNumber(this.#raw(row, "idNumber")),
      idFault: id.fault,
      idAccepted: false,
      categories,
      headIdNumber: head.id,
      headName: cleanName(this.#raw(row, "headName")),
      householdNumber: cleanNumber(this.#raw(row, "householdNumber")),
      isHead: this.#headsOnly || this.#words.headWords.includes(this.text(row, "relation")),
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
      street: stated === "" ? "" : streetInCell(stated, this.#rules),
      committee: this.text(row, "committee"),
      address: this.text(row, "address"),
      phone: this.text(row, "phone"),
      bornOn: cleanDate(this.text(row, "bornOn")),
      fields: this.#declared(row),
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

  #count(row: Row, field: Field): number | null {
    const text = this.text(row, field);
    if (text === "") return null;
    const read = countCell.safeParse(text);
    return read.success ? read.data : null;
  }

  #amount(row: Row): Fen | null {
    const text = this.text(row, "amount");
    if (text === "" || this.#kindOf(row, "amount") === "d") return null;
    const read = amountCell.safeParse(text);
    return read.success ? read.data : null;
  }

  #account(row: Row): { text: string; usable: boolean } {
    const raw = this.#raw(row, "account");
    if (clean(raw) === "") return { text: "", usable: false };
    const read = accountCell.safeParse(raw);
    const lost = lostDigits(raw, this.#kindOf(row, "account"));
    return read.success && !lost ? { text: read.data, usable: true } : { text: accountText(raw), usable: false };
  }

  #declared(row: Row): ReadonlyMap<string, string> {
    const fields = this.#header.columns.filter((column) => column.declared !== null);
    if (fields.length === 0) return NO_FIELDS;
    return new Map(fields.map((column) => [column.declared?.name ?? "", clean(row.cells[column.index] ?? "")]));
  }
}

const NO_FIELDS: ReadonlyMap<string, string> = new Map();

/** The last filled row's number: how many rows a list has, blank ones included. */
export function rowCount(list: List): number {
  return list.rows.at(-1)?.number ?? 0;
}
