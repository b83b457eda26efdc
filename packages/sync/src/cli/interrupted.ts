/** Thrown if the user has stopped a command; the message states what was done, and how to continue. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}
