/** 口径确认, 核对, and the decisions that were used. */

import type { Fen } from "../../money.ts";
import { add } from "../../money.ts";
import { decisionKey, messageOf } from "../../problem/problem.ts";
import { body, note, type Table } from "../workbook/table.ts";
import { groupBy } from "./heads.ts";
import { ALL_ENTITLEMENTS, type Reported } from "./reported.ts";

/** Readings and open pairs, with the people and yuan that each concerns in this run. */
export function readingSheet({ outcome, slices, count }: Reported): Table {
  const byId = groupBy(
    slices.filter(({ result }) => result !== "denied"),
    ({ programme }) => programme.id,
  );
  const names = new Map(outcome.rules.programmes.map((p) => [p.id, p.name]));
  const readings = outcome.rules.readings.map((r) => {
    const heads = count(r.programmes.flatMap((id) => byId.get(id) ?? []));
    const programmes = r.programmes.map((id) => names.get(id) ?? id).join("、");
    return body(
      ...["口径", String(r.number), r.title, r.says, r.quote, programmes],
      ...[heads.households, heads.people, heads.times, heads.amount, ""],
    );
  });
  const asks = outcome.asks.map((ask) => {
    const [first, second] = ask.programmes;
    const says = `方案没有说${first.name}和${second.name}可否同时享受，先都发放`;
    return body(
      ...["叠加", "", "可否叠加", says, ask.source, `${first.name}、${second.name}`],
      ...[ask.households, ask.people, null, ask.amount, ask.answer || "（待答复）"],
    );
  });
  return {
    name: "口径确认",
    title: "口径确认单",
    notes: [
      "方案留有余地之处本次怎样理解，涉及多少人和金额（发放和暂缓合计）。请有权解释的部门确认；可否叠加的答复写进活动文件。",
    ],
    columns: [
      { title: "种类", kind: "text", width: 6 },
      { title: "编号", kind: "text", width: 6 },
      { title: "事项", kind: "text", width: 18 },
      { title: "本次怎样办理", kind: "text", width: 46 },
      { title: "依据的原文", kind: "text", width: 40 },
      { title: "涉及的项目", kind: "text", width: 26 },
      { title: "户数", kind: "count", width: 7 },
      { title: "人数", kind: "count", width: 7 },
      { title: "人次", kind: "count", width: 7 },
      { title: "金额(元)", kind: "yuan", width: 15 },
      { title: "答复", kind: "text", width: 18 },
    ],
    rows: [...readings, ...asks],
    tail: [note("确认部门：                    确认人：                    日期：")],
    allIn: ALL_ENTITLEMENTS,
    landscape: true,
  };
}

/** The laws with both figures, each counted by its own path. */
export function lawSheet({ outcome }: Reported): Table {
  return {
    name: "核对",
    title: "核对",
    notes: ["每一项都用两种办法各算一遍，两边相等才写出结果；relief verify 还能只凭输出的文件再算一遍。"],
    columns: [
      { title: "法则", kind: "text", width: 7 },
      { title: "核对什么", kind: "text", width: 60 },
      { title: "一边", kind: "text", width: 22 },
      { title: "另一边", kind: "text", width: 22 },
      { title: "结果", kind: "text", width: 9 },
    ],
    rows: outcome.laws.map((l) => body(`第${l.law}条`, l.what, l.left, l.right, l.holds ? "相符" : "不符")),
    tail: [],
    allIn: "清单.json",
    landscape: false,
  };
}

/** 已定结论: the decisions of 核实结论.xlsx that this run used, quoted; no sheet where there are none. */
export function settledSheets({ outcome, entitlements }: Reported): readonly Table[] {
  if (outcome.settled.length === 0) return [];
  const concerned = new Map<string, Fen>();
  for (const e of entitlements) {
    for (const key of new Set(e.problems.filter((p) => p.settledBy !== null).map(decisionKey))) {
      concerned.set(key, add(concerned.get(key) ?? (0 as Fen), e.amount));
    }
  }
  const byDecision = new Map(outcome.settled.filter((p) => p.id !== "").map((p) => [decisionKey(p), p]));
  const rows = [...byDecision.values()].map((p) =>
    body(
      ...[p.id, messageOf(p).zh, p.subject?.idNumber ?? "", p.subject?.name ?? "", p.settledBy?.verdict ?? ""],
      ...[p.settledBy?.why ?? "", p.settledBy?.by ?? "", p.settledBy?.on ?? "", concerned.get(decisionKey(p)) ?? null],
    ),
  );
  return [
    {
      name: "已定结论",
      title: "本次采用的核实结论",
      notes: ["来自核实结论.xlsx。"],
      columns: [
        { title: "编号", kind: "text", width: 17 },
        { title: "问题", kind: "text", width: 46 },
        { title: "身份证号", kind: "text", width: 20 },
        { title: "姓名", kind: "text", width: 10 },
        { title: "结论", kind: "text", width: 9 },
        { title: "理由", kind: "text", width: 26 },
        { title: "核实人", kind: "text", width: 10 },
        { title: "日期", kind: "text", width: 12 },
        { title: "涉及金额(元)", kind: "yuan", width: 14 },
      ],
      rows,
      tail: [],
      allIn: "数据/问题清单.csv",
      landscape: true,
    },
  ];
}
