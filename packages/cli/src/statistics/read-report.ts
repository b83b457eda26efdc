import type { ServiceformClient } from "@serviceform/client";
import type { Bucket, BucketSize, BucketStatistics } from "./buckets.js";
import { previousPeriod } from "./previous-period.js";

/** The content of the page. */
export interface Report {
  readonly size: BucketSize;
  readonly buckets: readonly BucketStatistics[];
  readonly total: BucketStatistics;
  /** The figures of the preceding period of the same length. */
  readonly previous: BucketStatistics;
}

/** Adds the figures of the whole range and of the preceding period to those of the buckets. */
export async function readReport(
  client: ServiceformClient,
  range: Bucket,
  { size, buckets, signal }: Pick<Report, "size" | "buckets"> & { readonly signal: AbortSignal | undefined },
): Promise<Report> {
  const read = async ({ from, to }: Bucket): Promise<BucketStatistics> => ({
    from,
    to,
    ...(await client.getChatStatistics({ startTime: from, endTime: to }, { signal })),
  });
  const [total, previous] = await Promise.all([read(range), read(previousPeriod(range))]);
  return { size, buckets, total, previous };
}
