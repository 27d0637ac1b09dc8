/** What lists tell of somebody by which another row may turn out to be the same person: numbers, birth dates, where to find them. */
import type { Entry } from "../model/entry.ts";
import { birthDate, isResidentNumber } from "../model/id-number.ts";
import type { PersonDraft } from "./persons.ts";

/** The traces of one person under one name; or of several rows without an ID number that nothing tells apart. */
export interface Traces {
  readonly name: string;
  /** In the order of their rows. */
  readonly persons: PersonDraft[];
  /** They have a resident's number (one that fails its check digit, too). */
  readonly numbered: boolean;
  /** What tells them from others of the name, in every run: the number, else the first of what is known. */
  readonly mark: string;
  /** The digits before the check digit, which follows from them: 17, or "" where no number gives as many. */
  readonly first17: string;
  /** The whole number as it stood, where letters may be compared one by one: 18 characters, a malformed one, another document's. */
  readonly text: string;
  /** The beginning of a number, at least up to its birth date: what Excel left of it, or one that was cut off; else "". */
  readonly head: string;
  /** Birth dates, "19491231": from the number and from a column of their own. */
  readonly born: string[];
}

/** Where somebody can be found, spelled so that it can be compared. */
export interface Whereabouts {
  readonly phones: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  /** Committee → the streets that rows name with it ("" where they name none): committees of two streets share names. */
  readonly committees: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The traces of the persons who share one name. Rows without a number that nothing tells apart are one; a bare name leaves none. */
export function tracesOf(name: string, persons: readonly PersonDraft[]): readonly Traces[] {
  const all: Traces[] = [];
  const byMark = new Map<string, Traces>();
  for (const person of persons) {
    const made = person.idNumber === "" ? unnumbered(name, person) : numbered(name, person);
    const same = made.numbered ? undefined : byMark.get(made.mark);
    if (same !== undefined) {
      same.persons.push(person);
      for (const date of made.born) if (!same.born.includes(date)) same.born.push(date);
    } else if (made.mark !== "") {
      all.push(made);
      if (!made.numbered) byMark.set(made.mark, made);
    }
  }
  return all;
}

/** Nearly everybody: made without detours. */
function numbered(name: string, person: PersonDraft): Traces {
  const { idNumber } = person;
  const born = statedDates(person, [idNumber.slice(6, 14)]);
  return {
    name,
    persons: [person],
    numbered: true,
    mark: idNumber,
    first17: idNumber.slice(0, 17),
    text: idNumber,
    head: "",
    born,
  };
}

function unnumbered(name: string, person: PersonDraft): Traces {
  const number = otherNumber(person.entries[0]);
  const told = [number.first17, number.head, number.text].map((digits) => digits.slice(6, 14)).find(isDate);
  const born = statedDates(person, told === undefined ? [] : [told]);
  return { name, persons: [person], numbered: false, mark: markOf(person, number, born), ...number, born };
}

/** Adds what columns of their own say of the birth date. */
function statedDates(person: PersonDraft, dates: string[]): string[] {
  for (const { bornOn } of person.entries) {
    if (bornOn === "") continue;
    const date = bornOn.replaceAll("-", "");
    if (!dates.includes(date)) dates.push(date);
  }
  return dates;
}

type NumberTraces = Pick<Traces, "first17" | "text" | "head">;

/** Shorter texts are no number that one slip could tell from any other; no document has so many characters as 20. */
const USABLE = /^[0-9A-Z]{7,20}$/;

/** What a cell that holds no usable resident's number tells all the same: "310198…(补)", "H1234567(8)", 17 digits. */
function otherNumber(entry: Entry | undefined): NumberTraces {
  if (entry?.idFault === "lost-digits") return { first17: "", text: "", head: headOf(entry.idText) };
  const text = entry?.idText.replace(/[^0-9A-Z]/g, "") ?? "";
  if (isResidentNumber(text)) return { first17: text.slice(0, 17), text, head: "" };
  const head = /^\d{14,16}$/.test(text) && isDate(text.slice(6, 14)) ? text : "";
  // 15 digits of the old kind that are no date there: the century goes in behind the area code.
  if (head === "" && /^\d{15}$/.test(text)) return { first17: `${text.slice(0, 6)}19${text.slice(6)}`, text: "", head };
  return { first17: "", text: USABLE.test(text) && /\d{4}/.test(text) ? text : "", head };
}

/** Excel keeps 15 digits of a number, and drops the zeros at their end where it writes an exponent. */
function headOf(text: string): string {
  const [mantissa = ""] = text.split("E");
  const digits = mantissa.replace(/\D/g, "").slice(0, 15).padEnd(15, "0");
  return isDate(digits.slice(6, 14)) ? digits : "";
}

/** Eight digits that are a day on which somebody alive may be born. */
function isDate(digits: string): boolean {
  return /^(19|20)\d{6}$/.test(digits) && birthDate(`000000${digits}`) !== null;
}

/** Each part names its kind, so that no telephone is taken for a number. */
function markOf(person: PersonDraft, { first17, text, head }: NumberTraces, born: readonly string[]): string {
  if (person.entries.some((entry) => entry.idNumber === person.key)) return person.key;
  if (text !== "") return `number ${text}`;
  if (first17 !== "") return `digits ${first17}`;
  if (head !== "") return `head ${head}`;
  if (born[0] !== undefined) return `born ${born[0]}`;
  const { phones, addresses, committees } = whereabouts([person]);
  for (const phone of phones) return `phone ${phone}`;
  for (const address of addresses) return `address ${address}`;
  for (const [committee, streets] of committees) return `committee ${[...streets].join()} ${committee}`;
  return "";
}

/** Where these persons' rows say that they can be found. */
export function whereabouts(persons: readonly PersonDraft[]): Whereabouts {
  const phones = new Set<string>();
  const addresses = new Set<string>();
  const committees = new Map<string, Set<string>>();
  for (const { entries } of persons) {
    for (const entry of entries) {
      for (const phone of phonesIn(entry.phone)) phones.add(phone);
      const address = bare(entry.address);
      if (address !== "") addresses.add(address);
      const committee = committeeName(entry.committee);
      if (committee === "") continue;
      const streets = committees.get(committee) ?? new Set<string>();
      committees.set(committee, streets.add(entry.street || entry.list.street));
    }
  }
  return { phones, addresses, committees };
}

/** Digits and letters alone: how an address is cut up differs from list to list. */
function bare(text: string): string {
  return text === "" ? "" : text.normalize("NFKC").replace(/[\s\p{P}\p{S}]/gu, "");
}

/** 听涛居委, 听涛居委会 and 听涛居民委员会 are one. */
function committeeName(text: string): string {
  const plain = bare(text);
  return plain.replace(/(居民区|居民委员会|居委会|居委|村民委员会|村委会|村委)$/, "") || plain;
}

/** A telephone has 7 to 12 digits: more of them in one piece are two numbers with a space between. */
const [FEWEST, MOST] = [7, 12];

/** "021-5252 1234、13900000001" → 52521234 and 13900000001: a landline without its area code. */
function phonesIn(text: string): readonly string[] {
  if (text === "") return [];
  const digitsOf = (part: string) => part.replace(/\D/g, "");
  return text
    .normalize("NFKC")
    .split(/[^\d\s()+-]+/)
    .flatMap((part) => (digitsOf(part).length > MOST ? part.split(/\s+/) : [part]))
    .map(digitsOf)
    .filter((digits) => digits.length >= FEWEST)
    .map((digits) => (/^1\d{10}$/.test(digits) ? digits : digits.slice(-8)));
}
