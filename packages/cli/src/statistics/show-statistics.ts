import { openClient } from "../connection/open-client.js";
import { UsageError } from "../errors/usage-error.js";
import { withFileLock } from "../file-lock.js";
import type { ConnectionFlags } from "../flags/connection-flags.js";
import { time } from "../flags/parsers.js";
import type { Io } from "../io.js";
import { createFile } from "../output/create-file.js";
import { printValue } from "../output/print-value.js";
import { warn } from "../output/warn.js";
import { writeChunks } from "../output/write-chunks.js";
import { resolveFile, writeThroughPart } from "../output/write-through-part.js";
import { type Bucket, type BucketSize, type BucketStatistics, toBuckets } from "./buckets.js";
import { renderPage } from "./html/render-page.js";
import { renderTerminal } from "./render-terminal.js";
import { previousPeriod } from "./report.js";

export interface StatisticsFlags extends ConnectionFlags {
  readonly from?: string;
  readonly to?: string;
  readonly by?: BucketSize;
  readonly json?: boolean;
  /** The file to write the page to. */
  readonly html?: string;
}

/** The number of concurrent requests. */
const CONCURRENCY = 4;

/** Shows the figures of each bucket: as JSON, as a plot and tables, or as an HTML page. */
export async function showStatistics(flags: StatisticsFlags, io: Io): Promise<void> {
  if (flags.html !== undefined && flags.json) throw new UsageError("--html must not be combined with --json");
  const from = new Date(flags.from ?? time("30d"));
  const to = new Date(flags.to ?? time("now"));
  const size = flags.by ?? "day";
  const buckets = toBuckets(from, to, size);
  const html = flags.html === undefined ? undefined : await resolveFile(flags.html);
  const client = await openClient(flags, io);
  const read = async (bucket: Bucket): Promise<BucketStatistics> => {
    const input = { startTime: bucket.from, endTime: bucket.to };
    return { ...bucket, ...(await client.getChatStatistics(input, { signal: io.signal })) };
  };
  const statistics = await readBuckets(buckets, read);
  if (flags.json) return printValue(statistics, { json: true, io });
  const range = { from: from.toISOString(), to: to.toISOString() };
  const [total, previous] = await Promise.all([read(range), read(previousPeriod(range))]);
  const report = { size, buckets: statistics, total, previous };
  if (html !== undefined) {
    const page = [Buffer.from(renderPage(report))];
    const write = (): Promise<void> =>
      writeThroughPart(html, (part, mode) => writeChunks(page, () => createFile(part, mode)));
    await withFileLock(`${html}.part`, write);
    warn(io, flags, `chat statistics in ${html}`);
    return;
  }
  io.stdout.write(await renderTerminal(report, io));
}

/** One request for each bucket; the results are in the order of the buckets. */
async function readBuckets(
  buckets: readonly Bucket[],
  read: (bucket: Bucket) => Promise<BucketStatistics>,
): Promise<readonly BucketStatistics[]> {
  const results: BucketStatistics[] = [];
  // Shared by the workers.
  const queue = buckets.entries();
  const worker = async (): Promise<void> => {
    for (const [index, bucket] of queue) results[index] = await read(bucket);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return results;
}
