/** Which files `check` writes: the problems as `compute` writes them, and copies of the lists that go back. */
import type { InputFile } from "../model/list.ts";
import type { InputRecord, Outcome } from "../model/outcome.ts";
import type { Problem } from "../problem/problem.ts";
import type { Compared } from "../problem/since.ts";
import { Unwritable } from "./cannot-write.ts";
import { problemsCsv } from "./details.ts";
import { type Fault, faultsByFile } from "./marked/faults.ts";
import { MOST_CELLS, markedBook } from "./marked/marked-book.ts";
import { FILES, file, type OutputFile, workbook } from "./plan.ts";
import { problemIdsCsv } from "./problem-ids.ts";
import { problemWorkbook } from "./problem-workbook.ts";
import { listSheet } from "./report/lists.ts";
import { Paths } from "./safe-name.ts";
import { sinceSheet } from "./since-sheet.ts";

/** What `check` hands over beside the outcome. */
export interface CheckFiles {
  /** Reads a file of the run once more, by its shown name: its cells were let go when its entries were made. */
  readonly readAgain: (name: string) => InputFile;
  /** What changed against an earlier output, where one was named. */
  readonly since: Compared | null;
}

/** The folder of the copies, below the output folder. */
export const COPIES_FOLDER = "退回修改";

/** A list that goes back to its agency. */
export interface ReturnedCopy {
  /** The shown name of the file that was read. */
  readonly file: string;
  /** Of its copy, below the output folder; null where the list is too large for one. */
  readonly path: string | null;
  /** Places to mend, and to look at. */
  readonly errors: number;
  readonly warnings: number;
}

/** The lists that go back, in the order of their names. */
export function returnedCopies({ inputs, problems }: Outcome): readonly ReturnedCopy[] {
  return copiesOf(inputs, problems).map(({ input, path, faults }) => {
    const errors = faults.filter((fault) => fault.severity === "error").length;
    return { file: input.name, path, errors, warnings: faults.length - errors };
  });
}

/** All files but the manifest. */
export function planCheck(outcome: Outcome, { readAgain, since }: CheckFiles): readonly OutputFile[] {
  const copies = copiesOf(outcome.inputs, outcome.problems).flatMap(({ input, path, faults }) => {
    if (path === null) return [];
    const readings = outcome.lists.filter((list) => list.file === input.name);
    return [workbook(path, () => markedBook(sameAs(input, readAgain(input.name)), faults, readings))];
  });
  // What compute tells in its report: how each list was understood.
  const more = [...(since === null ? [] : [sinceSheet(since)]), listSheet(outcome)];
  return [
    workbook(FILES.problems, () => problemWorkbook(outcome, more)),
    file(FILES.problemsCsv, () => problemsCsv(outcome)),
    file(FILES.problemIdsCsv, () => problemIdsCsv(outcome)),
    ...copies,
  ];
}

interface PlannedCopy {
  readonly input: InputRecord;
  readonly path: string | null;
  readonly faults: readonly Fault[];
}

function copiesOf(inputs: readonly InputRecord[], problems: readonly Problem[]): readonly PlannedCopy[] {
  const faults = faultsByFile(problems);
  const paths = new Paths();
  return inputs.flatMap((input) => {
    const own = faults.get(input.name);
    if (own === undefined) return [];
    const folders = input.name.split("/");
    const stem = (folders.pop() ?? "").replace(/\.[^.]*$/, "");
    const path = input.cells > MOST_CELLS ? null : paths.take([COPIES_FOLDER, ...folders], stem, ".xlsx");
    return [{ input, path, faults: own }];
  });
}

/** The file as it was when its problems were found; else its marks would stand at the wrong cells. */
function sameAs(input: InputRecord, again: InputFile): InputFile {
  if (again.sha256 === input.sha256) return again;
  throw new Unwritable(
    `检查的时候 ${input.name} 被改动了`,
    `${input.name} was changed while it was checked`,
    "保存并关闭这份名单后重新运行",
    "save and close the list, and run again",
  );
}
