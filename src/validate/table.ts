/** One list: header, owner, category and rows together give its entries, its reading and its problems. */
import type { ListMapping } from "../model/campaign.ts";
import { type Entry, type ListReading, placeIn, type RowTally } from "../model/entry.ts";
import { knownName, type List, type Row, tellingPath } from "../model/list.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { identityProblem } from "../rules/identity.ts";
import { Categories } from "./categories.ts";
import { reportColumns, usedColumns } from "./columns.ts";
import { type Header, type HeaderColumn, letterOf } from "./header.ts";
import { ListProblems } from "./list-problems.ts";
import { type RowKind, RowReader, rowCount } from "./rows.ts";
import { streetInTexts } from "./street.ts";
import { clean, cleanNumber } from "./text.ts";
import type { Tools } from "./tools.ts";
import type { Whose } from "./whose.ts";

/** What one list gave. */
export interface TableResult {
  readonly reading: ListReading;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** Reads one sheet whose header was found. */
export function readTable(list: List, header: Header, tools: Tools): TableResult {
  return new TableReader(list, header, tools).read();
}

interface KnownRow {
  readonly row: Row;
  readonly kind: RowKind;
}

class TableReader {
  readonly #list: List;
  readonly #header: Header;
  readonly #tools: Tools;
  readonly #titles: readonly string[];
  readonly #said: ListMapping | undefined;

  constructor(list: List, header: Header, tools: Tools) {
    this.#list = list;
    this.#header = header;
    this.#tools = tools;
    const { file, sheet } = knownName(list);
    this.#said = tools.campaign.lists.find((m) => m.file === file && (m.sheet === "" || m.sheet === sheet));
    this.#titles = list.rows
      .slice(0, header.rowIndex)
      .flatMap((row) => row.cells.map(clean).filter((text) => text !== ""));
  }

