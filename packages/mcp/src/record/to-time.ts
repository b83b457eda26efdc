import type { FieldDescription } from "@serviceform/types/describe";

/** The largest time of a `Date`, in milliseconds. */
const MAX_TIME = 8.64e15;

/** The value of a time field in epoch milliseconds; undefined for any other field or an invalid time. */
export function toTime(
  value: unknown,
  { format, unit }: Pick<FieldDescription, "format" | "unit">,
): number | undefined {
  if (format === "date-time" && typeof value === "string") return valid(Date.parse(value));
  if (unit === "epoch-seconds" && typeof value === "number") return valid(value * 1000);
  return undefined;
}

function valid(time: number): number | undefined {
  return Math.abs(time) <= MAX_TIME ? time : undefined;
}
