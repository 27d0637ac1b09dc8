/** 计划执行: what the plan foresees against what is granted; and means where the plan bounds them. */
import { meanYuan, sum, toYuan } from "../../money.ts";
import { body, type Cell, note, type Table } from "../workbook/table.ts";
import { groupBy, withResult } from "./heads.ts";
import { ALL_ENTITLEMENTS, type Reported } from "./reported.ts";

/** A line for each programme with a planned total or number of people, or a bound on its mean. */
export function planSheet({ outcome, slices, count }: Reported): Table {
  const byId = groupBy(slices, ({ programme }) => programme.id);
  const watched = outcome.rules.programmes.filter((p) => p.plan !== null || p.meanAtMost !== null);
  const rows = watched.map((p) => {
    const some = byId.get(p.id) ?? [];
    const granted = count(withResult(some, "granted"));
    const held = count(withResult(some, "held"));
    const { total = null, people = null } = p.plan ?? {};
    const bound = p.meanAtMost;
    const asked = granted.times + held.times;
    const mean = meanYuan(sum([granted.amount, held.amount]), asked);
    const listed = outcome.means.find((m) => m.programme === p);
    return body(
      ...[p.name, p.fund, total, granted.amount, held.amount, share(granted.amount, total)],
      ...[people, granted.people, share(granted.people, people)],
      bound === null ? "" : toYuan(bound),
      listed === undefined || listed.units === 0 ? "" : meanYuan(listed.total, listed.units),
      bound === null || asked === 0 ? "" : mean,
      over(granted.amount, total) || over(granted.people, people) ? "超出计划" : "",
    );
  });
  return {
    name: "计划执行",
    title: "计划执行",
    notes: [
      "方案写明预计金额、人数或平均数的项目；预计数是方案全区的数，不是限额，超出的请报主管部门。超标与否按名单平均判断：全部名单，扣除重复走访之前；实际平均是发放和暂缓合计。",
    ],
    columns: [
      { title: "项目", kind: "text", width: 26 },
      { title: "资金来源", kind: "text", width: 22 },
      { title: "计划金额(元)", kind: "yuan", width: 15 },
      { title: "发放金额(元)", kind: "yuan", width: 15 },
      { title: "暂缓金额(元)", kind: "yuan", width: 14 },
      { title: "金额占计划", kind: "share", width: 10 },
      { title: "计划人数", kind: "count", width: 9 },
      { title: "发放人数", kind: "count", width: 9 },
      { title: "人数占计划", kind: "share", width: 10 },
      { title: "平均数上限(元)", kind: "text", width: 12 },
      { title: "名单平均(元)", kind: "text", width: 12 },
      { title: "实际平均(元)", kind: "text", width: 12 },
      { title: "提示", kind: "text", width: 10 },
    ],
    rows,
    tail: rows.length === 0 ? [note("没有。")] : [],
    allIn: ALL_ENTITLEMENTS,
    landscape: true,
  };
}

function over(used: number, planned: number | null): boolean {
  return planned !== null && used > planned;
}

/** Four decimals are shown as a share with one; counted in whole numbers, so that it is the same everywhere. */
function share(used: number, planned: number | null): Cell {
  return planned === null || planned === 0 ? null : Math.round((used * 10_000) / planned) / 10_000;
}
