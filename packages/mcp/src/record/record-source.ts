import type { Input } from "../input/validate-input.js";

/** All records of a list, and the notes for a response about them. */
export interface RecordSource {
  readonly records: AsyncIterable<Input>;
  readonly notes: readonly string[];
}
