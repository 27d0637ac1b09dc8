/** 金额, where the list gives it: held to the bounds that its programmes state. */
import type { Programme } from "../model/rules.ts";
import { type Fen, fenOf, MOST_ONE, toYuan } from "../money.ts";
import { listedBounds } from "../rules/looked-at.ts";
import type { Plain } from "./column.ts";
import { numberFormula } from "./formulas.ts";

/** The column for programmes that take the sum of the list. */
export function sumColumn(programmes: readonly Programme[]): Plain {
  const bounds = programmes.map(listedBounds);
  const from = tightest(
    bounds.map((b) => b.from),
    (a, b) => a > b,
  );
  const to = tightest(
    bounds.map((b) => b.to),
    (a, b) => a < b,
  );
  const mean = tightest(
    programmes.map((p) => p.meanAtMost),
    (a, b) => a < b,
  );
  const rule = ruleOf(from, to, mean);
  const behind = rule === "" ? "" : `；${rule}`;
  return {
    need: "必填",
    how: `元，最多两位小数，只填数字${behind}`,
    example: toYuan(from ?? to ?? mean ?? A_THOUSAND),
    width: 12,
    kind: "yuan",
    check: {
      formula: (cell) => numberFormula(cell, toYuan(from ?? A_FEN), toYuan(to ?? MOST_ONE), 2),
      style: from === null && to === null ? "stop" : "warning",
      error: `请填大于 0 的数，最多两位小数${behind}`,
    },
  };
}

const A_FEN = fenOf(1);
const A_THOUSAND = fenOf(100_000);

/** The bound that leaves least room. */
function tightest(bounds: readonly (Fen | null)[], isTighter: (a: Fen, b: Fen) => boolean): Fen | null {
  return bounds.reduce<Fen | null>(
    (best, bound) => (bound !== null && (best === null || isTighter(bound, best)) ? bound : best),
    null,
  );
}

function ruleOf(from: Fen | null, to: Fen | null, mean: Fen | null): string {
  if (from !== null && to !== null) return `规定 ${toYuan(from)} 至 ${toYuan(to)} 元`;
  if (from !== null) return `规定不低于 ${toYuan(from)} 元`;
  if (to !== null) return `规定不超过 ${toYuan(to)} 元`;
  return mean === null ? "" : `规定平均不超过 ${toYuan(mean)} 元`;
}
