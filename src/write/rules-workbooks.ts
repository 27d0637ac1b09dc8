/** 标准表 and 口径确认单: an edition as tables that an office signs, without the sums of any person. */
import type { Fen } from "../money.ts";
import { makeBook } from "./workbook/book.ts";
import { body, type Cell, type Column, note, type Table } from "./workbook/table.ts";

/** One programme as 标准表 has it; texts in the order of the columns. */
export type StandardRow = readonly [
  programme: string,
  who: string,
  without: string,
  amount: string,
  unit: string,
  fund: string,
  payer: string,
  channel: string,
  document: string,
  clause: string,
  quote: string,
];

const STANDARD_COLUMNS: readonly Column[] = [
  { title: "项目", kind: "text", width: 22 },
  { title: "对象", kind: "text", width: 32 },
  { title: "不含对象", kind: "text", width: 26 },
  { title: "标准", kind: "text", width: 40 },
  { title: "计发单位", kind: "text", width: 9 },
  { title: "资金来源", kind: "text", width: 20 },
  { title: "发放主体", kind: "text", width: 16 },
  { title: "发放方式", kind: "text", width: 16 },
  { title: "依据文号", kind: "text", width: 24 },
  { title: "条款", kind: "text", width: 10 },
  { title: "原文", kind: "text", width: 72 },
];

/** The bytes of 标准表.xlsx. */
export async function standardsWorkbook(title: string, rows: readonly StandardRow[]): Promise<Buffer> {
  const table: Table = {
    name: "标准表",
    title: `${title} 标准表`,
    notes: [`共 ${rows.length} 个项目。由规则文件生成；改规则，不改这张表。`],
    columns: STANDARD_COLUMNS,
    rows: rows.map((row) => body(...row)),
    tail: [note("经办人：                    复核人：                    负责人：                    日期：")],
    allIn: "规则文件",
    landscape: true,
  };
  return makeBook(table.title, [table]);
}

/** One thing that somebody with authority must confirm. */
export interface ConfirmRow {
  /** 口径 or 叠加. */
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly says: string;
  readonly quote: string;
  readonly programmes: string;
  /** On the lists that were given; null where none were. */
  readonly concerns: { readonly households: number; readonly people: number; readonly yuan: Fen } | null;
  /** The boxes to tick. */
  readonly choices: string;
  readonly answer: string;
}

const CONFIRM_COLUMNS: readonly Column[] = [
  { title: "种类", kind: "text", width: 6 },
  { title: "编号", kind: "text", width: 6 },
  { title: "事项", kind: "text", width: 18 },
  { title: "本次怎样办理", kind: "text", width: 56 },
  { title: "依据的原文或来源", kind: "text", width: 44 },
  { title: "涉及的项目", kind: "text", width: 34 },
  { title: "户数", kind: "count", width: 7 },
  { title: "人数", kind: "count", width: 7 },
  { title: "金额(元)", kind: "yuan", width: 14 },
  { title: "确认（打√）", kind: "text", width: 24 },
  { title: "已有答复", kind: "text", width: 14 },
];

/** The bytes of 口径确认单.xlsx; `lines` are what the answers look like in the campaign file. */
export async function confirmWorkbook(
  title: string,
  rows: readonly ConfirmRow[],
  lines: readonly string[],
): Promise<Buffer> {
  const cells = ({ concerns, ...r }: ConfirmRow): readonly Cell[] => [
    ...[r.kind, r.number, r.title, r.says, r.quote, r.programmes],
    ...(concerns === null ? [null, null, null] : [concerns.households, concerns.people, concerns.yuan]),
    ...[r.choices, r.answer],
  ];
  const form: Table = {
    name: "口径确认单",
    title: `${title} 口径确认单`,
    notes: [
      "方案留有余地之处本次怎样理解，请有权解释的部门逐条确认。户数、人数和金额是给出的名单上涉及的（发放和暂缓合计）；没有给出名单的，空着。",
    ],
    columns: CONFIRM_COLUMNS,
    rows: rows.map((row) => body(...cells(row))),
    tail: [note("确认部门（盖章）：                    确认人：                    日期：")],
    allIn: "规则文件",
    landscape: true,
  };
  const answers: Table = {
    name: "写进活动文件",
    title: "答复以后写进 relief.yaml 的“可否叠加”",
    notes: ["留下答复的那一种，填上日期和来源（哪个部门、什么文件），抄进活动文件；答复“不重复”的写明保留哪一个项目。"],
    columns: [{ title: "可否叠加:", kind: "text", width: 110 }],
    rows: lines.map((line) => body(line)),
    tail: [],
    allIn: "规则文件",
    landscape: true,
  };
  return makeBook(form.title, lines.length === 0 ? [form] : [form, answers]);
}
