import type { StoredRecord } from "../record/parse-record.js";

/** Records on their way to the worker: their documents as UTF-8 behind each other, in memory that moves instead of being copied. */
export interface PackedRecords {
  readonly ids: readonly string[];
  readonly sourceTimes: readonly (string | null)[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each document ends. */
  readonly ends: readonly number[];
}

/** A record whose document is UTF-8. */
export interface UnpackedRecord extends Omit<StoredRecord, "doc"> {
  readonly doc: Uint8Array;
}

/** UTF-8 has at most so many bytes for a unit of UTF-16. */
const MAX_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();

export function packRecords(records: readonly StoredRecord[]): PackedRecords {
  const units = records.reduce((length, { doc }) => length + doc.length, 0);
  // Pages that are never written to take no memory.
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
