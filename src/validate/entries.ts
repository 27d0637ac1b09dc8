/** The entries of one list: its rows cleaned and checked, what is wrong with them said, rows that a decision drops left out. */
import { type Entry, type ListReading, placeIn } from "../model/entry.ts";
import type { Row } from "../model/list.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { identityProblem } from "../rules/identity.ts";
import type { Categories } from "./categories.ts";
import type { NameCell } from "./cells.ts";
import { orderHouseholds } from "./household-order.ts";
import type { ListProblems } from "./list-problems.ts";
import type { RowReader } from "./rows.ts";
import type { Tools } from "./tools.ts";

/** Cells of a list that were brought to the usual spelling, told once a column. */
interface Tidied {
  ids: number;
  lengthened: number;
  names: number;
}

/** Makes the entries of one list. */
export class Entries {
  readonly #rows: RowReader;
  readonly #reading: ListReading;
  readonly #problems: ListProblems;
  readonly #tools: Tools;
  readonly #tidied: Tidied = { ids: 0, lengthened: 0, names: 0 };
  /** Rows whose people are known by name, where no number is asked for. */
  readonly #byName: number[] = [];
  readonly #dropped = new Set<number>();

  constructor(rows: RowReader, reading: ListReading, problems: ListProblems, tools: Tools) {
    this.#rows = rows;
    this.#reading = reading;
    this.#problems = problems;
    this.#tools = tools;
  }

  /** The entries of rows that are one each; those without a category or dropped by a decision count as rejected. */
  read(body: readonly Row[], categories: Categories): readonly Entry[] {
    const entries: Entry[] = [];
    const relations: string[] = [];
    for (const row of body) {
      const entry = this.#entry(row, categories);
      if (entry === null) continue;
      entries.push(entry);
      relations.push(this.#rows.relation(row));
    }
    for (const row of categories.report(this.#column("category"), this.#problems)) this.#dropped.add(row);
    this.#reportIdentity();
    const placed = this.#inHouseholds(entries, relations);
    const left = this.#dropped.size === 0 ? placed : placed.filter((e) => !this.#dropped.has(e.row));
    this.#reading.tally.rejected += body.length - left.length;
    return left;
  }

  #entry(row: Row, categories: Categories): Entry | null {
    const said = categories.of(row);
    if (!this.#reading.held && said.categories.length === 0) {
      const place = placeIn(this.#reading, row.number, "category");
      this.#problems.take(problem("V012", place, { cell: said.text, none: said.denies }, { content: said.text }));
      return null;
    }
    const id = this.#rows.id(row);
    const name = this.#rows.name(row, id.fault !== "missing");
    if (id.lengthened) this.#tidied.lengthened++;
    else if (id.tidied) this.#tidied.ids++;
    if (name.tidied) this.#tidied.names++;
    const entry = this.#rows.entry(row, this.#reading, name.name, id, said.categories);
    const identity = identityProblem(entry, this.#tools.rules, this.#tools.campaign.decisions);
    if (identity.problem) this.#problems.take(identity.problem);
    if (identity.drop) this.#dropped.add(row.number);
    else if (identity.byName) this.#byName.push(row.number);
    this.#reportCells(row, entry, name);
    return identity.accepted ? { ...entry, idAccepted: true } : entry;
  }

  #reportCells(row: Row, entry: Entry, name: NameCell): void {
    const detail = (text: string) => ({
      content: text,
      subject: { idNumber: entry.idNumber, name: entry.name, otherIdNumber: "", value: text },
      decisions: this.#tools.campaign.decisions,
    });
    const at = (field: string) => placeIn(this.#reading, row.number, field);
    if (name.remark !== "") {
      const params = { name: name.name, remark: name.remark };
      this.#drops(problem("V109", at("name"), params, detail(`${name.name}（${name.remark}）`)), row);
    }
    if (name.isOdd) this.#drops(problem("V110", at("name"), { name: name.name }, detail(name.name)), row);
    if (entry.listedText !== "" && entry.listed === null)
      this.#problems.take(problem("V201", at("amount"), { text: entry.listedText }, detail(entry.listedText)));
    const count = this.#rows.unreadableCount(row);
    if (count === null) return;
    const field = this.#tools.words.headers[count.field][0] ?? "";
    this.#problems.take(problem("V203", at(count.field), { text: count.text, field }, detail(count.text)));
  }

  /** A 警告 about one row: 不予 drops it. */
  #drops(found: Problem, row: Row): void {
    this.#problems.take(found);
    if (found.settledBy?.verdict === "不予") this.#dropped.add(row.number);
  }

  #column(field: string): string {
    return placeIn({ ...this.#reading, isBeside: false }, 0, field).column;
  }

  #reportIdentity(): void {
    const [first, ...also] = this.#byName;
    const column = this.#column("idNumber");
    if (first !== undefined) this.#problems.add("V105", first, { rows: this.#byName.length }, { column, also });
    const { ids, lengthened, names } = this.#tidied;
    const tell = (cells: number, field: string, what: string, whatEn: string) => {
      const { last } = this.#reading.headerRows;
      if (cells > 0) this.#problems.add("V015", last, { cells, what, whatEn }, { column: this.#column(field) });
    };
    tell(ids, "idNumber", "身份证号去空格、全角转半角、x 改 X", "ID numbers: spaces, width, x");
    tell(lengthened, "idNumber", "15 位身份证号升为 18 位", "ID numbers of 15 digits made 18");
    tell(names, "name", "姓名去空格、统一间隔号", "names: spaces, the dot between parts");
  }

  /** Members whom only the order of the rows puts into a household. */
  #inHouseholds(entries: readonly Entry[], relations: readonly string[]): readonly Entry[] {
    const whole = householdCategories(this.#tools.rules);
    const isOfHousehold = (entry: Entry) => entry.categories.some((id) => whole.has(id));
    const ordered = orderHouseholds(entries, relations, isOfHousehold, this.#tools.words);
    if (ordered === null) return entries;
    const tell = (code: "V029" | "V030", rows: readonly Entry[]) => {
      const [first, ...also] = rows.map((entry) => entry.row);
      if (first === undefined) return;
      const params = { rows: rows.length, households: ordered.households };
      this.#problems.add(code, first, params, { column: this.#column("relation"), also });
    };
    tell("V029", ordered.placed);
    tell("V030", ordered.unplaced);
    return ordered.entries;
  }
}

/** Categories that open a programme which households get. */
function householdCategories(rules: Rules): ReadonlySet<string> {
  return new Set(rules.programmes.flatMap((p) => (p.unit === "household" ? p.eligible.any : [])));
}
