/** What the lists of a run share: rules, words, and what was made of them once. */
import type { Campaign } from "../model/campaign.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Rules } from "../model/rules.ts";
import { HeaderWords } from "./header-words.ts";
import { RowWords } from "./row-words.ts";
import { Vocabularies } from "./whose.ts";

export interface Tools {
  readonly rules: Rules;
  readonly words: ListWords;
  readonly campaign: Campaign;
  readonly headers: HeaderWords;
  readonly rowWords: RowWords;
  readonly vocabularies: Vocabularies;
}

/** Makes the tools of a run. */
export function toolsOf(rules: Rules, words: ListWords, campaign: Campaign): Tools {
  return {
    rules,
    words,
    campaign,
    headers: new HeaderWords(words, rules, undefined),
    rowWords: new RowWords(words),
    vocabularies: new Vocabularies(rules, words),
  };
}
