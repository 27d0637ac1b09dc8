/**
 * Next year's edition from this one: the same text under another year, with every sum and every word about last year's
 * document (`ask`, `readings`) marked to be confirmed. The marks are lines that the rule keeper takes away one by one as
 * she goes through the new document; `rules check` and `compute` refuse until the last one is gone.
 */
import type { Rules } from "../model/rules.ts";
import type { RulesFile, RulesSource } from "./parse.ts";
import type { Path } from "./yaml-text.ts";

const MARK = "unconfirmed: yes";
const REMARK = "# 对照新的原文确认以后，删去这一行";

/** The text of the new edition. */
export function nextYear(year: string, file: RulesFile): string {
  const [source, ...parents] = [...file.sources].reverse();
  if (source === undefined) throw new Error("an edition has at least one file");
  return parents.length === 0 ? copied(year, source, file) : onTop(year, file.rules);
}

/** An edition that stands alone: its text, line by line. */
function copied(year: string, { text }: RulesSource, { rules, at }: RulesFile): string {
  const lines = text.replace(/\r\n/g, "\n").split("\n");
  const marks = new Map<number, string>();
  const mark = (path: Path) => {
    const { row, column } = at(path, "key");
    const line = lines[row - 1] ?? "";
    const flow = /^([^:]*:\s*)\{\s*/.exec(line.slice(Number(column) - 1));
    if (flow) {
      const from = Number(column) - 1 + flow[0].length;
      lines[row - 1] = `${line.slice(0, from)}${MARK}, ${line.slice(from)}`;
    } else {
      // Below the key of an entry, one step further in; within an item of a list, beside its first key.
      const inside = typeof path.at(-1) === "number" ? 0 : 2;
      marks.set(row, `${" ".repeat(Number(column) - 1 + inside)}${MARK}    ${REMARK}`);
    }
  };
  mark(["document"]);
  mark(["period"]);
  for (const { id } of rules.programmes) mark(["programmes", id]);
  for (const { name } of rules.standards) mark(["standards", name]);
  rules.overlaps.forEach((overlap, i) => {
    if (overlap.kind === "cap") mark(["overlaps", i]);
  });
  for (const { id } of rules.ask) mark(["ask", id]);
  for (const i of rules.readings.keys()) mark(["readings", i]);
  const marked = lines.flatMap((line, i) => {
    const below = marks.get(i + 1);
    return below === undefined ? [line] : [line, below];
  });
  return replaced(withoutHead(marked, year, rules), year, rules).join("\n");
}

/** What the old edition says of itself above its first key gives way to what the new one is. */
function withoutHead(lines: readonly string[], year: string, rules: Rules): readonly string[] {
  const first = lines.findIndex((line) => /^[a-z]/.test(line));
  return [
    ...lines.slice(0, first).filter((line) => line.startsWith("# yaml-language-server:")),
    `# ${rules.title.replaceAll(rules.edition, year)}：规则，从 ${rules.edition} 抄来，逐条对照 ${year}.txt。`,
    `# 例子在 ${year}.examples.yaml。改动之后运行 relief rules check 和 relief rules test，都加上 -r 和这个文件。`,
    "",
    ...lines.slice(first),
  ];
}

/** The head: another year, another document, and dates a year later until somebody knows better. */
function replaced(lines: readonly string[], year: string, rules: Rules): readonly string[] {
  const later = Number(year) - Number(rules.edition.slice(0, 4));
  let section = "";
  return lines.map((line) => {
    const key = /^([a-z-]+):/.exec(line)?.[1];
    if (key !== undefined) section = key;
    if (key === "edition") return `edition: ${year}`;
    if (key === "title") return line.replaceAll(rules.edition, year);
    if (section === "document") {
      return moved(line, later)
        .replace(/(\bnumber: *)[^,}#]+?(?= *(?:[,}#]|$))/, "$1待填")
        .replace(/(\btext: *)[^,}# ]+/, `$1${year}.txt`);
    }
    // What is remarked there are words of the old document.
    return section === "period" && !line.includes(MARK) ? moved(line, later).replace(/ +#.*$/, "") : line;
  });
}

/** Dates and months of a line so many years later; 29 February becomes the 28th. */
function moved(line: string, years: number): string {
  const [said = "", ...remark] = line.split(" #");
  const later = said.replace(
    /(\d{4})-(\d{2})(-\d{2})?/g,
    (_, year: string, month: string, day = "") =>
      `${Number(year) + years}-${month}${month === "02" && day === "-29" ? "-28" : day}`,
  );
  return [later, ...remark].join(" #");
}

/** An edition that stands on another: the new one stands on it. */
function onTop(year: string, rules: Rules): string {
  const later = Number(year) - Number(rules.edition.slice(0, 4));
  const { from, to, listedIn, paidBy } = rules.period;
  const period = moved(`from: ${from}, to: ${to}, listed-in: ${listedIn}, paid-by: ${paidBy}`, later);
  return [
    "# yaml-language-server: $schema=./schema.json",
    `# ${rules.title.replaceAll(rules.edition, year)}：规则，写在 ${rules.edition} 的上面。改了的写在这里，没有改的不写。`,
    "",
    `edition: ${year}`,
    `extends: ${rules.edition}`,
    `title: ${rules.title.replaceAll(rules.edition, year).replace("（推定）", "")}`,
    `document: { ${MARK}, number: 待填, issued: ${moved(rules.document.issued, later)}, text: ${year}.txt }`,
    `period: { ${MARK}, ${period} }`,
    "",
    `# ${REMARK.slice(2)}`,
    "programmes:",
    ...rules.programmes.map(({ id }) => `  ${id}: { ${MARK} }`),
    ...(rules.standards.length === 0 ? [] : ["standards:"]),
    ...rules.standards.map(({ name }) => `  ${name}: { ${MARK} }`),
    ...(rules.ask.length === 0 ? [] : ["ask:"]),
    ...rules.ask.map(({ id }) => `  ${id}: { ${MARK} }`),
    ...readingsAgain(rules),
    "",
  ].join("\n");
}

/** All readings, for a section without names is changed as a whole. */
function readingsAgain({ readings, edition }: Rules): readonly string[] {
  if (readings.length === 0) return [];
  return [
    `# 都和 ${edition} 一样的，这一段整段删去`,
    "readings:",
    ...readings.flatMap(({ title, says, quote, programmes }) => [
      `  - title: ${plain(title)}`,
      `    ${MARK}    ${REMARK}`,
      `    says: ${plain(says)}`,
      `    quote: ${plain(quote)}`,
      `    programmes: [${programmes.join(", ")}]`,
    ]),
  ];
}

/** A text as YAML takes it for itself; in quotation marks where it would not. */
function plain(text: string): string {
  return /^[\p{L}\p{N}“《（]/u.test(text) && !/: |:$| #|^[\d.-]+$/.test(text) ? text : JSON.stringify(text);
}

/** The text of the new edition's examples. */
export function nextExamples(year: string, examples: string, { rules }: RulesFile): string {
  return examples.replaceAll(`${rules.edition}.yaml`, `${year}.yaml`);
}

/** The text of the new document's file until the document is pasted into it. */
export const NO_DOCUMENT_YET = "（把新方案的原文贴在这里，替换这一行）\n";
