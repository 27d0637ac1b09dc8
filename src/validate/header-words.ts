/** What the words of all headers mean: lists.yaml and the declared fields of an edition, looked up by their folded text. */
import type { ListMapping } from "../model/campaign.ts";
import { FIELDS, type Field, GROUPS, type GroupKind, type ListWords } from "../model/list-words.ts";
import type { DeclaredField, Rules } from "../model/rules.ts";
import { fold, foldHeader } from "./text.ts";

/** What a header means. */
export interface HeaderWord {
  readonly field: Field | null;
  readonly declared: DeclaredField | null;
  /** Place among the writings of its field: the first is the most usual one. */
  readonly rank: number;
}

/** A header that is known and not used. */
const UNUSED: HeaderWord = { field: null, declared: null, rank: 0 };

/** Of whom the fields below an upper header cell are, by its kind; null: of nobody whom a list pays. */
const FIELDS_BELOW: Readonly<Record<GroupKind, Partial<Record<Field, Field | null>>>> = {
  own: {},
  head: { name: "headName", idNumber: "headIdNumber" },
  account: { name: "accountName", idNumber: null },
  collector: { name: "collectorName", idNumber: "collectorId", phone: null, relation: null, address: null },
  others: { name: null, idNumber: null, phone: null, relation: null, address: null, bornOn: null, category: null },
};

/** Longest text that can be a header's own words. */
const LONGEST = 24;
const PLAIN_HAN = /^[\u4e00-\u9fff]+$/;

/** The words of all headers. Made once a run. */
export class HeaderWords {
  /** All known header texts, for near names. */
  readonly all: readonly string[];
  readonly #meanings = new Map<string, HeaderWord>();
  readonly #groups = new Map<string, GroupKind>();
  readonly #endings: readonly string[];
  readonly #serials: ReadonlySet<string>;

  /** @param said what the campaign file says of one sheet: its headers come before all synonyms */
  constructor(words: ListWords, rules: Rules, said: ListMapping | undefined) {
    for (const text of words.knownUnused) this.#meanings.set(foldHeader(text), UNUSED);
    for (const field of [...FIELDS].reverse()) {
      const written = words.headers[field];
      for (let rank = written.length - 1; rank >= 0; rank--)
        this.#meanings.set(foldHeader(written[rank] ?? ""), { field, declared: null, rank });
    }
    for (const declared of rules.fields)
      for (const text of [declared.name, ...declared.headers])
        this.#meanings.set(foldHeader(text), { field: null, declared, rank: 0 });
    if (said !== undefined) this.#follow(said, rules);
    for (const kind of GROUPS) for (const text of words.groups[kind]) this.#groups.set(fold(text), kind);
    this.#endings = words.groupEndings.map(fold);
    this.#serials = new Set(words.serials.map(foldHeader));
    this.all = [...FIELDS.flatMap((field) => words.headers[field]), ...rules.fields.map((f) => f.name)];
  }

  /** The headers that the campaign file names; other headers of these fields are known and not used. */
  #follow({ columns }: ListMapping, rules: Rules): void {
    for (const [text, { field, declared }] of this.#meanings)
      if (columns.has(field ?? declared?.name ?? "")) this.#meanings.set(text, UNUSED);
    for (const [name, header] of columns) {
      const declared = rules.fields.find((f) => f.name === name) ?? null;
      const field = FIELDS.find((f) => f === name) ?? null;
      this.#meanings.set(foldHeader(header), { field: declared === null ? field : null, declared, rank: 0 });
    }
  }

  /** What a header cell means by itself; undefined where it is not known. */
  find(text: string): HeaderWord | undefined {
    if (text === "" || text.length > LONGEST * 2) return undefined;
    if (PLAIN_HAN.test(text)) return this.#meanings.get(text);
    const folded = foldHeader(text);
    return folded.length > LONGEST ? undefined : this.#meanings.get(folded);
  }

  /**
   * What a header cell means below upper ones: together with the nearest that makes a known word with it
   * (户主 + 身份证号), else by itself, seen from whom the upper one speaks of.
   * @param groups the upper header cells from the top down
   */
  below(groups: readonly string[], own: string): HeaderWord | undefined {
    const alone = this.find(own);
    for (const group of [...groups].reverse()) {
      const stem = this.#stem(group);
      const together = this.#meanings.get(stem + foldHeader(own));
      if (together !== undefined) return together;
      const kind = this.#groups.get(stem);
      if (kind === undefined) continue;
      if (alone === undefined) return kind === "others" ? UNUSED : undefined;
      const field = alone.field === null ? undefined : FIELDS_BELOW[kind][alone.field];
      if (field === undefined) return alone;
      return field === null ? UNUSED : { ...alone, field };
    }
    return alone;
  }

  /** An upper header cell of a known kind. */
  isGroup(text: string): boolean {
    return this.#groups.has(this.#stem(text));
  }

  /** 序号 and the like: where a table begins. */
  isSerial(text: string): boolean {
    return this.#serials.has(foldHeader(text));
  }

  /** A group's words without their ending: 户主信息 → 户主. */
  #stem(group: string): string {
    const folded = foldHeader(group);
    const ending = this.#endings.find((text) => folded.endsWith(text) && folded.length > text.length);
    return ending === undefined ? folded : folded.slice(0, -ending.length);
  }
}
