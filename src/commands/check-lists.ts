/** How each list was understood, so that a clerk sees at a glance what was taken for something else. */
import type { ListReading } from "../model/entry.ts";
import type { Outcome } from "../model/outcome.ts";
import { fieldWord } from "../write/words.ts";
import type { Words } from "./checked.ts";
import { aligned } from "./columns.ts";

/** Two lines a list: whose, which category, header and rows by kind; and which column is what. */
export function listLines(outcome: Outcome, t: Words): readonly string[] {
  const categories = new Map<ListReading, Set<string>>();
  for (const { list, categories: found } of outcome.entries) {
    const known = categories.get(list) ?? new Set();
    categories.set(list, known);
    for (const id of found) known.add(id);
  }
  const heads = aligned(
    outcome.lists.map((list) => {
      const agency = list.everybody ? t("汇总", "everybody") : list.agency;
      const found = [...(categories.get(list) ?? [])];
      const some =
        found.length > 2 ? t(`${found[0]}等 ${found.length} 类`, `${found.length} categories`) : found.join("、");
      return [
        [list.file, list.sheet, partText(list, t)].filter((part) => part !== "").join(" › "),
        agency || t("部门不明", "agency unknown"),
        list.held ? t("看不明白，整份暂缓", "not understood, held") : some || (list.category ?? ""),
        t(`表头第 ${rowsText(list.headerRows)} 行`, `header in row ${rowsText(list.headerRows)}`),
        tallyText(list, t),
      ];
    }),
    [],
    "left",
  );
  return outcome.lists.flatMap((list, at) => [heads[at] ?? "", `    ${columnsText(list, t)}`]);
}

/** "3", "3–4". */
function rowsText({ first, last }: ListReading["rows"]): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** Where a list stands that shares its sheet with others. */
function partText({ of, rows, isBeside, columns }: ListReading, t: Words): string {
  if (of === 1) return "";
  const letters = isBeside ? `${columns[0]?.letter ?? ""}–${columns.at(-1)?.letter ?? ""}` : "";
  const where = t(`第 ${rowsText(rows)} 行`, `rows ${rowsText(rows)}`);
  return letters === "" ? where : t(`${where} ${letters} 列`, `${where}, columns ${letters}`);
}

/** "42 条（标题 2、合计 1）": the rows by kind, what there is none of left out. */
function tallyText({ tally, headerRows }: ListReading, t: Words): string {
  const others = (
    [
      [t("标题", "titles"), tally.title],
      [t("多余的表头", "repeated headers"), tally.header - (headerRows.last - headerRows.first + 1)],
      [t("合计", "totals"), tally.total],
      [t("说明", "notes"), tally.note],
      [t("空行", "blank"), tally.blank],
      [t("未计入", "rejected"), tally.rejected],
    ] as const
  ).flatMap(([word, count]) => (count > 0 ? [`${word} ${count}`] : []));
  const entries = t(`${tally.entries} 条`, `${tally.entries} entries`);
  return others.length === 0 ? entries : t(`${entries}（${others.join("、")}）`, `${entries} (${others.join(", ")})`);
}

/** "A 姓名、B 身份证号（公民身份号码）；未用 K 备注". */
function columnsText({ columns }: ListReading, t: Words): string {
  const named = columns.filter((column) => column.header !== "");
  const used = named
    .filter((column) => column.field !== "")
    .map(({ letter, header, field, by }) => {
      const word = fieldWord(field);
      const told = by === "contents" ? [t("按内容", "by its cells")] : [];
      const how = [...(word === header ? [] : [header]), ...told].join(t("，", ", "));
      return how === "" ? `${letter} ${word}` : t(`${letter} ${word}（${how}）`, `${letter} ${word} (${how})`);
    });
  const unused = named.filter((column) => column.field === "").map(({ letter, header }) => `${letter} ${header}`);
  const rest = unused.length === 0 ? "" : t(`；未用 ${unused.join("、")}`, `; not used: ${unused.join(", ")}`);
  return used.join(t("、", ", ")) + rest;
}
