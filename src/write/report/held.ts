/** 暂缓清单: each hold is a telephone call, so it stands by the agency that sent the list and by committee. */

import type { Entitlement } from "../../model/entitlement.ts";
import { sourceOf } from "../../model/entry.ts";
import { compareText } from "../../model/place.ts";
import { committeeOf } from "../../model/where.ts";
import { sum, toReadableYuan } from "../../money.ts";
import { hintOf, messageOf } from "../../problem/problem.ts";
import { isHeldBy } from "../waiting.ts";
import { body, group, note, type Table, type TableRow, total } from "../workbook/table.ts";
import { groupBy, withResult } from "./heads.ts";
import { ALL_ENTITLEMENTS, type Reported } from "./reported.ts";

/** Agencies in the rules' order, then street, committee, and the stated order of entitlements. */
export function heldSheet({ outcome, entitlements, countOf }: Reported): Table {
  const held = withResult(entitlements, "held");
  const agencies = outcome.rules.agencies;
  const rank = new Map([...agencies.keys()].map((id, i) => [id, i]));
  const sender = (e: Entitlement) => e.entries[0]?.list.agency || e.programme.agency.id;
  const placed = [...groupBy(held, sender)].sort(
    ([a], [b]) => (rank.get(a) ?? 999) - (rank.get(b) ?? 999) || compareText(a, b),
  );
  const rows: TableRow[] = [];
  for (const [id, some] of placed) {
    const agency = agencies.get(id)?.name ?? id;
    rows.push(
      group(
        agency,
        "",
        "",
        `${some.length} 人次`,
        ...Array(3).fill(""),
        sum(some.map((e) => e.amount)),
        ...Array(5).fill(""),
      ),
    );
    for (const e of byCommittee(some)) rows.push(heldRow(agency, e));
  }
  const all = countOf(held);
  return {
    name: "暂缓清单",
    title: "暂缓清单",
    notes: [
      `共 ${all.households} 户、${all.people} 人、${all.times} 人次，${toReadableYuan(all.amount)} 元。按来名单的部门和居村委排列，逐个联系；补齐后重新计算，作为补发批次发放。`,
    ],
    columns: [
      { title: "来名单的部门", kind: "text", width: 12 },
      { title: "街镇", kind: "text", width: 10 },
      { title: "居村委", kind: "text", width: 11 },
      { title: "姓名", kind: "text", width: 9 },
      { title: "身份证号", kind: "text", width: 20 },
      { title: "联系电话", kind: "text", width: 13 },
      { title: "项目", kind: "text", width: 16 },
      { title: "暂缓金额(元)", kind: "yuan", width: 12 },
      { title: "暂缓环节", kind: "text", width: 6 },
      { title: "缺什么", kind: "text", width: 25 },
      { title: "怎么办", kind: "text", width: 25 },
      { title: "在哪里", kind: "text", width: 18 },
      { title: "编号", kind: "text", width: 17 },
    ],
    rows,
    tail:
      held.length === 0
        ? [note("没有暂缓发放的。")]
        : [total("合计", ...Array(6).fill(""), all.amount, ...Array(5).fill(""))],
    allIn: ALL_ENTITLEMENTS,
    landscape: true,
  };
}

function byCommittee(some: readonly Entitlement[]): readonly Entitlement[] {
  const place = (e: Entitlement) => {
    return `${e.where.street}\u0000${committeeOf(e.where)}`;
  };
  return some
    .map((e) => ({ e, place: place(e) }))
    .sort((a, b) => compareText(a.place, b.place))
    .map(({ e }) => e);
}

function heldRow(agency: string, e: Entitlement): TableRow {
  const { where } = e;
  const { person } = e.unit;
  const holding = e.problems.filter((p) => isHeldBy(e, p));
  const row = e.entries[0];
  // The reason is the decision's own sentence; a problem's sentence stands in where it says more than one reason.
  const missing = e.reasons.map((r) => r.zh).join("；") || holding.map((p) => messageOf(p).zh).join("；");
  return body(
    ...[
      agency,
      where.street,
      committeeOf(e.where),
      person.name,
      person.idNumber,
      where.phone,
      e.programme.name,
      e.amount,
    ],
    e.heldFor === "payment" ? "付款" : "资格",
    missing,
    [...new Set(holding.map((p) => hintOf(p).zh))].join("；"),
    row ? sourceOf(row) : "",
    [...new Set(holding.map((p) => p.id).filter((id) => id !== ""))].join("、"),
  );
}
