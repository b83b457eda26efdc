import type { StoredRecord } from "../record/parse-record.js";

/** A record with its hash in hexadecimal. */
export interface HashedRecord extends StoredRecord {
  readonly hash: string;
}

/** One JSON array; the documents are JSON already. */
export function renderRows(records: readonly HashedRecord[]): string {
  const rows = records.map(({ id, hash, sourceTime, doc }) => {
    const head = JSON.stringify({ id, hash, source_time: sourceTime });
    return `${head.slice(0, -1)},"doc":${doc}}`;
  });
  return `[${rows.join(",")}]`;
}
