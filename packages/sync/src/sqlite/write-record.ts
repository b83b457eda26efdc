import { hash } from "node:crypto";
import { type StoredRecord, toStoredRecord } from "../record/stored-record.js";
import { streams, type TableName } from "../streams.js";
import type { RunKey, StreamKey } from "../target/target.js";
import type { UnpackedRecord } from "./packed-records.js";
import type { TableStatements } from "./statements.js";

/** The change by writing a record: `revert` undoes an `update` of the same run. */
export type RecordChange = "none" | "insert" | "update" | "restore" | "revert";

/** A version of a record with its hash. */
interface Version extends StoredRecord {
  readonly hash: Buffer;
}

/** The stored version. */
interface Stored {
  readonly hash: Uint8Array;
  readonly changed_run: number;
}

/**
 * Writes a record if it differs from the stored version. Within a run, only the last version is kept. The index has the
 * hash of the JSON as it came, so an unchanged record is known without parsing it; if only the order of its keys is
 * different, nothing but the index changes.
 */
export function writeRecord(statements: TableStatements, key: RunKey, record: UnpackedRecord): RecordChange {
  const { account, run } = key;
  const digest = hash("sha256", record.json, "buffer");
  const known = statements.probe.get(account, record.id);
  const isLive = known?.deleted_run === null;
  if (isLive && digest.equals(known.hash as Uint8Array)) return "none"; // A column of type blob.

  const version = toVersion(key.table, record);
  const { id, doc, sourceTime } = version;
  if (!known) {
    statements.insert.run(account, id, version.hash, doc, sourceTime, run);
    statements.insertIndex.run(account, id, digest);
    return "insert";
  }

  statements.updateIndex.run(account, id, digest);
  const stored = readStored(statements, account, id);
  if (isLive && version.hash.equals(stored.hash)) return "none";
  const change = isLive ? archive(statements, key, version, stored) : ({ kind: "restore", changedRun: run } as const);
  statements.update.run(account, id, version.hash, doc, sourceTime, change.changedRun);
  return change.kind;
}

/** Whether the stored version of a live record is this one. */
export function isStored(
  statements: TableStatements,
  { account, table }: StreamKey,
  record: UnpackedRecord,
  indexed: Uint8Array,
): boolean {
  if (hash("sha256", record.json, "buffer").equals(indexed)) return true;
  return toVersion(table, record).hash.equals(readStored(statements, account, record.id).hash);
}

function readStored({ find }: TableStatements, account: string, id: string): Stored {
  return find.get(account, id) as unknown as Stored; // The columns that the statement selects.
}

function toVersion(table: TableName, { id, json }: UnpackedRecord): Version {
  const value = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString());
  const record = toStoredRecord(streams[table], { id, value });
  return { ...record, hash: hash("sha256", record.doc, "buffer") };
}

/** Moves the version that ends into the history, unless it began in this run. */
function archive(
  statements: TableStatements,
  { account, run }: RunKey,
  { id, doc }: Version,
  { changed_run: changedRun }: Stored,
): { readonly kind: RecordChange; readonly changedRun: number } {
  if (changedRun !== run) {
    statements.archive.run(account, id, run);
    return { kind: "update", changedRun: run };
  }

  const archived = statements.findArchived.get(account, id, run);
  if (archived?.doc !== doc) return { kind: "none", changedRun: run };
  const fromRun = Number(archived.from_run);
  statements.unarchive.run(account, id, fromRun);
  return { kind: "revert", changedRun: fromRun };
}
