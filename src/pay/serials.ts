/** A set of serial numbers, a byte each: laws look at every person once for every programme. */
export class Serials {
  #bytes = new Uint8Array(1024);
  #size = 0;

  /** Adds a number. @returns false where it was there already. */
  add(serial: number): boolean {
    if (serial >= this.#bytes.length) this.#grow(serial);
    if (this.#bytes[serial] === 1) return false;
    this.#bytes[serial] = 1;
    this.#size++;
    return true;
  }

  get size(): number {
    return this.#size;
  }

  #grow(serial: number): void {
    const larger = new Uint8Array(Math.max(serial + 1, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
