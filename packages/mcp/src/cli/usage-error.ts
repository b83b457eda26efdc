/** Thrown for a command line that is invalid; the message names the flag. */
export class UsageError extends Error {}
