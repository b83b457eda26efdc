import type { FieldDescription } from "@serviceform/types/describe";
import { parseTime, toValid } from "./parse-time.js";

/**
 * The value of a time field in epoch milliseconds; undefined for another field, a value that is no time, or a time that
 * no `Date` has. `Date.parse` alone would read words with a number as a time, and some times in the machine's zone.
 */
export function readTime(
  value: unknown,
  { format, unit }: Pick<FieldDescription, "format" | "unit">,
): number | undefined {
  if (unit === "epoch-seconds") return typeof value === "number" ? toValid(value * 1_000) : undefined;
  return format === "date-time" && typeof value === "string" ? readText(value) : undefined;
}

function readText(text: string): number | undefined {
  if (USUAL.test(text)) return toValid(Date.parse(text));
  // RFC 3339 allows a space, and lower case.
  const time = parseTime(text.toUpperCase().replace(" ", "T"), Number.NaN);
  return time === undefined ? undefined : toValid(time);
}

/** The form of nearly all times, with a day that every month has: parsing others takes longer. */
const USUAL = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
