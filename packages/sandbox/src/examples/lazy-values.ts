/** Values that are created on demand and kept. */
export class LazyValues {
  readonly #values: unknown[] = [];
  readonly #rest: Iterator<unknown>;

  constructor(values: Iterable<unknown>) {
    this.#rest = values[Symbol.iterator]();
  }

  /** The value at an index, or the last one; undefined if there are none. */
  at(index: number): unknown {
    while (this.#values.length <= index) {
      const { done, value } = this.#rest.next();
      if (done) break;
      this.#values.push(value);
    }
    return this.#values[Math.min(index, this.#values.length - 1)];
  }
}
