/** Which blank lists there are: one for each group of categories that one agency sends and that open the same programmes. */
import type { ListWords } from "../model/list-words.ts";
import type { Agency, Category, Programme, Rules } from "../model/rules.ts";
import type { TemplateList, TemplateUse } from "../model/template.ts";
import { lookedAt } from "../rules/looked-at.ts";
import { wordsOf } from "../rules/words.ts";
import { countsMembers, templateColumns } from "./columns.ts";

/** Categories of one agency that open the same programmes. */
interface Group {
  readonly agency: Agency;
  readonly categories: readonly Category[];
  /** In the plan's order; none: the programmes only look at who is in these categories. */
  readonly programmes: readonly Programme[];
  readonly lookedAtBy: readonly Programme[];
}

/** The blank lists of some categories, in the rules' order. A category that no programme knows of has none. */
export function templateLists(rules: Rules, words: ListWords, wanted: ReadonlySet<string>): readonly TemplateList[] {
  const looks = new Map(rules.programmes.map((p) => [p, new Set([...lookedAt(p).categories, ...p.eligible.none])]));
  const groups = new Map<string, Group>();
  for (const category of rules.categories.values()) {
    const agency = rules.agencies.get(category.agencies[0] ?? "");
    const programmes = rules.programmes.filter((p) => p.opens.includes(category.id));
    const lookedAtBy = rules.programmes.filter((p) => !programmes.includes(p) && looks.get(p)?.has(category.id));
    if (!wanted.has(category.id) || agency === undefined || programmes.length + lookedAtBy.length === 0) continue;
    // A list that only tells who somebody is stands alone: its rows are no rows of those who are paid.
    const key = [agency.id, ...(programmes.length > 0 ? programmes.map((p) => p.id) : ["", category.id])].join(
      "\u0000",
    );
    const categories = [...(groups.get(key)?.categories ?? []), category];
    groups.set(key, { agency, categories, programmes, lookedAtBy: programmes.length > 0 ? [] : lookedAtBy });
  }
  return [...groups.values()].map((group) => listOf(group, rules, words));
}

function listOf({ agency, categories, programmes, lookedAtBy }: Group, rules: Rules, words: ListWords): TemplateList {
  const ids = categories.map((category) => category.id);
  const name = nameOf(categories, programmes);
  return {
    office: agency.name,
    name,
    fileStem: `${agency.id}-${name}`,
    categories: ids,
    uses: programmes.map((programme) => useOf(programme, rules)),
    lookedAtBy: lookedAtBy.map((p) => p.name),
    rows: programmes.some(countsMembers)
      ? "members"
      : programmes.some((p) => p.unit === "household")
        ? "households"
        : "people",
    columns: templateColumns(programmes, ids, rules, words),
  };
}

function useOf({ name, amount, unit, clause, quote }: Programme, rules: Rules): TemplateUse {
  const words = wordsOf((id) => rules.programmes.find((p) => p.id === id)?.name ?? id);
  return {
    programme: name,
    standard: `每${unit === "household" ? "户" : "人"}：${words.amount(amount).zh}`,
    clause,
    quote,
  };
}

/**
 * One category's own name. Two are both named: such a title names no category of its own, so that an empty cell in the
 * column is told, and not taken for the first. More go by their programmes' names, or by none, where a programme's name
 * would name a category.
 */
function nameOf(categories: readonly Category[], programmes: readonly Programme[]): string {
  if (categories.length <= 2) return categories.map((category) => category.id).join("、");
  const named = programmes.map((p) => p.name).join("、");
  const telling = categories.some((category) => category.written.some((written) => named.includes(written)));
  return telling ? "对象" : named;
}
