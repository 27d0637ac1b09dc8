/** `relief rules check`: does an edition hold against its document and its examples? */
import { messageOf } from "../../problem/problem.ts";
import { checkRules } from "../../rules/check.ts";
import { DONE, type Io, NO, REFUSED, say } from "../io.ts";
import { documentsOf, examplesOf, loaded, type RulesOptions, tell } from "./loaded.ts";

/** Proves an edition: quotes, sums covered, examples there. */
export function rulesCheck(options: RulesOptions, io: Io): number {
  const edition = loaded(options, io);
  if (edition === null) return REFUSED;
  const { rules, file } = edition;
  const examples = examplesOf(edition);
  const { value, problems } = documentsOf(edition);
  const found = [
    ...examples.problems,
    ...problems,
    // Where the examples cannot be read, that every programme lacks one says nothing.
    ...(value.own === null ? [] : checkRules(file, value.own, value.parents, examples.value)).filter(
      (p) => p.code !== "U008" || examples.problems.length === 0,
    ),
  ];
  const t = (zh: string, en: string) => say(options.lang, zh, en);
  if (options.json) io.out(`${JSON.stringify(found.map((p) => ({ code: p.code, ...p.place, ...messageOf(p) })))}\n`);
  else {
    tell(found, options.lang, io.out);
    const { programmes } = rules;
    io.out(
      found.length === 0
        ? t(
            `规则 ${rules.edition} 没有问题：${programmes.length} 个项目，${examples.value.length} 个例子，引文都在原文里，有金额的句子都有着落。\n`,
            `edition ${rules.edition} holds: ${programmes.length} programmes, ${examples.value.length} examples, all quotes found, all sums covered.\n`,
          )
        : t(
            `规则 ${rules.edition} 有 ${found.length} 处要改。\n`,
            `edition ${rules.edition}: ${found.length} things to mend.\n`,
          ),
    );
  }
  return found.length === 0 ? DONE : NO;
}
