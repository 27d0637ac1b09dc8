/** Blank lists of every edition that is here, filled in as their columns ask: all of it is understood without a word. */
import { describe, expect, it } from "vitest";
import type { TemplateColumn, TemplateList } from "../../src/model/template.ts";
import { templateLists } from "../../src/template/lists.ts";
import { editions } from "../editions.ts";
import { account, idOf, list, season, WORDS } from "../say.ts";

/** What stands in a column for the n-th person; what is neither offered nor shown is left out. */
function cellOf(column: TemplateColumn, n: number, category: string): string {
  const own: Readonly<Record<string, string>> = {
    姓名: `甲${n}`,
    身份证号: idOf("19600101", n),
    户主身份证号: idOf("19600101", n),
    账号: account(n),
    对象类别: category,
    居村委: "听涛居委",
    联系电话: "10000000001",
  };
  return own[column.header] ?? column.words[0] ?? column.example;
}

/** The file as it comes back, one row for each of its categories. */
function filledIn({ office, name, fileStem, categories, columns }: TemplateList, first: number) {
  const rows = categories.map((category, i) => columns.map((column) => cellOf(column, first + i, category)));
  const titles = [`${office} ${name}名单`, "某年帮困送温暖活动    填报单位（盖章）：    填报人：    填报日期："];
  const sheet = categories.length === 1 ? name : "名单";
  return list(
    `${fileStem}.xlsx`,
    columns.map((c) => c.header),
    rows,
    { titles, sheet },
  );
}

describe("blank lists, filled in and read back", () => {
  it.each(editions())("%s", (_, rules) => {
    const lists = templateLists(rules, WORDS, new Set(rules.categories.keys()));
    let first = 1;
    const files = lists.map((one) => {
      const file = filledIn(one, first);
      first += one.categories.length;
      return file;
    });
    const outcome = season(files, { rules });
    const told = [...outcome.problems, ...outcome.refused];
    expect(told.filter((p) => /^[VR]|^D13/.test(p.code)).map((p) => `${p.code} ${p.place.file} ${p.content}`)).toEqual(
      [],
    );
    const decided = new Set(outcome.disbursement.entitlements.map((e) => e.programme.name));
    expect([...decided].sort()).toEqual(rules.programmes.map((p) => p.name).sort());
    const asserted = outcome.entries.map((e) => `${e.list.file} ${[...e.categories].join("、")}`);
    expect(asserted.sort()).toEqual(
      lists.flatMap((one) => one.categories.map((id) => `${one.fileStem}.xlsx ${id}`)).sort(),
    );
  });
});
