/** Values that are created on demand and kept. */
export class LazyValues {
  readonly #made: unknown[] = [];
  readonly #rest: Iterator<unknown>;

  constructor(values: Iterable<unknown>) {
    this.#rest = values[Symbol.iterator]();
  }

  /** The value at an index, or the last one; undefined if there are none. */
  at(index: number): unknown {
    while (this.#made.length <= index) {
      const { done, value } = this.#rest.next();
      if (done) break;
      this.#made.push(value);
    }
    return this.#made[Math.min(index, this.#made.length - 1)];
  }
}
