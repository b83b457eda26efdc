import type { DatabaseSync } from "node:sqlite";
import type { Batch, RunCounts, RunKey } from "../target/target.js";
import { type PackedRecords, unpackRecords } from "./packed-records.js";
import type { TableStatements } from "./statements.js";
import { type RecordChange, writeRecord } from "./write-record.js";

export interface PackedBatch extends Omit<Batch, "records"> {
  readonly packed: PackedRecords;
}

/** Writes the records that differ, within a transaction. */
export function writeBatch(
  database: DatabaseSync,
  statements: TableStatements,
  key: RunKey,
  { packed, rejected }: PackedBatch,
): RunCounts {
  const counts = { seen: 0, inserted: 0, updated: 0, deleted: 0, restored: 0, rejected: rejected.length };
  for (const record of unpackRecords(packed)) {
    counts.seen += Number(statements.see.run(record.id).changes);
    count(counts, writeRecord(statements, key, record));
  }
  const reject = database.prepare("insert into _rejected (account, stream, run, reason, doc) values (?, ?, ?, ?, ?)");
  for (const { reason, doc } of rejected) reject.run(key.account, key.table, key.run, reason, doc);
  return counts;
}

type MutableCounts = { -readonly [Name in keyof RunCounts]: number };

function count(counts: MutableCounts, change: RecordChange): void {
  if (change === "insert") counts.inserted += 1;
  else if (change === "update") counts.updated += 1;
  else if (change === "revert") counts.updated -= 1;
  else if (change === "restore") counts.restored += 1;
}
