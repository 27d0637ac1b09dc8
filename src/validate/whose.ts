/**
 * Whose list it is, and which category its rows have (design, "Whose list it is"): from the campaign file, the
 * sheet's name, the title rows and the file's name, against the vocabularies of the agencies.
 */
import type { ListMapping } from "../model/campaign.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import { fold } from "./text.ts";
import { type Named, readCategoryCell, Vocabulary } from "./vocabulary.ts";

/** The texts around a list that may say whose it is. */
export interface Surroundings {
  readonly sheet: string;
  readonly titles: readonly string[];
  /** The shown name: path and ending. */
  readonly file: string;
}

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
  /** Where the category or the clash was found. */
  readonly where: string;
  readonly vocabulary: Vocabulary;
  /** The category column is one: at least half of its filled cells are names of the vocabulary. */
  readonly columnFits: boolean;
}

/** All vocabularies of an edition. Made once a run. */
export class Vocabularies {
  readonly #rules: Rules;
  readonly #words: ListWords;
  readonly #all: Vocabulary;
  readonly #byAgency = new Map<string, Vocabulary>();

  constructor(rules: Rules, words: ListWords) {
    this.#rules = rules;
    this.#words = words;
    this.#all = new Vocabulary(rules, new Set(rules.agencies.keys()));
    for (const id of rules.agencies.keys()) this.#byAgency.set(id, new Vocabulary(rules, new Set([id])));
  }

  /** Whose a list is; `cells` are the filled cells of its candidate category column, empty where there is none. */
  whose(around: Surroundings, cells: readonly string[], said: ListMapping | undefined): Whose {
    const texts = sourcesOf(around);
    const named = said?.agency ? { agencies: [said.agency], everybody: false } : this.#named(texts);
    if (named.agencies.length > 1) return { ...this.#fit("", false, texts, cells), rivals: named.agencies };
    const agency = named.agencies[0] ?? "";
    const own = this.#fit(agency, named.everybody, texts, cells);
    if (said?.category) return { ...own, category: said.category, clash: null };
    if (agency === "" || own.category !== null || own.clash !== null) return own;
    if (own.columnFits) return { ...own, category: this.#onlyCategory(agency) };
    const others = [...this.#rules.agencies.keys()]
      .filter((id) => id !== agency)
      .map((id) => this.#fit(id, false, texts, cells))
      .filter((fit) => fit.category !== null || fit.columnFits);
    const first = others[0];
    const alike = others.every((fit) => fit.category !== null && fit.category === first?.category);
    if (first && (others.length === 1 || alike)) return { ...first, insteadOf: agency };
    return { ...own, category: this.#onlyCategory(agency) };
  }

  /** The first text that names an agency or says that the list is everybody's. */
  #named(texts: readonly string[]): { agencies: readonly string[]; everybody: boolean } {
    let everybody = false;
    for (const text of texts) {
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
    const words = [...this.#rules.agencies.values()]
      .flatMap((agency) => agency.written.map((name) => ({ id: agency.id, name: fold(name) })))
      .sort((a, b) => b.name.length - a.name.length);
    let rest = folded;
    const found = new Set<string>();
    for (const { id, name } of words) {
      if (!rest.includes(name)) continue;
      found.add(id);
      rest = rest.replaceAll(name, "\u0000");
    }
    return [...this.#rules.agencies.keys()].filter((id) => found.has(id));
  }

  /** How the words of one agency (or of all) fit a list. */
  #fit(agency: string, everybody: boolean, texts: readonly string[], cells: readonly string[]): Whose {
    const vocabulary = this.#byAgency.get(agency) ?? this.#all;
    const understood = cells.filter((cell) => readCategoryCell(cell, vocabulary).categories.length > 0).length;
    const columnFits = cells.length > 0 && understood * 2 >= cells.length;
    const base = { agency, everybody, rivals: [], insteadOf: "", vocabulary, columnFits };
    for (const text of texts) {
      const found = vocabulary.find(text);
      if (found.categories.length === 1) {
        return { ...base, category: found.categories[0] ?? null, clash: null, wider: found.wider, where: text };
      }
      if (found.categories.length > 1) return { ...base, category: null, clash: found, wider: [], where: text };
    }
    return { ...base, category: null, clash: null, wider: [], where: "" };
  }

  /** The only category of an agency that has one. */
  #onlyCategory(agency: string): string | null {
    const own = [...this.#rules.categories.values()].filter((c) => c.agencies.includes(agency));
    return own.length === 1 ? (own[0]?.id ?? null) : null;
  }
}

/** Sheet's name, titles, file's name, folders' names from the innermost: in this order. */
function sourcesOf(around: Surroundings): readonly string[] {
  const parts = around.file.split("/");
  const base = (parts.pop() ?? "").replace(/\.[^.]*$/, "");
  return [around.sheet, around.titles.join(" "), base, ...parts.reverse()].filter((text) => text !== "");
}
