import { operationTable } from "@serviceform/types";
import type { SandboxInternals } from "../../create-sandbox.js";
import type { LogEntry } from "../../pipeline/log-entry.js";
import type { Store } from "../../seed-data/create-store.js";
import type { RequestRow, Snapshot, SpaceRow } from "../client/snapshot.js";
import { describeFault, describeFaultKind } from "./describe-fault.js";

/**
 * Describes the data of the account of `apiKey`, and the requests since a revision of the log that had its key or none.
 * Contains no key, no query value and no body.
 */
export function createSnapshot({ apiKey, faults, log, api }: SandboxInternals, revision: number): Snapshot {
  const { store, now } = api.accounts.get(apiKey);
  const recordCounts = Object.fromEntries(Object.entries(store).map(([name, list]) => [name, list.length]));
  const entries = log.entries().filter((entry) => (entry.apiKey ?? apiKey) === apiKey);
  return {
    requests: entries.filter((entry) => entry.revision > revision).map(describeRequest),
    oldestRequest: entries[0]?.id ?? Number.MAX_SAFE_INTEGER,
    counts: { requests: entries.length, ...recordCounts },
    spaces: countItems(store),
    faults: faults.entries().map(({ id, fault }) => ({ id, kind: fault.kind, words: describeFault(fault) })),
    now: `${now().toISOString().slice(0, 16)}Z`,
  };
}

/** The summary of a request that a row of the live view shows. */
function describeRequest({ id, recorded, startedAt, faults, response, error }: LogEntry): RequestRow {
  const { operation, method, url, status, durationMs } = recorded;
  return {
    id,
    operation: operation ?? null,
    method,
    path: withoutValues(url),
    status: status ?? null,
    durationMs: durationMs === undefined ? null : Math.round(durationMs * 10) / 10,
    startedAt,
    faults: faults.map(describeFaultKind),
    writes: operation !== undefined && operationTable[operation].writes,
    ended: error !== undefined || (response !== undefined && response.state !== "reading"),
  };
}

function withoutValues(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())];
  return names.length === 0 ? pathname : `${pathname}?${names.map((name) => `${name}=…`).join("&")}`;
}

function countItems({ spaces, items }: Store): SpaceRow[] {
  const counts = new Map<string, number>();
  for (const { space_id = "" } of items) counts.set(space_id, (counts.get(space_id) ?? 0) + 1);
  return spaces.map(({ id, name }) => ({ id, name: name ?? id, items: counts.get(id) ?? 0 }));
}
