/** Thrown when there is no usable key; the message names the flag, variable, file or profile and never shows a key. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
}
