/** One column of a blank list, with what most columns have in common. */
import type { TemplateColumn } from "../model/template.ts";

/** What a column says of itself; the rest is as of a plain text that may be left out. */
export type Plain = Partial<TemplateColumn> & Pick<TemplateColumn, "how" | "example" | "width">;

/** A column of this header. */
export function column(header: string, plain: Plain): TemplateColumn {
  return { need: "选填", kind: "text", words: [], wordsOnly: false, check: null, ...plain, header };
}
