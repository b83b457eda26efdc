import type { Item, Space } from "@serviceform/types";
import type { FaultList } from "../../faults/fault-list.js";
import type { RecordedRequest } from "../../pipeline/log-entry.js";
import type { Store } from "../../seed-data/create-store.js";
import type { RequestRow, Snapshot, SpaceRow } from "../client/snapshot.js";
import { countChats } from "./count-chats.js";
import { describeFault } from "./describe-fault.js";

/** What the live view reads. */
export interface SnapshotSource {
  readonly store: Store;
  readonly requests: readonly RecordedRequest[];
  readonly faults: FaultList;
}

/** More than a person reads at a time. */
const SHOWN_REQUESTS = 50;

/** Says what the sandbox holds and what came in, with no key, no value of a query and no body. */
export function createSnapshot({ store, requests, faults }: SnapshotSource): Snapshot {
  return {
    requests: requests.slice(-SHOWN_REQUESTS).reverse().map(describeRequest),
    remembered: requests.length,
    spaces: countItems(store.spaces, store.items),
    leads: store.leads.length,
    chats: countChats(store.chats),
    faults: faults.entries().map(({ id, fault }) => ({ id, kind: fault.kind, words: describeFault(fault) })),
  };
}

const ids = new WeakMap<RecordedRequest, number>();
let lastId = 0;

function describeRequest(request: RecordedRequest): RequestRow {
  const { operation, method, url, status, durationMs } = request;
  const id = ids.get(request) ?? ++lastId;
  ids.set(request, id);
  return {
    id,
    operation: operation ?? null,
    method,
    path: withoutValues(url),
    status: status ?? null,
    durationMs: durationMs === undefined ? null : Math.round(durationMs * 10) / 10,
  };
}

function withoutValues(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())];
  return names.length === 0 ? pathname : `${pathname}?${names.map((name) => `${name}=…`).join("&")}`;
}

function countItems(spaces: readonly Space[], items: readonly Item[]): SpaceRow[] {
  const counts = new Map<string, number>();
  for (const { space_id = "" } of items) counts.set(space_id, (counts.get(space_id) ?? 0) + 1);
  const rows = spaces.map(({ id, name }) => {
    const row = { id, name: name ?? id, items: counts.get(id) ?? 0 };
    counts.delete(id);
    return row;
  });
  const lost = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return lost === 0 ? rows : [...rows, { id: "", name: "In no space that there is", items: lost }];
}
