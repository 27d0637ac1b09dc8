/** 总览: one page that a head of office can sign. */
import type { Worksheet } from "exceljs";
import type { Entitlement } from "../../model/entitlement.ts";
import type { DueList } from "../../model/outcome.ts";
import { type Fen, sum, toCapitals, toReadableYuan } from "../../money.ts";
import { severityOf } from "../../problem/problem.ts";
import { CHANNEL_WORDS, isMoney } from "../words.ts";
import { type Page, pageFooter } from "../workbook/book.ts";
import { cellStyle, HEADER, HEADING, PLAIN, TITLE } from "../workbook/style.ts";
import type { Cell, ColumnKind } from "../workbook/table.ts";
import { cellText, displayWidth, heightOf } from "../workbook/text.ts";
import { type Heads, withResult } from "./heads.ts";
import type { Reported } from "./reported.ts";

/** Columns of the page: a name, then four figures, then a remark. */
const WIDTHS = [20, 10, 10, 10, 18, 34];

/** What one line over all columns holds, in half-width characters, with room to spare. */
const LINE_WIDTH = 96;

/** The page. */
export function overview(reported: Reported): Page {
  return { name: "总览", draw: (sheet) => draw(sheet, reported) };
}

function draw(ws: Worksheet, reported: Reported): void {
  const { outcome } = reported;
  const { rules, campaign } = outcome;
  WIDTHS.forEach((width, i) => {
    ws.getColumn(i + 1).width = width;
  });
  const page = new Pen(ws);
  page.title(`${rules.title} 发放核对表`);
  const place = [campaign.district || rules.district, campaign.street].filter((part) => part !== "").join(" ");
  page.line(`${place}    依据：${rules.document.number}    规则版本：${rules.edition}`);
  page.line(`实施期间：${rules.period.from} 至 ${rules.period.to}    在册月份：${rules.period.listedIn}`);
  told(page, reported);
  lists(page, reported);
  results(page, reported);
  channels(page, reported);
  outputs(page, reported);
  todo(page, reported);
  signatures(page);
  ws.views = [{ showGridLines: false }];
  ws.pageSetup = {
    paperSize: 9,
    orientation: "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 1,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
  };
  ws.headerFooter = { oddFooter: pageFooter("总览") };
}

/** What the campaign file said that changes who is paid by whom. */
function told(page: Pen, { outcome }: Reported): void {
  const { sources, ownPayers, mergesProgrammes, checkLists, answers } = outcome.campaign;
  const file = sources.find((source) => source.role === "campaign");
  if (file === undefined) return;
  const said = [
    ...(ownPayers === null ? [] : [`本单位发放：${[...ownPayers].join("、")}，其余移送`]),
    ...(mergesProgrammes ? ["合并发放"] : []),
    ...(checkLists.length === 0 ? [] : [`比对名单：${checkLists.map((list) => list.name).join("、")}`]),
    ...(answers.size === 0 ? [] : [`已答复可否叠加 ${answers.size} 项`]),
  ];
  page.paragraph([`活动文件：${file.name}`, ...said].join("    "));
}

function lists(page: Pen, { outcome }: Reported): void {
  const of = (state: DueList["state"]) => outcome.dueLists.filter((d) => d.state === state);
  const named = (due: readonly DueList[]) => (due.length === 0 ? "" : `：${due.map((d) => d.category).join("、")}`);
  page.heading("一、名单");
  page.line(
    `应到 ${outcome.dueLists.length} 类，已收到 ${of("read").length} 类，声明没有 ${of("declared-none").length} 类，未到 ${of("missing").length} 类`,
  );
  if (of("missing").length > 0) page.paragraph(`未到${named(of("missing"))}`);
  if (of("declared-none").length > 0) page.paragraph(`声明没有${named(of("declared-none"))}`);
  const rejected = outcome.lists.reduce((all, list) => all + list.tally.rejected, 0);
  page.line(
    `读取 ${outcome.inputs.length} 个文件、${outcome.lists.length} 份名单、${outcome.entries.length} 条；未计入 ${rejected} 行`,
  );
}

function results(page: Pen, { entitlements, slices, count, countOf }: Reported): void {
  page.heading("二、结果");
  page.header("", "户数", "人数", "人次", "金额(元)", "");
  const line = (name: string, heads: Heads, remark: string) =>
    page.row(name, heads.households, heads.people, heads.times, heads.amount, remark);
  const granted = count(withResult(slices, "granted"));
  line("发放", granted, toCapitals(granted.amount));
  line("暂缓发放", count(withResult(slices, "held")), "补齐后作为补发批次发放");
  line("不予发放", count(withResult(slices, "denied")), "");
  const pending = entitlements.filter((e) => e.pendingDifference > 0);
  const heads = countOf(pending);
  const waits = sum(pending.map((e) => e.pendingDifference));
  page.row("待定差额", heads.households, heads.people, heads.times, waits, "人数核定后补发；不在以上金额内");
}

function channels(page: Pen, { slices, count }: Reported): void {
  page.heading("三、发放方式");
  page.header("", "户数", "人数", "人次", "金额(元)", "");
  const granted = withResult(slices, "granted");
  for (const word of CHANNEL_WORDS) {
    const some = granted.filter(({ channel }) => channel === word);
    if (some.length === 0) continue;
    const heads = count(some);
    const money = some.some(({ programme }) => isMoney(programme));
    page.row(word, heads.households, heads.people, heads.times, money ? heads.amount : null, money ? "" : "不计金额");
  }
  const all = count(granted);
  page.total("合计", all.households, all.people, all.times, all.amount, "");
}

