/** Thrown where a key cannot be had; the message names the flag, variable, file or profile and never shows a key. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
}
