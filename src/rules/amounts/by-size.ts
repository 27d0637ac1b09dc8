/** `by-size: { 1: 700, 2: 800, more: 1000 }`: a table by the counted members; `more` is for every larger household. */
import { commonGrain } from "../../fraction.ts";
import type { Amount } from "../../model/rules.ts";
import type { AmountKind } from "../language.ts";
import { sizes, sizeText } from "../sizes.ts";
import { NOTHING, operand } from "../value.ts";

interface BySize {
  /** For 1, 2, … counted members. */
  readonly sums: readonly Amount[];
  readonly more: Amount;
}

export const bySize: AmountKind<BySize> = {
  schema: ({ amount }) => sizes(amount).transform(({ of, more }) => ({ sums: of, more })),
  say: ({ sums, more }, words) => {
    const all = [...sums, more].map(words.amount);
    return {
      zh: all.map(({ zh }, i) => `${sizeText(i, sums.length, "zh")} ${zh}`).join("，"),
      en: all.map(({ en }, i) => `${sizeText(i, sums.length, "en")}: ${en}`).join(", "),
    };
  },
  uses: ({ sums, more }) => [
    { use: "counted", at: [] },
    ...sums.map((amount, i) => ({ use: "amount" as const, amount, at: [String(i + 1)] })),
    { use: "amount", amount: more, at: ["more"] },
  ],
  grain: ({ sums, more }, grains) => sums.map(grains.amount).reduce(commonGrain, grains.amount(more)),
  prepare: ({ sums, more }, run) => {
    const bySize = sums.map(run.amount);
    const others = run.amount(more);
    return (given) => {
      if (given.counted <= 0) return NOTHING;
      const value = (bySize[given.counted - 1] ?? others)(given);
      return { ...value, shown: `${operand(value)}（${given.counted} 人户）` };
    };
  },
};
