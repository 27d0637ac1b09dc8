/** Cells whose value is lost: errors such as #REF!, and formulas that were never calculated. They are read as empty. */
import type { Row } from "../model/list.ts";
import type { Column } from "./columns.ts";

/** An error value, also where a text file or a pasted value holds it as text; ##### is a number too wide for its column. */
const ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#+)$/i;
const HASH = 0x23;

/** The cells of one column that lost their value in the same way. */
export interface LostValues {
  readonly column: Column;
  readonly is: "error" | "formula";
  /** What stands in the first of them. */
  readonly text: string;
  readonly rows: readonly number[];
}

/** Rows with lost values read as empty, and which they were. Rows without any are handed on as they are. */
export function withoutLostValues(
  rows: readonly Row[],
  columns: readonly Column[],
): { readonly rows: readonly Row[]; readonly lost: readonly LostValues[] } {
  const lost = new Map<string, LostValues & { readonly rows: number[] }>();
  const read = columns.filter((c) => c.use !== null || c.declared !== null);
  const oddKinds = new Map<string, boolean>();
  const isOdd = (kinds: string) => {
    let odd = oddKinds.get(kinds);
    if (odd === undefined) {
      odd = kinds.includes("e") || kinds.includes("f");
      oddKinds.set(kinds, odd);
    }
    return odd;
  };
  let changed: Row[] | null = null;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (!isOdd(row.kinds) && !read.some((c) => row.cells[c.index]?.charCodeAt(0) === HASH)) continue;
    const cells = [...row.cells];
    for (const column of read) {
      const text = row.cells[column.index] ?? "";
      const kind = row.kinds.charAt(column.index);
      const is = kind === "f" ? "formula" : kind === "e" || ERROR.test(text.trim()) ? "error" : null;
      if (is === null) continue;
      cells[column.index] = "";
      const key = `${is} ${column.index}`;
      const known = lost.get(key);
      if (known) known.rows.push(row.number);
      else lost.set(key, { column, is, text, rows: [row.number] });
    }
    changed ??= [...rows];
    changed[at] = { ...row, cells };
  }
  return { rows: changed ?? rows, lost: [...lost.values()] };
}
