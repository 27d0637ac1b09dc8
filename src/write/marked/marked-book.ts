/** A copy of a list for the agency that sent it: its faulty cells coloured, with notes, and a first sheet that tells. */
import { COPY_SHEET, type Original } from "../../model/corrected-copy.ts";
import type { ListReading } from "../../model/entry.ts";
import type { InputFile } from "../../model/list.ts";
import { makeBook } from "../workbook/book.ts";
import { type CopySheet, copyPage } from "./copy-sheet.ts";
import { type Fault, marksOf } from "./faults.ts";
import { firstSheet } from "./first-sheet.ts";
import { sheetNames } from "./sheet-names.ts";

/** Cells of a list whose copy is made: about 285 000 rows of 14 columns, and 1.5 GB while it is made. */
export const MOST_CELLS = 4_000_000;

/** The bytes of the copy of a file as it was read. `readings`: what was understood of its sheets. */
export async function markedBook(
  input: InputFile,
  faults: readonly Fault[],
  readings: readonly ListReading[],
): Promise<Buffer> {
  const isText = input.lists.length === 1 && input.lists[0]?.sheet === "";
  const original: Original = {
    name: input.original?.name ?? input.name,
    isText: input.original?.isText ?? isText,
    files: [{ sha256: input.sha256, bytes: input.bytes }, ...(input.original?.files ?? [])],
  };
  // A text file's only sheet gets a name that says nothing: its file's name and titles tell whose it is, as before.
  const [own = COPY_SHEET, ...names] = sheetNames([COPY_SHEET, ...input.lists.map((list) => list.sheet || "名单")]);
  const sheets = input.lists.map(
    (list, at): CopySheet => ({
      name: names[at] ?? "",
      list,
      marks: marksOf(list, faults, at === 0),
      headers: headersOf(readings.filter((reading) => reading.sheet === list.sheet)),
    }),
  );
  return makeBook(`退回修改 ${original.name}`, [firstSheet(own, original, sheets), ...sheets.map(copyPage)]);
}

/** Parts of a list under headings of their own share a header: it stands once. */
function headersOf(readings: readonly ListReading[]): CopySheet["headers"] {
  return [...new Map(readings.map(({ headerRows }) => [headerRows.first, headerRows])).values()];
}
