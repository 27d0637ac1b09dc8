/** `relief rules list`: the editions, and the programmes and categories of one. */
import { wordsFor } from "../../rules/read-aloud.ts";
import { editionNames } from "../edition.ts";
import { DONE, type Io, REFUSED, say } from "../io.ts";
import { loaded, type RulesOptions } from "./loaded.ts";

/** Lists an edition. */
export function rulesList(options: RulesOptions, io: Io): number {
  const edition = loaded(options, io);
  if (edition === null) return REFUSED;
  const { rules } = edition;
  if (options.json) {
    const programmes = rules.programmes.map(({ number, id, name, clause, unit, channel, fund }) => ({
      number,
      id,
      name,
      clause,
      unit,
      channel,
      fund,
    }));
    const categories = [...rules.categories.keys()];
    io.out(`${JSON.stringify({ editions: editionNames(), edition: rules.edition, programmes, categories })}\n`);
    return DONE;
  }
  const words = wordsFor(rules);
  const t = (zh: string, en: string) => say(options.lang, zh, en);
  io.out(
    [
      t(`规则版本：${editionNames().join("、")}`, `editions: ${editionNames().join(", ")}`),
      `${rules.edition}  ${rules.title}（${rules.document.number}）`,
      ...rules.programmes.map(
        (p) =>
          `  ${String(p.number).padStart(2)}  ${p.name}  ${words.amount(p.amount)[options.lang]}  ${p.clause}  ${p.id}`,
      ),
      t(
        `对象类别：${[...rules.categories.keys()].join("、")}`,
        `categories: ${[...rules.categories.keys()].join(", ")}`,
      ),
      "",
    ].join("\n"),
  );
  return DONE;
}
