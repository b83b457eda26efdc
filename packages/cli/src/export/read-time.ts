import type { Column } from "@serviceform/records";

/**
 * The value of a time column in epoch milliseconds; undefined for another column, an invalid value, or a time that no
 * `Date` has.
 */
export function readTime(value: unknown, column: Pick<Column, "format" | "unit">): number | undefined {
  const time = toMilliseconds(value, column);
  return Math.abs(time) <= MAX_TIME ? time : undefined;
}

/** The largest time of a `Date`, 100 million days after 1970 (ECMA-262). */
const MAX_TIME = 8.64e15;

function toMilliseconds(value: unknown, { format, unit }: Pick<Column, "format" | "unit">): number {
  if (unit === "epoch-seconds") return typeof value === "number" ? value * 1_000 : Number.NaN;
  return format === "date-time" && typeof value === "string" ? Date.parse(value) : Number.NaN;
}

export function isTimeColumn({ format, unit }: Pick<Column, "format" | "unit">): boolean {
  return format === "date-time" || unit === "epoch-seconds";
}
