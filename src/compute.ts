/**
 * The whole calculation on one screen: files → lists → entries → register → entitlements → payments. Pure: the same
 * files, rules and campaign give the same outcome, to the byte. Reading and writing stand outside.
 */
import { decide } from "./decide/decide.ts";
import { withMoneyAtStake } from "./join/at-stake.ts";
import { join } from "./join/join.ts";
import type { Campaign } from "./model/campaign.ts";
import type { InputFile } from "./model/list.ts";
import type { ListWords } from "./model/list-words.ts";
import type { Outcome } from "./model/outcome.ts";
import type { Register } from "./model/register.ts";
import type { Rules } from "./model/rules.ts";
import { laws } from "./pay/laws.ts";
import { pay } from "./pay/pay.ts";
import { idleDecisions } from "./problem/idle-decisions.ts";
import { type Problem, Problems } from "./problem/problem.ts";
import { validate } from "./validate/validate.ts";

/**
 * Computes a season.
 * @param files read once, one file after the other
 * @param before problems found before any list was read (a file given twice, a decision that cannot be read)
 */
export function compute(
  files: Iterable<InputFile>,
  rules: Rules,
  words: ListWords,
  campaign: Campaign,
  before: readonly Problem[],
): Outcome {
  const problems = new Problems();
  problems.take({ value: undefined, problems: before });
  const { inputs, lists, entries: read, refused } = problems.take(validate(files, rules, words, campaign));
  const { register, entries, lookAlikes, settles } = problems.take(join(read, rules, campaign, problems.all()));
  problems.settle(settles);
  const { disbursement, dueLists, asks, means } = settle(register, rules, words, campaign, problems);
  problems.take({ value: undefined, problems: withMoneyAtStake(lookAlikes, disbursement.entitlements) });
  const checks = laws(lists, entries, register, disbursement, rules);
  problems.take({ value: undefined, problems: idleDecisions(campaign.decisions, problems.all()) });
  return {
    rules,
    campaign,
    inputs,
    lists,
    dueLists,
    entries,
    register,
    disbursement,
    asks,
    means,
    laws: checks,
    refused,
    problems: problems.open(),
    settled: problems.settled(),
  };
}

/** From the register to what goes out. In a function of its own, so that what `pay` replaces is free when it returns. */
function settle(register: Register, rules: Rules, words: ListWords, campaign: Campaign, problems: Problems) {
  const { entitlements, dueLists, asks, means } = problems.take(decide(register, rules, campaign, problems.all()));
  const disbursement = problems.take(pay(entitlements, register, rules, words, campaign));
  return { disbursement, dueLists, asks, means };
}
