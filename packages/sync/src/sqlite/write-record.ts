import { hash } from "node:crypto";
import { type StoredRecord, toStoredRecord } from "../record/stored-record.js";
import { streams, type TableName } from "../streams.js";
import type { RunKey, StreamKey } from "../target/target.js";
import type { UnpackedRecord } from "./packed-records.js";
import type { TableStatements } from "./statements.js";

/** What the write of a record changed; `revert` undoes an `update` of the same run. */
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
  statements.writeIndex.run(account, id, digest);
  const stored = known && readStored(statements, account, id);
  if (!stored) {
    statements.insert.run(account, id, version.hash, doc, sourceTime, run, run);
    return "insert";
  }

  if (isLive && version.hash.equals(stored.hash)) return "none";
  const change = isLive ? archive(statements, key, version, stored) : ({ kind: "restore", changedRun: run } as const);
  statements.update.run(version.hash, doc, sourceTime, change.changedRun, account, id);
  return change.kind;
}

/** Undefined if the row is missing although the index has its key, because somebody deleted it by hand. */
function readStored({ find }: TableStatements, account: string, id: string): Stored | undefined {
  return find.get(account, id) as Stored | undefined; // The columns that the statement selects.
}

/**
 * How a record differs from the mirror. Compares the documents, since somebody may have changed or deleted one by hand,
 * which neither its hash nor the index shows.
 */
export function compareRecord(
  statements: TableStatements,
  { account, table }: StreamKey,
  record: UnpackedRecord,
): "missing" | "same" | "different" {
  const stored = statements.findLive.get(account, record.id);
  if (!stored) return "missing";
  return stored.doc === parse(table, record).doc ? "same" : "different";
}

function toVersion(table: TableName, record: UnpackedRecord): Version {
  const parsed = parse(table, record);
  return { ...parsed, hash: hash("sha256", parsed.doc, "buffer") };
}

function parse(table: TableName, { id, json }: UnpackedRecord): StoredRecord {
  const value = JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString());
  return toStoredRecord(streams[table], { id, value });
}

/** Moves the version that ends into the history, unless it began in this run. */
function archive(
  statements: TableStatements,
  { account, run }: RunKey,
  { id, doc }: Version,
  { changed_run: changedRun }: Stored,
): { readonly kind: RecordChange; readonly changedRun: number } {
  if (changedRun !== run) {
    statements.archive.run(run, account, id);
    return { kind: "update", changedRun: run };
  }

  const archived = statements.findArchived.get(account, id, run);
  if (archived?.doc !== doc) return { kind: "none", changedRun: run };
  const fromRun = Number(archived.from_run);
  statements.unarchive.run(account, id, fromRun);
  return { kind: "revert", changedRun: fromRun };
}
