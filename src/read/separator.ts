/** Which character separates the fields of a text file, found by looking at its first records. */

/** Comma, tab, semicolon, bar: in this order where two fit equally well, the rarer in running text first. */
const SEPARATORS = ["\t", "|", ";", ","] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Records looked at: beyond the title rows of any list. */
const RECORDS = 200;

/** What was found: the separator, and how many of it a record has most often (0: a single column). */
export interface Separation {
  readonly separator: Separator;
  readonly perRecord: number;
}

/** The separator with the most consistent count in the first records: `姓名,金额` → comma; no separator → comma. */
export function findSeparation(head: string): Separation {
  const lines = head.split(/\r\n?|\n/).slice(0, RECORDS);
  let best: Separation = { separator: ",", perRecord: 0 };
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const { perRecord, share } = commonCount(countInRecords(lines, separator));
    // Fields tell more than consistency: one bar in each address must not win over five commas.
    const score = perRecord === 0 ? 0 : share * share * Math.log2(1 + perRecord);
    if (score > bestScore) {
      bestScore = score;
      best = { separator, perRecord };
    }
  }
  return best;
}

/** How many separators stand in each record outside quotes; a quote opens only where a field begins. */
function countInRecords(lines: readonly string[], separator: Separator): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  for (const line of lines) {
    if (line === "" && !quoted) continue;
    let fieldStart = true;
    for (const character of line) {
      if (character === '"') quoted = quoted ? false : fieldStart;
      else if (character === separator && !quoted) count++;
      fieldStart = character === separator;
    }
    if (quoted) continue;
    counts.push(count);
    count = 0;
  }
  return counts;
}

/** The count that most records have, and their share; of two equally common the larger. */
function commonCount(counts: readonly number[]): { readonly perRecord: number; readonly share: number } {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let perRecord = 0;
  let records = 0;
  for (const [count, times] of tally) {
    if (times > records || (times === records && count > perRecord)) {
      perRecord = count;
      records = times;
    }
  }
  return { perRecord, share: counts.length === 0 ? 0 : records / counts.length };
}
