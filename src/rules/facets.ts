/** What other stages must know of a programme's amount: whether it is money, and what bounds the mean of its list. */
import type { Amount } from "../model/rules.ts";
import type { Fen } from "../money.ts";
import type { Listed } from "./amounts/listed.ts";

/** What is given instead of money (goods, a service); null for money. */
export function inKindOf({ kind, said }: Amount): string | null {
  return kind === "goods" || kind === "service" ? (said as string) : null;
}

/** The bound on the mean of listed sums, null where there is none. */
export function meanBoundOf({ kind, said }: Amount): Fen | null {
  return kind === "listed" ? (said as Listed).meanAtMost : null;
}
