/** Accounts across all lists: who uses each, under which names, at which bank. */
import type { Entry } from "../model/entry.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Person, Register } from "../model/register.ts";
import { Few } from "./few.ts";

/** The bank of people about whom no list says one that is known. */
export const BANK_UNKNOWN = "未知银行";

/** What the lists say about one account. */
export interface AccountFacts {
  /** Names that rows state: 户名, the collector, or the institution. */
  readonly stated: Few<string>;
  /** Persons on whose rows it stands (institutions' rows apart). */
  readonly users: Few<Person>;
  /** Known banks that rows state, in the order of the rows. */
  readonly banks: Few<string>;
}

/** The name that a row states for its account, "" where none: 户名, else the institution, else who collects. */
export function statedHolder(entry: Entry): string {
  return entry.accountName || entry.institution || entry.collectorName;
}

/** Gathers the facts of every usable account of a run. */
export function gatherAccounts(register: Register, words: ListWords): ReadonlyMap<string, AccountFacts> {
  const facts = new Map<string, AccountFacts>();
  const bankOf = bankReader(words);
  for (const person of register.persons) {
    for (const entry of person.entries) {
      if (!entry.accountUsable) continue;
      let fact = facts.get(entry.account);
      if (fact === undefined) {
        fact = { stated: new Few(), users: new Few(), banks: new Few() };
        facts.set(entry.account, fact);
      }
      const stated = statedHolder(entry);
      if (stated !== "") fact.stated.add(stated);
      if (entry.institution === "") fact.users.add(person);
      const bank = bankOf(entry.bank);
      if (bank !== "") fact.banks.add(bank);
    }
  }
  return facts;
}

/** Reduces a bank's cell to the bank: branches fall under it; the name that stands first in the cell wins. */
export function bankReader(words: ListWords): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text === "") return "";
    const before = known.get(text);
    if (before !== undefined) return before;
    const folded = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
    let best = { at: Number.POSITIVE_INFINITY, length: 0, bank: "" };
    for (const [bank, names] of words.banks) {
      for (const name of names) {
        const at = folded.indexOf(name);
        if (at < 0 || at > best.at || (at === best.at && name.length <= best.length)) continue;
        best = { at, length: name.length, bank };
      }
    }
    known.set(text, best.bank);
    return best.bank;
  };
}

/** The Luhn check that most bank cards of 16 to 19 digits beginning with 62 pass; passbooks have none. */
export function failsCardCheck(account: string): boolean {
  if (!/^62\d{14,17}$/.test(account)) return false;
  let total = 0;
  for (let i = 0; i < account.length; i++) {
    const digit = account.charCodeAt(account.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 !== 0;
}
