/** How lists are written, in every edition: read from `rules/lists.yaml`. */

/** Fields that a list's columns may hold. */
export const FIELDS = [
  "name",
  "idNumber",
  "documentKind",
  "headIdNumber",
  "headName",
  "householdNumber",
  "relation",
  "covered",
  "residents",
  "category",
  "amount",
  "bank",
  "account",
  "accountName",
  "collectorName",
  "collectorId",
  "institution",
  "street",
  "committee",
  "address",
  "phone",
  "bornOn",
] as const;

/** A field that a list's column may hold. */
export type Field = (typeof FIELDS)[number];

/** Whose columns an upper header cell covers: the list's own people's, the head's, the account's, who collects, others. */
export const GROUPS = ["own", "head", "account", "collector", "others"] as const;

/** Kind of an upper header cell. */
export type GroupKind = (typeof GROUPS)[number];

/** The words by which lists are understood. */
export interface ListWords {
  /** Field → the headers in which lists write it; the first is the field's name for people. */
  readonly headers: Readonly<Record<Field, readonly string[]>>;
  /** Headers that are known and not used: no 提示. */
  readonly knownUnused: readonly string[];
  /** Upper header cells (户主信息 over 姓名 and 身份证号), without their endings. */
  readonly groups: Readonly<Record<GroupKind, readonly string[]>>;
  readonly groupEndings: readonly string[];
  /** What a column 与户主关系 holds. */
  readonly relations: readonly string[];
  /** Of these, what blank lists offer; the head's word first. */
  readonly relationChoices: readonly string[];
  /** Relations of which a household has one at most. */
  readonly onlyOne: readonly string[];
  /** First characters of usual names. */
  readonly surnames: ReadonlySet<string>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Headers with which a table begins: told where two stand side by side. */
  readonly serials: readonly string[];
  readonly headWords: readonly string[];
  readonly totals: readonly string[];
  readonly notes: readonly string[];
  /** Ends of headings that stand between the rows of a list, merged over several columns. */
  readonly headingEndings: readonly string[];
  /** Words that make a list everybody's: 汇总, 总表. */
  readonly everybody: readonly string[];
  /** Documents other than the resident's card: kind and number make the person, without check digit. */
  readonly otherDocuments: readonly string[];
  readonly notStreets: readonly string[];
  /** Columns of a check list that are quoted where somebody is on it (死亡日期) → their headers. */
  readonly checkListNotes: ReadonlyMap<string, readonly string[]>;
  /** Bank → how cells write it; branches fall under their bank. */
  readonly banks: ReadonlyMap<string, readonly string[]>;
}
