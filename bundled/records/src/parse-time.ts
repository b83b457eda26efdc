/**
 * Parses a time to epoch milliseconds: ISO 8601, in which a date alone means its first moment in UTC, `now`, or a time
 * ago, such as `30d`, `12h` and `15m`. Undefined if the text is none of them, or names a date that does not exist.
 */
export function parseTime(text: string, now: number): number | undefined {
  if (text === "now") return now;
  const [, amount, unit] = /^(\d+)([dhm])$/.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) return toValid(now - Number(amount) * (UNIT_MS[unit] ?? Number.NaN));
  const [, date, time, offset] = ISO_8601.exec(text) ?? [];
  if (date === undefined || !exists(date)) return undefined;
  // Without an offset a time is in UTC, so that a command means the same on every machine.
  return toValid(Date.parse(time !== undefined && offset === undefined ? `${text}Z` : text));
}

/** Whether the date exists: `Date` reads February 30 as March 2. */
function exists(date: string): boolean {
  const time = toValid(Date.parse(date));
  return time !== undefined && new Date(time).toISOString().startsWith(date);
}

/** The largest time of a `Date`, 100 million days after 1970 (ECMA-262). */
const MAX_TIME = 8.64e15;

/** Undefined if `Date` cannot represent the time. */
export function toValid(time: number): number | undefined {
  return Math.abs(time) <= MAX_TIME ? time : undefined;
}

const UNIT_MS: { readonly [unit: string]: number } = { d: 86_400_000, h: 3_600_000, m: 60_000 };
const ISO_8601 = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
