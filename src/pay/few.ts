/** A set that nearly always holds one thing: an account has one holder, one user, one bank, but there are 100 000 accounts. */
export class Few<T> {
  #first: T | undefined;
  /** All of them, from the second on. */
  #all: Set<T> | null = null;

  /** Adds a thing unless it is there. */
  add(thing: T): void {
    if (this.#all !== null) this.#all.add(thing);
    else if (this.#first === undefined) this.#first = thing;
    else if (this.#first !== thing) this.#all = new Set([this.#first, thing]);
  }

  get size(): number {
    return this.#all?.size ?? (this.#first === undefined ? 0 : 1);
  }

  /** The one that was added first. */
  get first(): T | undefined {
    return this.#first;
  }

  /** All, in the order in which they were added. */
  values(): readonly T[] {
    if (this.#all !== null) return [...this.#all];
    return this.#first === undefined ? [] : [this.#first];
  }
}
