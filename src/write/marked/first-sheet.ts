/** 问题说明, the first sheet of a copy: what is wrong at which cell, which file it came from, and how to send it back. */
import { COPY_COLUMNS, type Original, originalLines } from "../../model/corrected-copy.ts";
import { columnLetter } from "../../model/place.ts";
import { note, type Table, type TableRow } from "../workbook/table.ts";
import type { CopySheet } from "./copy-sheet.ts";
import type { Fault } from "./faults.ts";
import { ASKS } from "./notes.ts";

/** The sheet, under a name that no sheet of the list has. */
export function firstSheet(name: string, original: Original, sheets: readonly CopySheet[]): Table {
  const listed = sheets.flatMap(linesOf);
  const ordered = [...listed.filter((l) => l.severity === "error"), ...listed.filter((l) => l.severity === "warning")];
  const errors = ordered.filter((l) => l.severity === "error").length;
  return {
    name,
    title: `退回修改：${original.name.split("/").at(-1) ?? ""}`,
    notes: [
      `共 ${errors} 处必须处理（红色，不改就不能发放），${ordered.length - errors} 处请核对（黄色）。`,
      "一、点“单元格”一栏跳到要改的格子，直接在原处改；光标停在涂色的格子上能看到说明。",
      "二、核对后确认没有写错的，不用改，在“核对情况”一栏写明。",
      "三、不要改动、移动或删除本工作表。改好后存为 .xlsx，整个文件发回，名称可以不变。",
      "四、除涂色和批注外，各工作表的内容与原文件相同；公式换成了数值，字体、列宽从简。",
      ...originalLines(original),
    ],
    columns: [
      { title: "序号", kind: "count", width: 6 },
      { title: "级别", kind: "text", width: 10 },
      { title: COPY_COLUMNS.sheet, kind: "text", width: 14 },
      { title: COPY_COLUMNS.cell, kind: "link", width: 9 },
      { title: "内容", kind: "text", width: 22 },
      { title: COPY_COLUMNS.fault, kind: "text", width: 44 },
      { title: "怎么改", kind: "text", width: 36 },
      { title: COPY_COLUMNS.answer, kind: "text", width: 20 },
    ],
    rows: ordered.map((line, at) => line.row(at + 1)),
    links: ordered.map((line) => line.to),
    tail: ordered.length === 0 ? [note("没有。")] : [],
    allIn: "各工作表里涂色的格子",
    landscape: true,
  };
}

/** One fault as a line. */
interface Line {
  readonly severity: Fault["severity"];
  readonly to: string;
  readonly row: (number: number) => TableRow;
}

function linesOf({ name, list, marks }: CopySheet): readonly Line[] {
  const rows = new Map(list.rows.map((row) => [row.number, row]));
  const hiddenColumns = new Set(list.hiddenColumns);
  return marks.flatMap((mark) => {
    const address = `${columnLetter(mark.column)}${mark.row}`;
    const row = rows.get(mark.row);
    const isHidden = row?.hidden === true || hiddenColumns.has(mark.column);
    const shown = isHidden ? `${address}（隐藏）` : address;
    const to = `'${name.replaceAll("'", "''")}'!${address}`;
    const stands = row?.cells[mark.column - 1] ?? "";
    return mark.faults.map(({ place, severity, content, what, asked }) => {
      // The cell as it stands, where the fault is of one cell: in a pair, the problem's own value is the other's.
      const held = place.column === "" ? content : stands;
      return {
        severity,
        to,
        row: (number) => ({ kind: severity, cells: [number, ASKS[severity], name, shown, held, what, asked, null] }),
      };
    });
  });
}
