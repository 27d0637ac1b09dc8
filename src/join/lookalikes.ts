/** Look-alikes: pairs that may be one person under two numbers. Reported for a person to decide, never merged by themselves. */
import type { Campaign, Decision } from "../model/campaign.ts";
import { placeOf } from "../model/entry.ts";
import { birthDate, isResidentNumber } from "../model/id-number.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Subject } from "../problem/subject.ts";
import type { PersonDraft } from "./persons.ts";

/** What the look-alikes of a run say. */
export interface LookAlikes {
  /** Wrong (or missing) number's person key → right number, where 核实结论 says 同一人. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Pairs with the same name and the same birth date; grouped by both, so that time grows with the persons. */
export function findLookAlikes(persons: readonly PersonDraft[], campaign: Campaign): LookAlikes {
  const buckets = new Map<string, PersonDraft[]>();
  for (const person of persons) {
    const born = bornOn(person);
    if (person.name === "" || born === "") continue;
    const key = `${person.name}|${born}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(person);
    else buckets.set(key, [person]);
  }
  const problems: Problem[] = [];
  const aliases = new Map<string, string>();
  for (const bucket of buckets.values()) {
    bucket.forEach((second, at) => {
      for (const first of bucket.slice(0, at)) {
        const found = pairProblem(first, second, campaign);
        problems.push(found);
        const said = found.settledBy;
        if (said?.verdict === "同一人") note(aliases, said, first, second);
      }
    });
  }
  return { aliases, problems };
}

/** Of the pair, the number under 身份证号 counts, the other one was the mistake, or was missing. */
function note(aliases: Map<string, string>, said: Decision, first: PersonDraft, second: PersonDraft): void {
  const saysSecond = second.idNumber !== "" && (first.idNumber === "" || said.idNumber === second.idNumber);
  const [right, wrong] = saysSecond ? [second, first] : [first, second];
  if (right.idNumber !== "") aliases.set(wrong.key, right.key);
}

/** What stands in a message for a number that nobody gave. */
const NO_NUMBER = "（无）";

function pairProblem(first: PersonDraft, second: PersonDraft, campaign: Campaign): Problem {
  const [one, other] = first.idNumber <= second.idNumber ? [first, second] : [second, first];
  // The pair has one 编号 whichever number the clerk puts first.
  const subject: Subject = {
    idNumber: one.idNumber,
    name: one.name,
    otherIdNumber: other.idNumber,
    value: bornOn(one),
  };
  const places = [first, second].flatMap((person) =>
    person.entries.slice(0, 1).map((entry) => placeOf(entry, "idNumber")),
  );
  const [place, ...also] = places;
  return problem(
    "J103",
    place ?? { file: "", sheet: "", row: 0, column: "" },
    {
      name: one.name,
      id: one.idNumber || NO_NUMBER,
      other: other.idNumber || NO_NUMBER,
      why: "同名且同日出生",
      whyEn: "have the same name and birth date",
    },
    { content: second.idNumber, also, subject, decisions: campaign.decisions },
  );
}

function bornOn(person: PersonDraft): string {
  const fromNumber = isResidentNumber(person.idNumber) ? birthDate(person.idNumber) : null;
  return fromNumber ?? person.entries.find((entry) => entry.bornOn !== "")?.bornOn ?? "";
}
