/** The merged ranges of a sheet, asked by rows. A range may claim any size: nothing here walks over its cells. */
import type { MergedRange, Row } from "../model/list.ts";

/** Sorted once a sheet; each question is answered from the ranges that begin in its rows. */
export class MergedCells {
  readonly #ranges: readonly MergedRange[];

  constructor(ranges: readonly MergedRange[]) {
    const sound = ranges.filter(
      (r) => r.top <= r.bottom && r.left <= r.right && (r.top < r.bottom || r.left < r.right),
    );
    this.#ranges = sound.sort((a, b) => a.top - b.top || a.left - b.left);
  }

  /** Ranges whose first row lies between two rows (numbers as Excel has them), from the top, then from the left. */
  beginningIn(first: number, last: number): readonly MergedRange[] {
    if (this.#ranges.length === 0) return this.#ranges;
    return this.#ranges.slice(this.#firstFrom(first), this.#firstFrom(last + 1));
  }

  /** The range that begins at a cell. */
  at(row: number, column: number): MergedRange | undefined {
    const { length } = this.#ranges;
    for (let i = this.#firstFrom(row); i < length; i++) {
      const range = this.#ranges[i];
      if (range === undefined || range.top > row) return undefined;
      if (range.left === column) return range;
    }
    return undefined;
  }

  /** Index of the first range that begins in a row or below it. */
  #firstFrom(row: number): number {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle]?.top ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** For each column of a row the merged range that covers it. */
export type Cover = readonly (MergedRange | undefined)[];

/** The merged ranges that cover some rows. Ranges of a sound file do not overlap: of others the first counts. */
export function coverOf(rows: readonly Row[], merged: MergedCells, width: number): readonly Cover[] {
  const first = rows[0]?.number ?? 0;
  const cover = rows.map(() => new Array<MergedRange | undefined>(width).fill(undefined));
  for (const range of merged.beginningIn(first, first + rows.length - 1)) {
    for (let at = range.top - first; at < rows.length && at <= range.bottom - first; at++) {
      const line = cover[at];
      for (let i = range.left - 1; i < width && i < range.right && line?.[i] === undefined; i++)
        if (line) line[i] = range;
    }
  }
  return cover;
}
