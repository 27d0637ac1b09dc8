/** Hits on the office's check lists (死亡, 迁出, 服刑, …): those that hold, and those that only warn. */
import type { Campaign } from "../model/campaign.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import type { Person } from "../model/register.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** The check lists of a run. A hit is said once at a row, however many programmes rest on the row. */
export class CheckLists {
  readonly #campaign: Campaign;
  readonly #problems: Problem[];
  readonly #known = new Map<Person, Map<Entry, readonly Problem[]>>();

  /** @param problems where each hit is noted when it is first met */
  constructor(campaign: Campaign, problems: Problem[]) {
    this.#campaign = campaign;
    this.#problems = problems;
  }

  /** The hits of a person, at a row of that person: D113 holds, D114 warns; with the decisions about them. */
  hits(person: Person, at: Entry): readonly Problem[] {
    if (person.idNumber === "" || this.#campaign.checkLists.length === 0) return NONE;
    const ofPerson = this.#known.get(person) ?? new Map<Entry, readonly Problem[]>();
    this.#known.set(person, ofPerson);
    const known = ofPerson.get(at);
    if (known !== undefined) return known;
    const found = this.#find(person, at);
    ofPerson.set(at, found);
    for (const p of found) this.#problems.push(p);
    return found;
  }

  #find(person: Person, at: Entry): readonly Problem[] {
    const { checkLists, decisions } = this.#campaign;
    return checkLists.flatMap(({ name, follows, people }) => {
      const place = people.get(person.idNumber);
      if (place === undefined) return [];
      const row = place.row > 0 ? `第 ${place.row} 行` : "";
      const where = [place.file, place.sheet, row].filter((part) => part !== "").join(" ");
      const subject = { idNumber: person.idNumber, name: person.name, otherIdNumber: "", value: name };
      const params = { name: person.name, list: name, where };
      const code = follows === "hold" ? "D113" : "D114";
      return [problem(code, placeOf(at, "idNumber"), params, { content: name, subject, decisions })];
    });
  }
}

const NONE: readonly Problem[] = [];
