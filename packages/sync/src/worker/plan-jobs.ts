import type { Account } from "./account.js";
import { type Job, jobKey } from "./engine.js";

export interface PlanOptions {
  readonly accounts: readonly Account[];
  readonly streams: readonly string[];
  /** When the last run of an account and stream started, by `account:stream`; epoch milliseconds. */
  readonly lastStarted: ReadonlyMap<string, number>;
  /** Time between two runs of the same stream, in milliseconds. */
  readonly everyMs: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One job for each account and stream that is due, the longest overdue first. Paused accounts have none. */
export function planJobs({ accounts, streams, lastStarted, everyMs, now }: PlanOptions): Job[] {
  const due: { readonly job: Job; readonly last: number }[] = [];
  for (const { account, group = account, paused } of accounts) {
    if (paused) continue;
    for (const stream of streams) {
      const last = lastStarted.get(jobKey({ account, stream })) ?? Number.NEGATIVE_INFINITY;
      // A start long after now is of a clock that was ahead.
      if (Math.abs(now - last) >= everyMs) due.push({ job: { account, stream, mode: "auto", group }, last });
    }
  }
  return due.sort((a, b) => (a.last < b.last ? -1 : Number(a.last > b.last))).map(({ job }) => job);
}
