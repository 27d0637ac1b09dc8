/** What is wrong with who an entry is: by ID number where its programmes ask for one, else by name and address. */
import type { Campaign } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { checkDigit } from "../model/id-number.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** What was found out about an entry's identity. */
export interface Identity {
  readonly problem: Problem | null;
  /** 核实结论 says that the number holds although its check digit fails. */
  readonly accepted: boolean;
  /** 核实结论 drops the row. */
  readonly drop: boolean;
  /** No number, and none is asked for: told once for all such rows of a list. */
  readonly byName: boolean;
}

/** Looks at an entry's ID number. Severity follows from the programmes that its categories open. */
export function identityProblem(entry: Entry, rules: Rules, decisions: Campaign["decisions"]): Identity {
  if (entry.idFault === null) return FINE;
  const asks = asksForId(entry, rules);
  const subject = { idNumber: entry.idNumber, name: entry.name, otherIdNumber: "", value: entry.idText };
  const detail = { content: entry.idText, subject, decisions };
  const at = placeOf(entry, "idNumber");
  if (!asks) {
    if (entry.address === "" && entry.committee === "" && entry.phone === "" && entry.idNumber === "") {
      return { ...FINE, problem: problem("V107", at, { name: entry.name }, { content: entry.idText }) };
    }
    if (entry.idFault === "missing") return { ...FINE, byName: true };
    const found = problem("V106", at, { id: entry.idText }, detail);
    return { ...FINE, problem: found, drop: found.settledBy?.verdict === "不予" };
  }
  switch (entry.idFault) {
    case "missing":
      return { ...FINE, problem: problem("V101", at, { name: entry.name }) };
    case "malformed":
      return { ...FINE, problem: problem("V102", at, { id: entry.idText }, { content: entry.idText }) };
    case "lost-digits":
      return { ...FINE, problem: problem("V103", at, { id: entry.idText }, { content: entry.idText }) };
    case "check-digit": {
      const should = checkDigit(entry.idNumber.slice(0, 17));
      const found = problem("V104", at, { id: entry.idNumber, is: entry.idNumber.slice(17), should }, detail);
      return { ...FINE, problem: found, accepted: found.settledBy?.verdict === "认可" };
    }
    default:
      return entry.idFault satisfies never;
  }
}

const FINE: Identity = { problem: null, accepted: false, drop: false, byName: false };

/** Some programme that the entry's categories open asks for an ID number (all do, where no category is known). */
export function asksForId(entry: Entry, rules: Rules): boolean {
  const opened = rules.programmes.filter((p) => p.opens.some((id) => entry.categories.includes(id)));
  return opened.length === 0 || opened.some((p) => p.identity === "id");
}
