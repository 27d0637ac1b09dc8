/** 走访安排: who is visited, by street and committee, and who is not this time. */

import type { Entitlement } from "../../model/entitlement.ts";
import { compareText } from "../../model/place.ts";
import { committeeOf } from "../../model/where.ts";
import { body, note, type Table } from "../workbook/table.ts";
import { ALL_ENTITLEMENTS, type Reported } from "./reported.ts";

const WORDS = { granted: "安排", denied: "不安排", held: "暂缓" } as const;

/** By street and committee, then in the stated order of entitlements. */
export function visitSheet({ entitlements, countOf }: Reported): Table {
  const visits = entitlements
    .filter((e) => e.programme.channel === "visit")
    .map((e) => ({ e, where: e.where, committee: committeeOf(e.where) }))
    .sort((a, b) => compareText(a.where.street, b.where.street) || compareText(a.committee, b.committee));
  const made = (result: Entitlement["result"]) => countOf(visits.flatMap(({ e }) => (e.result === result ? [e] : [])));
  return {
    name: "走访安排",
    title: "走访安排",
    notes: [
      `安排 ${made("granted").times} 家，暂缓 ${made("held").times} 家，不安排 ${made("denied").times} 家（原因见各行；名额可转给其他困难家庭）。`,
    ],
    columns: [
      { title: "街镇", kind: "text", width: 14 },
      { title: "居村委", kind: "text", width: 16 },
      { title: "走访项目", kind: "text", width: 24 },
      { title: "是否安排", kind: "text", width: 9 },
      { title: "姓名", kind: "text", width: 10 },
      { title: "地址", kind: "text", width: 28 },
      { title: "联系电话", kind: "text", width: 14 },
      { title: "人数", kind: "count", width: 6 },
      { title: "慰问金(元)", kind: "yuan", width: 12 },
      { title: "原因", kind: "text", width: 46 },
    ],
    rows: visits.map(({ e, where, committee }) =>
      body(
        ...[where.street, committee, e.programme.name, WORDS[e.result], e.unit.person.name, where.address],
        ...[where.phone, e.counted, e.amount, e.reasons.map((r) => r.zh).join("；")],
      ),
    ),
    tail: visits.length === 0 ? [note("没有走访项目的名单。")] : [],
    allIn: ALL_ENTITLEMENTS,
    landscape: true,
  };
}
