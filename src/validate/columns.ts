/**
 * Which column of a list is read as which field: by its header, confirmed by what it holds, and by the campaign file's
 * word before both. What cannot be told is not guessed.
 */
import type { ListMapping } from "../model/campaign.ts";
import type { Row } from "../model/list.ts";
import { FIELDS, type Field, type ListWords } from "../model/list-words.ts";
import type { HeaderColumn } from "./header.ts";
import { holds, mostly, type Profile, profileOf } from "./profile.ts";
import { columnSaid } from "./said.ts";
import { clean } from "./text.ts";

/** What told a column. */
export type ToldBy = "word" | "contents" | "campaign";

/** One column of a list, and what it is read as. */
export interface Column extends HeaderColumn {
  /** null: not read. Several may be candidates for `category`: the list's words decide. */
  readonly use: Field | null;
  readonly by: ToldBy;
  /** A column of 是 and 否 under 户主: 是 is the head. */
  readonly answers: boolean;
}

/** Why one of several columns was taken (its cells fit, its header is the usual one, they say the same), or none. */
export type Why = "contents" | "word" | "alike" | "none";

/** Something to be said about columns of a list. */
export type ColumnFinding =
  | { readonly is: "unknown"; readonly column: Column }
  | { readonly is: "by-contents"; readonly column: Column; readonly field: Field }
  | { readonly is: "other-contents"; readonly column: Column; readonly field: Field; readonly holds: Field }
  | {
      readonly is: "several";
      readonly field: Field;
      readonly columns: readonly Column[];
      readonly used: Column | null;
      readonly why: Why;
    }
  | { readonly is: "whom"; readonly fields: readonly Field[]; readonly columns: readonly Column[] };

/** The columns of a list as they are read. */
export interface Columns {
  readonly all: readonly Column[];
  readonly findings: readonly ColumnFinding[];
  /** Several columns name people, and nobody can tell whom the list is about: it is held. */
  readonly areUnclear: boolean;
}

/** Tells the columns of a list; the sample is of its rows, enough to see what a column holds. */
export function readColumns(
  header: readonly HeaderColumn[],
  sample: readonly Row[],
  words: ListWords,
  said: ListMapping | undefined,
): Columns {
  return new ColumnReader(header, sample, words).read(said);
}

/** A column while it is being told. */
interface Draft extends HeaderColumn {
  use: Field | null;
  by: ToldBy;
  answers: boolean;
  /** What its cells look like, where its header says something else or nothing. */
  suggests: Field | null;
  readonly profile: Profile;
}

class ColumnReader {
  readonly #sample: readonly Row[];
  readonly #columns: readonly Draft[];
  readonly #findings: ColumnFinding[] = [];
  readonly #unclear: { readonly field: Field; readonly columns: readonly Column[] }[] = [];

  constructor(header: readonly HeaderColumn[], sample: readonly Row[], words: ListWords) {
    this.#sample = sample;
    this.#columns = header.map((column) => confirmed(column, profileOf(sample, column.index, words)));
  }

