/** 按项目, 按资金来源, 按发放主体, 按街镇: the same figures, cut four ways. */
import { compareText } from "../../model/place.ts";
import { isMoney, UNITS } from "../words.ts";
import { body, type Cell, group, type Table, type TableRow, total } from "../workbook/table.ts";
import { groupBy, HEAD_COLUMNS, HEADS_NOTE, headCells, type Slice } from "./heads.ts";
import { ALL_ENTITLEMENTS, type Reported } from "./reported.ts";

/** A line for every programme of the edition, those without candidates too. */
export function byProgramme({ outcome, slices, count, allHeads }: Reported): Table {
  const byId = groupBy(slices, ({ programme }) => programme.id);
  const rows = outcome.rules.programmes.map((p) => {
    const some = byId.get(p.id) ?? [];
    return body(p.number, p.name, p.clause, p.fund, p.payer, UNITS[p.unit], ...cells(some, headCells(some, count)));
  });
  return {
    name: "按项目",
    title: "按项目汇总",
    notes: [HEADS_NOTE],
    columns: [
      { title: "序号", kind: "count", width: 5 },
      { title: "项目", kind: "text", width: 24 },
      { title: "条款", kind: "text", width: 8 },
      { title: "资金来源", kind: "text", width: 20 },
      { title: "发放主体", kind: "text", width: 15 },
      { title: "计发单位", kind: "text", width: 6 },
      ...HEAD_COLUMNS,
    ],
    rows,
    tail: [total("", "合计", "", "", "", "", ...allHeads)],
    allIn: ALL_ENTITLEMENTS,
    landscape: true,
  };
}

/** Money of two funds is never mixed: each fund with its programmes. */
export function byFund(reported: Reported): Table {
  const order = reported.outcome.rules.programmes.map((p) => p.fund);
  return grouped(reported, "按资金来源", "资金来源", (s) => s.programme.fund, order);
}

/** What each payer pays out, from its own account. */
export function byPayer(reported: Reported): Table {
  const order = reported.outcome.rules.programmes.map((p) => p.payer);
  return grouped(reported, "按发放主体", "发放主体", (s) => s.programme.payer, order);
}

/** Each street with its programmes: the plan's order of streets first, then others by name. */
export function byStreet(reported: Reported): Table {
  const known = reported.outcome.rules.streets;
  const others = [...new Set(reported.slices.map(({ street }) => street))].sort(compareText);
  return grouped(reported, "按街镇", "街镇", (s) => s.street, [...known, ...others]);
}

function grouped(
  { slices, count, allHeads }: Reported,
  name: string,
  title: string,
  key: (slice: Slice) => string,
  order: readonly string[],
): Table {
  const groups = groupBy(slices, key);
  const rows: TableRow[] = [];
  for (const value of new Set(order)) {
    const some = groups.get(value);
    if (some === undefined) continue;
    rows.push(group(value, "小计", ...headCells(some, count)));
    for (const [programme, part] of groupBy(some, (slice) => slice.programme.name)) {
      rows.push(body(value, programme, ...cells(part, headCells(part, count))));
    }
  }
  return {
    name,
    title: `${name}汇总`,
    notes: [HEADS_NOTE],
    columns: [{ title, kind: "text", width: 26 }, { title: "项目", kind: "text", width: 32 }, ...HEAD_COLUMNS],
    rows,
    tail: [total("合计", "", ...allHeads)],
    allIn: ALL_ENTITLEMENTS,
    landscape: true,
  };
}

/** Where goods and services have no sum, the word stands in its place: a 0.00 would look like money. */
function cells(some: readonly Slice[], heads: readonly Cell[]): readonly Cell[] {
  const programme = some[0]?.programme;
  if (programme === undefined || isMoney(programme)) return heads;
  const word = programme.amount.kind === "goods" ? "实物" : "服务";
  const moneyAt = HEAD_COLUMNS.map((c) => c.kind === "yuan");
  return heads.map((cell, i) => (moneyAt[i] === true ? word : cell));
}
