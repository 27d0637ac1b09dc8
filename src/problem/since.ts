/** Two runs of the same season: which problems were solved, which are new, and which are left. */

/** A problem as an output keeps it, in the words of its tables. */
export interface Known {
  /** 编号, "" where it has none. */
  readonly id: string;
  readonly code: string;
  /** 级别. */
  readonly severity: string;
  /** File and sheet as the agency sent them: a corrected copy goes by its original's names. */
  readonly file: string;
  readonly sheet: string;
  /** "" for the whole sheet. */
  readonly row: string;
  readonly column: string;
  readonly content: string;
  readonly message: string;
  /** 暂缓金额 in yuan. */
  readonly waits: string;
}

/** What came of comparing. */
export interface Compared {
  readonly solved: readonly Known[];
  readonly fresh: readonly Known[];
  readonly left: readonly Known[];
}

/**
 * Compares by 编号 where there is one, else by code, file, sheet, column and content, and counts: of three rows with
 * the same fault of which one was mended, one is solved. Which one, its row tells where it can.
 */
export function compareProblems(before: readonly Known[], now: readonly Known[]): Compared {
  const solved = new Set(before);
  const fresh = new Set(now);
  for (const keyOf of [placedKey, key]) {
    const waiting = new Map<string, Known[]>();
    // The last first, so that `pop` takes them in their order.
    for (const p of [...solved].reverse()) push(waiting, keyOf(p), p);
    for (const p of fresh) {
      const old = waiting.get(keyOf(p))?.pop();
      if (old === undefined) continue;
      solved.delete(old);
      fresh.delete(p);
    }
  }
  return {
    solved: before.filter((p) => solved.has(p)),
    fresh: now.filter((p) => fresh.has(p)),
    left: now.filter((p) => !fresh.has(p)),
  };
}

function push(map: Map<string, Known[]>, at: string, p: Known): void {
  const known = map.get(at);
  if (known === undefined) map.set(at, [p]);
  else known.push(p);
}

function key({ id, code, file, sheet, column, content }: Known): string {
  return id === "" ? [code, file, sheet, column, content].join("\u0000") : id;
}

function placedKey(p: Known): string {
  return [key(p), p.file, p.sheet, p.row].join("\u0000");
}
