/** One sheet: header, owner, category and rows together give its entries, its reading and its problems. */
import type { Campaign } from "../model/campaign.ts";
import type { Entry, ListReading, RowTally } from "../model/entry.ts";
import { placeIn } from "../model/entry.ts";
import type { List, Row } from "../model/list.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { identityProblem } from "../rules/identity.ts";
import { type Header, type HeaderColumn, type HeaderWords, letterOf } from "./header.ts";
import { RowReader, rowCount } from "./rows.ts";
import { streetInTexts } from "./street.ts";
import { clean, cleanNumber } from "./text.ts";
import { readCategoryCell } from "./vocabulary.ts";
import type { Vocabularies, Whose } from "./whose.ts";

/** What the sheets of a run share. */
export interface SheetTools {
  readonly rules: Rules;
  readonly words: ListWords;
  readonly headers: HeaderWords;
  readonly vocabularies: Vocabularies;
  readonly campaign: Campaign;
}

/** What one sheet gave. */
export interface SheetResult {
  readonly reading: ListReading;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Reads one sheet whose header was found. */
export function readSheet(list: List, header: Header, tools: SheetTools): SheetResult {
  return new SheetReader(list, header, tools).read();
}

class SheetReader {
  readonly #list: List;
  readonly #header: Header;
  readonly #tools: SheetTools;
  readonly #problems: Problem[] = [];
  readonly #titles: readonly string[];
  readonly #decisions: Campaign["decisions"];
  #reading!: ListReading;

  constructor(list: List, header: Header, tools: SheetTools) {
    this.#list = list;
    this.#header = header;
    this.#tools = tools;
    this.#decisions = tools.campaign.decisions;
    this.#titles = list.rows
      .slice(0, header.rowIndex)
      .flatMap((row) => row.cells.map(clean).filter((text) => text !== ""));
  }

