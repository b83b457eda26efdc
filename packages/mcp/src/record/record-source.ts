import type { Input } from "../input/validate-input.js";

/** All records of a list. */
export interface RecordSource {
  readonly records: AsyncIterable<Input>;
  /** The notes for a response about the records, complete once they were read. */
  notes(): readonly string[];
}
