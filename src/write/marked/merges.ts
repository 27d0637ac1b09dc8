/** Merged ranges of a copy: those of the list that Excel would take. */
import type { MergedRange } from "../../model/list.ts";
import { columnLetter } from "../../model/place.ts";

/** `<mergeCells>`, "" where there are none. */
export function mergesXml(ranges: readonly MergedRange[]): string {
  const kept = withoutOverlaps(ranges);
  if (kept.length === 0) return "";
  const cells = kept.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${columnLetter(left)}${top}:${columnLetter(right)}${bottom}"/>`,
  );
  return `<mergeCells count="${kept.length}">${cells.join("")}</mergeCells>`;
}

/** With two that overlap, or one of a single cell, Excel calls the file damaged; the one further up is kept. */
function withoutOverlaps(ranges: readonly MergedRange[]): readonly MergedRange[] {
  const sorted = ranges
    .filter(({ top, left, bottom, right }) => top < bottom || left < right)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const kept: MergedRange[] = [];
  // Those that still reach down to the row at hand.
  let open: MergedRange[] = [];
  for (const range of sorted) {
    open = open.filter((other) => other.bottom >= range.top);
    if (open.some((other) => other.left <= range.right && range.left <= other.right)) continue;
    open.push(range);
    kept.push(range);
  }
  return kept;
}
