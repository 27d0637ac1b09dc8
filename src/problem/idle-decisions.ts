/** Rows of 核实结论.xlsx that settled nothing, each said with its reason: a decision must not be lost without a word. */
import type { Campaign, Decision } from "../model/campaign.ts";
import { KINDS } from "./catalogue.ts";
import { type Problem, problem } from "./problem.ts";
import { isAbout, type Subject } from "./subject.ts";

/** Decisions that fit nothing in this run, that name other people than their 编号, or use a word that the problem does not take. */
export function idleDecisions(decisions: Campaign["decisions"], found: readonly Problem[]): readonly Problem[] {
  const met = new Map<string, Problem[]>();
  for (const p of found) {
    if (!decisions.has(p.id)) continue;
    const same = met.get(p.id);
    if (same) same.push(p);
    else met.set(p.id, [p]);
  }
  return [...decisions.values()].flat().flatMap((decision) => idle(decision, met.get(decision.id)) ?? []);
}

function idle(decision: Decision, met: readonly Problem[] | undefined): Problem | null {
  const { id, verdict, place } = decision;
  if (met === undefined) return problem("D117", place, { id, verdict }, { content: id });
  const about = met.find(({ subject }) => subject !== null && isAbout(decision, subject));
  if (about === undefined) {
    const people = [...new Set(met.flatMap(({ subject }) => (subject === null ? [] : [inWords(subject)])))].join("；");
    return problem("D121", place, { id, says: inWords(decision), people }, { content: id });
  }
  const verdicts: readonly string[] = KINDS[about.code].verdicts;
  if (verdicts.includes(verdict)) return null;
  return problem("D119", place, { id, verdict, may: verdicts.join("、") }, { content: verdict });
}

/** "张三 31019819600101001X": the people of a row or of a problem. */
function inWords({ name, idNumber, otherIdNumber }: Pick<Subject, "name" | "idNumber" | "otherIdNumber">): string {
  return [name, idNumber, otherIdNumber].filter((text) => text !== "").join(" ");
}
