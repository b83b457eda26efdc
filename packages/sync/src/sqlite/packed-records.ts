import type { ParsedRecord } from "../record/parse-record.js";

/** Records for the worker: their JSON is UTF-8, one after the other, in memory that is transferred instead of copied. */
export interface PackedRecords {
  readonly ids: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The end offset of each record. */
  readonly ends: readonly number[];
}

export interface UnpackedRecord {
  readonly id: string;
  /** JSON in UTF-8, with its keys in the order of the response. */
  readonly json: Uint8Array;
}

/** The most bytes that UTF-8 has for a UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

export function packRecords(records: readonly ParsedRecord[]): PackedRecords {
  const texts = records.map(({ value }) => JSON.stringify(value));
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  // Pages that are never written take no memory; a buffer of the pool could not be transferred.
  const bytes = Buffer.allocUnsafeSlow(units * MAX_BYTES_PER_UNIT);
  let length = 0;
  const ends = texts.map((text) => {
    length += bytes.write(text, length);
    return length;
  });
  return { ids: records.map(({ id }) => id), bytes, ends };
}

export function unpackRecords({ ids, bytes, ends }: PackedRecords): UnpackedRecord[] {
  return ids.map((id, index) => ({ id, json: bytes.subarray(ends[index - 1] ?? 0, ends[index]) }));
}
