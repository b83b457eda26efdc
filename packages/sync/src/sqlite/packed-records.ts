import type { StoredRecord } from "../record/parse-record.js";

/**
 * Records for the worker: their documents are UTF-8, one after the other, in memory that is transferred instead of
 * copied.
 */
export interface PackedRecords {
  readonly ids: readonly string[];
  readonly sourceTimes: readonly (string | null)[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The end offset of each document. */
  readonly ends: readonly number[];
}

/** A record whose document is UTF-8. */
export interface UnpackedRecord extends Omit<StoredRecord, "doc"> {
  readonly doc: Uint8Array;
}

/** The most bytes that UTF-8 has for a UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

export function packRecords(records: readonly StoredRecord[]): PackedRecords {
  const units = records.reduce((length, { doc }) => length + doc.length, 0);
  // Pages that are never written take no memory.
  const bytes = new Uint8Array(units * MAX_BYTES_PER_UNIT);
  let length = 0;
  const ends = records.map(({ doc }) => {
    length += encoder.encodeInto(doc, bytes.subarray(length)).written;
    return length;
  });
  return { ids: records.map(({ id }) => id), sourceTimes: records.map(({ sourceTime }) => sourceTime), bytes, ends };
}

export function unpackRecords({ ids, sourceTimes, bytes, ends }: PackedRecords): UnpackedRecord[] {
  return ids.map((id, index) => ({
    id,
    sourceTime: sourceTimes[index] ?? null,
    doc: bytes.subarray(ends[index - 1] ?? 0, ends[index]),
  }));
}
