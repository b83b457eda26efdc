import type { RequestRow, Snapshot } from "./snapshot.js";

/** Takes over what is new of the requests and forgets those that the sandbox has forgotten. */
export function followRequests(rows: Map<number, RequestRow>, { requests, oldestRequest }: Snapshot): void {
  for (const row of requests) rows.set(row.id, row);
  for (const id of rows.keys()) if (id < oldestRequest) rows.delete(id);
}
