/** Counts the consecutive failures of each host, and opens for a time if there are too many. */
export class Circuit {
  readonly #failures = new Map<string, number>();
  readonly #openUntil = new Map<string, number>();
  readonly #now: () => number;

  /** `now` returns milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How long the circuit of a host stays open, in milliseconds; 0 if it can be called. */
  remainingMs(host: string): number {
    return Math.max(0, (this.#openUntil.get(host) ?? 0) - this.#now());
  }

  recordSuccess(host: string): void {
    this.#failures.delete(host);
  }

  /** Returns true if this failure opens the circuit. */
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
