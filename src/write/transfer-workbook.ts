/** 移送: what another payer pays, with the decision and the account behind each sum, ready to be handed over. */

import type { Entitlement } from "../model/entitlement.ts";
import { sourceOf } from "../model/entry.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Transfer } from "../model/payment.ts";
import { inStatedOrder } from "../model/stated-order.ts";
import { committeeOf } from "../model/where.ts";
import { sum } from "../money.ts";
import { channelWord, isMoney, UNITS } from "./words.ts";
import { makeBook } from "./workbook/book.ts";
import { body, type Column, note, type TableRow, total } from "./workbook/table.ts";

/** The columns that `verify` reads back by name. */
export const TRANSFER_COLUMNS: readonly Column[] = [
  { title: "序号", kind: "count", width: 6 },
  { title: "项目", kind: "text" },
  { title: "条款", kind: "text" },
  { title: "资金来源", kind: "text" },
  { title: "发放方式", kind: "text" },
  { title: "计发单位", kind: "text", width: 9 },
  { title: "人数", kind: "count", width: 6 },
  { title: "身份证号", kind: "text", width: 20 },
  { title: "姓名", kind: "text" },
  { title: "街镇", kind: "text" },
  { title: "居村委", kind: "text" },
  { title: "联系电话", kind: "text" },
  { title: "金额(元)", kind: "yuan", width: 13 },
  { title: "算式", kind: "text" },
  { title: "收款人", kind: "text" },
  { title: "收款人身份证号", kind: "text", width: 20 },
  { title: "开户银行", kind: "text" },
  { title: "账号", kind: "text", width: 22 },
  { title: "来源", kind: "text" },
];

/** The workbook's bytes. */
export async function transferWorkbook(transfer: Transfer, outcome: Outcome): Promise<Buffer> {
  const grants = inStatedOrder(transfer.grants);
  const title = `移送${transfer.payer}发放的补助`;
  const paid = sum(grants.filter((e) => isMoney(e.programme)).map((e) => e.amount));
  return makeBook(title, [
    {
      name: "移送",
      title,
      notes: [`${outcome.rules.title}。共 ${grants.length} 人次；以下由${transfer.payer}发放，本单位不列入代发文件。`],
      columns: TRANSFER_COLUMNS,
      rows: grants.map((e, i) => transferRow(i + 1, e)),
      tail: [
        total("合计", ...Array.from({ length: 11 }, () => null), paid, ...Array.from({ length: 6 }, () => null)),
        note("移送人：                    接收人：                              年    月    日"),
      ],
      allIn: "数据/补助明细.csv",
      landscape: true,
    },
  ]);
}

function transferRow(serial: number, e: Entitlement): TableRow {
  const { programme, unit, payee, where } = e;
  return body(
    serial,
    programme.name,
    programme.clause,
    programme.fund,
    channelWord(e),
    UNITS[unit.kind],
    e.counted,
    unit.person.idNumber,
    unit.person.name,
    where.street,
    committeeOf(e.where),
    where.phone,
    isMoney(programme) ? e.amount : null,
    e.arithmetic,
    payee?.name ?? "",
    payee?.idNumber ?? "",
    payee?.bank ?? "",
    payee?.account ?? "",
    e.entries.map(sourceOf).join("|"),
  );
}
