import type { Input } from "../input/validate-input.js";

/** All records of a list, and what a response has to state about them. */
export interface RecordSource {
  readonly records: AsyncIterable<Input>;
  readonly notes: readonly string[];
}
