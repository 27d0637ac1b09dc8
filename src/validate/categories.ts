/** The category of each row of a list: its own cell, else the list's; and what is to be said about the cells. */
import type { Row } from "../model/list.ts";
import type { Column } from "./columns.ts";
import type { ListProblems } from "./list-problems.ts";
import { clean } from "./text.ts";
import { type CategoryCell, readCategoryCell } from "./vocabulary.ts";
import type { Whose } from "./whose.ts";

/** What a row says of its category. */
export interface RowCategory {
  /** The cell of the category column, "" where there is none. */
  readonly text: string;
  readonly categories: readonly string[];
  /** The cell says that it is none of them. */
  readonly denies: boolean;
}

interface NotedCell {
  readonly text: string;
  readonly said: CategoryCell;
  readonly rows: number[];
}

/** Reads the categories of one list's rows, and remembers the cells about which something is to be said. */
export class Categories {
  readonly #whose: Whose;
  readonly #column: Column | null;
  readonly #fallback: readonly string[];
  readonly #held: boolean;
  readonly #noted = new Map<string, NotedCell>();

  /** @param held nobody can tell the list's category: its rows have none. */
  constructor(whose: Whose, column: Column | null, held: boolean) {
    this.#whose = whose;
    this.#column = column;
    this.#fallback = whose.category === null ? [] : [whose.category];
    this.#held = held;
  }

  /** The categories of a row; none where nothing names one. */
  of(row: Row): RowCategory {
    const text = this.#column === null ? "" : clean(row.cells[this.#column.index] ?? "");
    if (this.#held) return { text, categories: [], denies: false };
    if (text === "") return { text, categories: this.#fallback, denies: false };
    const said = readCategoryCell(text, this.#whose.vocabulary);
    // Who is said to be none of them (低保边缘 on a list of 低保) is not what the list is.
    const categories = said.categories.length > 0 || said.denies ? said.categories : this.#fallback;
    if (categories.length > 0) this.#note(text, said, row.number);
    return { text, categories, denies: said.denies };
  }

  #note(text: string, said: CategoryCell, row: number): void {
    if (said.categories.length > 0 && said.unknown.length === 0 && !said.mixed && said.wider.length === 0) return;
    const cell = this.#noted.get(text);
    if (cell) cell.rows.push(row);
    else this.#noted.set(text, { text, said, rows: [row] });
  }

  /** One problem for each text that needs one, in the order of their first rows; the rows that a decision drops. */
  report(column: string, problems: ListProblems): ReadonlySet<number> {
    const dropped = new Set<number>();
    for (const { text, said, rows } of this.#noted.values()) {
      const [first = 0, ...also] = rows;
      const detail = { column, content: text, also };
      const made = [];
      if (said.categories.length === 0) {
        const taken = this.#whose.category ?? "";
        made.push(problems.add("V011", first, { cell: text, taken, rows: rows.length }, detail));
      } else if (said.unknown.length > 0) {
        const known = said.categories.join("、");
        made.push(problems.add("V017", first, { cell: text, known, unknown: said.unknown.join("、") }, detail));
      } else if (said.mixed) {
        made.push(problems.add("V016", first, { cell: text, names: said.categories.join("、") }, detail));
      }
      for (const { written, category } of said.wider)
        made.push(problems.add("V010", first, { written, category }, detail));
      if (made.some((p) => p.settledBy?.verdict === "不予")) for (const row of rows) dropped.add(row);
    }
    return dropped;
  }
}
