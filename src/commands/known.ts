/** The problems of an earlier output, of `check` or of `compute`. */
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { problem, type Result } from "../problem/problem.ts";
import type { Known } from "../problem/since.ts";
import { FILES } from "../write/plan.ts";
import { PROBLEM_ID_COLUMNS } from "../write/problem-ids.ts";
import { madeBy } from "./made-by.ts";
import { readOutputTable } from "./output-table.ts";

/** Reads them; `shown` is the folder as the user typed it. Those of another edition are none to compare with. */
export function readKnown(folder: string, shown: string, { edition }: Rules): Result<readonly Known[]> {
  const rows = readOutputTable(folder, FILES.problemIdsCsv);
  if (rows === null) return { ok: false, problems: [problem("C131", fileOnly(""), { path: shown })] };
  const other = madeBy(folder)?.edition ?? edition;
  if (other !== edition)
    return { ok: false, problems: [problem("C132", fileOnly(""), { path: shown, other, edition })] };
  const known = rows.map((row) => {
    const cells = Object.entries(PROBLEM_ID_COLUMNS).map(([column, field]) => [field, row[column] ?? ""]);
    return Object.fromEntries(cells) as unknown as Known;
  });
  return { ok: true, value: known };
}
