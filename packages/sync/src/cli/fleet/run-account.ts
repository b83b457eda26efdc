import { createClient } from "@serviceform/client";
import { type Environment, parseKeySource, resolveKey } from "@serviceform/credentials";
import { serverUrl } from "@serviceform/types";
import { createSync, type RunReport } from "../../create-sync.js";
import type { SyncOptions } from "../../options.js";
import type { StreamName } from "../../streams.js";
import type { Account, Job, StreamEnd, TransactionalEngine } from "../../worker/index.js";
import type { SessionPool } from "./session-pool.js";

/** The mirrors, keys and jobs of a fleet. */
export interface Fleet {
  readonly sessions: SessionPool;
  readonly env: Environment;
  /** The same for all accounts of the fleet. */
  readonly redact: SyncOptions["redact"];
  /** Must use the same database. */
  readonly engine: Pick<TransactionalEngine, "completeIn">;
}

/** Runs one stream of one account. The job is completed in the transaction that ends the run. */
export async function runAccount(
  { sessions, env, redact, engine }: Fleet,
  account: Account,
  job: Job,
  signal: AbortSignal,
): Promise<StreamEnd> {
  const apiKey = await resolveKey(parseKeySource(account.keyRef, `key of account ${account.account}`), env);
  // The job is retried as a whole, so a call makes few attempts.
  const client = createClient({ apiKey, baseUrl: account.baseUrl, retries: 1 });
  let report: RunReport = { streams: {} };
  await sessions.use(
    (transaction) => engine.completeIn(transaction, job),
    async (target) => {
      const streams = [job.stream as StreamName];
      const sync = createSync({ client, target, account: account.account, streams, redact });
      report = await sync.run({ mode: job.mode, signal });
      return Object.values(report.streams).every(({ status }) => status === "done");
    },
  );
  return combine(report);
}

export function hostOf({ baseUrl }: Account): string {
  return new URL(baseUrl ?? serverUrl).host;
}

/** Combines the tables of a stream: the most severe status, and the sum of the rows. */
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
