/** The sentences of a document, and the one that a quote most likely means. */

import { lettersOf } from "./letters.ts";

/** A document is read sentence by sentence; a quote may hold several. */
const ENDS = /[^。;；!！?？]+[。;；!！?？]?/g;
/** A sentence that shares fewer of its pairs of letters is another one. */
const ALIKE = 0.5;

/** The sentence of a document that is most like a quote, as it stands there but for spaces and its end; "" where none is. */
export function nearestSentence(quote: string, document: string): string {
  const wanted = pairsOf(quote);
  let [best, most] = ["", ALIKE];
  for (const [sentence] of document.matchAll(ENDS)) {
    const has = pairsOf(sentence);
    const shared = [...wanted].filter((pair) => has.has(pair)).length;
    const share = (2 * shared) / Math.max(wanted.size + has.size, 1);
    if (share > most) [best, most] = [sentence.replace(/[\s*]/g, "").replace(/[。;；!！?？]$/, ""), share];
  }
  return best;
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = lettersOf(text).text;
  return new Set(Array.from(letters, (letter, at) => letter + letters.charAt(at + 1)));
}