  read(said: ListMapping | undefined): Columns {
    for (const field of FIELDS) this.#say(field, said?.columns.get(field));
    for (const field of FIELDS) if (field !== "category") this.#settle(field);
    if (this.#unclear.length > 0) {
      const fields = this.#unclear.map((u) => u.field);
      this.#findings.push({ is: "whom", fields, columns: this.#unclear.flatMap((u) => u.columns) });
    }
    for (const field of ["account", "idNumber", "name", "accountName", "phone"] as const) this.#suggest(field);
    for (const column of this.#columns) {
      if (column.use !== null) continue;
      if (!column.known) this.#findings.push({ is: "unknown", column });
      else if (column.suggests !== null && column.field !== null)
        this.#findings.push({ is: "other-contents", column, field: column.field, holds: column.suggests });
    }
    return { all: this.#columns, findings: this.#findings, areUnclear: this.#unclear.length > 0 };
  }

  /** The campaign file names a column, before all that words and contents tell. */
  #say(field: Field, header: string | undefined): void {
    const column = header === undefined ? undefined : columnSaid(this.#columns, header);
    if (column === undefined) return;
    for (const other of this.#columns) if (other.use === field) other.use = null;
    column.use = field;
    column.by = "campaign";
    column.suggests = null;
  }

  /** Leaves one column a field. */
  #settle(field: Field): void {
    const rivals = this.#columns.filter((c) => c.use === field);
    if (rivals.length < 2) return;
    const filled = rivals.filter((c) => c.profile.filled > 0);
    const fitting = filled.filter((c) => holds(c.profile, field));
    const among = [fitting, filled, rivals].find((some) => some.length > 0) ?? [];
    const best = Math.min(...among.map((c) => c.rank));
    const [first, ...others] = among.filter((c) => c.rank === best);
    const isTold = first !== undefined && others.every((other) => this.#agree(first, other));
    const isAboutWhom = field === "name" || field === "idNumber";
    // A list that is held counts its people all the same, by the first of the columns.
    const used = isTold || isAboutWhom ? (first ?? null) : null;
    for (const column of rivals) {
      if (column === used) continue;
      // 慰问对象 heads names on one list and categories on another.
      const isCategory = field === "name" && filled.includes(column) && !fitting.includes(column);
      column.use = isCategory ? "category" : null;
    }
    const columns = filled.filter((c) => c.use !== "category");
    if (columns.length < 2) return;
    if (!isTold && isAboutWhom) {
      this.#unclear.push({ field, columns });
      return;
    }
    const why = used === null ? "none" : among.length === 1 ? "contents" : others.length > 0 ? "alike" : "word";
    this.#findings.push({ is: "several", field, columns, used, why });
  }

  /** Two columns say the same in every row of the sample. */
  #agree(a: Draft, b: Draft): boolean {
    return this.#sample.every((row) => clean(row.cells[a.index] ?? "") === clean(row.cells[b.index] ?? ""));
  }

  /** A field that no header gives, and exactly one column's cells do. */
  #suggest(field: Field): void {
    const uses = (wanted: Field) => this.#columns.some((c) => c.use === wanted && c.profile.filled > 0);
    if (uses(field) || this.#unclear.length > 0) return;
    if (field === "name" && uses("headName")) return;
    if (field === "idNumber" && !uses("name") && uses("headIdNumber")) return;
    const [column, second] = this.#columns.filter((c) => c.suggests === field && c.use === null);
    if (column === undefined || second !== undefined) return;
    for (const blank of this.#columns) if (blank.use === field) blank.use = null;
    column.use = field;
    column.by = "contents";
    this.#findings.push({ is: "by-contents", column, field });
  }
}

/** What a column's cells make of its header. */
function confirmed(column: HeaderColumn, profile: Profile): Draft {
  const { field } = column;
  const draft: Draft = { ...column, use: field, by: "word", answers: false, suggests: null, profile };
  const is = (kind: keyof Profile) => mostly(profile, kind);
  if (field === "headName" && (is("relations") || is("answers")))
    return { ...draft, use: "relation", by: "contents", answers: !is("relations") };
  if (field === "headName" && is("ids")) return { ...draft, use: "headIdNumber", by: "contents" };
  const suggests = otherThan(column, is);
  return suggests === null ? draft : { ...draft, use: null, suggests };
}

/** What the cells plainly hold, where the header says something else that cannot be, or is not known. */
function otherThan({ field, known }: HeaderColumn, is: (kind: keyof Profile) => boolean): Field | null {
  const hasIds = is("ids") && is("rightIds");
  const hasPeople = is("people") && !is("relations");
  switch (field) {
    case "name":
      return hasIds ? "idNumber" : null;
    case "idNumber":
      return hasPeople ? "name" : null;
    case "account":
      if (hasIds) return "idNumber";
      return is("mobiles") ? "phone" : hasPeople ? "accountName" : null;
    case "phone":
    case "bank":
    case "accountName":
      return is("accounts") ? "account" : null;
    case null:
      if (known) return null;
      return hasIds ? "idNumber" : hasPeople ? "name" : null;
    default:
      return null;
  }
}