function outputs(page: Pen, { outcome }: Reported): void {
  const { batches, sheets, transfers } = outcome.disbursement;
  const total = (some: readonly { readonly total: Fen }[]) => toReadableYuan(sum(some.map((s) => s.total)));
  const lines = batches.reduce((all, b) => all + b.payments.length, 0);
  page.heading("四、发放文件与核对");
  page.line(
    `代发文件 ${batches.length} 个，${lines} 笔，${total(batches)} 元；签领表 ${sheets.length} 份，${total(sheets)} 元`,
  );
  if (transfers.length > 0) page.line(`移送其他发放主体 ${transfers.length} 份，${total(transfers)} 元`);
  const held = outcome.laws.filter((law) => law.holds).length;
  page.line(`勾稽核对 ${outcome.laws.length} 项，相符 ${held} 项（见“核对”）`);
}

function todo(page: Pen, { outcome, entitlements, slices }: Reported): void {
  page.heading("五、需要办理");
  const of = (severity: string) => outcome.problems.filter((p) => severityOf(p) === severity).length;
  const held = sum(withResult(slices, "held").map(({ amount }) => amount as Fen));
  const missing = outcome.dueLists.filter((d) => d.state === "missing").length;
  const open = outcome.asks.filter((ask) => ask.answer === "");
  const alone = entitlements.filter(isUnsure).length;
  const lines = [
    missing > 0 ? `催要未到的 ${missing} 类名单，或说明没有` : "",
    of("error") > 0
      ? `必须处理的问题 ${of("error")} 个，等待金额 ${toReadableYuan(held)} 元（见“暂缓清单”和问题清单.xlsx）`
      : "",
    of("warning") > 0 ? `需要确认的问题 ${of("warning")} 个（见问题清单.xlsx；可以凭结论处理的见待核实.xlsx）` : "",
    open.length > 0 ? `可否叠加待答复的 ${open.length} 项（见“口径确认”）` : "",
    alone > 0 ? `只有一行的家庭 ${alone} 户：名单没有列出其他成员，其中有没有应当扣除的人无从判断，按填报人数计发` : "",
  ].filter((text) => text !== "");
  lines.forEach((text, i) => {
    page.paragraph(`${i + 1}. ${text}`);
  });
  if (lines.length === 0) page.line("没有。");
}

/** A household of several by declaration of whom one row tells: whether a member holds what shuts out, nobody can see. */
function isUnsure({ programme, unit, counted, result }: Entitlement): boolean {
  const oneRow = unit.kind === "household" && unit.household.members.length === 1 && counted > 1;
  return oneRow && programme.notCounted.length > 0 && result !== "denied";
}

function signatures(page: Pen): void {
  page.blank();
  for (const who of ["经办人", "复核人", "负责人"]) page.signature(who);
}

/** Writes the page from top to bottom. */
class Pen {
  readonly #ws: Worksheet;

  constructor(ws: Worksheet) {
    this.#ws = ws;
  }

  title(text: string): void {
    const row = this.#merged(text, TITLE);
    row.height = 30;
    row.getCell(1).alignment = { vertical: "middle", horizontal: "center" };
  }

  heading(text: string): void {
    this.#merged(text, HEADING).height = 24;
  }

  line(text: string): void {
    this.#merged(text, PLAIN).height = 17;
  }

  /** A text that may take several lines: a merged cell does not grow by itself. */
  paragraph(text: string): void {
    const row = this.#merged(text, PLAIN);
    row.getCell(1).alignment = { vertical: "top", wrapText: true };
    row.height = 16 * Math.ceil(displayWidth(text) / LINE_WIDTH) + 1;
  }

  blank(): void {
    this.#ws.addRow([]).height = 12;
  }

  header(...titles: string[]): void {
    const row = this.#ws.addRow(titles);
    titles.forEach((_, i) => {
      row.getCell(i + 1).style = { ...HEADER };
    });
  }

  row(...cells: Cell[]): void {
    this.#figures(cells, "body");
  }

  total(...cells: Cell[]): void {
    this.#figures(cells, "total");
  }

  signature(who: string): void {
    const row = this.#ws.addRow([`${who}（签名）：`, null, null, null, "日期：      年    月    日"]);
    row.height = 30;
    for (let column = 1; column <= WIDTHS.length; column++) row.getCell(column).style = { ...PLAIN };
    for (let column = 2; column <= 4; column++) {
      row.getCell(column).border = { bottom: { style: "thin", color: { argb: "FF9A9A9A" } } };
    }
  }

  #figures(cells: readonly Cell[], kind: "body" | "total"): void {
    const kinds: readonly ColumnKind[] = ["text", "count", "count", "count", "yuan", "text"];
    const row = this.#ws.addRow([]);
    kinds.forEach((column, i) => {
      const cell = row.getCell(i + 1);
      const value = cells[i] ?? null;
      // Up to 10^12 yuan a sum of fen divided by 100 shows the same two decimals.
      cell.value =
        typeof value === "number" && column === "yuan"
          ? value / 100
          : typeof value === "string"
            ? cellText(value)
            : value;
      cell.style = cellStyle(column, kind);
    });
    row.height = heightOf(cells, WIDTHS);
  }

  #merged(text: string, style: typeof PLAIN): ReturnType<Worksheet["addRow"]> {
    const row = this.#ws.addRow([cellText(text)]);
    row.getCell(1).style = { ...style };
    this.#ws.mergeCells(row.number, 1, row.number, WIDTHS.length);
    return row;
  }
}
