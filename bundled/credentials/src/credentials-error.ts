/** Thrown if a key is unavailable; the message names the flag, variable, file or profile and never contains a key. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
}

/** Thrown if neither a flag nor the environment names a key. */
export class MissingKeyError extends CredentialsError {}
