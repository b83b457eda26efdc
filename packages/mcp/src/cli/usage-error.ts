/** Thrown if the command line is invalid; the message names the flag. */
export class UsageError extends Error {}
