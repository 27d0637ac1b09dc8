/** Whose account a grant goes to (design, "Payee"), and what keeps it from going out: holds for the payment alone. */
import type { Campaign } from "../model/campaign.ts";
import type { Entitlement } from "../model/entitlement.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import type { Payee } from "../model/payment.ts";
import { hasEntry, type Person } from "../model/register.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { type AccountFacts, BANK_UNKNOWN, failsCardCheck, statedHolder } from "./accounts.ts";

/** A payee, or why there is none; problems that only warn come with either. */
export interface FoundPayee {
  readonly payee: Payee | null;
  /** The problem that holds the payment, with the decision about it. */
  readonly held: Problem | null;
  readonly problems: readonly Problem[];
}

/** The row whose account is taken, and the account. */
interface Source {
  readonly row: Entry;
  readonly account: string;
}

/** Finds the payee of one grant of channel bank. */
export function findPayee(
  grant: Entitlement,
  accounts: ReadonlyMap<string, AccountFacts>,
  campaign: Campaign,
): FoundPayee {
  const source = findAccount(grant, campaign);
  if ("held" in source) return { payee: null, held: source.held, problems: [source.held] };
  const facts = accounts.get(source.account);
  if (facts === undefined) throw new Error("an account in use stands on some row");
  if (facts.stated.size > 1) {
    const names = [...facts.stated.values()].sort();
    const held = problem(
      "P104",
      placeOf(source.row, "account"),
      { account: source.account, names: names.join("、") },
      { content: source.account },
    );
    return { payee: payeeOf(grant, source, facts, names.join("/")), held, problems: [held] };
  }
  const name = facts.stated.first ?? holder(grant, facts).name;
  const payee = payeeOf(grant, source, facts, name);
  return { payee, held: null, problems: warnings(grant, source, payee, facts, campaign) };
}

/** The account: the programme's own list first, then the other lists if they all agree. */
function findAccount(grant: Entitlement, campaign: Campaign): Source | { held: Problem } {
  const { unit } = grant;
  const own = grant.entries;
  const first = own[0];
  if (first === undefined) throw new Error("an entitlement rests on at least one row");
  // Nearly always there is one row, and its account is the payee's.
  if (own.length === 1 && first.accountUsable) return { row: first, account: first.account };
  const ofPerson = own.filter((row) => row.account !== "" && hasEntry(unit.person, row));
  const rows = ofPerson.length > 0 ? ofPerson : own.filter((row) => row.account !== "");
  const usable = distinct(rows.filter((row) => row.accountUsable));
  const name = unit.person.name;
  if (usable.length > 1) {
    const said = usable.map((row) => row.account).join("、");
    const also = usable.slice(1).map((row) => placeOf(row, "account"));
    return {
      held: problem("P103", placeOf(usable[0] ?? first, "account"), { name, accounts: said }, { content: said, also }),
    };
  }
  const [row] = usable;
  if (row) return { row, account: row.account };
  const subject = { idNumber: unit.person.idNumber, name, otherIdNumber: "" };
  const broken = rows[0];
  if (broken) {
    const value = `${grant.programme.id} ${broken.account}`;
    return {
      held: problem(
        "P102",
        placeOf(broken, "account"),
        { text: broken.account },
        { content: broken.account, subject: { ...subject, value }, decisions: campaign.decisions },
      ),
    };
  }
  const elsewhere = distinct(
    unit.person.entries.filter((entry) => entry.accountUsable && entry.institution === "" && !own.includes(entry)),
  );
  const [other] = elsewhere;
  if (other && elsewhere.length === 1) return { row: other, account: other.account };
  const others = elsewhere.map((entry) => entry.account).join("、");
  const detail = {
    content: others,
    subject: { ...subject, value: `${grant.programme.id} ${others}` },
    decisions: campaign.decisions,
  };
  return { held: problem("P101", placeOf(first, "account"), { name, others }, detail) };
}

function distinct(rows: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.account) && seen.add(row.account));
}

const NONE: readonly Problem[] = [];

/** Whose account it is where no row states a name: its only user, else the head of the household that shares it. */
function holder(grant: Entitlement, facts: AccountFacts): Person {
  const { first } = facts.users;
  if (first === undefined) return grant.unit.person;
  return facts.users.size === 1 ? first : grant.unit.household.head;
}

function payeeOf(grant: Entitlement, { row, account }: Source, facts: AccountFacts, name: string): Payee {
  const own = holderNamed(grant, name);
  // 领款单位 may be short where 户名 is the full name; only an account in one of the people's names is theirs.
  const institution = row.institution !== "" && own === undefined;
  const bank = facts.banks.first ?? BANK_UNKNOWN;
  // The holder's number where a list gives it: never the beneficiary's beside another's name.
  const idNumber = row.collectorName === name ? row.collectorId : (own?.idNumber ?? "");
  return { name, account, bank, institution, idNumber: institution ? "" : idNumber };
}

function holderNamed(grant: Entitlement, name: string): Person | undefined {
  const { person, household } = grant.unit;
  return person.name === name ? person : household.members.find((member) => member.name === name);
}

function warnings(
  grant: Entitlement,
  { row, account }: Source,
  payee: Payee,
  facts: AccountFacts,
  campaign: Campaign,
): readonly Problem[] {
  const { person, household } = grant.unit;
  const known =
    person.name === payee.name ||
    statedHolder(row) === payee.name ||
    household.members.some((member) => member.name === payee.name);
  const failsCheck = failsCardCheck(account);
  if (known && !failsCheck && facts.banks.size <= 1) return NONE;
  const found: Problem[] = [];
  const detail = (value: string) => ({
    content: account,
    subject: { idNumber: person.idNumber, name: person.name, otherIdNumber: "", value },
    decisions: campaign.decisions,
  });
  if (failsCheck) found.push(problem("P105", placeOf(row, "account"), { account }, detail(account)));
  if (!known) {
    found.push(
      problem(
        "P106",
        placeOf(row, "account"),
        { account, holder: payee.name, name: person.name },
        detail(`${account} ${payee.name}`),
      ),
    );
  }
  if (facts.banks.size > 1) {
    const banks = facts.banks.values().join("、");
    found.push(
      problem("P107", placeOf(row, "bank"), { account, banks, used: payee.bank }, detail(`${account} ${banks}`)),
    );
  }
  return found;
}
