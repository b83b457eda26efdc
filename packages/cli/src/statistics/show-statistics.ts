import type { ServiceformClient } from "@serviceform/client";
import { openClient } from "../connection/open-client.js";
import type { ConnectionFlags } from "../flags/connection-flags.js";
import { time } from "../flags/parsers.js";
import type { Io } from "../io.js";
import { type Bucket, type BucketSize, type BucketStatistics, toBuckets } from "./buckets.js";
import { renderTerminal } from "./render-terminal.js";

export interface StatisticsFlags extends ConnectionFlags {
  readonly from?: string;
  readonly to?: string;
  readonly by?: BucketSize;
  readonly json?: boolean;
}

/** As many requests at once. */
const CONCURRENCY = 4;

/** Prints the figures of each bucket: as JSON, or as a plot and tables. */
export async function showStatistics(flags: StatisticsFlags, io: Io): Promise<void> {
  const from = new Date(flags.from ?? time("30d"));
  const to = new Date(flags.to ?? time("now"));
  const buckets = toBuckets(from, to, flags.by ?? "day");
  const client = await openClient(flags, io);
  const statistics = await readBuckets(client, buckets, io);
  if (flags.json) {
    io.stdout.write(`${JSON.stringify(statistics)}\n`);
    return;
  }
  const total = await client.getChatStatistics(
    { startTime: from.toISOString(), endTime: to.toISOString() },
    { signal: io.signal },
  );
  io.stdout.write(await renderTerminal(statistics, total, io));
}

/** One request a bucket, in the order of the buckets. */
async function readBuckets(
  client: ServiceformClient,
  buckets: readonly Bucket[],
  { signal }: Io,
): Promise<readonly BucketStatistics[]> {
  const results: BucketStatistics[] = [];
  const queue = [...buckets.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, { from, to }] = next;
      const figures = await client.getChatStatistics({ startTime: from, endTime: to }, { signal });
      results[index] = { from, to, ...figures };
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return results;
}
