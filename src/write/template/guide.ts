/** The sheet that explains a blank list: what it is for, and what each column takes. */
import type { Style, Worksheet } from "exceljs";
import { GUIDE_MARK, GUIDE_SHEET, type Season, type TemplateList } from "../../model/template.ts";
import type { Page } from "../workbook/book.ts";
import { cellStyle, HEADER, HEADING, PLAIN, TITLE } from "../workbook/style.ts";
import { cellText, heightOf } from "../workbook/text.ts";
import { FIRST_CHOICES, longChoices } from "./choices.ts";

const WIDTHS = [18, 9, 62, 26];

/** The sheet. Its first cell says that it is no list. */
export function guidePage(list: TemplateList, season: Season): Page {
  return { name: GUIDE_SHEET, draw: (ws) => draw(ws, list, season) };
}

function draw(ws: Worksheet, list: TemplateList, { listedIn, document }: Season): void {
  for (const [i, width] of WIDTHS.entries()) ws.getColumn(i + 1).width = width;
  line(ws, GUIDE_MARK, TITLE);
  line(ws, "一、这份名单用来做什么", HEADING);
  for (const { programme, standard, clause, quote } of list.uses) {
    paragraph(ws, `${programme}，${standard}。${clause}“${quote}”`);
  }
  if (list.lookedAtBy.length > 0) paragraph(ws, `这份名单不直接发钱，用来核对：${list.lookedAtBy.join("、")}。`);
  paragraph(ws, `以 ${listedIn} 在册为准。依据：${document}。`);
  line(ws, "二、怎样填", HEADING);
  for (const text of rulesOfFilling(list)) paragraph(ws, text);
  line(ws, "三、各列", HEADING);
  table(ws, ["列名", "必填", "怎样填", "例子"], HEADER);
  for (const { header, need, how, example } of list.columns)
    table(ws, [header, need === "必填" ? "是" : "", how, example], cellStyle("text", "body"));
  for (const [i, { words }] of longChoices(list).entries()) {
    const at = FIRST_CHOICES + i;
    for (const [row, word] of words.entries()) ws.getCell(row + 1, at).value = cellText(word);
    ws.getColumn(at).hidden = true;
  }
  ws.views = [{ showGridLines: false }];
  ws.pageSetup = {
    paperSize: 9,
    orientation: "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
  };
}

/** How many rows a person or household takes. */
const ROWS: Readonly<Record<TemplateList["rows"], string>> = {
  members: "一人一行。同一户的几个人写几行，“户主身份证号”都填户主的号码；户主本人也占一行。",
  households: "一户一行，填户主。",
  people: "一人一行，同一个人不要写两行。",
};

function rulesOfFilling({ rows }: TemplateList): readonly string[] {
  return [
    ROWS[rows],
    "红色的列名必填。不要改列名，不要合并单元格，不要在中间插入小计；可以增加列，也可以调整列的先后。",
    "选中单元格会出现填写提示；填错时会提示，粘贴进来的不对的会变成粉红色。",
    "需要时可以加的列，照这样写列名就认得：证件类型（护照、港澳居民来往内地通行证等）、领款单位、代领人姓名、代领人身份证号。",
    "从别处粘贴时选“只粘贴值（数值）”，以保留本表的格式和检查。",
    "存为 .xlsx 发回。文件名可以改，名单的标题不要改。",
  ].map((text, i) => `${i + 1}. ${text}`);
}

function line(ws: Worksheet, text: string, style: Partial<Style>): void {
  const row = ws.addRow([cellText(text)]);
  row.height = 26;
  row.getCell(1).style = { ...style };
}

/** A text over all columns that may take several lines: a merged cell does not grow by itself. */
function paragraph(ws: Worksheet, text: string): void {
  const row = ws.addRow([cellText(text)]);
  ws.mergeCells(row.number, 1, row.number, WIDTHS.length);
  row.getCell(1).style = { ...PLAIN, alignment: { vertical: "top", wrapText: true } };
  row.height = heightOf([text], [WIDTHS.reduce((a, b) => a + b, 0)]) + 2;
}

function table(ws: Worksheet, cells: readonly string[], style: Partial<Style>): void {
  const row = ws.addRow(cells.map(cellText));
  for (const i of cells.keys()) row.getCell(i + 1).style = { ...style };
  row.height = heightOf(cells, WIDTHS) + 4;
}
