import type { RequestRow, Snapshot } from "./snapshot.js";

/** Adds new and changed requests, and deletes those that the log no longer has. */
export function followRequests(rows: Map<number, RequestRow>, { requests, oldestRequest }: Snapshot): void {
  for (const row of requests) rows.set(row.id, row);
  for (const id of rows.keys()) if (id < oldestRequest) rows.delete(id);
}
