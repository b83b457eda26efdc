/** The command line is wrong; nothing was opened or sent. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
