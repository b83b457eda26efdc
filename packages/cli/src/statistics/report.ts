import type { Bucket, BucketSize, BucketStatistics } from "./buckets.js";

/** The figures that are shown of a range. */
export interface Report {
  readonly size: BucketSize;
  readonly buckets: readonly BucketStatistics[];
  readonly total: BucketStatistics;
  /** The figures of the preceding period of the same length. */
  readonly previous: BucketStatistics;
}

const SECOND_MS = 1_000;

/** The range of the same length that ends a second before the given one begins. */
export function previousPeriod({ from, to }: Bucket): Bucket {
  const end = Date.parse(from) - SECOND_MS;
  const length = Date.parse(to) - Date.parse(from);
  return { from: new Date(end - length).toISOString(), to: new Date(end).toISOString() };
}