  read(): SheetResult {
    const used = this.#usedColumns();
    const rows = new RowReader(this.#header, used, this.#tools.rules, this.#tools.words);
    const kinds = this.#list.rows.slice(this.#header.rowIndex + 1).map((row) => ({ row, kind: rows.kind(row) }));
    const body = kinds.filter((r) => r.kind === "entry").map((r) => r.row);
    const { whose, column } = this.#whose(body);
    const held = whose.rivals.length > 0 || (!(column !== null && whose.columnFits) && whose.category === null);
    const tally = this.#tally(kinds);
    this.#reading = {
      file: this.#list.file,
      sheet: this.#list.sheet,
      agency: whose.agency,
      everybody: whose.everybody,
      street: this.#street(),
      category: whose.category,
      headerRow: this.#list.rows[this.#header.rowIndex]?.number ?? 0,
      columns: this.#header.columns.map((c) => ({
        letter: letterOf(c),
        header: c.header,
        field:
          c.field === "category" && c !== column ? "" : used.includes(c) ? (c.field ?? c.declared?.name ?? "") : "",
      })),
      hasCategoryColumn: column !== null && whose.columnFits,
      held,
      tally,
    };
    this.#reportColumns(used);
    this.#reportWhose(whose, column, body.length);
    const entries = this.#entries(body, rows, whose, column, held);
    tally.entries = entries.length;
    for (const { row, kind } of kinds) if (kind === "unclear") this.#reportUnclear(row, rows);
    const hidden = this.#list.rows.filter((row) => row.hidden).length;
    if (hidden > 0) this.#add("V014", 0, { rows: hidden });
    return { reading: this.#reading, entries, problems: this.#problems };
  }

  /** One column a field: the one whose header is the more usual one; candidates of 类别 are told apart by their cells. */
  #usedColumns(): readonly HeaderColumn[] {
    const best = new Map<string, HeaderColumn>();
    for (const column of this.#header.columns) {
      if (column.field === null || column.field === "category") continue;
      const rival = best.get(column.field);
      if (rival === undefined || column.rank < rival.rank) best.set(column.field, column);
    }
    const said = this.#tools.campaign.lists.find(
      (m) => m.file === this.#list.file && (m.sheet === "" || m.sheet === this.#list.sheet),
    );
    for (const [field, header] of said?.columns ?? []) {
      const column = this.#header.columns.find((c) => c.header === header);
      if (column) best.set(field, { ...column, field: field as HeaderColumn["field"], rank: -1 });
    }
    const categories = this.#header.columns.filter((c) => c.field === "category" || c.declared !== null);
    return [...best.values(), ...categories];
  }

  /** Whose list it is, tried with each column that may be its category column. */
  #whose(body: readonly Row[]): { whose: Whose; column: HeaderColumn | null } {
    const around = { sheet: this.#list.sheet, titles: this.#titles, file: this.#list.file };
    const said = this.#tools.campaign.lists.find(
      (m) => m.file === this.#list.file && (m.sheet === "" || m.sheet === this.#list.sheet),
    );
    for (const column of this.#header.columns.filter((c) => c.field === "category")) {
      const cells = body.map((row) => clean(row.cells[column.index] ?? "")).filter((text) => text !== "");
      const whose = this.#tools.vocabularies.whose(around, cells, said);
      if (whose.columnFits) return { whose, column };
    }
    return { whose: this.#tools.vocabularies.whose(around, [], said), column: null };
  }

  #entries(
    body: readonly Row[],
    rows: RowReader,
    whose: Whose,
    column: HeaderColumn | null,
    held: boolean,
  ): readonly Entry[] {
    const entries: Entry[] = [];
    const cells = new CategoryCells();
    const withoutId: Row[] = [];
    const tidied = { cells: 0, lengthened: 0 };
    for (const row of body) {
      const text = column === null ? "" : clean(row.cells[column.index] ?? "");
      const said = text === "" ? null : readCategoryCell(text, whose.vocabulary);
      const fallback = whose.category === null ? [] : [whose.category];
      const categories = held ? [] : said !== null && said.categories.length > 0 ? said.categories : fallback;
      if (!held && categories.length === 0) {
        this.#reading.tally.rejected++;
        this.#problems.push(
          problem("V012", placeIn(this.#reading, row.number, "category"), { cell: text }, { content: text }),
        );
        continue;
      }
      if (said !== null && !held) cells.note(text, said, row.number);
      const id = rows.id(row);
      if (id.lengthened) tidied.lengthened++;
      else if (id.tidied) tidied.cells++;
      const entry = rows.entry(row, this.#reading, id, categories);
      const identity = identityProblem(entry, this.#tools.rules, this.#decisions);
      if (identity.drop) {
        this.#reading.tally.rejected++;
      } else {
        if (identity.byName) withoutId.push(row);
        entries.push(identity.accepted ? { ...entry, idAccepted: true } : entry);
      }
      if (identity.problem) this.#problems.push(identity.problem);
      this.#reportCells(row, rows, entry);
    }
    const dropped = this.#reportCategories(cells, whose);
    this.#reportIds(withoutId, tidied);
    if (dropped.size === 0) return entries;
    this.#reading.tally.rejected += entries.filter((e) => dropped.has(e.row)).length;
    return entries.filter((e) => !dropped.has(e.row));
  }

  #street(): string {
    const texts = [this.#list.sheet, ...this.#titles, this.#list.file.replace(/\.[^.]*$/, "")];
    return streetInTexts(texts, this.#tools.rules, this.#tools.words) || this.#tools.campaign.street;
  }

  #tally(kinds: readonly { kind: string; row: Row }[]): RowTally {
    const count = (kind: string) => kinds.filter((r) => r.kind === kind).length;
    const read = rowCount(this.#list);
    return {
      read,
      entries: 0,
      blank: read - this.#list.rows.length,
      title: this.#header.rowIndex,
      header: 1 + count("header"),
      total: count("total"),
      note: count("note"),
      rejected: count("unclear"),
    };
  }

  #add(
    code: Parameters<typeof problem>[0],
    row: number,
    params: never | object,
    column = "",
    content = "",
    also: readonly number[] = [],
  ): Problem {
    const place = { ...placeIn(this.#reading, row, ""), column };
    const made = problem(code, place, params as never, {
      content,
      also: also.map((number) => ({ ...place, row: number })),
      subject: {
        idNumber: "",
        name: `${this.#list.file}!${this.#list.sheet}`,
        otherIdNumber: "",
        value: `${column}|${content}`,
      },
      decisions: this.#decisions,
    });
    this.#problems.push(made);
    return made;
  }

  #reportColumns(used: readonly HeaderColumn[]): void {
    const headerRow = this.#reading.headerRow;
    const byField = new Map<string, HeaderColumn[]>();
    for (const column of this.#header.columns) {
      if (column.field !== null && column.field !== "category")
        byField.set(column.field, [...(byField.get(column.field) ?? []), column]);
      if (!column.known) {
        const near = nearest(column.header, this.#tools.headers.all).join("、");
        this.#add(
          "V008",
          headerRow,
          { header: column.header, near },
          `${column.header}(${letterOf(column)})`,
          column.header,
        );
      }
    }
    for (const [field, columns] of byField) {
      if (columns.length < 2) continue;
      const taken = used.find((c) => c.field === field);
      const say = (c: HeaderColumn) => `${c.header}(${letterOf(c)})`;
      this.#add(
        "V007",
        headerRow,
        {
          field: this.#tools.words.headers[field as keyof ListWords["headers"]][0] ?? field,
          columns: columns.map(say).join("、"),
          used: taken ? say(taken) : "",
        },
        taken ? say(taken) : "",
        columns.map((c) => c.header).join("、"),
      );
    }
  }

  #reportWhose(whose: Whose, column: HeaderColumn | null, rows: number): void {
    const { agencies, categories } = this.#tools.rules;
    const row = this.#reading.headerRow;
    const nameOf = (id: string) => agencies.get(id)?.name ?? id;
    if (whose.rivals.length > 0) {
      this.#add("V004", row, {
        agencies: whose.rivals.map(nameOf).join("、"),
        where: [this.#list.sheet, ...this.#titles].join(" "),
      });
      return;
    }
    if (this.#reading.held) {
      if (whose.clash) this.#add("V006", row, { names: whose.clash.names.join("、"), where: whose.where });
      else this.#add("V003", row, { rows });
      return;
    }
    if (whose.insteadOf !== "") {
      const words = whose.category ?? (column === null ? "" : column.header);
      this.#add("V005", row, { named: nameOf(whose.insteadOf), taken: nameOf(whose.agency), words });
    }
    for (const { written, category } of whose.wider) {
      if (whose.columnFits) break;
      this.#add("V010", row, { written, category: categories.get(category)?.id ?? category }, "", written);
    }
  }

  /** One problem for each text of the category column that needs one; the rows that a decision drops. */
  #reportCategories(cells: CategoryCells, whose: Whose): ReadonlySet<number> {
    const dropped = new Set<number>();
    const column = this.#reading.columns.find((c) => c.field === "category");
    const where = column ? `${column.header}(${column.letter})` : "";
    const add = (code: "V010" | "V011" | "V016" | "V017", rows: readonly number[], params: object, text: string) => {
      const made = this.#add(code, rows[0] ?? 0, params, where, text, rows.slice(1));
      if (made.settledBy?.verdict === "不予") for (const row of rows) dropped.add(row);
    };
    for (const { text, said, rows } of cells.all()) {
      if (said.categories.length === 0)
        add("V011", rows, { cell: text, taken: whose.category ?? "", rows: rows.length }, text);
      else if (said.unknown.length > 0)
        add("V017", rows, { cell: text, known: said.categories.join("、"), unknown: said.unknown.join("、") }, text);
      else if (said.mixed) add("V016", rows, { cell: text, names: said.categories.join("、") }, text);
      for (const { written, category } of said.wider) add("V010", rows, { written, category }, text);
    }
    return dropped;
  }

  #reportIds(withoutId: readonly Row[], tidied: { cells: number; lengthened: number }): void {
    const column = this.#reading.columns.find((c) => c.field === "idNumber");
    const where = column ? `${column.header}(${column.letter})` : "";
    const [first, ...rest] = withoutId;
    if (first)
      this.#add(
        "V105",
        first.number,
        { rows: withoutId.length },
        where,
        "",
        rest.map((row) => row.number),
      );
    if (tidied.cells > 0) {
      this.#add(
        "V015",
        this.#reading.headerRow,
        {
          cells: tidied.cells,
          what: "身份证号去空格、全角转半角、x 改 X",
          whatEn: "ID numbers: spaces, width, x",
        },
        where,
        "",
      );
    }
    if (tidied.lengthened > 0) {
      this.#add(
        "V015",
        this.#reading.headerRow,
        { cells: tidied.lengthened, what: "15 位身份证号升为 18 位", whatEn: "ID numbers of 15 digits made 18" },
        where,
        "",
      );
    }
  }

  #reportCells(row: Row, rows: RowReader, entry: Entry): void {
    const who = { idNumber: entry.idNumber, name: entry.name, otherIdNumber: "" };
    const add = (code: "V201" | "V203", field: "amount" | "covered" | "residents", params: object, text: string) =>
      this.#problems.push(
        problem(code, placeIn(this.#reading, row.number, field), params as never, {
          content: text,
          subject: { ...who, value: text },
          decisions: this.#decisions,
        }),
      );
    if (entry.listedText !== "" && entry.listed === null)
      add("V201", "amount", { text: entry.listedText }, entry.listedText);
    const count = rows.unreadableCount(row);
    if (count)
      add(
        "V203",
        count.field,
        { text: count.text, field: this.#tools.words.headers[count.field][0] ?? "" },
        count.text,
      );
  }

  #reportUnclear(row: Row, rows: RowReader): void {
    const text = row.cells
      .map(clean)
      .filter((cell) => cell !== "")
      .join(" ")
      .slice(0, 60);
    this.#add(rows.filled(row) >= 2 ? "V021" : "V020", row.number, { row: text }, "", cleanNumber(text));
  }
}

/** The texts of a category column with what they say and the rows that hold them, in the order of their first rows. */
class CategoryCells {
  readonly #cells = new Map<string, { text: string; said: ReturnType<typeof readCategoryCell>; rows: number[] }>();

  note(text: string, said: ReturnType<typeof readCategoryCell>, row: number): void {
    if (said.categories.length > 0 && said.unknown.length === 0 && !said.mixed && said.wider.length === 0) return;
    const cell = this.#cells.get(text);
    if (cell) cell.rows.push(row);
    else this.#cells.set(text, { text, said, rows: [row] });
  }

  all(): Iterable<{ text: string; said: ReturnType<typeof readCategoryCell>; rows: readonly number[] }> {
    return this.#cells.values();
  }
}
