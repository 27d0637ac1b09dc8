/** A header that comes again in the midst of its list: on a new page, or where another hand goes on. */
import type { Row } from "../model/list.ts";
import type { Header, HeaderColumn } from "./header.ts";
import { foldHeader } from "./text.ts";

/** The same columns, in the same words or in others for the same fields. */
export function sameColumns(a: Header, b: Header): boolean {
  if (a.columns.length !== b.columns.length) return false;
  return a.columns.every((column, at) => {
    const other = b.columns[at];
    if (column.index !== other?.index) return false;
    if (column.field !== null && column.field === other.field) return true;
    return isSameWord(column.header, other.header) || endsIn(column, other) || endsIn(other, column);
  });
}

/** 基本情况/民族 and 民族: the cells above it stand on the first page only. */
function endsIn(a: HeaderColumn, b: HeaderColumn): boolean {
  return foldHeader(a.header).endsWith(`/${foldHeader(b.header)}`);
}

/** The header, word for word, whatever its words are, in the rows from `at` on; null where these are not it. */
export function sameWords(rows: readonly Row[], { top, bottom, columns }: Header, at: number): Header | null {
  const offset = (rows[at]?.number ?? 0) - (rows[top]?.number ?? 0);
  for (let line = top; line <= bottom; line++) {
    const [first, row] = [rows[line], rows[at + line - top]];
    if (first === undefined || row === undefined || row.number - first.number !== offset) return null;
    const width = Math.max(first.cells.length, row.cells.length);
    for (let index = 0; index < width; index++) if (!isSameWord(first.cells[index], row.cells[index])) return null;
  }
  const moved = columns.map((column) => ({ ...column, row: column.row + offset }));
  return { top: at, bottom: at + bottom - top, columns: moved };
}

function isSameWord(a = "", b = ""): boolean {
  return a === b || foldHeader(a) === foldHeader(b);
}
