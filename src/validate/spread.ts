/**
 * Merged cells of a list's rows: what belongs to a household (its number, head, account, address …) holds for each of
 * the rows that it covers; a sum is counted once; a name or number over several rows is a question.
 */
import type { Row } from "../model/list.ts";
import type { Field } from "../model/list-words.ts";
import type { Column } from "./columns.ts";
import type { MergedCells } from "./merged.ts";

/** Fields whose merged cell holds for every row that it covers. */
const OF_HOUSEHOLD: ReadonlySet<Field> = new Set<Field>([
  ...(["headIdNumber", "headName", "householdNumber", "covered", "residents", "category", "bank", "account"] as const),
  ...([
    "accountName",
    "collectorName",
    "collectorId",
    "institution",
    "street",
    "committee",
    "address",
    "phone",
  ] as const),
]);

/** A merged cell that is no household's: the rows that it covers, the first one first. */
export interface MergedCell {
  readonly column: Column;
  readonly is: "amount" | "person";
  readonly text: string;
  readonly rows: readonly number[];
}

/** What came of the merged cells of a list. */
export interface Spread {
  readonly rows: readonly Row[];
  /** Columns whose merged cells were read in each row, with the number of cells that were filled so. */
  readonly filled: readonly { readonly column: Column; readonly cells: number }[];
  readonly others: readonly MergedCell[];
}

/** Rows with their merged cells read as they are meant. Only rows that a merged cell covers are copied. */
export function spreadMerged(rows: readonly Row[], columns: readonly Column[], merged: MergedCells): Spread {
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  const ranges = merged.beginningIn(first, last).filter((range) => range.top < range.bottom);
  if (ranges.length === 0) return { rows, filled: [], others: [] };
  const spread = new Spreading(rows);
  const byColumn = new Map(columns.map((c) => [c.index + 1, c]));
  for (const range of ranges) {
    const column = byColumn.get(range.left);
    if (column !== undefined) spread.take(range.top, range.bottom, column);
  }
  return spread.result();
}

class Spreading {
  readonly #rows: readonly Row[];
  readonly #indexOf: ReadonlyMap<number, number>;
  readonly #cells = new Map<number, string[]>();
  readonly #kinds = new Map<number, string[]>();
  readonly #filled = new Map<Column, number>();
  readonly #others: MergedCell[] = [];
  /** Last row that a range of a column covers: ranges of a sound file do not overlap, of others the first counts. */
  readonly #covered = new Map<Column, number>();

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
    this.#indexOf = new Map(rows.map((row, at) => [row.number, at]));
  }

  take(top: number, bottom: number, column: Column): void {
    if (top <= (this.#covered.get(column) ?? 0)) return;
    const at = this.#indexOf.get(top);
    const row = at === undefined ? undefined : this.#rows[at];
    const text = row?.cells[column.index] ?? "";
    if (at === undefined || row === undefined || text === "") return;
    const kind = row.kinds.charAt(column.index);
    const covered: number[] = [];
    for (let i = at + 1; i < this.#rows.length && (this.#rows[i]?.number ?? 0) <= bottom; i++) {
      if ((this.#rows[i]?.cells[column.index] ?? "") === "") covered.push(i);
    }
    this.#covered.set(column, bottom);
    if (covered.length === 0) return;
    const use = column.declared === null ? column.use : "category";
    if (use !== null && OF_HOUSEHOLD.has(use)) {
      for (const i of covered) this.#fill(i, column, text, kind);
      return;
    }
    const is = use === "amount" ? "amount" : use === "name" || use === "idNumber" ? "person" : null;
    if (is === null) return;
    const numbers = [row.number, ...covered.map((i) => this.#rows[i]?.number ?? 0)];
    this.#others.push({ column, is, text, rows: numbers });
  }

  #fill(at: number, column: Column, text: string, kind: string): void {
    const row = this.#rows[at] as Row;
    const cells = this.#cells.get(at) ?? [...row.cells];
    const kinds = this.#kinds.get(at) ?? [...row.kinds];
    while (cells.length <= column.index) {
      cells.push("");
      kinds.push("-");
    }
    cells[column.index] = text;
    kinds[column.index] = kind;
    this.#cells.set(at, cells);
    this.#kinds.set(at, kinds);
    this.#filled.set(column, (this.#filled.get(column) ?? 0) + 1);
  }

  result(): Spread {
    const rows = this.#rows.map((row, at) => {
      const cells = this.#cells.get(at);
      return cells === undefined ? row : { ...row, cells, kinds: (this.#kinds.get(at) ?? []).join("") };
    });
    const filled = [...this.#filled].map(([column, cells]) => ({ column, cells }));
    return { rows, filled, others: this.#others };
  }
}
