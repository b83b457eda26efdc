/** Counts the failures of each host in a row, and opens for a time where there are too many. */
export class Circuit {
  readonly #failures = new Map<string, number>();
  readonly #openUntil = new Map<string, number>();
  readonly #now: () => number;

  /** `now` is in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How long a host is still left alone, in milliseconds; 0 where it can be called. */
  remainingMs(host: string): number {
    return Math.max(0, (this.#openUntil.get(host) ?? 0) - this.#now());
  }

  recordSuccess(host: string): void {
    this.#failures.delete(host);
  }

  /** Returns true where this failure opens the circuit. */
  recordFailure(host: string): boolean {
    const failures = (this.#failures.get(host) ?? 0) + 1;
    this.#failures.set(host, failures % FAILURES_TO_OPEN);
    if (failures < FAILURES_TO_OPEN) return false;
    this.#openUntil.set(host, this.#now() + OPEN_MS);
    return true;
  }
}

const OPEN_MS = 60_000;
const FAILURES_TO_OPEN = 5;
