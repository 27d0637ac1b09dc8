/** Entries: the rows of lists that name a person, cleaned; and what was understood of each list. */
import type { Fen } from "../money.ts";
import type { Place } from "./place.ts";

/** What is wrong with an ID number: it is missing, has no such shape, fails its check digit, lost its last digits to Excel. */
export type IdFault = "missing" | "malformed" | "check-digit" | "lost-digits";

/** What told which column is which: its header, what it holds, the campaign file; "" where it is not read. */
export type ColumnToldBy = "word" | "contents" | "campaign" | "";

/** One column of a list as it was understood. */
export interface ColumnReading {
  readonly letter: string;
  /** As it is written, upper cells of the header first: "户主信息/姓名". */
  readonly header: string;
  /** The field it is read as, "" = not used. */
  readonly field: string;
  readonly by: ColumnToldBy;
}

/** What told the category of a list's rows; "" where nothing did. */
export type CategoryToldBy = "column" | "campaign" | "sheet" | "title" | "file" | "folder" | "agency" | "";

/** How a list was understood: shown by `check` and in 名单接收情况. A sheet may hold several. */
export interface ListReading {
  readonly file: string;
  readonly sheet: string;
  /** Its place among the lists of its sheet, from 1, and their number. */
  readonly ordinal: number;
  readonly of: number;
  /** It stands side by side with another list: the rows are both lists', the columns its own. */
  readonly isBeside: boolean;
  /** The rows that it takes, titles and blank ones included. */
  readonly rows: { readonly first: number; readonly last: number };
  /** Agency id, "" where none is named (then the categories tell). */
  readonly agency: string;
  /** 汇总: everybody's list. */
  readonly everybody: boolean;
  /** The street that its sheet name, titles or file name name, or the campaign's place; "" where none. */
  readonly street: string;
  /** Category of the list as a whole (from its name, title, file), or null. */
  readonly category: string | null;
  readonly categoryToldBy: CategoryToldBy;
  /** The rows of its header. A part of a list under a heading of its own has that of the list above. */
  readonly headerRows: { readonly first: number; readonly last: number };
  readonly columns: readonly ColumnReading[];
  /** Names the categories of the list's rows come from: a column, or the list as a whole. */
  readonly hasCategoryColumn: boolean;
  /** Held whole because nobody can tell its category or its columns: counted, no programme. */
  readonly held: boolean;
  readonly hiddenRows: number;
  /** Letters of its hidden columns. */
  readonly hiddenColumns: readonly string[];
  readonly tally: RowTally;
}

/** Law 1: rows read = entries + skipped by reason + rejected. */
export interface RowTally {
  /** All rows that the list takes, counted by the reader's row numbers. */
  read: number;
  entries: number;
  blank: number;
  title: number;
  header: number;
  total: number;
  note: number;
  rejected: number;
}

/** One row of a list that names a person. Texts are cleaned; "" where a column is missing or empty. */
export interface Entry {
  readonly list: ListReading;
  /** Row as Excel numbers it. */
  readonly row: number;
  readonly name: string;
  /** 18 characters (15 digits are lengthened), or kind and number of another document; "" where none can be used. */
  readonly idNumber: string;
  /** The cell as it stood, for messages. */
  readonly idText: string;
  readonly idFault: IdFault | null;
  /** The check digit fails and 核实结论 says the number holds all the same. */
  readonly idAccepted: boolean;
  /** Category ids that the row asserts. */
  readonly categories: readonly string[];
  readonly headIdNumber: string;
  readonly headName: string;
  readonly householdNumber: string;
  /** 与户主关系 is 户主 or 本人. */
  readonly isHead: boolean;
  /** 保障人数, null where not stated. */
  readonly covered: number | null;
  /** 家庭人口, null where not stated. */
  readonly residents: number | null;
  /** 金额 as stated, in fen; null where empty or unreadable. */
  readonly listed: Fen | null;
  /** The cell of 金额 as it stood; "" where empty. */
  readonly listedText: string;
  readonly bank: string;
  /** Account as text, spaces taken out; "" where none. */
  readonly account: string;
  /** It can be an account: digits alone, none lost to Excel. */
  readonly accountUsable: boolean;
  readonly accountName: string;
  readonly collectorName: string;
  readonly collectorId: string;
  /** 领款单位: an institution that receives the money. */
  readonly institution: string;
  /** 街镇 of the row's own column. */
  readonly street: string;
  readonly committee: string;
  readonly address: string;
  readonly phone: string;
  /** Birth date of its own column, "1949-12-31", else "". */
  readonly bornOn: string;
  /** Declared fields of the edition, by name. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The agency that a row speaks for: its list's, else its category's; "*" for everybody's list. */
export function agencyOf(
  entry: Entry,
  categories: ReadonlyMap<string, { readonly agencies: readonly string[] }>,
): string {
  if (entry.list.agency !== "") return entry.list.agency;
  if (entry.list.everybody) return "*";
  return categories.get(entry.categories[0] ?? "")?.agencies[0] ?? "";
}

/** "file!sheet!row", as 来源 names a row. */
export function sourceOf({ list, row }: Entry): string {
  return `${list.file}!${list.sheet}!${row}`;
}

/** The place of an entry's row, with the column of a field where the list has one. */
export function placeOf(entry: Entry, field = ""): Place {
  return placeIn(entry.list, entry.row, field);
}

/**
 * The place of a row of a list, with the column of a field where the list has one. Of two lists side by side the row
 * alone is no place: there it is the list's first column.
 */
export function placeIn(list: ListReading, row: number, field = ""): Place {
  const own = field === "" ? undefined : list.columns.find((c) => c.field === field);
  const column = own ?? (list.isBeside && row > 0 ? list.columns[0] : undefined);
  return { file: list.file, sheet: list.sheet, row, column: column ? `${column.header}(${column.letter})` : "" };
}

/** A place on the sheet of a list is one of this list's: of two side by side, its column tells. */
export function isPlaceOf(list: ListReading, place: Place): boolean {
  if (!list.isBeside) return true;
  return list.columns.some((column) => place.column.endsWith(`(${column.letter})`));
}

/** What no other row of any list shares: the key of a person without an ID number. */
export function rowKey({ list, row }: Entry): string {
  return `${list.file}!${list.sheet}!${row}${list.isBeside ? `!${list.ordinal}` : ""}`;
}
