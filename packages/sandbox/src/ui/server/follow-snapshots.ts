import type { SandboxInternals } from "../../create-sandbox.js";
import type { Snapshot } from "../client/snapshot.js";
import { createSnapshot } from "./create-snapshot.js";

/**
 * Creates a function that returns the next snapshot for a listener, with only the requests that it does not have;
 * undefined if nothing has changed.
 */
export function followSnapshots(open: SandboxInternals): () => Snapshot | undefined {
  let revision = 0;
  let before = "";
  return () => {
    const snapshot = createSnapshot(open, revision);
    const rest = JSON.stringify({ ...snapshot, requests: [] });
    if (snapshot.requests.length === 0 && rest === before) return undefined;
    revision = open.log.entries().reduce((latest, entry) => Math.max(latest, entry.revision), revision);
    before = rest;
    return snapshot;
  };
}
