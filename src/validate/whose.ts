/**
 * Whose list it is, and which category its rows have (design, "Whose list it is"): from the campaign file, the
 * sheet's name, the title rows and the file's name, against the vocabularies of the agencies.
 */
import { EVERYBODY, type ListMapping } from "../model/campaign.ts";
import { type List, tellingPath } from "../model/list.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import { fold } from "./text.ts";
import { type CategoryCell, type Named, readCategoryCell, Vocabulary } from "./vocabulary.ts";

/** A text around a list that may say whose it is. */
export interface Source {
  readonly from: "sheet" | "title" | "file" | "folder";
  readonly text: string;
}

/** What tells the category of a list as a whole: a text around it, the office's word, or its agency, which has only one. */
export type ToldBy = Source["from"] | "campaign" | "agency" | "";

/** What was found out about a list as a whole. */
export interface Whose {
  /** Agency id, "" where none is known. */
  readonly agency: string;
  readonly everybody: boolean;
  /** Several agencies in one text: a question. */
  readonly rivals: readonly string[];
  /** The agency that was named where another one's words fit. */
  readonly insteadOf: string;
  /** Category of the list as a whole. */
  readonly category: string | null;
  /** Several categories in one text. */
  readonly clash: Named | null;
  readonly wider: Named["wider"];
  /** The text in which the category or the clash was found. */
  readonly where: string;
  readonly toldBy: ToldBy;
  readonly vocabulary: Vocabulary;
  /** The category column is one: at least half of its filled cells are names of the vocabulary. */
  readonly columnFits: boolean;
}

/** Agencies that may own a list, or that it is everybody's. */
interface Owner {
  readonly agencies: readonly string[];
  readonly everybody: boolean;
}

/** All vocabularies of an edition. Made once a run. */
export class Vocabularies {
  readonly #rules: Rules;
  readonly #words: ListWords;
  readonly #all: Vocabulary;
  readonly #byAgency = new Map<string, Vocabulary>();
  /** How agencies are written, the longest name first. */
  readonly #names: readonly { readonly id: string; readonly name: string }[];

  constructor(rules: Rules, words: ListWords) {
    this.#rules = rules;
    this.#words = words;
    this.#all = new Vocabulary(rules, new Set(rules.agencies.keys()));
    for (const id of rules.agencies.keys()) this.#byAgency.set(id, new Vocabulary(rules, new Set([id])));
    this.#names = [...rules.agencies.values()]
      .flatMap((agency) => agency.written.map((name) => ({ id: agency.id, name: fold(name) })))
      .sort((a, b) => b.name.length - a.name.length);
  }

