/** Something else came than was expected. */
export class Surprise extends Error {
  override readonly name = "Surprise";
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`Expected ${expected}, and ${came} came.`);
    this.expected = expected;
    this.came = came;
  }
}

/** Throws a `Surprise` unless both are the same as JSON. */
export function expectSame(what: string, came: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(came), JSON.stringify(expected)];
  if (left !== right) throw new Surprise(`${what} to be ${right}`, String(left));
}
