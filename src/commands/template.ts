/** `relief template [CATEGORY…]`: blank lists for agencies to fill in. What is there already is left alone. */
import { resolve } from "node:path";
import { categoryNamed } from "../campaign/names.ts";
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import type { TemplateList } from "../model/template.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { templateLists } from "../template/lists.ts";
import { cannotWrite } from "../write/cannot-write.ts";
import { DISK } from "../write/disk.ts";
import { type NewFile, writeNew } from "../write/new-files.ts";
import { Paths } from "../write/safe-name.ts";
import { templateWorkbook } from "../write/template/workbook.ts";
import { readEdition } from "./campaign.ts";
import { DONE, type Io, type Language, REFUSED, say } from "./io.ts";
import { problemBlock } from "./problem-text.ts";

/** Where blank lists go when nothing is said. */
export const TEMPLATES = "模板";

/** What the command line says. */
export interface TemplateOptions {
  readonly rules: string | undefined;
  readonly campaign: string | undefined;
  readonly output: string;
  readonly lang: Language;
  readonly json: boolean;
}

/** Writes a blank list for each agency and its programmes, or for the named categories alone. */
export async function templateCommand(names: readonly string[], options: TemplateOptions, io: Io): Promise<number> {
  const refuse = (problems: readonly Problem[]) => {
    for (const p of problems) io.err(`${problemBlock(p, options.lang)}\n`);
    return REFUSED;
  };
  const edition = readEdition(options, io.cwd);
  if (!edition.ok) return refuse(edition.problems);
  const { rules, words } = edition.value;
  const wanted = names.map((name) => ({ name, id: categoryNamed(name, rules, null)?.id ?? null }));
  const unknown = wanted.filter(({ id }) => id === null);
  if (unknown.length > 0) {
    const near = (name: string) => nearest(name, rules.categories.keys()).join("、");
    return refuse(unknown.map(({ name }) => problem("C103", fileOnly(""), { name, near: near(name) })));
  }
  const ids = new Set(names.length === 0 ? rules.categories.keys() : wanted.flatMap(({ id }) => id ?? []));
  const files = templateFiles(templateLists(rules, words, ids), rules);
  try {
    const { written, kept } = await writeNew(resolve(io.cwd, options.output), files, DISK);
    if (options.json) io.out(`${JSON.stringify({ folder: options.output, written, kept })}\n`);
    else io.out(told(written, kept, options));
    return DONE;
  } catch (error) {
    const why = cannotWrite(error, options.output, "");
    if (why === null) throw error;
    return refuse([why]);
  }
}

/** A file for each list: "残联-困难残疾人慰问.xlsx"; agency and list stand in the name, by which `compute` knows them. */
export function templateFiles(lists: readonly TemplateList[], rules: Rules): readonly NewFile[] {
  const paths = new Paths();
  const season = { title: rules.title, listedIn: rules.period.listedIn, document: rules.document.number };
  return lists.map((list) => ({
    path: paths.take([], list.fileStem, ".xlsx"),
    make: () => templateWorkbook(list, season),
  }));
}

function told(written: readonly string[], kept: readonly string[], { output, lang }: TemplateOptions): string {
  const t = (zh: string, en: string) => say(lang, zh, en);
  return [
    ...written.map((file) => t(`写好 ${output}/${file}`, `wrote ${output}/${file}`)),
    ...kept.map((file) => t(`已有，没有动：${output}/${file}`, `left alone: ${output}/${file}`)),
    t(
      `空白名单 ${written.length} 份。发给各部门填写，收回后放进名单文件夹，直接计算。`,
      `${written.length} blank lists. Send them to the agencies; what comes back is computed as it is.`,
    ),
    "",
  ].join("\n");
}
