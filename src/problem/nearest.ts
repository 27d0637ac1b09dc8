/** Near names: what somebody who wrote an unknown word most likely meant. */
import { compareText } from "../model/place.ts";

/**
 * The candidates nearest to a word, best first; at most `most`. Near is: at most half of the letters differ, or one
 * contains the other. Ties stand in the order of their letters, so that a message never depends on the file's order.
 *
 *     nearest("falt", ["flat", "goods", "listed"]) → ["flat"]
 */
export function nearest(word: string, candidates: Iterable<string>, most = 4): readonly string[] {
  const asked = folded(word);
  if (asked === "") return [];
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const known = folded(candidate);
    const longer = Math.max(asked.length, known.length);
    const contains = known !== "" && (known.includes(asked) || asked.includes(known));
    const distance = contains
      ? 1 - 1 / (1 + longer - Math.min(asked.length, known.length))
      : editDistance(asked, known);
    if (contains || distance <= longer / 2) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate));
  return near.slice(0, most).map((n) => n.candidate);
}

/** A word longer than this is no misspelt name; comparing it whole would only cost time. */
const LONGEST = 100;

function folded(word: string): string {
  return word.normalize("NFKC").toLowerCase().replace(/\s/g, "").slice(0, LONGEST);
}

/** Letters to insert, delete, change, or swap with a neighbour, to make one word of the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
