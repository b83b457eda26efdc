/** Thrown if flags, arguments or files are invalid; no request was sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Thrown if a command completed only a part of its work: rows failed, or a guard stopped the rest. */
export class IncompleteError extends Error {
  override readonly name = "IncompleteError";
  /** The completed part, for the JSON document. */
  readonly result: object;

  constructor(message: string, result: object) {
    super(message);
    this.result = result;
  }
}

/** Thrown if another process uses the same file. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** Thrown if a file that is complete could not get its name, for example because a program on Windows has it open. */
export class ReplaceError extends Error {
  override readonly name = "ReplaceError";

  constructor(part: string, path: string, code: string) {
    super(
      `${path} cannot be replaced (${code}); close the program that has it open, and rename ${part}, which is complete`,
    );
  }
}

/** Thrown if the reader of stdout has closed it, as `head` does. That is not a failure. */
export class ClosedPipe extends Error {
  override readonly name = "ClosedPipe";
}
