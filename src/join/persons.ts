/** Entries joined into persons by ID number; names under one number settled; the same person twice on a list told. */
import type { Campaign } from "../model/campaign.ts";
import { agencyOf, type Entry, type ListReading, placeOf, rowKey } from "../model/entry.ts";
import { isResidentNumber } from "../model/id-number.ts";
import { compareText } from "../model/place.ts";
import type { NameClaim } from "../model/register.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** A person before households are known. */
export interface PersonDraft {
  readonly key: string;
  readonly idNumber: string;
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly names: readonly NameClaim[];
}

/** What joining by number gave. */
export interface Grouped {
  readonly persons: readonly PersonDraft[];
  /** Rows that 核实结论 drops. */
  readonly dropped: ReadonlySet<Entry>;
  readonly problems: readonly Problem[];
}

/** The key of an entry's person: its number, or the row itself where it has none. */
export function personKey(entry: Entry, aliases: ReadonlyMap<string, string>): string {
  const key = entry.idNumber === "" ? rowKey(entry) : entry.idNumber;
  return aliases.get(key) ?? key;
}

/**
 * Joins entries by ID number.
 * @param aliases wrong number → right number, where 核实结论 says 同一人
 */
export function groupPersons(
  entries: readonly Entry[],
  aliases: ReadonlyMap<string, string>,
  rules: Rules,
  campaign: Campaign,
): Grouped {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = personKey(entry, aliases);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const problems: Problem[] = [];
  const dropped = new Set<Entry>();
  const persons: PersonDraft[] = [];
  for (const [key, all] of groups) {
    const known = all.some((entry) => entry.idNumber !== "") ? key : "";
    // Another document's kind and number make the person, but are no ID number: outputs leave that column empty.
    const idNumber = isResidentNumber(known) ? known : "";
    if (all.length > 1) for (const entry of repeated(all, rules, campaign, problems)) dropped.add(entry);
    const kept = dropped.size === 0 ? all : all.filter((entry) => !dropped.has(entry));
    const settled = settleNames(known, kept, rules, campaign, problems);
    for (const entry of settled.dropped) dropped.add(entry);
    const left = settled.dropped.length === 0 ? kept : kept.filter((entry) => !dropped.has(entry));
    if (left.length > 0) persons.push({ key, idNumber, name: settled.name, entries: left, names: settled.names });
  }
  return { persons, dropped, problems };
}

/** Second and further rows of a person on one list for the same programme; those that a decision drops. */
function repeated(entries: readonly Entry[], rules: Rules, campaign: Campaign, problems: Problem[]): readonly Entry[] {
  const dropped: Entry[] = [];
  const first = new FirstRows(rules);
  for (const entry of entries) {
    const earlier = first.like(entry);
    if (earlier === null) continue;
    const subject = {
      idNumber: entry.idNumber,
      name: entry.name,
      otherIdNumber: "",
      value: entry.categories.join("、"),
    };
    const found = problem(
      "J102",
      placeOf(entry, "idNumber"),
      { name: entry.name, row: earlier.row },
      { content: entry.idText, subject, decisions: campaign.decisions },
    );
    problems.push(found);
    if (found.settledBy?.verdict === "不予") dropped.push(entry);
  }
  return dropped;
}

/**
 * The rows of one person, of each list and household the first that asserts some categories: a number that somebody
 * filled down over 100 000 rows is compared with these few only. Rows of two households are the household stage's
 * business: one person in two of them is no mere repetition.
 */
