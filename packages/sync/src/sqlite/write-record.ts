import { hash } from "node:crypto";
import type { RunKey } from "../target/target.js";
import type { UnpackedRecord } from "./packed-records.js";
import type { TableStatements } from "./statements.js";

/** The change by writing a record: `revert` undoes an `update` of the same run. */
export type RecordChange = "none" | "insert" | "update" | "restore" | "revert";

/** Writes a record if it differs from the stored version. Within a run, only the last version is kept. */
export function writeRecord(statements: TableStatements, key: RunKey, record: UnpackedRecord): RecordChange {
  const { account, run } = key;
  const { id, doc, sourceTime } = record;
  const digest = hash("sha256", doc, "buffer");
  const known = statements.probe.get(account, id);
  if (!known) {
    statements.insert.run(account, id, digest, doc, sourceTime, run);
    statements.insertIndex.run(account, id, digest);
    return "insert";
  }

  const isDeleted = known.deleted_run !== null;
  // The columns of `TableStatements` have these types.
  if (!isDeleted && digest.equals(known.hash as Uint8Array)) return "none";
  const change = isDeleted ? ({ kind: "restore", changedRun: run } as const) : archive(statements, key, record);
  statements.update.run(account, id, digest, doc, sourceTime, change.changedRun);
  statements.updateIndex.run(account, id, digest);
  return change.kind;
}

/** Moves the version that ends into the history, unless it began in this run. */
function archive(
  statements: TableStatements,
  { account, run }: RunKey,
  { id, doc }: UnpackedRecord,
): { readonly kind: RecordChange; readonly changedRun: number } {
  const { changed_run: changedRun } = statements.find.get(account, id) as { changed_run: number };
  if (changedRun !== run) {
    statements.archive.run(account, id, run);
    return { kind: "update", changedRun: run };
  }

  const archived = statements.findArchived.get(account, id, run);
  if (archived?.doc !== Buffer.from(doc).toString()) return { kind: "none", changedRun: run };
  const fromRun = Number(archived.from_run);
  statements.unarchive.run(account, id, fromRun);
  return { kind: "revert", changedRun: fromRun };
}
