/** A place at which a value does not match the contract. It has types, but no values and no unknown keys. */
export interface Issue {
  /** A JSON pointer into the value, with `*` for a key that the contract does not name; `""` is the value itself. */
  readonly path: string;
  /** The type or rule of the contract. */
  readonly expected: string;
  /** The type of the value; `missing` if there is none. */
  readonly received: string;
}

/** Collects issues during the validation of a value. */
export class IssueList {
  readonly issues: Issue[] = [];
  readonly #limit: number;
  readonly #keys: string[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.issues.length >= this.#limit;
  }

  /** Adds an issue of the value at the current path, or below it. */
  add(expected: string, received: string, ...below: readonly string[]): void {
    if (this.isFull) return;
    const path = [...this.#keys, ...below].map((key) => `/${escapeKey(key)}`).join("");
    this.issues.push({ path, expected, received });
  }

  /** Runs `work` with `key` appended to the path. */
  within<Value>(key: string, work: () => Value): Value {
    this.#keys.push(key);
    try {
      return work();
    } finally {
      this.#keys.pop();
    }
  }
}

/** The type in the terms of JSON. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Escapes a key for a JSON pointer (RFC 6901). */
function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
