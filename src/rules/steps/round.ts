/** `round: { to: yuan, mode: half-up }`: to whole yuan, jiao or fen; half-up 四舍五入, up 进一, down 舍去. */
import { z } from "zod";
import { type RoundingMode, rounded, whole } from "../../fraction.ts";
import type { StepKind } from "../language.ts";
import { made, operand } from "../value.ts";

interface Round {
  readonly to: "yuan" | "jiao" | "fen";
  readonly mode: RoundingMode;
}

const UNITS = { yuan: whole(100), jiao: whole(10), fen: whole(1) };
const UNIT_WORDS = { yuan: "元", jiao: "角", fen: "分" };
const MODES = {
  "half-up": { zh: "四舍五入到", en: "rounded half up to" },
  up: { zh: "进一到", en: "rounded up to" },
  down: { zh: "舍去尾数到", en: "rounded down to" },
};

export const round: StepKind<Round> = {
  schema: () => z.strictObject({ to: z.enum(["yuan", "jiao", "fen"]), mode: z.enum(["half-up", "up", "down"]) }),
  say: ({ to, mode }) => ({ zh: `${MODES[mode].zh}${UNIT_WORDS[to]}`, en: `${MODES[mode].en} whole ${to}` }),
  uses: () => [],
  grain: ({ to }) => UNITS[to],
  prepare: ({ to, mode }) => {
    const how = `${MODES[mode].zh}${UNIT_WORDS[to]}`;
    return (before) => {
      const sum = rounded(before.sum, UNITS[to], mode);
      if (sum.n === before.sum.n && sum.d === before.sum.d) return before;
      return made([before], `${operand(before)} ${how}`, sum);
    };
  },
};
