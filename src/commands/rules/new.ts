/** `relief rules new YEAR`: next year's edition from this one, in the working folder, every sum marked to be confirmed. */
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileOnly } from "../../model/place.ts";
import { problem } from "../../problem/problem.ts";
import { NO_DOCUMENT_YET, nextExamples, nextYear } from "../../rules/next-year.ts";
import { readText } from "../edition.ts";
import { DONE, type Io, REFUSED, say } from "../io.ts";
import { loaded, type RulesOptions, tell } from "./loaded.ts";
import { schemaText } from "./schema.ts";

/** Writes YEAR.yaml, YEAR.examples.yaml and YEAR.txt; refuses where one of them is there. */
export function rulesNew(year: string, options: RulesOptions & { readonly output: string }, io: Io): number {
  const edition = loaded(options, io);
  if (edition === null) return REFUSED;
  const refuse = (why: string, whyEn: string) => {
    tell([problem("U017", fileOnly(""), { why, whyEn })], options.lang, io.err);
    return REFUSED;
  };
  if (!/^\d{4}$/.test(year))
    return refuse(`年份应当是四位数字，写的是“${year}”`, `the year must be four digits, not ${year}`);
  const folder = resolve(io.cwd, options.output);
  const source = edition.path.replace(/\.ya?ml$/, ".examples.yaml");
  const examples = readText(source) ?? "";
  const files = [
    { name: `${year}.yaml`, text: nextYear(year, edition.file) },
    { name: `${year}.txt`, text: NO_DOCUMENT_YET },
    ...(examples === "" ? [] : [{ name: `${year}.examples.yaml`, text: nextExamples(year, examples, edition.file) }]),
  ];
  const there = files.filter(({ name }) => existsSync(join(folder, name))).map(({ name }) => name);
  if (there.length > 0)
    return refuse(`${there.join("、")}已经有了，没有改动`, `${there.join(", ")} is there already; nothing was changed`);
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  // What the first line of the edition names, for editors; the same in every folder.
  if (!existsSync(join(folder, "schema.json"))) writeFileSync(join(folder, "schema.json"), schemaText());
  const names = files.map(({ name }) => name);
  if (options.json) {
    io.out(`${JSON.stringify({ files: names.map((name) => join(options.output, name)) })}\n`);
    return DONE;
  }
  io.out(
    say(
      options.lang,
      `写好了 ${names.join("、")}：从 ${edition.rules.edition} 抄来，每个金额、每条理解都标着还没有确认。\n接着把新方案的原文贴进 ${year}.txt，逐项对照，然后运行：relief rules check -r ${join(options.output, `${year}.yaml`)}\n`,
      `wrote ${names.join(", ")}: copied from ${edition.rules.edition}, every sum and every reading marked as not confirmed.\nNow paste the new document into ${year}.txt, go through it, and run: relief rules check -r ${join(options.output, `${year}.yaml`)}\n`,
    ),
  );
  return DONE;
}
