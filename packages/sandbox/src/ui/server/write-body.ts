/** A body as it is sent. */
export type WrittenBody = string | FormData | Uint8Array<ArrayBuffer>;

/** Writes a recorded body, empty where there was none. */
export function writeBody(recorded: unknown): WrittenBody {
  if (typeof recorded === "string" || recorded instanceof FormData) return recorded;
  // The log records bytes that a request came with, which are in no shared memory.
  if (recorded instanceof Uint8Array) return recorded as Uint8Array<ArrayBuffer>;
  return recorded === undefined ? "" : JSON.stringify(recorded);
}
