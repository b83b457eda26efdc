/** Thrown where flags, arguments or files are invalid; no request was sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Thrown where a command did what it could, but not all: rows failed, or a guard stopped the rest. */
export class IncompleteError extends Error {
  override readonly name = "IncompleteError";
  /** What was done, for the JSON document. */
  readonly result: object;

  constructor(message: string, result: object) {
    super(message);
    this.result = result;
  }
}

/** Thrown where another process works on the same file. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** Thrown where the reader of stdout has closed it, as `head` does. That is no failure. */
export class ClosedPipe extends Error {
  override readonly name = "ClosedPipe";
}
