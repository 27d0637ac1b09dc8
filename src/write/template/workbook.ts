/** A blank list as a workbook: the list with its checks and drop-downs, and a sheet that explains it. */
import type { DataValidation, Style, Worksheet } from "exceljs";
import { columnLetter } from "../../model/place.ts";
import type { CellCheck, Season, TemplateColumn, TemplateList } from "../../model/template.ts";
import { invariant } from "../invariant.ts";
import { makeBook, type Page, pageFooter } from "../workbook/book.ts";
import { HEADER, PLAIN, SEVERITY_COLOURS, TITLE } from "../workbook/style.ts";
import { cellText } from "../workbook/text.ts";
import { choicesOf, LONGEST_RULE } from "./choices.ts";
import { guidePage } from "./guide.ts";

/** Title, what is to be filled in by hand, header. */
const HEADER_ROW = 3;
const FIRST_ROW = HEADER_ROW + 1;

/** The largest list that an agency sends, twice: rows that are checked while they are typed. */
const LAST_ROW = 40_000;

/** Rows with a frame: a page to print and fill in by hand; what is typed below them has the columns' format too. */
const FRAMED_ROWS = 25;

/** The title of a rule holds so many; its texts as many as the rule itself. */
const LONGEST_TITLE = 32;

/** What Excel forbids in the name of a sheet, and how long it may be. */
const NOT_IN_SHEET_NAMES = /[[\]:*?/\\']/g;
const LONGEST_SHEET_NAME = 31;

/** The workbook's bytes. */
export async function templateWorkbook(list: TemplateList, season: Season): Promise<Buffer> {
  return makeBook(titleOf(list), [listPage(list, season), guidePage(list, season)]);
}

function titleOf({ office, name }: TemplateList): string {
  return `${office} ${name}名单`;
}

/** The sheet's own name tells the category where there is one; a list of several is told by its column. */
function listPage(list: TemplateList, season: Season): Page {
  const name = list.categories.length === 1 ? list.name : "名单";
  return {
    name: cellText(name).replace(NOT_IN_SHEET_NAMES, " ").slice(0, LONGEST_SHEET_NAME),
    draw: (ws) => {
      drawTop(ws, list, season);
      for (let row = FIRST_ROW; row < FIRST_ROW + FRAMED_ROWS; row++) ws.getRow(row).height = 18;
      for (const [i, column] of list.columns.entries()) drawColumn(ws, list, column, i + 1);
      ws.views = [{ state: "frozen", ySplit: HEADER_ROW, xSplit: 0, showGridLines: true }];
      ws.pageSetup = {
        paperSize: 9,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        printTitlesRow: `1:${HEADER_ROW}`,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
      };
      ws.headerFooter = { oddFooter: pageFooter(titleOf(list)) };
    },
  };
}

function drawTop(ws: Worksheet, list: TemplateList, { title }: Season): void {
  const top = ws.getCell(1, 1);
  top.value = cellText(titleOf(list));
  top.style = { ...TITLE, alignment: { vertical: "middle", horizontal: "center" } };
  ws.getRow(1).height = 28;
  const hand = ws.getCell(2, 1);
  hand.value = cellText(`${title}    填报单位（盖章）：                    填报人：              填报日期：`);
  hand.style = { ...PLAIN };
  ws.getRow(2).height = 20;
  for (const row of [1, 2]) ws.mergeCells(row, 1, row, list.columns.length);
  ws.getRow(HEADER_ROW).height = 26;
}

function drawColumn(ws: Worksheet, list: TemplateList, column: TemplateColumn, at: number): void {
  const drawn = ws.getColumn(at);
  drawn.width = column.width;
  drawn.style = cellStyle(column);
  const header = ws.getCell(HEADER_ROW, at);
  header.value = cellText(column.header);
  header.style = column.need === "必填" ? MUST_HEADER : HEADER;
  for (let row = FIRST_ROW; row < FIRST_ROW + FRAMED_ROWS; row++) {
    ws.getCell(row, at).style = { ...cellStyle(column), border: HEADER.border ?? {} };
  }
  const letter = columnLetter(at);
  const first = `${letter}${FIRST_ROW}`;
  const range = `${first}:${letter}${LAST_ROW}`;
  addValidation(ws, range, { ...promptOf(column), ...ruleOf(list, column, first) });
  if (column.check === null) return;
  const wrong = ruleText(`AND(LEN(${first})>0,NOT(${column.check.formula(first)}))`);
  ws.addConditionalFormatting({ ref: range, rules: [{ ...PINK, priority: at, formulae: [wrong] }] });
}

/** The headers of columns that must be filled in are red. */
const MUST_HEADER: Partial<Style> = { ...HEADER, font: { ...HEADER.font, color: { argb: "FFC00000" } } };

/** Colours what was pasted, which no validation sees. */
const PINK = {
  type: "expression",
  style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: SEVERITY_COLOURS.error } } },
} as const;

const FORMATS = { text: "@", yuan: "#,##0.00", number: "General", date: "yyyy-mm-dd" } as const;

/** A text keeps off the number in the column before it. */
const TEXT_SIDE = { horizontal: "left", indent: 1 } as const;
const NUMBER_SIDE = { horizontal: "right" } as const;

/** The format of cells that nobody has filled in yet: of the whole column. */
function cellStyle({ kind }: TemplateColumn): Partial<Style> {
  const alignment = { vertical: "middle", ...(kind === "text" ? TEXT_SIDE : NUMBER_SIDE) } as const;
  return { ...PLAIN, numFmt: FORMATS[kind], alignment };
}

/** What is said when a cell is chosen. */
function promptOf(column: TemplateColumn): Partial<DataValidation> {
  return {
    showInputMessage: true,
    promptTitle: `${column.header}（${column.need}）`.slice(0, LONGEST_TITLE),
    prompt: cellText(column.how).slice(0, LONGEST_RULE),
    allowBlank: true,
  };
}

/** The drop-down or the check of a column, and what is said when a cell does not hold. */
function ruleOf(list: TemplateList, column: TemplateColumn, first: string): Partial<DataValidation> {
  if (column.words.length > 0) {
    const asked = column.wordsOnly ? errorOf(column, "warning", "下拉框里没有这个写法。确实要这样写的选“是”") : {};
    return { type: "list", formulae: [choicesOf(list, column)], ...asked };
  }
  if (column.check === null) return { type: "any", formulae: [] } as unknown as Partial<DataValidation>;
  const { formula, style, error } = column.check;
  return { type: "custom", formulae: [ruleText(formula(first))], ...errorOf(column, style, error) };
}

function errorOf({ header }: TemplateColumn, style: CellCheck["style"], error: string): Partial<DataValidation> {
  const errorTitle = header.slice(0, LONGEST_TITLE);
  return { showErrorMessage: true, errorStyle: style, errorTitle, error: cellText(error).slice(0, LONGEST_RULE) };
}

function ruleText(formula: string): string {
  invariant(formula.length <= LONGEST_RULE, "Excel takes a rule of 255 characters");
  return formula;
}

/** exceljs knows a rule for a range under the range's name; its types only name single cells. */
function addValidation(ws: Worksheet, range: string, rule: Partial<DataValidation>): void {
  (ws as unknown as { dataValidations: { add: (range: string, rule: object) => void } }).dataValidations.add(
    range,
    rule,
  );
}
