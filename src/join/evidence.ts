/** What speaks for two rows being one person, and what against it: one line for the person who must decide. */
import type { Entry } from "../model/entry.ts";
import type { Slip } from "../model/slip.ts";
import type { Bilingual } from "../problem/problem.ts";
import { type Reason, sameCommittee } from "./alike.ts";
import { meet } from "./meet.ts";
import type { PersonDraft } from "./persons.ts";
import { type Traces, whereabouts } from "./traces.ts";

/** "同日出生，同电话；但账号不同、同在一份名单": why a pair looks alike, what else they share, what differs. */
export function evidence(a: Traces, b: Traces, reasons: readonly Reason[]): Bilingual {
  const why = reasons
    .filter((reason) => !followsFrom(reason, reasons))
    .flatMap((reason) => whyWords(reason, a, b) ?? []);
  const [shared, differing] = compared(a, b, reasons);
  const [pro, contra] = [[...why, ...shared], differing];
  const zh = `${pro.map((t) => t.zh).join("、")}${contra.length > 0 ? `；但${contra.map((t) => t.zh).join("、")}` : ""}`;
  const en = `${pro.map((t) => t.en).join(", ")}${contra.length > 0 ? `; but ${contra.map((t) => t.en).join(", ")}` : ""}`;
  return { zh, en };
}

/** A slip elsewhere than in the birth date, or a beginning in common, says that the dates agree. */
function followsFrom({ by }: Reason, reasons: readonly Reason[]): boolean {
  return by === "born" && reasons.some((other) => other.by === "number" || other.by === "head");
}

/** Telephone, address and committee are said with what else they share. */
function whyWords(reason: Reason, a: Traces, b: Traces): Bilingual | null {
  switch (reason.by) {
    case "number":
      return slipWords(reason.slip, a, b);
    case "head":
      return { zh: `号码前 ${reason.digits} 位相同`, en: `the first ${reason.digits} digits agree` };
    case "born":
      return { zh: "同日出生", en: "born on the same day" };
    default:
      return null;
  }
}

function slipWords(slip: Slip, a: Traces, b: Traces): Bilingual {
  switch (slip.kind) {
    case "same":
      return a.text === b.text
        ? { zh: "号码相同", en: "the same number" }
        : { zh: "号码只差校验位", en: "the numbers differ in the check digit alone" };
    case "digit":
      return { zh: `号码只差第 ${slip.at} 位`, en: `the numbers differ in digit ${slip.at} alone` };
    case "swap":
      return {
        zh: `号码第 ${slip.at}、${slip.at + 1} 位对调`,
        en: `digits ${slip.at} and ${slip.at + 1} changed about`,
      };
    case "length":
      return { zh: "号码只多（少）一位", en: "one digit too many or too few" };
    default:
      return slip satisfies never;
  }
}

/** What both have in common, and what tells them apart. Addresses and telephones of one person may well differ: not said. */
function compared(a: Traces, b: Traces, reasons: readonly Reason[]): readonly [Bilingual[], Bilingual[]] {
  const [shared, differing]: [Bilingual[], Bilingual[]] = [[], []];
  // Rows that nothing tells apart are compared among themselves: the first with the others.
  const [one, other] = a === b ? [a.persons.slice(0, 1), a.persons.slice(1)] : [a.persons, b.persons];
  const [here, there] = [whereabouts(one), whereabouts(other)];
  const [ours, theirs] = [rowsOf(one), rowsOf(other)];
  if (meet(here.phones, there.phones)) shared.push({ zh: "同电话", en: "same telephone" });
  if (meet(here.addresses, there.addresses)) shared.push({ zh: "同地址", en: "same address" });
  if (sameCommittee(here.committees, there.committees)) shared.push({ zh: "同居村委", en: "same committee" });
  else if (here.committees.size > 0 && there.committees.size > 0)
    differing.push({ zh: "居村委不同", en: "other committee" });
  const [account, otherAccount] = [accounts(ours), accounts(theirs)];
  if (meet(account, otherAccount)) shared.push({ zh: "同账号", en: "same account" });
  else if (account.size > 0 && otherAccount.size > 0) differing.push({ zh: "账号不同", en: "other account" });
  if (meet(households(ours), households(theirs))) shared.push({ zh: "同户", en: "same household" });
  if (a.born.length > 0 && b.born.length > 0 && reasons.every(({ by }) => by !== "born" && by !== "number"))
    differing.push({ zh: "出生日期不同", en: "other birth date" });
  if (sexDigit(a) !== "" && sexDigit(b) !== "" && sexDigit(a) !== sexDigit(b))
    differing.push({ zh: "性别位不同", en: "other sex by the number" });
  if (meet(lists(ours), lists(theirs))) differing.push({ zh: "同在一份名单", en: "both on one list" });
  return [shared, differing];
}

function rowsOf(persons: readonly PersonDraft[]): readonly Entry[] {
  return persons.flatMap((person) => person.entries);
}

function accounts(rows: readonly Entry[]): ReadonlySet<string> {
  return new Set(rows.flatMap((entry) => (entry.accountUsable ? entry.account : [])));
}

function lists(rows: readonly Entry[]): ReadonlySet<object> {
  return new Set(rows.map((entry) => entry.list));
}

/** By the head's number in any list, by the household number in the lists of one agency. */
function households(rows: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ headIdNumber, householdNumber, list }) => [
      ...(headIdNumber === "" ? [] : [`head ${headIdNumber}`]),
      ...(householdNumber === "" ? [] : [`${list.agency} ${householdNumber}`]),
    ]),
  );
}

/** The 17th digit: odd for men, even for women. */
function sexDigit({ first17 }: Traces): "" | "odd" | "even" {
  if (first17 === "") return "";
  return Number(first17.charAt(16)) % 2 === 1 ? "odd" : "even";
}
