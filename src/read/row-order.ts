/** Rows that a writer did not put in order, or wrote in pieces. */
import type { Row } from "../model/list.ts";

/**
 * The rows by their numbers. Pieces of one row are put together where they fill different cells; where they fill the
 * same one they stay two rows with one number, so that nothing is lost.
 */
export function inOrder(rows: readonly Row[]): readonly Row[] {
  const sorted = [...rows].sort((a, b) => a.number - b.number);
  const whole: Row[] = [];
  for (const row of sorted) {
    const last = whole.at(-1);
    if (last?.number === row.number && !clash(last, row)) whole[whole.length - 1] = joined(last, row);
    else whole.push(row);
  }
  return whole;
}

function clash(a: Row, b: Row): boolean {
  const shorter = Math.min(a.kinds.length, b.kinds.length);
  for (let i = 0; i < shorter; i++) if (a.kinds[i] !== "-" && b.kinds[i] !== "-") return true;
  return false;
}

function joined(a: Row, b: Row): Row {
  const [longer, shorter] = a.kinds.length >= b.kinds.length ? [a, b] : [b, a];
  const isOf = (i: number) => (shorter.kinds[i] ?? "-") === "-";
  return {
    number: a.number,
    hidden: a.hidden || b.hidden,
    cells: longer.cells.map((cell, i) => (isOf(i) ? cell : (shorter.cells[i] ?? ""))),
    kinds: [...longer.kinds].map((kind, i) => (isOf(i) ? kind : shorter.kinds[i])).join(""),
  };
}
