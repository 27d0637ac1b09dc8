/** 叠加享受情况: persons and households who are granted several programmes, with each sum. */

import type { Entitlement } from "../../model/entitlement.ts";
import type { Household, Person } from "../../model/register.ts";
import { committeeOf } from "../../model/where.ts";
import { sum, toYuan } from "../../money.ts";
import { isMoney } from "../words.ts";
import { body, note, type Table, type TableRow } from "../workbook/table.ts";
import { groupBy, withResult } from "./heads.ts";
import { ALL_ENTITLEMENTS, type Reported } from "./reported.ts";

/** Persons by their own programmes; households by all that they and their members are granted. */
export function severalSheet({ entitlements }: Reported): Table {
  const granted = withResult(entitlements, "granted");
  const persons = several(granted.filter(isPersons), (e) => e.unit.person);
  // A household whose programmes are all one person's is on the list already.
  const households = several(granted, (e) => e.unit.household).filter(
    (some) => some.some((e) => !isPersons(e)) || new Set(some.map((e) => e.unit.person)).size > 1,
  );
  const rows = [
    ...persons.map((some) => severalRow("个人", some)),
    ...households.map((some) => severalRow("家庭", some)),
  ];
  return {
    name: "叠加享受情况",
    title: "叠加享受情况",
    notes: [
      `同一人有几个项目的 ${persons.length} 人，同一户（本户和成员）有几个项目的 ${households.length} 户。方案没有禁止的叠加都照发，列出备查；实物和服务不计金额。`,
    ],
    columns: [
      { title: "个人或家庭", kind: "text", width: 8 },
      { title: "街镇", kind: "text", width: 12 },
      { title: "居村委", kind: "text", width: 14 },
      { title: "姓名(户主)", kind: "text", width: 10 },
      { title: "身份证号", kind: "text", width: 20 },
      { title: "补助项数", kind: "count", width: 7 },
      { title: "各项目和金额(元)", kind: "text", width: 80 },
      { title: "合计金额(元)", kind: "yuan", width: 14 },
    ],
    rows,
    tail: rows.length === 0 ? [note("没有。")] : [],
    allIn: ALL_ENTITLEMENTS,
    landscape: true,
  };
}

function isPersons(e: Entitlement): boolean {
  return e.unit.kind === "person";
}

/** Groups of two and more. Most have one alone, and are told by a count before any group is made. */
function several(
  some: readonly Entitlement[],
  whose: (e: Entitlement) => Person | Household,
): readonly (readonly Entitlement[])[] {
  const serials = Uint32Array.from(some, (e) => whose(e).serial);
  const times = new Uint32Array(serials.reduce((most, serial) => Math.max(most, serial + 1), 0));
  for (const serial of serials) times[serial] = (times[serial] ?? 0) + 1;
  const shared = some.filter((_, at) => (times[serials[at] ?? 0] ?? 0) > 1);
  return [...groupBy(shared, whose).values()];
}

function severalRow(what: "个人" | "家庭", some: readonly Entitlement[]): TableRow {
  const [first] = some;
  if (first === undefined) return note("");
  const holder = what === "个人" ? first.unit.person : first.unit.household.head;
  const each = some.map((e) => {
    const who = what === "个人" ? "" : isPersons(e) ? `${e.unit.person.name}：` : "全户：";
    return `${who}${e.programme.name} ${isMoney(e.programme) ? toYuan(e.amount) : "（不计金额）"}`;
  });
  const all = sum(some.map((e) => e.amount));
  return body(
    what,
    first.where.street,
    committeeOf(first.where),
    holder.name,
    holder.idNumber,
    some.length,
    each.join("；"),
    all,
  );
}
