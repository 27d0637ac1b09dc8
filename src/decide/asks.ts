/** Pairs of programmes that the document leaves open (reading 6): granted with a 警告 until the office answers. */
import type { AskAnswer, Campaign } from "../model/campaign.ts";
import { placeOf } from "../model/entry.ts";
import type { AskCount } from "../model/outcome.ts";
import type { AskPair, Programme, Rules } from "../model/rules.ts";
import { sum, ZERO } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { addFact, concern, type Draft, type Drafts, deny, hold, ownRow, quoteDecision } from "./draft.ts";
import { decidedNo, notBoth } from "./reasons.ts";

/** Two drafts of a pair that meet in a person or a household. */
interface Meeting {
  readonly first: Draft;
  readonly second: Draft;
}

/** Applies the office's answers: the programme that is not kept gives way where the kept one is granted or held. */
export function applyAnswers(
  decided: ReadonlyMap<string, readonly Draft[]>,
  programme: Programme,
  later: readonly Draft[],
  rules: Rules,
  campaign: Campaign,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const pair of rules.ask) {
    const answer = campaign.answers.get(pair.id);
    if (answer?.may !== "one" || !pair.programmes.includes(programme.id)) continue;
    const [firsts, seconds] = pair.programmes.map((id) => (id === programme.id ? later : (decided.get(id) ?? [])));
    for (const { first, second } of meetings(firsts ?? [], seconds ?? [])) {
      const [kept, other] = first.programme.id === answer.keep ? [first, second] : [second, first];
      if (other.programme !== programme || other.result === "denied" || kept.result === "denied") continue;
      if (kept.result === "granted") deny(other, notBoth(kept.programme.name), ZERO);
      else {
        const blocked = problem(
          "D115",
          placeOf(ownRow(other)),
          { preferred: kept.programme.name, programme: other.programme.name },
          { content: kept.programme.name },
        );
        problems.push(blocked);
        hold(other, blocked);
      }
    }
  }
  return problems;
}

/** Asks about the pairs that both programmes grant and nobody answered; counts them for 口径确认. */
export function askAboutPairs(
  drafts: Drafts,
  rules: Rules,
  campaign: Campaign,
): { problems: readonly Problem[]; counts: readonly AskCount[] } {
  const problems: Problem[] = [];
  const counts = rules.ask.map((pair) => {
    const answer = campaign.answers.get(pair.id);
    const open = meetings(drafts.of(pair.programmes[0]), drafts.of(pair.programmes[1])).filter(
      ({ first, second }) => first.result === "granted" && second.result === "granted",
    );
    if (answer === undefined) for (const meeting of open) problems.push(ask(pair, meeting, campaign));
    return count(pair, open, rules, answer === undefined ? "" : inWords(answer, rules));
  });
  return { problems, counts };
}

/** "不重复，保留一般对象节日补助（2023-01-05，区民政局电话答复）". */
function inWords(answer: AskAnswer, rules: Rules): string {
  const said = answer.may === "stack" ? "可叠加" : `不重复，保留${programmeOf(answer.keep, rules).name}`;
  return `${said}（${answer.on}，${answer.source}）`;
}

function ask(pair: AskPair, { first, second }: Meeting, campaign: Campaign): Problem {
  const { person } = first.unit;
  const found = problem(
    "D111",
    placeOf(ownRow(first)),
    { name: person.name, first: first.programme.name, second: second.programme.name, source: pair.source },
    {
      content: `${first.programme.name}、${second.programme.name}`,
      also: [placeOf(ownRow(second))],
      subject: { idNumber: person.idNumber, name: person.name, otherIdNumber: "", value: pair.id },
      decisions: campaign.decisions,
    },
  );
  if (found.settledBy?.verdict === "不予") deny(first, decidedNo(quoteDecision(found.settledBy)), ZERO);
  else if (found.settledBy) addFact(first, quoteDecision(found.settledBy));
  concern(first, found);
  return found;
}

/** Where both programmes of a pair meet: in one person, or in a person and the household that the person lives in. */
function meetings(firsts: readonly Draft[], seconds: readonly Draft[]): readonly Meeting[] {
  const kinds = [firsts[0]?.unit.kind, seconds[0]?.unit.kind];
  const byPerson = kinds[0] === "person" && kinds[1] === "person";
  const home = new Map(seconds.map((d) => [byPerson ? d.unit.person : d.unit.household, d] as const));
  return firsts.flatMap((first) => {
    const second = home.get(byPerson ? first.unit.person : first.unit.household);
    return second === undefined ? [] : [{ first, second }];
  });
}

function count(pair: AskPair, open: readonly Meeting[], rules: Rules, answer: string): AskCount {
  const [a, b] = pair.programmes;
  return {
    pair: pair.id,
    programmes: [programmeOf(a, rules), programmeOf(b, rules)],
    source: pair.source,
    people: new Set(open.map(({ first }) => first.unit.person)).size,
    households: new Set(open.map(({ first }) => first.unit.household)).size,
    amount: sum([...new Set(open.flatMap(({ first, second }) => [first, second]))].map((d) => d.amount)),
    answer,
  };
}

function programmeOf(id: string, rules: Rules): Programme {
  const programme = rules.programmes.find((p) => p.id === id);
  if (programme === undefined) throw new Error(`the rules were checked: ${id} is a programme`);
  return programme;
}
