import type { ChatStatistics } from "@serviceform/client";
import { UsageError } from "../errors/usage-error.js";

export type BucketSize = "day" | "week" | "month";

/** A range of time; both ends are included. */
export interface Bucket {
  readonly from: string;
  readonly to: string;
}

/** The figures of a range of time. */
export interface BucketStatistics extends ChatStatistics, Bucket {}

const SECOND_MS = 1_000;

/** Each bucket is one request. */
const MAX_BUCKETS = 1_000;

/** Days, ISO weeks or months in UTC between two times; the first and the last can be incomplete. */
export function toBuckets(from: Date, to: Date, size: BucketSize): readonly Bucket[] {
  if (from > to) throw new UsageError("--from must not be after --to");
  const buckets: Bucket[] = [];
  let start = from;
  while (start <= to) {
    if (buckets.length === MAX_BUCKETS) throw new UsageError(`--by must give at most ${MAX_BUCKETS} buckets`);
    const next = startOfNext(start, size);
    // A range includes both ends, so a bucket ends a second before the next.
    const end = Math.min(to.getTime(), next.getTime() - SECOND_MS);
    buckets.push({ from: start.toISOString(), to: new Date(Math.max(end, start.getTime())).toISOString() });
    start = next;
  }
  return buckets;
}

function startOfNext(time: Date, size: BucketSize): Date {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  switch (size) {
    case "day":
      return new Date(Date.UTC(year, month, day + 1));
    case "week":
      // Sunday is the seventh day of an ISO week.
      return new Date(Date.UTC(year, month, day + 8 - (time.getUTCDay() || 7)));
    case "month":
      return new Date(Date.UTC(year, month + 1, 1));
    default:
      return size satisfies never;
  }
}
