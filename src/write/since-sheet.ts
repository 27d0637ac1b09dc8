/** 与上次比较: a sheet of 问题清单.xlsx where `check` was told an earlier output. */
import type { Compared, Known } from "../problem/since.ts";
import { body, note, type Table } from "./workbook/table.ts";

/** What was solved, what is new, and what is left, errors before warnings, in the order of places. */
export function sinceSheet({ solved, fresh, left }: Compared): Table {
  const rows = (word: string, some: readonly Known[]) =>
    some.map((p) =>
      body(word, p.severity, p.file, p.sheet, p.row, p.column, p.content, p.message, p.code, p.waits, p.id),
    );
  return {
    name: "与上次比较",
    title: "与上次比较",
    notes: [`已解决 ${solved.length}，新增 ${fresh.length}，仍在 ${left.length}（只比必须处理和需要确认的）。`],
    columns: [
      { title: "变化", kind: "text", width: 8 },
      { title: "级别", kind: "text", width: 7 },
      { title: "原文件", kind: "text", width: 26 },
      { title: "工作表", kind: "text", width: 12 },
      { title: "行", kind: "text", width: 6 },
      { title: "列", kind: "text", width: 13 },
      { title: "内容", kind: "text", width: 20 },
      { title: "说明", kind: "text", width: 46 },
      { title: "代码", kind: "text", width: 7 },
      { title: "暂缓金额(元)", kind: "text", width: 14 },
      { title: "编号", kind: "text", width: 15 },
    ],
    rows: [...rows("已解决", solved), ...rows("新增", fresh), ...rows("仍在", left)],
    tail: solved.length + fresh.length + left.length === 0 ? [note("没有。")] : [],
    allIn: "数据/问题清单.csv",
    landscape: true,
  };
}
