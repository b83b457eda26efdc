import type { ServiceformClient } from "@serviceform/client";
import { createSync } from "../../create-sync.js";
import { postgresTarget } from "../../postgres/index.js";

/** When the last run of each account and stream started, by `account:stream`; epoch milliseconds. */
export async function readLastStarted(database: string): Promise<ReadonlyMap<string, number>> {
  // Reading the status calls no API.
  const sync = createSync({ client: {} as ServiceformClient, target: postgresTarget(database) });
  try {
    const rows = await sync.status();
    return new Map(rows.map(({ account, stream, started }) => [`${account}:${stream}`, Date.parse(started)]));
  } finally {
    await sync.close();
  }
}
