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

/** The words by which lists are understood. */
export interface ListWords {
  /** Field → the headers in which lists write it; the first is the field's name for people. */
  readonly headers: Readonly<Record<Field, readonly string[]>>;
  /** Headers that are known and not used: no 提示. */
  readonly knownUnused: readonly string[];
  readonly headWords: readonly string[];
  readonly totals: readonly string[];
  readonly notes: readonly string[];
  /** Words that make a list everybody's: 汇总, 总表. */
  readonly everybody: readonly string[];
  /** Documents other than the resident's card: kind and number make the person, without check digit. */
  readonly otherDocuments: readonly string[];
  readonly notStreets: readonly string[];
  /** Bank → how cells write it; branches fall under their bank. */
  readonly banks: ReadonlyMap<string, readonly string[]>;
}
