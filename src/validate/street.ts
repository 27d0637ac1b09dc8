/** Streets 街镇: as a column states them, or as a title names them. */
import type { ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import { clean } from "./text.ts";

const ENDING = /(街道办事处|街道|镇|乡)$/;

/** The street in a cell: the district's own name where it writes one short (新华路 → 新华路街道), else the cell. */
export function streetInCell(text: string, rules: Rules): string {
  const plain = clean(text).replace(/办事处$/, "");
  const known = rules.streets.find((street) => street === plain || street.replace(ENDING, "") === plain);
  return known ?? plain;
}

/** The street that the first of some texts names, else "". */
export function streetInTexts(texts: readonly string[], rules: Rules, words: ListWords): string {
  for (const text of texts) {
    const known = rules.streets.find((street) => text.includes(street));
    if (known) return known;
    for (const part of text.split(/[^\p{Script=Han}]+|[省市区县年月]/u)) {
      const match = /^(\p{Script=Han}{2,6}?(?:街道|镇))/u.exec(part)?.[1];
      if (match && !words.notStreets.some((word) => match.endsWith(word) && match.length - word.length < 2))
        return match;
    }
    const short = rules.streets.find((street) => clean(text) === street.replace(ENDING, ""));
    if (short) return short;
  }
  return "";
}
