import type { RunRow } from "./target.js";

const NUMBERS = ["run", "seen", "inserted", "updated", "deleted", "restored", "rejected"] as const;
const TIMES = ["started", "ended"] as const;

/** Converts a row of `run`: the driver of PostgreSQL returns 64-bit integers as text, and times as `Date`. */
export function toRunRow(row: Readonly<Record<string, unknown>> | undefined): RunRow {
  const numbers = NUMBERS.map((name) => [name, Number(row?.[name])]);
  const times = TIMES.map((name) => [name, row?.[name] instanceof Date ? row[name].toISOString() : row?.[name]]);
  // The other columns are text.
  return { ...row, ...Object.fromEntries([...numbers, ...times]) } as RunRow;
}
