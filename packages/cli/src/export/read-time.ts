import type { Column } from "@serviceform/records";

/** The value of a time column in epoch milliseconds; undefined for another column or an invalid value. */
export function readTime(value: unknown, { format, unit }: Pick<Column, "format" | "unit">): number | undefined {
  if (unit === "epoch-seconds") return typeof value === "number" ? value * 1_000 : undefined;
  if (format !== "date-time" || typeof value !== "string") return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

export function isTimeColumn({ format, unit }: Pick<Column, "format" | "unit">): boolean {
  return format === "date-time" || unit === "epoch-seconds";
}
