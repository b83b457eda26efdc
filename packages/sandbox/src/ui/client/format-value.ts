import { formatTime } from "./format.js";
import type { ColumnDescription } from "./table-description.js";

type Described = Pick<ColumnDescription, "format" | "unit">;

/** A value of a record on one line. */
export function formatValue(value: unknown, { format, unit }: Described): string {
  if (value === undefined || value === null) return "";
  if (unit === "epoch-seconds" && typeof value === "number") return formatTime(new Date(value * 1_000));
  if (format === "date-time") return formatTime(new Date(String(value))) || String(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
