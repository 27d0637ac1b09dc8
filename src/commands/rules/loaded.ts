/** What all `relief rules` commands begin with: an edition, or what is wrong with it. */
import { dirname, join } from "node:path";
import { fileOnly } from "../../model/place.ts";
import { type Problem, problem } from "../../problem/problem.ts";
import type { DocumentText } from "../../rules/check.ts";
import { type Example, parseExamples } from "../../rules/examples-schema.ts";
import { DEFAULT_EDITION, type Edition, loadEdition, RULES_FOLDER, readText } from "../edition.ts";
import type { Io, Language } from "../io.ts";
import { problemBlock } from "../problem-text.ts";

/** What the command line says. */
export interface RulesOptions {
  readonly rules: string | undefined;
  readonly lang: Language;
  readonly json: boolean;
}

/** The edition that is asked for; null where it does not hold, which is told. */
export function loaded(options: RulesOptions, io: Io): Edition | null {
  return loadedAs(options.rules ?? DEFAULT_EDITION, options, io);
}

/** An edition by its name or path. */
export function loadedAs(named: string, { lang }: Pick<RulesOptions, "lang">, io: Io): Edition | null {
  const edition = loadEdition(named, io.cwd);
  if (edition.ok) return edition.value;
  tell(edition.problems, lang, io.err);
  return null;
}

/** Prints problems as blocks. */
export function tell(problems: readonly Problem[], language: Language, out: (text: string) => void): void {
  for (const p of problems) out(`${problemBlock(p, language)}\n`);
}

/** A text that may be there, or the problem that it cannot be read. */
type Found<T> = { readonly value: T; readonly problems: readonly Problem[] };

/** The examples beside an edition's file; where it has none of its own, those of the edition that it stands on. */
export function examplesOf(edition: Edition): Found<readonly Example[]> {
  const names = [...edition.file.sources].reverse().map(({ name }) => name.replace(/\.ya?ml$/, ".examples.yaml"));
  const found = names.map((name) => ({ name, text: textBeside(edition, name) })).find(({ text }) => text !== null);
  const { name, text } = found ?? { name: names[0] ?? "", text: null };
  if (text === null) return { value: [], problems: [unreadable(name, "例子", "the examples")] };
  const parsed = parseExamples(text, name, edition.rules);
  return parsed.ok ? { value: parsed.value, problems: [] } : { value: [], problems: parsed.problems };
}

/** The document of an edition, and those of its parents: beside its file, else among those that come with relief. */
export function documentsOf(
  edition: Edition,
): Found<{ readonly own: DocumentText | null; readonly parents: readonly DocumentText[] }> {
  const own = edition.rules.document.text;
  const names = [...new Set([...edition.file.documents, own])];
  const texts = names.map((name) => ({ name, text: textBeside(edition, name) }));
  const read = texts.flatMap(({ name, text }) => (text === null ? [] : [{ name, text }]));
  const problems = texts.flatMap(({ name, text }) =>
    text === null ? [unreadable(name, "文件原文", "the document")] : [],
  );
  return {
    value: { own: read.find((d) => d.name === own) ?? null, parents: read.filter((d) => d.name !== own) },
    problems,
  };
}

/** A file beside the edition's, else among those that come with relief. */
function textBeside({ path }: Edition, name: string): string | null {
  return readText(join(dirname(path), name)) ?? readText(join(RULES_FOLDER, name));
}

function unreadable(name: string, what: string, whatEn: string): Problem {
  return problem("U012", fileOnly(name), { what, whatEn, path: name });
}
