/**
 * Who stands on a check list (死亡, 迁出, 服刑, 财政供养): looked for once for everybody in the register, and told once a
 * person and list, whatever the number of programmes. By number it is a hit; by name and birth date only a question.
 */
import { type Campaign, type CheckedPerson, type CheckList, lookAlikeKey } from "../model/campaign.ts";
import { placeOf } from "../model/entry.ts";
import { birthDate, isResidentNumber } from "../model/id-number.ts";
import type { Person, Register } from "../model/register.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** The hits of a run. */
export class CheckLists {
  readonly #hits = new Map<Person, readonly Problem[]>();

  constructor(register: Register, campaign: Campaign) {
    if (campaign.checkLists.length === 0) return;
    for (const person of register.persons) {
      const found = campaign.checkLists.flatMap((list) => hitOf(person, list, campaign) ?? []);
      if (found.length > 0) this.#hits.set(person, found);
    }
  }

  /** Hits of one person that bear on money: D113, which holds as long as nobody decided, and whatever a decision settled. */
  of(person: Person): readonly Problem[] {
    return this.#hits.get(person)?.filter((hit) => hit.code === "D113" || hit.settledBy !== null) ?? NONE;
  }

  /** All hits, each once: D113 holds, D114 warns, D122 asks. */
  all(): readonly Problem[] {
    return [...this.#hits.values()].flat();
  }
}

const NONE: readonly Problem[] = [];

function hitOf(person: Person, list: CheckList, campaign: Campaign): Problem | null {
  const byNumber = list.people.get(person.key);
  if (byNumber !== undefined) return tell(list.follows === "hold" ? "D113" : "D114", person, byNumber, list, campaign);
  if (list.born.size === 0 || person.name === "") return null;
  const born = bornOn(person);
  const alike = born === "" ? undefined : list.born.get(lookAlikeKey(person.name, born));
  return alike === undefined ? null : tell("D122", person, alike, list, campaign);
}

function tell(
  code: "D113" | "D114" | "D122",
  person: Person,
  there: CheckedPerson,
  list: CheckList,
  campaign: Campaign,
): Problem {
  const [first, ...rest] = person.entries;
  if (first === undefined) throw new Error("a person stands on at least one row");
  const { idNumber, name } = person;
  const subject = { idNumber, name, otherIdNumber: "", value: list.name };
  const detail = {
    content: list.name,
    also: rest.map((entry) => placeOf(entry, "idNumber")),
    subject: code === "D122" ? { ...subject, otherIdNumber: there.idNumber } : subject,
    decisions: campaign.decisions,
  };
  const where = whereOf(there, name);
  const at = placeOf(first, "idNumber");
  if (code !== "D122") return problem(code, at, { name, list: list.name, where }, detail);
  const other = there.idNumber === "" ? NO_NUMBER : there.idNumber;
  return problem(code, at, { name, list: list.name, where, id: idNumber || NO_NUMBER, other }, detail);
}

const NO_NUMBER = "（无）";

/** "死亡.xlsx 1月 第 12 行，死亡日期 2022-11-02": where it stands, another name than ours, and what the list says. */
function whereOf({ place, name, says }: CheckedPerson, known: string): string {
  const stands = [place.file, place.sheet, place.row > 0 ? `第 ${place.row} 行` : ""].filter((t) => t !== "").join(" ");
  const otherName = name === "" || name === known ? "" : `写的是${name}`;
  return [stands, otherName, says].filter((text) => text !== "").join("，");
}

function bornOn(person: Person): string {
  const fromNumber = isResidentNumber(person.idNumber) ? birthDate(person.idNumber) : null;
  return fromNumber ?? person.entries.find((entry) => entry.bornOn !== "")?.bornOn ?? "";
}
