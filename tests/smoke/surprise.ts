/** The API answered something other than expected. */
export class Surprise extends Error {
  override readonly name = "Surprise";
  readonly expected: string;
  readonly got: string;

  constructor(expected: string, got: string) {
    super(`Expected ${expected}, got ${got}.`);
    this.expected = expected;
    this.got = got;
  }
}

/** Throws a `Surprise` unless both are the same as JSON. */
export function expectSame(what: string, got: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(got), JSON.stringify(expected)];
  if (left !== right) throw new Surprise(`${what} to be ${right}`, String(left));
}
