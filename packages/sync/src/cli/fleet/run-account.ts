import { createClient } from "@serviceform/client";
import { type Environment, parseKeySource, resolveKey } from "@serviceform/credentials";
import { serverUrl } from "@serviceform/types";
import { createSync, type RunReport } from "../../create-sync.js";
import { postgresTarget } from "../../postgres/index.js";
import type { StreamName } from "../../streams.js";
import type { Account, Job, StreamEnd, TransactionalEngine } from "../../worker/index.js";

/** Where a fleet's mirrors are, and where its keys. */
export interface Fleet {
  readonly database: string;
  readonly env: Environment;
  /** Holds the jobs, in the same database. */
  readonly engine: Pick<TransactionalEngine, "completeIn">;
}

/** Runs one stream of one account over a session of its own. The job is complete when the last step of its run commits. */
export async function runAccount(
  { database, env, engine }: Fleet,
  account: Account,
  job: Job,
  signal: AbortSignal,
): Promise<StreamEnd> {
  const apiKey = await resolveKey(parseKeySource(account.keyRef, `key of account ${account.account}`), env);
  // The job is retried as a whole, so a call gives up soon.
  const client = createClient({ apiKey, baseUrl: account.baseUrl, retries: 1 });
  const sync = createSync({
    client,
    target: postgresTarget(database, { beforeDone: (transaction) => engine.completeIn(transaction, job) }),
    account: account.account,
    streams: [job.stream as StreamName],
  });
  try {
    return combine(await sync.run({ mode: job.mode, signal }));
  } finally {
    await sync.close();
  }
}

export function hostOf({ baseUrl }: Account): string {
  return new URL(baseUrl ?? serverUrl).host;
}

/** One end for the tables of a stream: the worst status, and all rows. */
function combine({ streams }: RunReport): StreamEnd {
  const reports = Object.values(streams);
  const worst = ["refused", "failed"].flatMap((status) => reports.filter((report) => report.status === status))[0];
  const sum = (count: "inserted" | "updated" | "deleted" | "restored"): number =>
    reports.reduce((total, report) => total + report[count], 0);
  return {
    status: worst?.status ?? "done",
    ...(worst?.error && { error: worst.error }),
    inserted: sum("inserted"),
    updated: sum("updated"),
    deleted: sum("deleted"),
    restored: sum("restored"),
  };
}
