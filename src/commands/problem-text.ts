/** Problems as a person reads them on the screen; ID numbers and accounts masked. */
import { maskNumber } from "../model/id-number.ts";
import { hintOf, messageOf, type Problem, type Severity, severityOf } from "../problem/problem.ts";
import type { Language } from "./io.ts";

const WORDS: Record<Language, Record<Severity, string>> = {
  zh: { error: "错误", warning: "警告", notice: "提示" },
  en: { error: "error", warning: "warning", notice: "notice" },
};

/** Long runs of digits in a text, as screens may show them. */
export function masked(text: string): string {
  return text.replace(/\d{11,}[\dXx]?/g, (number) => maskNumber(number));
}

/** A problem as a block: where, what, what to do. */
export function problemBlock(p: Problem, language: Language): string {
  const where = whereText(p, language);
  const head = [WORDS[language][severityOf(p)], p.code].join(" ");
  const advice = language === "zh" ? "建议：" : "do: ";
  return [
    `${head}${where === "" ? "" : `  ${where}`}`,
    `  ${masked(messageOf(p)[language])}`,
    `  ${advice}${masked(hintOf(p)[language])}`,
  ].join("\n");
}

function whereText({ place }: Problem, language: Language): string {
  const row = place.row === 0 ? "" : language === "zh" ? `第 ${place.row} 行` : `row ${place.row}`;
  // A column of a YAML file is a number; one of a list has its header and letter: 身份证号(C).
  const isNumber = /^\d+$/.test(place.column);
  const column = !isNumber ? place.column : language === "zh" ? `第 ${place.column} 列` : `column ${place.column}`;
  return [place.file, place.sheet, row, column].filter((part) => part !== "").join(" › ");
}
