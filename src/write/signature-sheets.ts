/** 签领表: cash or goods of one programme in one street, one line a family, printed, carried around and signed. */

import { maskNumber } from "../model/id-number.ts";
import type { SignatureSheet } from "../model/payment.ts";
import type { Rules } from "../model/rules.ts";
import { inStatedOrder } from "../model/stated-order.ts";
import { committeeOf } from "../model/where.ts";
import { sum, toCapitals } from "../money.ts";
import { makeBook } from "./workbook/book.ts";
import { body, type Cell, type Column, note, type Table, type TableRow, total } from "./workbook/table.ts";

/** Twelve lines with room to sign, under the repeated header of an A4 page; on the last one the total below them. */
const ROWS_PER_PAGE = 12;
const ROW_HEIGHT = 35;

/** The bytes of one sheet's workbook. */
export async function signatureWorkbook(sheet: SignatureSheet, rules: Rules): Promise<Buffer> {
  const title = `${sheet.programme.name}签领表（${sheet.street}）`;
  return makeBook(title, [signatureTable(sheet, rules, title)]);
}

function signatureTable(sheet: SignatureSheet, rules: Rules, title: string): Table {
  const { programme } = sheet;
  const goods = programme.inKind;
  const rows = inStatedOrder(sheet.grants).map((e, i) => {
    const { person } = e.unit;
    const { where } = e;
    return body(
      i + 1,
      person.name,
      // The sheet goes from door to door: the middle of the number stays here.
      maskNumber(person.idNumber),
      committeeOf(e.where),
      where.address,
      where.phone,
      e.counted,
      ...(goods === null ? [e.amount, toCapitals(e.amount)] : [goods]),
      null,
      null,
      null,
    );
  });
  return {
    name: "签领表",
    title,
    notes: [
      `${rules.title}    条款：${programme.clause}    资金来源：${programme.fund}    发放主体：${programme.payer}    单位：${
        goods === null ? "元" : "份"
      }`,
    ],
    columns: columnsOf(goods !== null, programme.unit === "household"),
    rows,
    tail: tailOf(sheet, goods),
    allIn: "数据/补助明细.csv",
    landscape: true,
    signed: { rowHeight: ROW_HEIGHT, rowsPerPage: ROWS_PER_PAGE },
  };
}

/** Widths add up to an A4 page across at the scale of signed sheets; a number or a telephone stands on one line. */
function columnsOf(goods: boolean, household: boolean): readonly Column[] {
  const what: readonly Column[] = goods
    ? [{ title: "物品", kind: "text", width: 27 }]
    : [
        { title: "金额", kind: "yuan", width: 11 },
        { title: "金额大写", kind: "text", width: 16 },
      ];
  return [
    { title: "序号", kind: "count", width: 5 },
    { title: household ? "姓名(户主)" : "姓名", kind: "text", width: 11 },
    { title: "身份证号", kind: "text", width: 21 },
    { title: "居村委", kind: "text", width: 10 },
    { title: "地址", kind: "text", width: 18 },
    { title: "联系电话", kind: "text", width: 16 },
    { title: "人数", kind: "count", width: 5 },
    ...what,
    { title: "领取人签名", kind: "text", width: 15 },
    { title: "代领人及关系", kind: "text", width: 12 },
    { title: "日期", kind: "text", width: 9 },
  ];
}

function tailOf(sheet: SignatureSheet, goods: string | null): readonly TableRow[] {
  const counted = sheet.grants.reduce((people, e) => people + e.counted, 0);
  const units = `${sheet.grants.length} ${sheet.programme.unit === "household" ? "户" : "人"}`;
  const paid = sum(sheet.grants.map((e) => e.amount));
  const what: readonly Cell[] = goods === null ? [paid, toCapitals(paid)] : [`${sheet.grants.length} 份`];
  return [
    total("合计", units, null, null, null, null, counted, ...what, null, null, null),
    note(
      "经办人：                    复核人：                    负责人：                    （盖章）        年    月    日",
    ),
  ];
}
