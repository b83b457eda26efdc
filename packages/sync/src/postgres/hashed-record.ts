import { hash } from "node:crypto";
import type { ParsedRecord } from "../record/parse-record.js";
import { type StoredRecord, toStoredRecord } from "../record/stored-record.js";
import { streams, type TableName } from "../streams.js";

/** A record with its hash in hexadecimal. */
export interface HashedRecord extends StoredRecord {
  readonly hash: string;
}

/** Hashes the records, each key once: the last record with a key is used. */
export function hashRecords(table: TableName, records: readonly ParsedRecord[]): HashedRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return Array.from(byId.values(), (parsed) => {
    const record = toStoredRecord(streams[table], parsed);
    return { ...record, hash: hash("sha256", record.doc) };
  });
}

/** Renders one JSON array; the documents are JSON already. */
export function renderRows(records: readonly HashedRecord[]): string {
  const rows = records.map(({ id, hash, sourceTime, doc }) => {
    const head = JSON.stringify({ id, hash, source_time: sourceTime });
    return `${head.slice(0, -1)},"doc":${doc}}`;
  });
  return `[${rows.join(",")}]`;
}