  /**
   * Whose a list is.
   * @param texts what stands around it, the nearest first
   * @param cells the filled cells of its candidate category column, empty where there is none
   */
  whose(texts: readonly Source[], cells: readonly string[], said: ListMapping | undefined): Whose {
    const named = this.#owner(texts, said);
    if (named.agencies.length > 1) return { ...this.#fit("", false, texts, cells), rivals: named.agencies };
    const agency = named.agencies[0] ?? "";
    const own = this.#fit(agency, named.everybody, texts, cells);
    if (said?.category) return { ...own, category: said.category, clash: null, toldBy: "campaign" };
    if (agency === "" || own.category !== null || own.clash !== null) return own;
    const only = this.#onlyCategory(agency);
    const alone: Whose = { ...own, category: only, toldBy: only === null ? "" : "agency" };
    if (own.columnFits) return alone;
    const others = [...this.#rules.agencies.keys()]
      .filter((id) => id !== agency)
      .map((id) => this.#fit(id, false, texts, cells))
      .filter((fit) => fit.category !== null || fit.columnFits);
    const first = others[0];
    const alike = others.every((fit) => fit.category !== null && fit.category === first?.category);
    if (first && (others.length === 1 || alike)) return { ...first, insteadOf: agency };
    return alone;
  }

  /** The campaign file's word, else what the texts name; where it says the category, only agencies that have it. */
  #owner(texts: readonly Source[], said: ListMapping | undefined): Owner {
    if (said?.agency === EVERYBODY) return { agencies: [], everybody: true };
    if (said?.agency) return { agencies: [said.agency], everybody: false };
    const named = this.#named(texts);
    if (!said?.category) return named;
    const owners = this.#rules.categories.get(said.category)?.agencies ?? [];
    return { ...named, agencies: named.agencies.filter((id) => owners.includes(id)).slice(0, 1) };
  }

  /** What a text says of agencies and categories, as a key for comparing; "" where it says nothing. */
  says(text: string): string {
    return [...this.#agenciesIn(fold(text)), ...this.#all.find(text).categories].join("|");
  }

  /** The text is the name of a category, with nothing but 人员, 名单, a number of households or the like around it. */
  isName(text: string): boolean {
    return this.#all.isName(text);
  }

  /** The first text that names an agency or says that the list is everybody's. */
  #named(texts: readonly Source[]): Owner {
    let everybody = false;
    for (const { text } of texts) {
      const folded = fold(text);
      everybody ||= this.#words.everybody.some((word) => folded.includes(fold(word)));
      const agencies = this.#agenciesIn(folded);
      if (agencies.length === 0) continue;
      // 残联's summary is still 残联's: its 低保 is a tier. Civil Affairs' summary is everybody's.
      const leading = agencies.length === 1 && this.#rules.agencies.get(agencies[0] ?? "")?.leading === true;
      return everybody && leading ? { agencies: [], everybody: true } : { agencies, everybody: false };
    }
    return { agencies: [], everybody };
  }

  #agenciesIn(folded: string): readonly string[] {
    let rest = folded;
    const found = new Set<string>();
    for (const { id, name } of this.#names) {
      if (!rest.includes(name)) continue;
      found.add(id);
      rest = rest.replaceAll(name, "\u0000");
    }
    return [...this.#rules.agencies.keys()].filter((id) => found.has(id));
  }

  /** How the words of one agency (or of all) fit a list. */
  #fit(agency: string, everybody: boolean, texts: readonly Source[], cells: readonly string[]): Whose {
    const vocabulary = this.#byAgency.get(agency) ?? this.#all;
    const understood = cells.filter((cell) => isUnderstood(readCategoryCell(cell, vocabulary))).length;
    const columnFits = cells.length > 0 && understood * 2 >= cells.length;
    const base = { agency, everybody, rivals: [], insteadOf: "", vocabulary, columnFits };
    for (const { from: toldBy, text: where } of texts) {
      const found = vocabulary.find(where);
      const [category = null] = found.categories;
      if (found.categories.length === 1) return { ...base, category, clash: null, wider: found.wider, where, toldBy };
      if (found.categories.length > 1) return { ...base, category: null, clash: found, wider: [], where, toldBy };
    }
    return { ...base, category: null, clash: null, wider: [], where: "", toldBy: "" };
  }

  /** The only category of an agency that has one. */
  #onlyCategory(agency: string): string | null {
    const own = [...this.#rules.categories.values()].filter((c) => c.agencies.includes(agency));
    return own.length === 1 ? (own[0]?.id ?? null) : null;
  }
}

/**
 * The texts around a list, in the order in which they count: sheet's name, titles, file's name, folders' names from the
 * innermost. Of several lists on one sheet each has its own title, which is nearer than the sheet's name.
 */
export function sourcesOf(table: {
  readonly list: List;
  readonly titles: readonly string[];
  readonly sheetTitles: readonly string[];
  readonly of: number;
}): readonly Source[] {
  const parts = tellingPath(table.list).split("/");
  const base = (parts.pop() ?? "").replace(/\.[^.]*$/, "");
  const sheet = { from: "sheet", text: table.list.sheet } as const;
  const title = { from: "title", text: table.titles.join(" ") } as const;
  const above = { from: "title", text: table.sheetTitles.join(" ") } as const;
  const around = table.of > 1 ? [title, sheet, above] : [sheet, title];
  const folders = parts.reverse().map((text) => ({ from: "folder", text }) as const);
  return [...around, { from: "file", text: base } as const, ...folders].filter(({ text }) => text !== "");
}

function isUnderstood({ categories, denies }: CategoryCell): boolean {
  return categories.length > 0 || denies;
}
