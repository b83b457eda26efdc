import type { Snapshot } from "../client/snapshot.js";
import { createSnapshot, type SnapshotSource } from "./create-snapshot.js";

/**
 * Creates a function that returns the next snapshot for a listener, with only the requests that it does not have;
 * undefined if nothing has changed.
 */
export function followSnapshots(source: SnapshotSource): () => Snapshot | undefined {
  let revision = 0;
  let before = "";
  return () => {
    const snapshot = createSnapshot(source, revision);
    const rest = JSON.stringify({ ...snapshot, requests: [] });
    if (snapshot.requests.length === 0 && rest === before) return undefined;
    revision = source.log.entries().reduce((latest, entry) => Math.max(latest, entry.revision), revision);
    before = rest;
    return snapshot;
  };
}
