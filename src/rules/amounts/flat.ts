/** `flat: 460`: the same sum for everybody. */
import { whole } from "../../fraction.ts";
import { type Fen, toYuan } from "../../money.ts";
import { yuan } from "../facts.ts";
import type { AmountKind } from "../language.ts";
import { plain } from "../value.ts";

export const flat: AmountKind<Fen> = {
  schema: () => yuan,
  say: (sum) => ({ zh: `${toYuan(sum)} 元`, en: `${toYuan(sum)} yuan` }),
  uses: (sum) => [{ use: "stated", sum, at: [] }],
  grain: (sum) => whole(sum),
  prepare: (sum) => {
    const value = plain(whole(sum));
    return () => value;
  },
};
