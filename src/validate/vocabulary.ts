/**
 * The vocabularies of the agencies: which category a text names. The longest name that fits wins; what names overlap
 * counts once. Built once a run from the rules; answers are remembered, since a column repeats its words.
 */
import type { Rules } from "../model/rules.ts";
import { fold } from "./text.ts";

/** What a text says about categories. */
export interface Named {
  /** Category ids, in the order in which the text names them. */
  readonly categories: readonly string[];
  /** The names as the vocabulary writes them. */
  readonly names: readonly string[];
  /** Names wider than the plan's category, which were used. */
  readonly wider: readonly { readonly written: string; readonly category: string }[];
  /** It names no category, but what the rules say is none: 低保边缘. */
  readonly denies: boolean;
}

const NOTHING: Named = { categories: [], names: [], wider: [], denies: false };

interface Term {
  readonly folded: string;
  readonly name: string;
  /** null: a text that is no category (低保边缘) and keeps its letters from being read as one. */
  readonly category: string | null;
  readonly wider: boolean;
}

/** Endings that a name may carry when it must be the whole text. */
const ENDING = /(人员|对象|家庭|名单|户|类)+$/;
/** What a text takes out again: 不含重残无业. */
const EXCLUSION = /不(含|包括|包含|享受)[^,。;、，；)）\]】]*/g;

/** Which category a text names, in the vocabulary of some agencies. */
export class Vocabulary {
  readonly #terms: readonly Term[];
  readonly #alone: ReadonlyMap<string, Term>;
  readonly #known = new Map<string, Named>();
  readonly #cells = new Map<string, CategoryCell>();

  constructor(rules: Rules, agencies: ReadonlySet<string>) {
    const terms = new Map<string, Term>();
    const alone = new Map<string, Term>();
    // Categories of the leading agency come first: a name that several use is Civil Affairs'.
    const leading = new Set([...rules.agencies.values()].filter((a) => a.leading).map((a) => a.id));
    const categories = [...rules.categories.values()].filter((c) => c.agencies.some((a) => agencies.has(a)));
    const isLeading = (c: { agencies: readonly string[] }) => c.agencies.some((a) => leading.has(a));
    for (const category of [...categories.filter(isLeading), ...categories.filter((c) => !isLeading(c))]) {
      const put = (map: Map<string, Term>, name: string, wider: boolean) => {
        const folded = fold(name);
        if (!map.has(folded)) map.set(folded, { folded, name, category: category.id, wider });
      };
      for (const name of category.written) put(terms, name, false);
      for (const name of category.wider) put(terms, name, true);
      for (const name of category.writtenAlone) put(alone, name, false);
    }
    for (const name of rules.notCategories) {
      const folded = fold(name);
      terms.set(folded, { folded, name, category: null, wider: false });
    }
    this.#terms = [...terms.values()].sort((a, b) => b.folded.length - a.folded.length);
    this.#alone = alone;
  }

  /** What a text names. */
  find(text: string): Named {
    const known = this.#known.get(text);
    if (known) return known;
    const found = this.#find(text);
    this.#known.set(text, found);
    return found;
  }

  /** The text is a name of the vocabulary, with nothing but an ending or something in brackets around it. */
  isName(text: string): boolean {
    const [name, second] = this.find(text).names;
    if (name === undefined || second !== undefined) return false;
    const bare = fold(text).replace(/\([^()]*\)/g, "");
    return bare.replace(fold(name), "").replace(ENDING, "") === "";
  }

  /** What a cell says, worked out once: a column repeats its words. */
  remember(text: string, read: (text: string, vocabulary: Vocabulary) => CategoryCell): CategoryCell {
    const known = this.#cells.get(text);
    if (known) return known;
    const found = read(text, this);
    this.#cells.set(text, found);
    return found;
  }

  #find(text: string): Named {
    const folded = fold(text).replace(EXCLUSION, "");
    if (folded === "") return NOTHING;
    const whole = this.#alone.get(folded) ?? this.#alone.get(folded.replace(ENDING, ""));
    const hits = whole ? [{ at: 0, term: whole }] : this.#occurrences(folded);
    const named = hits.filter((hit) => hit.term.category !== null);
    return {
      categories: [...new Set(named.flatMap((hit) => hit.term.category ?? []))],
      names: [...new Set(named.map((hit) => hit.term.name))],
      wider: named
        .filter((hit) => hit.term.wider)
        .map((hit) => ({ written: hit.term.name, category: hit.term.category ?? "" })),
      denies: hits.length > 0 && named.length === 0,
    };
  }

  /** Longest first; a shorter name inside letters that are taken already does not count. */
  #occurrences(folded: string): { at: number; term: Term }[] {
    const taken = new Array<boolean>(folded.length).fill(false);
    const hits: { at: number; term: Term }[] = [];
    for (const term of this.#terms) {
      for (let at = folded.indexOf(term.folded); at >= 0; at = folded.indexOf(term.folded, at + 1)) {
        const end = at + term.folded.length;
        if (taken.slice(at, end).includes(true)) continue;
        taken.fill(true, at, end);
        hits.push({ at, term });
      }
    }
    return hits.sort((a, b) => a.at - b.at);
  }
}

/** Separators between several categories in one cell. */
const SEPARATORS = /[、，,;；/／\s]+/;

/** What a category cell says: its parts, which of them name a category, and which do not. */
export interface CategoryCell {
  readonly categories: readonly string[];
  readonly wider: Named["wider"];
  /** Parts that name nothing. */
  readonly unknown: readonly string[];
  /** A part that names several categories without a separator. */
  readonly mixed: boolean;
  /** It names no category, and a part of it names what the rules say is none. */
  readonly denies: boolean;
}

/** Reads a cell of a category column; several categories are separated by 、，,;/ or space. */
export function readCategoryCell(text: string, vocabulary: Vocabulary): CategoryCell {
  return vocabulary.remember(text, readCell);
}

function readCell(text: string, vocabulary: Vocabulary): CategoryCell {
  const whole = vocabulary.find(text);
  const parts = text.split(SEPARATORS).filter((part) => part !== "");
  if (parts.length <= 1)
    return { ...whole, unknown: whole.categories.length === 0 ? parts : [], mixed: whole.categories.length > 1 };
  const found = parts.map((part) => ({ part, named: vocabulary.find(part) }));
  const categories = [...new Set(found.flatMap((f) => f.named.categories))];
  // A name with a space inside it is only found in the whole.
  if (categories.length === 0) return { ...whole, unknown: whole.categories.length === 0 ? parts : [], mixed: false };
  return {
    categories,
    wider: found.flatMap((f) => f.named.wider),
    unknown: found.filter((f) => f.named.categories.length === 0).map((f) => f.part),
    mixed: found.some((f) => f.named.categories.length > 1),
    denies: false,
  };
}
