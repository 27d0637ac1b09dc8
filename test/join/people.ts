/** Words in which the tests of joining speak: rows with a name and whatever else lists say, joined into persons. */

import { groupPersons, type PersonDraft } from "../../src/join/persons.ts";
import { NO_CAMPAIGN } from "../../src/model/campaign.ts";
import type { Entry, ListReading } from "../../src/model/entry.ts";
import { idCell } from "../../src/validate/cells.ts";
import { cleanNumber } from "../../src/validate/text.ts";
import { RULES } from "../say.ts";

/** What a row says. */
export interface Said {
  readonly name: string;
  /** The cell of 身份证号. */
  readonly id?: string;
  /** 证件类型, where it is another document than the card. */
  readonly document?: string;
  readonly bornOn?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly committee?: string;
  readonly street?: string;
  readonly account?: string;
  readonly householdNumber?: string;
  /** Which list, by number. */
  readonly list?: number;
}

const lists = new Map<number, ListReading>();

function listOf(number: number): ListReading {
  const known = lists.get(number);
  if (known) return known;
  const made: ListReading = {
    file: `名单${number}.xlsx`,
    sheet: "Sheet1",
    ordinal: 1,
    of: 1,
    isBeside: false,
    rows: { first: 1, last: 0 },
    agency: "",
    everybody: false,
    street: "",
    category: null,
    categoryToldBy: "",
    headerRows: { first: 1, last: 1 },
    columns: [{ letter: "B", header: "身份证号", field: "idNumber", by: "word" }],
    hasCategoryColumn: false,
    held: false,
    hiddenRows: 0,
    hiddenColumns: [],
    tally: { read: 0, entries: 0, blank: 0, title: 0, header: 0, total: 0, note: 0, rejected: 0 },
  };
  lists.set(number, made);
  return made;
}

/** The entry of a row; its ID number is read as `validate` reads it. */
export function entry(said: Said, row: number): Entry {
  const id = idCell(said.id ?? "", "t");
  const text = cleanNumber(said.id ?? "");
  const other = said.document !== undefined && text !== "";
  return {
    list: listOf(said.list ?? 1),
    row,
    name: said.name,
    idNumber: other ? `${said.document}${text}` : id.fault === null || id.fault === "check-digit" ? id.id : "",
    idText: text,
    idFault: other ? null : id.fault,
    idAccepted: false,
    categories: [],
    headIdNumber: "",
    headName: "",
    householdNumber: said.householdNumber ?? "",
    isHead: false,
    covered: null,
    residents: null,
    listed: null,
    listedText: "",
    bank: "",
    account: said.account ?? "",
    accountUsable: (said.account ?? "") !== "",
    accountName: "",
    collectorName: "",
    collectorId: "",
    institution: "",
    street: said.street ?? "",
    committee: said.committee ?? "",
    address: said.address ?? "",
    phone: said.phone ?? "",
    bornOn: said.bornOn ?? "",
    fields: new Map(),
  };
}

/** The persons of these rows, joined by number. */
export function persons(rows: readonly Said[]): readonly PersonDraft[] {
  const entries = rows.map((said, at) => entry(said, at + 2));
  return groupPersons(entries, new Map(), RULES, NO_CAMPAIGN).persons;
}
