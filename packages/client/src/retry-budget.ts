/** Bounds the retries of all calls of a client, so that an API in trouble is not sent a multiple of the load. */
export class RetryBudget {
  readonly #capacity: number;
  #tokens: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#tokens = capacity;
  }

  /** Takes the token that a retry costs; false when none is left. */
  take(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Gives a token back for a call that succeeded. */
  refill(): void {
    if (this.#tokens < this.#capacity) this.#tokens += 1;
  }
}