class FirstRows {
  readonly #rules: Rules;
  readonly #rows = new Map<ListReading, Map<string, Entry[]>>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  /** The first row before this one for the same programme in the same list and household, or null; remembers this one. */
  like(entry: Entry): Entry | null {
    const ofList = this.#rows.get(entry.list) ?? new Map<string, Entry[]>();
    this.#rows.set(entry.list, ofList);
    const household = `${entry.householdNumber}\u0000${entry.headIdNumber}`;
    const rows = ofList.get(household) ?? [];
    ofList.set(household, rows);
    const earlier = rows.find((row) => sameProgramme(row, entry, this.#rules)) ?? null;
    const said = entry.categories.join("\u0000");
    if (!rows.some((row) => row.categories.join("\u0000") === said)) rows.push(entry);
    return earlier;
  }
}

/** Both rows open some programme (two tiers of one included), or neither has a category. */
function sameProgramme(a: Entry, b: Entry, rules: Rules): boolean {
  if (a.categories.length === 0) return b.categories.length === 0;
  const opens = (entry: Entry, any: readonly string[]) => any.some((id) => entry.categories.includes(id));
  return rules.programmes.some((programme) => opens(a, programme.opens) && opens(b, programme.opens));
}

interface SettledNames {
  readonly name: string;
  readonly names: readonly NameClaim[];
  readonly dropped: readonly Entry[];
}

/** One number under several names: Civil Affairs' spelling counts; a decision may say another one, or drop rows. */
function settleNames(
  idNumber: string,
  entries: readonly Entry[],
  rules: Rules,
  campaign: Campaign,
  problems: Problem[],
): SettledNames {
  const agreed = nameOfAll(entries);
  if (agreed !== null) return { name: agreed, names: NO_NAMES, dropped: NO_ENTRIES };
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.name === "") continue;
    const same = byName.get(entry.name);
    if (same) same.push(entry);
    else byName.set(entry.name, [entry]);
  }
  const leads = (entry: Entry) => isLeading(entry, rules);
  const leading = [...byName].filter(([, rows]) => rows.some(leads)).map(([name]) => name);
  const counts = leading.length === 1 ? leading[0] : undefined;
  const claims = [...byName].map(([name, rows]) => {
    const others = [...byName.keys()].filter((other) => other !== name).join("、");
    const code = name === counts ? ("J108" as const) : ("J101" as const);
    const made = rows.map((entry) =>
      problem(
        code,
        placeOf(entry, "name"),
        { id: idNumber, name, others },
        {
          content: name,
          subject: { idNumber, name, otherIdNumber: "", value: name },
          decisions: campaign.decisions,
        },
      ),
    );
    return { name, rows, made, verdict: made[0]?.settledBy?.verdict };
  });
  const said = claims.find((claim) => claim.verdict === "认可")?.name;
  const dropped = claims.filter((claim) => claim.verdict === "不予").flatMap((claim) => claim.rows);
  const left = claims.filter((claim) => claim.verdict !== "不予");
  const over = said !== undefined || left.length === 1;
  for (const claim of claims) {
    // 不同人 changes nothing by itself: the rows stay held, and are told again, until a number is corrected.
    for (const p of claim.made) if (p.settledBy !== null ? claim.verdict !== "不同人" : !over) problems.push(p);
    if (claim.verdict === "不同人") problems.push(...claim.made.map((p) => ({ ...p, settledBy: null })));
  }
  const standing = left.some((claim) => claim.name === counts) ? counts : undefined;
  const name = said ?? standing ?? mostStated(left) ?? "";
  if (over) return { name, names: [], dropped };
  return {
    name,
    dropped,
    names: left.map((claim) => ({ name: claim.name, entries: claim.rows, held: claim.name !== counts })),
  };
}

const NO_NAMES: readonly NameClaim[] = [];
const NO_ENTRIES: readonly Entry[] = [];

/** The name that all rows have, those without any aside; null where they differ. */
function nameOfAll(entries: readonly Entry[]): string | null {
  let name = "";
  for (const entry of entries) {
    if (entry.name === "" || entry.name === name) continue;
    if (name !== "") return null;
    name = entry.name;
  }
  return name;
}

/** A row of the leading agency's lists, or one of its categories on everybody's list. */
export function isLeading(entry: Entry, rules: Rules): boolean {
  const agency = agencyOf(entry, rules.categories);
  if (agency !== "*") return rules.agencies.get(agency)?.leading === true;
  return entry.categories.some((id) =>
    rules.categories.get(id)?.agencies.some((a) => rules.agencies.get(a)?.leading === true),
  );
}

/** The spelling that most rows have, of equals the first by code unit: so that the order of files changes nothing. */
function mostStated(claims: readonly { readonly name: string; readonly rows: readonly Entry[] }[]): string | undefined {
  return [...claims].sort((a, b) => b.rows.length - a.rows.length || compareText(a.name, b.name))[0]?.name;
}
