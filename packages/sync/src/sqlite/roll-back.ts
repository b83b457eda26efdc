import type { DatabaseSync } from "node:sqlite";

/** Rolls back after an error, which may have ended the transaction: before 22.16, Node.js does not know whether it has. */
export function rollBack(database: DatabaseSync): void {
  try {
    database.exec("rollback");
  } catch {
    // The caller throws the error that ended it, such as a full disk.
  }
}
