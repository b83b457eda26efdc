import type { Snapshot } from "../client/snapshot.js";
import { createSnapshot, type SnapshotSource } from "./create-snapshot.js";
import type { Update } from "./event-stream.js";

/** The state that a listener has: the log up to a revision, and everything else as text. */
export interface SnapshotCursor {
  readonly revision: number;
  readonly rest: string;
}

/** The next snapshot for a listener, with only the requests that it does not have; undefined if nothing has changed. */
export function readUpdate(
  source: SnapshotSource,
  cursor: SnapshotCursor = { revision: 0, rest: "" },
): Update<SnapshotCursor> | undefined {
  const snapshot: Snapshot = createSnapshot(source, cursor.revision);
  const rest = JSON.stringify({ ...snapshot, requests: [] });
  if (snapshot.requests.length === 0 && rest === cursor.rest) return undefined;
  const revision = source.log.entries().reduce((latest, entry) => Math.max(latest, entry.revision), cursor.revision);
  return { data: snapshot, cursor: { revision, rest } };
}
