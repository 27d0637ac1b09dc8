/** One slip of the hand between two numbers: what goes wrong when somebody copies a number from a card. */

/** How two numbers differ. Positions count from 1; a swap is of `at` and the next one. */
export type Slip =
  | { readonly kind: "same" }
  | { readonly kind: "digit"; readonly at: number }
  | { readonly kind: "swap"; readonly at: number }
  /** One character was left out, or is too many. */
  | { readonly kind: "length" };

const SAME: Slip = { kind: "same" };
const LENGTH: Slip = { kind: "length" };

/** The one slip that makes one number of the other; null where there is more between them. */
export function slipBetween(a: string, b: string): Slip | null {
  if (a === b) return SAME;
  if (a.length !== b.length) return isOneShorter(a, b) || isOneShorter(b, a) ? LENGTH : null;
  const at = firstDifference(a, b);
  if (a.endsWith(b.slice(at + 1))) return { kind: "digit", at: at + 1 };
  const swapped = a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at);
  return swapped && a.endsWith(b.slice(at + 2)) ? { kind: "swap", at: at + 1 } : null;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function isOneShorter(short: string, long: string): boolean {
  if (short.length + 1 !== long.length) return false;
  const at = firstDifference(short, long);
  return short.slice(at) === long.slice(at + 1);
}

/** A text with the characters at `at` and behind it (from 0) changed about. */
export function swappedAt(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}
