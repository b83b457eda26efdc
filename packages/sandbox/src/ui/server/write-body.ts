/** A body to send. */
export type WrittenBody = string | FormData | Uint8Array<ArrayBuffer>;

/** Serializes a recorded body; empty if there was none. */
export function writeBody(recorded: unknown): WrittenBody {
  if (typeof recorded === "string" || recorded instanceof FormData) return recorded;
  // The log records the bytes of a request, which are not in shared memory.
  if (recorded instanceof Uint8Array) return recorded as Uint8Array<ArrayBuffer>;
  return recorded === undefined ? "" : JSON.stringify(recorded);
}