  read(): TableResult {
    const { rules, words, campaign, headers } = this.#tools;
    const used = usedColumns(this.#header, this.#said);
    const rows = new RowReader(this.#header, used, rules, words);
    const known = this.#list.rows.slice(this.#header.rowIndex + 1).map((row) => ({ row, kind: rows.kind(row) }));
    const body = known.filter((r) => r.kind === "entry").map((r) => r.row);
    const { whose, column } = this.#whose(body);
    const reading = this.#reading(used, whose, column, this.#tally(known));
    const problems = new ListProblems(this.#list, reading, campaign.decisions);
    reportColumns(this.#header, used, reading.headerRow, words, headers, problems);
    this.#reportWhose(reading, whose, column, body.length, problems);
    const entries = this.#entries(body, rows, reading, whose, column, problems);
    reading.tally.entries = entries.length;
    for (const { row, kind } of known) if (kind === "unclear") reportUnclear(row, rows, problems);
    const hidden = this.#list.rows.filter((row) => row.hidden).length;
    if (hidden > 0) problems.add("V014", 0, { rows: hidden });
    return { reading, entries, problems: problems.all };
  }

  /** Whose list it is, tried with each column that may be its category column. */
  #whose(body: readonly Row[]): { whose: Whose; column: HeaderColumn | null } {
    const around = { sheet: this.#list.sheet, titles: this.#titles, file: tellingPath(this.#list) };
    for (const column of this.#header.columns.filter((c) => c.field === "category")) {
      const cells = body.map((row) => clean(row.cells[column.index] ?? "")).filter((text) => text !== "");
      const whose = this.#tools.vocabularies.whose(around, cells, this.#said);
      if (whose.columnFits) return { whose, column };
    }
    return { whose: this.#tools.vocabularies.whose(around, [], this.#said), column: null };
  }

  #reading(used: readonly HeaderColumn[], whose: Whose, category: HeaderColumn | null, tally: RowTally): ListReading {
    const fieldOf = (c: HeaderColumn) => {
      if ((c.field === "category" && c !== category) || !used.includes(c)) return "";
      return c.field ?? c.declared?.name ?? "";
    };
    return {
      file: this.#list.file,
      sheet: this.#list.sheet,
      agency: whose.agency,
      everybody: whose.everybody,
      street: this.#street(),
      category: whose.category,
      headerRow: this.#list.rows[this.#header.rowIndex]?.number ?? 0,
      columns: this.#header.columns.map((c) => ({ letter: letterOf(c), header: c.header, field: fieldOf(c) })),
      hasCategoryColumn: category !== null,
      held: whose.rivals.length > 0 || (category === null && whose.category === null),
      tally,
    };
  }

  #street(): string {
    const texts = [this.#list.sheet, ...this.#titles, tellingPath(this.#list).replace(/\.[^.]*$/, "")];
    return streetInTexts(texts, this.#tools.rules, this.#tools.words) || this.#tools.campaign.street;
  }

  #tally(known: readonly KnownRow[]): RowTally {
    const count = (kind: RowKind) => known.filter((r) => r.kind === kind).length;
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

  #entries(
    body: readonly Row[],
    rows: RowReader,
    reading: ListReading,
    whose: Whose,
    column: HeaderColumn | null,
    problems: ListProblems,
  ): readonly Entry[] {
    const { rules, campaign } = this.#tools;
    const entries: Entry[] = [];
    const categories = new Categories(whose, column, reading.held);
    const byName: number[] = [];
    const tidied = { cells: 0, lengthened: 0 };
    for (const row of body) {
      const said = categories.of(row);
      if (!reading.held && said.categories.length === 0) {
        reading.tally.rejected++;
        const place = placeIn(reading, row.number, "category");
        problems.take(problem("V012", place, { cell: said.text }, { content: said.text }));
        continue;
      }
      const id = rows.id(row);
      if (id.lengthened) tidied.lengthened++;
      else if (id.tidied) tidied.cells++;
      const entry = rows.entry(row, reading, id, said.categories);
      const identity = identityProblem(entry, rules, campaign.decisions);
      if (identity.drop) {
        reading.tally.rejected++;
      } else {
        if (identity.byName) byName.push(row.number);
        entries.push(identity.accepted ? { ...entry, idAccepted: true } : entry);
      }
      if (identity.problem) problems.take(identity.problem);
      this.#reportCells(row, rows, entry, problems);
    }
    const columnOf = (field: string) => {
      const found = reading.columns.find((c) => c.field === field);
      return found ? `${found.header}(${found.letter})` : "";
    };
    const dropped = categories.report(columnOf("category"), problems);
    reportIds(byName, tidied, reading.headerRow, columnOf("idNumber"), problems);
    if (dropped.size === 0) return entries;
    const left = entries.filter((e) => !dropped.has(e.row));
    reading.tally.rejected += entries.length - left.length;
    return left;
  }

  #reportWhose(
    reading: ListReading,
    whose: Whose,
    column: HeaderColumn | null,
    rows: number,
    problems: ListProblems,
  ): void {
    const { agencies, categories } = this.#tools.rules;
    const row = reading.headerRow;
    const nameOf = (id: string) => agencies.get(id)?.name ?? id;
    if (whose.rivals.length > 0) {
      const where = [this.#list.sheet, ...this.#titles].join(" ");
      problems.add("V004", row, { agencies: whose.rivals.map(nameOf).join("、"), where });
      return;
    }
    if (reading.held) {
      if (whose.clash) problems.add("V006", row, { names: whose.clash.names.join("、"), where: whose.where });
      else problems.add("V003", row, { rows });
      return;
    }
    if (whose.insteadOf !== "") {
      const words = whose.category ?? (column === null ? "" : column.header);
      problems.add("V005", row, { named: nameOf(whose.insteadOf), taken: nameOf(whose.agency), words });
    }
    if (whose.columnFits) return;
    for (const { written, category } of whose.wider)
      problems.add("V010", row, { written, category: categories.get(category)?.id ?? category }, { content: written });
  }

  #reportCells(row: Row, rows: RowReader, entry: Entry, problems: ListProblems): void {
    const detail = (text: string) => ({
      content: text,
      subject: { idNumber: entry.idNumber, name: entry.name, otherIdNumber: "", value: text },
      decisions: this.#tools.campaign.decisions,
    });
    if (entry.listedText !== "" && entry.listed === null) {
      const place = placeIn(entry.list, row.number, "amount");
      problems.take(problem("V201", place, { text: entry.listedText }, detail(entry.listedText)));
    }
    const count = rows.unreadableCount(row);
    if (count === null) return;
    const field = this.#tools.words.headers[count.field][0] ?? "";
    const place = placeIn(entry.list, row.number, count.field);
    problems.take(problem("V203", place, { text: count.text, field }, detail(count.text)));
  }
}

function reportIds(
  byName: readonly number[],
  tidied: { readonly cells: number; readonly lengthened: number },
  headerRow: number,
  column: string,
  problems: ListProblems,
): void {
  const [first, ...also] = byName;
  if (first !== undefined) problems.add("V105", first, { rows: byName.length }, { column, also });
  const tell = (cells: number, what: string, whatEn: string) => {
    if (cells > 0) problems.add("V015", headerRow, { cells, what, whatEn }, { column });
  };
  tell(tidied.cells, "身份证号去空格、全角转半角、x 改 X", "ID numbers: spaces, width, x");
  tell(tidied.lengthened, "15 位身份证号升为 18 位", "ID numbers of 15 digits made 18");
}

/** A row that is neither entry nor anything that is skipped: a stray remark, or a row that lost its name. */
function reportUnclear(row: Row, rows: RowReader, problems: ListProblems): void {
  const filled = row.cells.map(clean).filter((cell) => cell !== "");
  const text = filled.join(" ").slice(0, 60);
  const content = cleanNumber(text);
  if (rows.filled(row) >= 2) problems.add("V021", row.number, { row: text }, { content });
  else problems.add("V020", row.number, { row: text }, { content });
}
