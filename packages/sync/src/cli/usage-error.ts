/** Thrown if the command line is invalid; nothing was opened or sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
