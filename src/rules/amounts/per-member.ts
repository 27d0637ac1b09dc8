/** `per-member: { first: 700, further: 100 }`: so much for the first counted member, so much for each further one. */
import { z } from "zod";
import { commonGrain, whole } from "../../fraction.ts";
import { add, type Fen, times, toYuan, ZERO } from "../../money.ts";
import { yuan } from "../facts.ts";
import type { AmountKind, Value } from "../language.ts";

interface PerMember {
  readonly first: Fen;
  readonly further: Fen;
  readonly atMost: Fen | null;
}

export const perMember: AmountKind<PerMember> = {
  schema: () =>
    z
      .strictObject({ first: yuan, further: yuan, "at-most": yuan.optional() })
      .transform((w) => ({ first: w.first, further: w.further, atMost: w["at-most"] ?? null })),
  say: ({ first, further, atMost }) => ({
    zh: `1 人 ${toYuan(first)} 元，每增加 1 人增加 ${toYuan(further)} 元${atMost === null ? "" : `，最多 ${toYuan(atMost)} 元`}`,
    en: `${toYuan(first)} yuan for 1 person, ${toYuan(further)} for each further one${atMost === null ? "" : `, at most ${toYuan(atMost)}`}`,
  }),
  uses: ({ first, further, atMost }) => [
    { use: "counted", at: [] },
    { use: "stated", sum: first, at: ["first"] },
    { use: "stated", sum: further, at: ["further"] },
    ...(atMost === null ? [] : [{ use: "stated" as const, sum: atMost, at: ["at-most"] }]),
  ],
  grain: ({ first, further, atMost }) =>
    [further, atMost ?? ZERO].reduce((grain, sum) => commonGrain(grain, whole(sum)), whole(first)),
  prepare: (scale) => {
    const bySize: Value[] = [];
    return ({ counted }) => {
      const known = bySize[counted];
      if (known !== undefined) return known;
      const value = valueFor(scale, counted);
      bySize[counted] = value;
      return value;
    };
  },
};

function valueFor({ first, further, atMost }: PerMember, counted: number): Value {
  if (counted <= 0) return { sum: whole(ZERO), shown: `0 人：${toYuan(ZERO)}`, steps: [] };
  const full = add(first, times(further, counted - 1));
  const sum = atMost === null || full <= atMost ? full : atMost;
  const how = `${toYuan(first)} + ${counted - 1} × ${toYuan(further)} = ${toYuan(full)}`;
  const cap = sum === full ? "" : `，最高 ${toYuan(sum)}`;
  if (counted === 1) return { sum: whole(sum), shown: `${toYuan(first)}${cap}`, steps: [] };
  return { sum: whole(sum), shown: toYuan(sum), steps: [`${how}${cap}`] };
}
