/** Where something stands in the files that were read, so that a clerk can put the finger on it. */
export interface Place {
  /** The file's name as shown: its path below the folder that was given, with "/"; "" for what no file holds. */
  readonly file: string;
  /** The sheet's name; "" for a text file or the whole file. */
  readonly sheet: string;
  /** The row as Excel numbers it, from 1; 0 for the whole sheet. */
  readonly row: number;
  /** The column by its header and letter, "身份证号(C)"; "" for the whole row. */
  readonly column: string;
}

/** The place of a whole file. */
export function fileOnly(file: string): Place {
  return { file, sheet: "", row: 0, column: "" };
}

/** "C" for 3, "AB" for 28: a column as Excel names it. */
export function columnLetter(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 3 for "身份证号(C)": the number of the column that a place names; 0 where it names none. */
export function columnNumber(column: string): number {
  const letters = /\(([A-Z]{1,3})\)$/.exec(column)?.[1] ?? "";
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The stated order of places: file, sheet, row, column, by code unit and number, never by a locale. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(a.file, b.file) || compareText(a.sheet, b.sheet) || a.row - b.row || compareText(a.column, b.column)
  );
}

/** Order of two texts by code unit: the same on every machine. */
export function compareText(a: string, b: string): number {
  // Most texts that are compared are one and the same string: told without looking at a letter.
  return a === b ? 0 : a < b ? -1 : 1;
}
