/** What `relief verify` finds: a thing that does not hold, with what it should be and what it is. */

/** One thing that does not hold. */
export interface Finding {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** A count and a sum in fen: numbers count entitlements, never lines. */
export interface Figure {
  count: number;
  fen: number;
}

/** Figures by a key; a key that never came is zero. */
export class Figures {
  readonly #byKey = new Map<string, Figure>();

  add(key: string, fen: number, count = 1): void {
    const figure = this.#byKey.get(key);
    if (figure === undefined) this.#byKey.set(key, { count, fen });
    else {
      figure.count += count;
      figure.fen += fen;
    }
  }

  of(key: string): Readonly<Figure> {
    return this.#byKey.get(key) ?? { count: 0, fen: 0 };
  }

  keys(): readonly string[] {
    return [...this.#byKey.keys()];
  }
}

/** A finding where the two texts differ. */
export function differs(what: string, expected: string, found: string): readonly Finding[] {
  return expected === found ? [] : [{ what, expected, found }];
}
