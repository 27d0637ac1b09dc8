/** `relief rules show`: one programme as an official would read it aloud, or the whole edition as a page to sign off. */
import { fileOnly } from "../../model/place.ts";
import type { Programme, Rules } from "../../model/rules.ts";
import { nearest } from "../../problem/nearest.ts";
import { problem } from "../../problem/problem.ts";
import { readAloud, wordsFor } from "../../rules/read-aloud.ts";
import { DONE, type Io, type Language, REFUSED, say } from "../io.ts";
import { loaded, type RulesOptions, tell } from "./loaded.ts";

/** Shows a programme by its name, key or number; without one, all of them. */
export function rulesShow(wanted: string | undefined, options: RulesOptions, io: Io): number {
  const edition = loaded(options, io);
  if (edition === null) return REFUSED;
  const { rules } = edition;
  if (wanted === undefined) {
    io.out(options.json ? `${JSON.stringify(rules.programmes)}\n` : wholeEdition(rules, options.lang));
    return DONE;
  }
  const programme = rules.programmes.find((p) => p.id === wanted || p.name === wanted || String(p.number) === wanted);
  if (programme === undefined) {
    const near = nearest(
      wanted,
      rules.programmes.flatMap((p) => [p.name, p.id]),
    ).join("、");
    const what = { what: "项目", whatEn: "programme", name: wanted, near };
    tell([problem("U004", fileOnly(""), what)], options.lang, io.err);
    return REFUSED;
  }
  io.out(options.json ? `${JSON.stringify(programme)}\n` : programmeText(programme, rules, options.lang));
  return DONE;
}

function programmeText(p: Programme, rules: Rules, language: Language): string {
  const colon = say(language, "：", ": ");
  const lines = readAloud(p, rules).map(({ label, says }) => `  ${label[language]}${colon}${says[language]}`);
  return [`${p.number}. ${p.name}（${p.id}）`, ...lines, ""].join("\n");
}

/** One page: what the edition is, every programme, the readings, what is not computed, and the places to sign. */
function wholeEdition(rules: Rules, language: Language): string {
  const t = (zh: string, en: string) => say(language, zh, en);
  const { document, period } = rules;
  const words = wordsFor(rules);
  const inferred =
    rules.inferred === null
      ? []
      : [
          t(
            `推定：未见原文，据此句推定：“${rules.inferred}”`,
            `inferred, its own document was not seen, from: “${rules.inferred}”`,
          ),
        ];
  return [
    rules.title,
    t(
      `规则版本 ${rules.edition}　依据 ${document.number}（${document.issued}）`,
      `edition ${rules.edition}, resting on ${document.number} (${document.issued})`,
    ),
    t(
      `期间 ${period.from} 至 ${period.to}　在册月份 ${period.listedIn}　资金到位 ${period.paidBy}`,
      `from ${period.from} to ${period.to}; listed in ${period.listedIn}; paid by ${period.paidBy}`,
    ),
    ...inferred,
    "",
    ...rules.programmes.map((p) => programmeText(p, rules, language)),
    ...(rules.readings.length === 0 ? [] : [t("理解", "readings")]),
    ...rules.readings.flatMap(({ number, title, says, quote, programmes }) => {
      const names = programmes.map(words.programme);
      return [
        `  ${number}. ${title}`,
        `     ${says}`,
        `     ${t(`涉及：${names.join("、")}`, `concerns: ${names.join(", ")}`)}`,
        `     ${t("依据：", "rests on: ")}“${quote}”`,
      ];
    }),
    ...(rules.notComputed.length === 0
      ? []
      : ["", t("有钱、但不计算的话", "sentences with money that are not computed")]),
    ...rules.notComputed.flatMap(({ quote, because }) => [`  “${quote}”`, `     ${because}`]),
    "",
    t(
      "经办人：__________　复核人：__________　负责人：__________　日期：__________（盖章）",
      "drawn up by: __________  checked by: __________  approved by: __________  date: __________ (seal)",
    ),
    "",
  ].join("\n");
}
