/** The first sheet of a corrected copy: it is no list, but says what the others are a copy of, and what the agency answers. */
import { COPY_COLUMNS, COPY_SHEET, type Original, originalIn } from "../model/corrected-copy.ts";
import type { List } from "../model/list.ts";
import { columnLetter } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** What the lists of a file came from; null where they are none of a corrected copy. */
export function originalOf(lists: readonly List[]): Original | null {
  for (const list of lists) {
    const original = list.sheet.startsWith(COPY_SHEET) ? originalIn(list.rows.flatMap((row) => row.cells)) : null;
    if (original !== null) return original;
  }
  return null;
}

/** The lists of a file; those of a corrected copy without its first sheet, each with what it is a copy of. */
export function withoutFirstSheet(lists: readonly List[]): readonly List[] {
  const original = originalOf(lists);
  if (original === null) return lists;
  const { name: file, isText } = original;
  return lists
    .filter((list) => originalOf([list]) === null)
    .map((list) => ({ ...list, original: { file, sheet: isText ? "" : list.sheet } }));
}

/** R314: what the agency wrote on the first sheet instead of mending a cell. Nobody else would look there. */
export function answersIn(lists: readonly List[]): readonly Problem[] {
  return lists.filter((list) => originalOf([list]) !== null).flatMap(answersOf);
}

function answersOf({ file, sheet, rows }: List): readonly Problem[] {
  const at = rows.findIndex((row) => row.cells.includes(COPY_COLUMNS.answer));
  const titles = rows[at]?.cells ?? [];
  const column = titles.indexOf(COPY_COLUMNS.answer);
  return rows.slice(at + 1).flatMap((row) => {
    const answer = (row.cells[column] ?? "").trim();
    if (column < 0 || answer === "") return [];
    const cell = (title: string) => row.cells[titles.indexOf(title)] ?? "";
    const about = { sheet: cell(COPY_COLUMNS.sheet), cell: cell(COPY_COLUMNS.cell), fault: cell(COPY_COLUMNS.fault) };
    const place = { file, sheet, row: row.number, column: `${COPY_COLUMNS.answer}(${columnLetter(column + 1)})` };
    return [problem("R314", place, { ...about, answer }, { content: answer })];
  });
}
