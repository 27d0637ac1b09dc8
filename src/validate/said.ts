/** What the campaign file says of a file: which column is meant, and what the file does not have, which stops `compute`. */
import { type Campaign, type ListMapping, mappingOf } from "../model/campaign.ts";
import type { ListReading } from "../model/entry.ts";
import { type InputFile, knownName, type List } from "../model/list.ts";
import { FIELDS } from "../model/list-words.ts";
import { columnLetter } from "../model/place.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { foldHeader } from "./text.ts";

/** A column by what stands over it ("户主信息/姓名") and its place from 0. */
interface Headed {
  readonly header: string;
  readonly index: number;
}

/** The column that is meant: by its whole header, its own words, or its letter. */
export function columnSaid<T extends Headed>(columns: readonly T[], said: string): T | undefined {
  const folded = foldHeader(said);
  return (
    columns.find((column) => foldHeader(column.header) === folded) ??
    columns.find((column) => foldHeader(column.header.split("/").at(-1) ?? "") === folded) ??
    columns.find((column) => columnLetter(column.index + 1) === said)
  );
}

/**
 * Sheets that are named and not there; columns that are not in the named sheet, or, where none is named, in none of the
 * sheets that the word is about.
 */
export function notThere(file: InputFile, readings: readonly ListReading[], campaign: Campaign): readonly Problem[] {
  const names = [...new Set(file.lists.map((list) => knownName(list).file))];
  return campaign.lists
    .filter((said) => names.includes(said.file))
    .flatMap((said) => {
      const sheets = file.lists.map((list) => knownName(list).sheet);
      if (said.sheet !== "" && !sheets.includes(said.sheet))
        return [missing(said, "工作表", "sheet", said.sheet, sheets)];
      const own = file.lists.filter((list) => isAbout(said, list, campaign)).map((list) => list.sheet);
      const known = readings.filter((list) => own.includes(list.sheet)).flatMap((list) => headed(list));
      return [...said.columns]
        .filter(([field, header]) => !isKnown(field, header, known))
        .map(([, header]) => {
          const headers = known.map((column) => column.header);
          return missing(said, "列", "column", header, headers);
        });
    });
}

function isAbout(said: ListMapping, list: List, campaign: Campaign): boolean {
  const { file, sheet } = knownName(list);
  return mappingOf(campaign, file, sheet) === said;
}

function headed({ columns }: ListReading): readonly Headed[] {
  return columns.map(({ header, letter }) => ({ header, index: indexOf(letter) }));
}

/** 2 for "C". */
function indexOf(letter: string): number {
  return [...letter].reduce((index, char) => index * 26 + char.charCodeAt(0) - 64, 0) - 1;
}

/** A declared column of the edition is told by its words alone. */
function isKnown(field: string, header: string, columns: readonly Headed[]): boolean {
  const column = columnSaid(columns, header);
  if (column === undefined) return false;
  return (FIELDS as readonly string[]).includes(field) || columnLetter(column.index + 1) !== header;
}

function missing(said: ListMapping, what: string, whatEn: string, name: string, known: readonly string[]): Problem {
  const file = said.sheet === "" || what === "工作表" ? said.file : `${said.file} › ${said.sheet}`;
  const near = nearest(name, known);
  const shown = (near.length > 0 ? near : [...new Set(known)]).join("、");
  return problem("C109", said.place, { file, what, whatEn, name, near: shown }, { content: name });
}
