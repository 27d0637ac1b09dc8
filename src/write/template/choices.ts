/** The words of drop-downs: in their rules where they fit, else on the sheet that explains, to the right of what is read. */
import { columnLetter } from "../../model/place.ts";
import { GUIDE_SHEET, type TemplateColumn, type TemplateList } from "../../model/template.ts";

/** A rule of Excel holds so many characters. */
export const LONGEST_RULE = 255;

/** The first column of that sheet that holds words. */
export const FIRST_CHOICES = 6;

/** The words as the rule of a drop-down takes them: "甲,乙", or the range in which they stand. */
export function choicesOf(list: TemplateList, column: TemplateColumn): string {
  if (fitsRule(column.words)) return `"${column.words.join(",")}"`;
  const letter = columnLetter(FIRST_CHOICES + longChoices(list).indexOf(column));
  return `${GUIDE_SHEET}!$${letter}$1:$${letter}$${column.words.length}`;
}

/** Columns whose words do not fit their rules. */
export function longChoices({ columns }: TemplateList): readonly TemplateColumn[] {
  return columns.filter((column) => column.words.length > 0 && !fitsRule(column.words));
}

/** A comma would end a word, and a quotation mark the rule. */
function fitsRule(words: readonly string[]): boolean {
  return words.join(",").length + 2 <= LONGEST_RULE && words.every((word) => !/[,"]/.test(word));
}
