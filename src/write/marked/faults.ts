/** Which problems go back to the agency, and at which cells of its list they stand. */
import type { List, MergedRange } from "../../model/list.ts";
import { columnNumber, compareText, type Place } from "../../model/place.ts";
import { ASKED } from "../../problem/asked.ts";
import { messageOf, type Problem, severityOf } from "../../problem/problem.ts";

/** Something that the agency is asked to mend or to look at, at one place of its list. */
export interface Fault {
  readonly place: Place;
  /** error: money waits for it · warning: to be looked at. */
  readonly severity: "error" | "warning";
  /** 内容: the cell as it stood. */
  readonly content: string;
  readonly what: string;
  readonly asked: string;
}

/** The faults by file, each at every place that its problem names. What only the office can settle goes to nobody. */
export function faultsByFile(problems: readonly Problem[]): ReadonlyMap<string, readonly Fault[]> {
  const files = new Map<string, Fault[]>();
  for (const p of problems) {
    const severity = severityOf(p);
    const asked = ASKED[p.code];
    if (severity === "notice" || asked === undefined) continue;
    const what = messageOf(p).zh;
    for (const place of [p.place, ...p.also]) {
      const fault = { place, severity, content: p.content, what, asked };
      const known = files.get(place.file);
      if (known === undefined) files.set(place.file, [fault]);
      else known.push(fault);
    }
  }
  return files;
}

/** One cell of a sheet that is coloured and has a note. */
export interface Mark {
  /** Both 1-based. */
  readonly row: number;
  readonly column: number;
  /** The worst of its faults. */
  readonly severity: Fault["severity"];
  readonly faults: readonly Fault[];
  /** A fault of the whole row: all its filled cells are coloured. */
  readonly wholeRow: boolean;
}

/** The marks of one sheet, by row and column. `isFirst`: what is said of the whole file stands on its first sheet. */
export function marksOf(list: List, faults: readonly Fault[], isFirst: boolean): readonly Mark[] {
  const rows = new Map(list.rows.map((row) => [row.number, row]));
  const own = faults.filter(({ place }) => place.sheet === list.sheet || (isFirst && place.sheet === ""));
  const merged = new MergedCells(list.merged);
  const firstFilled = (row: number) => (rows.get(row)?.cells.findIndex((text) => text !== "") ?? -1) + 1 || 1;
  const top = list.rows[0]?.number ?? 1;
  const marks = new Map<number, { row: number; column: number; wholeRow: boolean; faults: Fault[] }>();
  for (const fault of own) {
    const row = fault.place.row || top;
    const column = columnNumber(fault.place.column) || firstFilled(row);
    const cell = merged.cornerOf(row, column);
    const key = cell.row * 16_384 + cell.column;
    const mark = marks.get(key) ?? { ...cell, wholeRow: false, faults: [] };
    marks.set(key, mark);
    mark.faults.push(fault);
    mark.wholeRow ||= fault.place.row > 0 && fault.place.column === "";
  }
  return [...marks.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, mark]) => ({
      ...mark,
      severity: mark.faults.some((fault) => fault.severity === "error") ? "error" : "warning",
      faults: mark.faults.sort((a, b) => compareText(a.severity, b.severity)),
    }));
}

/** Cells of a merged range: all but the corner at its top left are hidden behind that one. */
class MergedCells {
  readonly #byRow = new Map<number, MergedRange[]>();
  /** Ranges of more rows than this are few, and asked one by one. */
  readonly #tall: MergedRange[] = [];

  constructor(ranges: readonly MergedRange[]) {
    for (const range of ranges) {
      if (range.bottom - range.top > TALL) {
        this.#tall.push(range);
        continue;
      }
      for (let row = range.top; row <= range.bottom; row++) {
        const known = this.#byRow.get(row);
        if (known === undefined) this.#byRow.set(row, [range]);
        else known.push(range);
      }
    }
  }

  cornerOf(row: number, column: number): { row: number; column: number } {
    for (const range of [...(this.#byRow.get(row) ?? []), ...this.#tall]) {
      const { top, left, bottom, right } = range;
      if (top <= row && row <= bottom && left <= column && column <= right) return { row: top, column: left };
    }
    return { row, column };
  }
}

const TALL = 100;
