/** One list: header, owner, category and rows together give its entries, its reading and its problems. */
import { type ListMapping, mappingOf } from "../model/campaign.ts";
import type { Entry, ListReading, RowTally } from "../model/entry.ts";
import { knownName, type Row, tellingPath } from "../model/list.ts";
import { columnLetter } from "../model/place.ts";
import type { Problem } from "../problem/problem.ts";
import { Categories } from "./categories.ts";
import { reportColumns } from "./column-report.ts";
import { type Column, type Columns, readColumns } from "./columns.ts";
import { Entries } from "./entries.ts";
import type { Table } from "./layout.ts";
import { ListProblems } from "./list-problems.ts";
import { withoutLostValues } from "./lost-values.ts";
import { sampleOf } from "./profile.ts";
import { reportHidden, reportLost, reportMerged, reportTotals, reportUnclear, reportWhose } from "./reports.ts";
import { continuesNote } from "./row-words.ts";
import { type RowKind, RowReader } from "./rows.ts";
import { spreadMerged } from "./spread.ts";
import { streetInTexts } from "./street.ts";
import { clean, namesOtherUnit } from "./text.ts";
import type { Tools } from "./tools.ts";
import type { Totals } from "./totals.ts";
import { sourcesOf, type Whose } from "./whose.ts";

/** What one list gave. */
export interface TableResult {
  readonly reading: ListReading;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads one list.
 * @param totals of its sheet: a total at the end may be that of all lists above it
 */
export function readTable(table: Table, totals: Totals, tools: Tools): TableResult {
  const { file, sheet } = knownName(table.list);
  const said = mappingOf(tools.campaign, file, sheet);
  const columns = readColumns(table.header.columns, sampleOf(table.alikeRows, tools.rowWords), tools.words, said);
  const { rows: sound, lost } = withoutLostValues(table.rows, columns.all);
  const spread = spreadMerged(sound, columns.all, table.merged);
  const rows = new RowReader(columns.all, {
    ...tools,
    merged: table.merged,
    inYuan: !table.titles.some(namesOtherUnit),
  });
  const body = sorted(spread.rows, rows);
  const owner = ownerOf(table, columns, body.entry, said, tools);
  const reading = readingOf(table, columns, owner, body, tools);
  const problems = new ListProblems(table.list, reading, tools.campaign.decisions);
  if (!table.isSection) reportColumns(columns, tools.words, tools.headers, problems);
  reportWhose(reading, owner.whose, columns.areUnclear, body.entry.length, table, tools.rules, problems);
  const categories = new Categories(owner.whose, owner.column, reading.held);
  const entries = new Entries(rows, reading, problems, tools).read(body.entry, categories);
  reading.tally.entries = entries.length;
  reportLost(lost, problems);
  const merged = reportMerged(spread, reading, problems);
  for (const row of body.unclear) if (!merged.has(row.number)) reportUnclear(row, rows, problems);
  const amount = columns.all.find((c) => c.use === "amount");
  if (body.total.length > 0 || table.of > 1) addUp(totals, amount?.index ?? -1, body, rows);
  reportTotals(totals.end(), amount, problems);
  reportHidden(reading, table, problems);
  return { reading, entries, problems: problems.all };
}

type Body = Readonly<Record<RowKind, readonly Row[]>>;

/** The rows by what they are, each kind in the order of the sheet. */
function sorted(all: readonly Row[], rows: RowReader): Body {
  const body: Record<RowKind, Row[]> = { entry: [], title: [], total: [], note: [], unclear: [] };
  let isBelowNote = false;
  for (const row of all) {
    const kind = rows.kind(row);
    isBelowNote = kind === "note" || (isBelowNote && kind === "unclear" && continuesNote(row));
    body[isBelowNote ? "note" : kind].push(row);
  }
  return body;
}

/** Whose a list is, and the column that says the category of its rows. */
interface Owner {
  readonly whose: Whose;
  readonly column: Column | null;
}

/** Tried with each column that may be the category column. */
function ownerOf(
  table: Table,
  columns: Columns,
  body: readonly Row[],
  said: ListMapping | undefined,
  { vocabularies }: Tools,
): Owner {
  const around = sourcesOf(table);
  for (const column of columns.all.filter((c) => c.use === "category")) {
    const cells = body.map((row) => clean(row.cells[column.index] ?? "")).filter((text) => text !== "");
    const whose = vocabularies.whose(around, cells, said);
    // The campaign file's word makes it the category column, however few of its cells are understood.
    if (whose.columnFits || column.by === "campaign") return { whose: { ...whose, columnFits: true }, column };
  }
  return { whose: vocabularies.whose(around, [], said), column: null };
}

function readingOf(table: Table, columns: Columns, { whose, column }: Owner, body: Body, tools: Tools): ListReading {
  const { list, header, first, last } = table;
  const fieldOf = (c: Column) => {
    if (c.declared !== null) return c.declared.name;
    return c.use === null || (c.use === "category" && c !== column) ? "" : c.use;
  };
  const isHidden = (c: Column) => list.hiddenColumns.includes(c.index + 1);
  const rowNumber = (at: number) => list.rows[at]?.number ?? 0;
  return {
    file: list.file,
    sheet: list.sheet,
    ordinal: table.ordinal,
    of: table.of,
    isBeside: table.part !== null,
    rows: { first, last },
    agency: whose.agency,
    everybody: whose.everybody,
    street: streetOf(table, tools),
    category: whose.category,
    categoryToldBy: column === null ? whose.toldBy : "column",
    headerRows: { first: rowNumber(header.top), last: rowNumber(header.bottom) },
    columns: columns.all.map((c) => {
      const field = fieldOf(c);
      return { letter: columnLetter(c.index + 1), header: c.header, field, by: field === "" ? "" : c.by };
    }),
    hasCategoryColumn: column !== null,
    held: columns.areUnclear || whose.rivals.length > 0 || (column === null && whose.category === null),
    hiddenRows: table.rows.filter((row) => row.hidden).length,
    hiddenColumns: columns.all.filter(isHidden).map((c) => columnLetter(c.index + 1)),
    tally: tallyOf(table, body),
  };
}

function streetOf({ list, titles, sheetTitles, of }: Table, { rules, words, campaign }: Tools): string {
  const around = of > 1 ? [...titles, list.sheet, ...sheetTitles] : [list.sheet, ...titles];
  return streetInTexts([...around, tellingPath(list).replace(/\.[^.]*$/, "")], rules, words) || campaign.street;
}

function tallyOf({ first, last, rows, titleRows, headerRows }: Table, body: Body): RowTally {
  const read = last - first + 1;
  return {
    read,
    entries: 0,
    blank: read - titleRows - headerRows - rows.length,
    title: titleRows + body.title.length,
    header: headerRows,
    total: body.total.length,
    note: body.note.length,
    rejected: body.unclear.length,
  };
}

/** Entries and totals in the order in which they stand. */
function addUp(totals: Totals, amountAt: number, { entry, total }: Body, rows: RowReader): void {
  totals.begin(amountAt);
  let next = 0;
  for (const row of entry) {
    for (; next < total.length && (total[next]?.number ?? 0) < row.number; next++) totals.total(total[next] as Row);
    totals.entry(rows.counted(row));
  }
  for (; next < total.length; next++) totals.total(total[next] as Row);
}
